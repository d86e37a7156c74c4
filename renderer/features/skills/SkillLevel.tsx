import { Badge, Text } from '@mantine/core';
import { levelName } from '../../../core/skills/level-step.ts';
import { LevelPicker } from '../../components/LevelPicker.tsx';
import { LevelTrack } from '../../components/LevelTrack.tsx';
import { t } from '../../strings/index.ts';
import { documentLink } from './document-link.tsx';
import type { SkillDetail } from './SkillDrawer.tsx';
import classes from './Skills.module.css';

const Z80 = 1.28;

/** The level with its doubt and its reasons, what documents say against each other, and the person's own word on it. */
export function SkillLevel({ skill, onRate }: { readonly skill: SkillDetail; readonly onRate: (level: number) => void }) {
  const { level, spread, reasons, history, conflict, name } = skill;
  const reach = Z80 * (spread ?? 0);
  const low = level === null ? 0 : Math.max(0, level - reach);
  const high = level === null ? 5 : Math.min(5, level + reach);
  return (
    <>
      <section>
        <Text fw={650}>{t.skills.reasons}</Text>
        <LevelTrack level={level} low={low} high={high} label={level === null ? t.levels.unknown : t.levels.reads(level.toFixed(1))} />
        {level === null ? (
          <Text size="sm" className="soft">
            {t.skills.noReasons}
          </Text>
        ) : (
          <Text size="sm" className="soft">
            {t.levels.reads(level.toFixed(1))}, {t.skills.spread(low.toFixed(1), high.toFixed(1))}
          </Text>
        )}
        <ul className={classes.plainList}>
          {reasons.map(({ reason, value }) => (
            <li key={reason}>
              {reason} <Badge variant="light">{value.toFixed(1)}</Badge>
            </li>
          ))}
        </ul>
      </section>
      {conflict.length > 0 && <Conflict statements={conflict} />}
      <section>
        <Text fw={650} mb={6}>
          {t.skills.rate}
        </Text>
        <LevelPicker
          value={history.find(({ source }) => source === 'self')?.level ?? null}
          onPick={onRate}
          label={`${t.levels.pick}: ${name}`}
          withWords
        />
      </section>
    </>
  );
}

function Conflict({ statements }: { readonly statements: SkillDetail['conflict'] }) {
  return (
    <section>
      <Text fw={650}>{t.skills.drawer.conflict}</Text>
      <div className={classes.sideBySide}>
        {statements.map(({ documentId, document, level, raw, reasons }) => (
          <div key={documentId} className={classes.side}>
            <Text size="sm" fw={600}>
              {documentLink(documentId, document)}
            </Text>
            <Text size="sm">
              {t.skills.drawer.says(`${level} ${levelName(level)}`)}
              {raw !== null && ` (“${raw}”)`}
            </Text>
            {reasons.map((reason) => (
              <Text key={reason} size="xs" className="soft">
                {reason}
              </Text>
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

/** Every level the skill was ever given, newest first: when, by whom, in which words, and why. */
export function SkillHistory({ skill: { history } }: { readonly skill: SkillDetail }) {
  if (history.length === 0) return null;
  return (
    <section>
      <Text fw={650}>{t.skills.history}</Text>
      <ol className={classes.history}>
        {history.map(({ id, ratedAtMs, level, source, raw, reasons, documentId, document, of }) => (
          <li key={id}>
            <Text size="sm" className="tabular">
              {new Date(ratedAtMs).toLocaleDateString('en-GB', { dateStyle: 'medium' })}: <strong>{level}</strong>,{' '}
              {source === 'self' ? t.skills.self : documentLink(documentId, document)}
              {raw !== null && `: “${raw}”`}
              {of !== null && ` (${of})`}
            </Text>
            {reasons.map((reason) => (
              <Text key={reason} size="xs" className="soft">
                {reason}
              </Text>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

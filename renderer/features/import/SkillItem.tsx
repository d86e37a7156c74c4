import { Badge, Button, Checkbox, Group, Text, UnstyledButton } from '@mantine/core';
import { memo, useState } from 'react';
import { LevelPicker } from '../../components/LevelPicker.tsx';
import { t } from '../../strings/index.ts';
import classes from './Review.module.css';
import { type FoundSkill, hasConflict, isTaken, levelOf, nameOf } from './review-items.ts';
import type { Differences } from './review-list.ts';
import { useReview } from './review-store.ts';
import { SkillChoice } from './SkillChoice.tsx';

const MAX_QUOTES = 6;
const MAX_QUOTE = 400;

interface Props {
  readonly skill: FoundSkill;
  /** The whole document: a statement is a stretch of it. */
  readonly text: string;
  readonly isOpen: boolean;
  readonly differences: ReturnType<Differences['get']>;
  readonly onMerge: (into: string) => void;
}

/** A found skill: taken or not, its level, and when it is looked at everything that speaks for it. */
export const SkillItem = memo(function SkillItem({ skill, text, isOpen, differences, onMerge }: Props) {
  const key = `skill:${skill.id}`;
  const decisions = useReview((review) => review.decisions);
  const isSelected = useReview((review) => review.selected === key);
  const isMarked = useReview((review) => review.marked === skill.id);
  const taken = isTaken(skill, decisions);
  const name = nameOf(skill, decisions);
  const level = levelOf(skill, decisions);
  const { select, decideSkill } = useReview.getState();
  return (
    <div
      className={classes.item}
      data-item={key}
      data-selected={isSelected || undefined}
      data-marked={isMarked || undefined}
      data-out={!taken || undefined}
    >
      <Checkbox
        size="xs"
        checked={taken}
        disabled={!isOpen}
        aria-label={t.review.take(name)}
        onChange={(event) => decideSkill(skill.id, { accepted: event.currentTarget.checked })}
      />
      <UnstyledButton className={classes.pick} onClick={() => select(isSelected ? null : key)} aria-expanded={isSelected}>
        <span className={classes.name}>{name}</span>
        {name !== skill.name && <span className={classes.small}>{skill.name}</span>}
        <span className={classes.small}>
          {t.stances[skill.stance]} · {t.review.mentions(Math.max(skill.places, skill.evidence.length))} ·{' '}
          {t.review.sure(Math.round(skill.confidence * 100))}
          {skill.years !== null && ` · ${t.review.years(skill.years)}`}
        </span>
        {differences?.map((what) => (
          <Badge key={what} size="xs" variant="light" color="plumb">
            {t.review.diff[what]}
          </Badge>
        ))}
      </UnstyledButton>
      <span
        className={classes.level}
        data-conflict={hasConflict(skill) || undefined}
        title={hasConflict(skill) ? t.review.conflict : undefined}
      >
        {level === null ? <span className="soft">{t.review.levelUnknown}</span> : `${level} ${t.levels.names[Math.round(level)]}`}
      </span>
      {isSelected && <SkillDetails skill={skill} text={text} name={name} level={level} isOpen={isOpen} onMerge={onMerge} />}
    </div>
  );
});

interface DetailsProps {
  readonly skill: FoundSkill;
  readonly text: string;
  readonly name: string;
  readonly level: number | null;
  readonly isOpen: boolean;
  readonly onMerge: (into: string) => void;
}

function SkillDetails({ skill, text, name, level, isOpen, onMerge }: DetailsProps) {
  const marked = useReview((review) => review.marked);
  const { decideSkill, mark } = useReview.getState();
  return (
    <div className={classes.details}>
      {isOpen && (
        <Group gap="sm" align="end" mb="xs">
          <div className={classes.grow}>
            <SkillChoice
              key={name}
              label={t.review.rename}
              initial={name}
              onBlur
              onChoose={(as) => decideSkill(skill.id, { as, accepted: true })}
            />
          </div>
          <LevelPicker
            label={t.review.level(name)}
            value={level}
            onPick={(value) => decideSkill(skill.id, { level: value, accepted: true })}
          />
          {level !== null && (
            <Button size="compact-xs" variant="subtle" onClick={() => decideSkill(skill.id, { level: null })}>
              {t.review.levelClear}
            </Button>
          )}
        </Group>
      )}
      <Text size="xs" className="soft" mb={4}>
        {skill.category.replaceAll('-', ' ')} · {t.review.confidence(Math.round(skill.confidence * 100))}
        {skill.level.raw !== null && ` · ${t.review.levelSource(skill.level.raw)}`}
      </Text>
      <LevelReasons skill={skill} />
      <Places skill={skill} documentText={text} isOpen={isOpen} />
      {isOpen && (
        <Group gap="xs" mt={6}>
          {marked !== null && marked !== skill.id ? (
            <Button size="compact-xs" onClick={() => onMerge(skill.id)}>
              {t.review.merge(name)}
            </Button>
          ) : (
            <Button size="compact-xs" variant="default" onClick={() => mark(marked === skill.id ? null : skill.id)}>
              {marked === skill.id ? t.review.unmark : t.review.mark}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}

/** Why this level, each reason with the words it rests on. */
function LevelReasons({ skill }: { readonly skill: FoundSkill }) {
  const { reasons, claims } = skill.level;
  if (reasons.length === 0) return null;
  const { goTo } = useReview.getState();
  return (
    <div className={classes.reasons}>
      {hasConflict(skill) && (
        <Text size="sm" fw={600}>
          {t.review.conflict}:
        </Text>
      )}
      {claims.length === 0 ? (
        <Text size="sm">{reasons.join(' ')}</Text>
      ) : (
        <ul>
          {claims.map(({ start, end, reason }) => (
            <li key={`${start}:${reason}`}>
              <UnstyledButton className={classes.link} onClick={() => goTo(start, end)}>
                {reason}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The statements that name it; one that is about something else can be split off. */
function Places({ skill, documentText, isOpen }: { readonly skill: FoundSkill; readonly documentText: string; readonly isOpen: boolean }) {
  const splits = useReview((review) => review.decisions.splits);
  const [splitting, setSplitting] = useState<number | null>(null);
  const { goTo, split, unsplit } = useReview.getState();
  const hidden = skill.places - Math.min(skill.evidence.length, MAX_QUOTES);
  return (
    <>
      {skill.evidence.slice(0, MAX_QUOTES).map(({ mention, start, end, stance, organisation }, index) => {
        const movedAt = splits.findIndex(({ from, evidence }) => from === skill.id && evidence.includes(index));
        const moved = splits[movedAt];
        return (
          <div key={mention.start} className={classes.quote} data-moved={moved !== undefined || undefined}>
            <UnstyledButton className={classes.link} onClick={() => goTo(mention.start, mention.end)}>
              {documentText.slice(start, Math.min(end, start + MAX_QUOTE)).trim()}
            </UnstyledButton>{' '}
            <Badge size="xs" variant="light">
              {t.stances[stance]}
            </Badge>
            {organisation !== null && <span className={classes.small}> {organisation}</span>}
            {isOpen && skill.evidence.length > 1 && moved === undefined && splitting !== index && (
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setSplitting(index)}>
                {t.review.split}
              </Button>
            )}
            {moved !== undefined && (
              <span className={classes.small}>
                {' '}
                {t.review.moved(moved.as.name)}{' '}
                <Button size="compact-xs" variant="subtle" onClick={() => unsplit(movedAt)}>
                  {t.review.undoMove}
                </Button>
              </span>
            )}
            {splitting === index && (
              <SkillChoice
                label={t.review.splitTitle}
                initial=""
                autoFocus
                onChoose={(as) => {
                  split(skill.id, index, as);
                  setSplitting(null);
                }}
              />
            )}
          </div>
        );
      })}
      {hidden > 0 && (
        <Text size="xs" className="soft">
          {t.review.more(hidden)}
        </Text>
      )}
    </>
  );
}

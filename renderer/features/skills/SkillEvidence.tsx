import { Text } from '@mantine/core';
import { Quote } from '../../components/Quote.tsx';
import { t } from '../../strings/index.ts';
import { documentLink } from './document-link.tsx';
import type { SkillDetail } from './SkillDrawer.tsx';
import classes from './Skills.module.css';

type Statement = SkillDetail['documents'][number]['statements'][number];

/** The statements by document, and what the person said against themself; each leads to its place. */
export function SkillEvidence({ skill }: { readonly skill: SkillDetail }) {
  const { caveats, documents, gaps } = skill;
  return (
    <>
      {caveats.length > 0 && (
        <section>
          <Text fw={650}>{t.skills.drawer.caveats}</Text>
          {caveats.map((caveat) => (
            <Remark key={`${caveat.documentId} ${caveat.start}`} item={caveat} />
          ))}
        </section>
      )}
      {gaps.length > 0 && (
        <section>
          <Text fw={650}>{t.skills.drawer.gaps}</Text>
          {gaps.map((gap) => (
            <Remark key={gap.id} item={gap} status={t.gaps.status[gap.status]} />
          ))}
        </section>
      )}
      <section>
        <Text fw={650}>{t.skills.evidence}</Text>
        {documents.length === 0 && (
          <Text size="sm" className="soft">
            {t.skills.noEvidence}
          </Text>
        )}
        {documents.map(({ id, name, statements }) => (
          <div key={id} className={classes.byDocument}>
            <Text size="sm" className="soft">
              {documentLink(id, name)} · {t.skills.statements(statements.length)}
            </Text>
            {statements.map((statement) => (
              <Quote key={statement.id} item={statement} circumstances={circumstancesOf(statement)} />
            ))}
          </div>
        ))}
      </section>
    </>
  );
}

function circumstancesOf({ period, organisation, work }: Statement): string[] {
  return [
    period === null ? null : t.skills.drawer.period(period.from, period.to),
    organisation,
    work === null ? null : t.skills.drawer.work[work],
  ].filter((words) => words !== null);
}

interface RemarkItem {
  readonly text: string;
  readonly documentId: number | null;
  readonly document: string | null;
  readonly start: number | null;
  readonly end: number | null;
}

function Remark({ item, status }: { readonly item: RemarkItem; readonly status?: string }) {
  const { text, documentId, document, start, end } = item;
  const place = start === null || end === null ? undefined : { start, end };
  return (
    <div className={classes.remark}>
      <Text size="sm">{text.trim()}</Text>
      <Text size="xs" className="soft">
        {[status, documentId === null ? t.skills.self : null].filter(Boolean).join(' · ')}
        {status !== undefined && documentId !== null && ' · '}
        {documentId !== null && documentLink(documentId, document, place)}
      </Text>
    </div>
  );
}

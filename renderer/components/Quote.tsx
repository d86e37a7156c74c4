import { Badge, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Stance } from '../../core/import/types.ts';
import { statementWords } from '../../core/skills/statement-words.ts';
import { t } from '../strings/index.ts';
import classes from './Quote.module.css';

interface Props {
  readonly item: {
    readonly documentId: number;
    readonly text: string;
    readonly stance: Stance;
    readonly section: string | null;
    /** Where it stands in the document's text. */
    readonly start: number;
    readonly end: number;
  };
  /** When, for whom, by whom: what else is known of the statement. */
  readonly circumstances?: readonly string[];
}

/** A statement from a document in its own words, with how it speaks of the skill and the way back to the document. */
export function Quote({ item, circumstances = [] }: Props) {
  return (
    <blockquote className={classes.quote}>
      <Text size="sm" lineClamp={5}>
        {statementWords(item.text)}
      </Text>
      <footer className={classes.footer}>
        <Badge size="xs" variant="light">
          {t.stances[item.stance]}
        </Badge>
        {circumstances.length > 0 && <span className="soft">{circumstances.join(' · ')}</span>}
        <Link href={`/import/${item.documentId}?at=${item.start}-${item.end}`} title={t.skills.drawer.open}>
          {item.section ?? t.skills.document}
        </Link>
      </footer>
    </blockquote>
  );
}

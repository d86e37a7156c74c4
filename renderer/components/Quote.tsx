import { Badge, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Stance } from '../../core/import/types.ts';
import { t } from '../strings/index.ts';
import classes from './Quote.module.css';

interface Props {
  readonly item: { readonly documentId: number; readonly text: string; readonly stance: Stance; readonly section: string | null };
}

/** A statement from a document in its own words, with how it speaks of the skill and the way back to the document. */
export function Quote({ item }: Props) {
  return (
    <blockquote className={classes.quote}>
      <Text size="sm" lineClamp={5}>
        {item.text.trim()}
      </Text>
      <footer className={classes.footer}>
        <Badge size="xs" variant="light">
          {t.stances[item.stance]}
        </Badge>
        <Link href={`/import/${item.documentId}`}>{item.section ?? t.skills.document}</Link>
      </footer>
    </blockquote>
  );
}

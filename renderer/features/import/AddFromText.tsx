import { Button, Group, Paper, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { t } from '../../strings/index.ts';
import classes from './Review.module.css';
import type { ReviewDocument } from './review-items.ts';
import { useReview } from './review-store.ts';
import { SkillChoice } from './SkillChoice.tsx';

interface Chosen {
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly top: number;
}

const MAX_SKILL_CHARS = 60;

interface Props {
  readonly scroller: React.RefObject<HTMLElement | null>;
  readonly document: ReviewDocument;
}

/** Words selected in the text can be added as a skill, a gap or a caveat that the import had missed. */
export function AddFromText({ scroller, document }: Props) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [asksSkill, setAsksSkill] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    const read = (): void => {
      setChosen(selectionIn(element, document.text));
      setAsksSkill(false);
    };
    element?.addEventListener('mouseup', read);
    element?.addEventListener('keyup', read);
    return () => {
      element?.removeEventListener('mouseup', read);
      element?.removeEventListener('keyup', read);
    };
  }, [scroller, document]);
  if (chosen === null) return null;
  const { start, end } = chosen;
  const text = document.text.slice(start, end).trim();
  const close = (): void => {
    window.getSelection()?.removeAllRanges();
    setChosen(null);
  };
  const add = (item: Parameters<ReturnType<typeof useReview.getState>['add']>[0]): void => {
    const { add: keep, decisions, select } = useReview.getState();
    keep(item);
    select(`added:${decisions.added.length}`);
    close();
  };
  return (
    <Paper
      withBorder
      shadow="md"
      p="xs"
      className={classes.addBar}
      style={{ left: chosen.left, top: chosen.top }}
      role="dialog"
      aria-label={t.review.selection.title}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      {asksSkill ? (
        <SkillChoice
          label={t.review.selection.skillTitle}
          initial={text}
          autoFocus
          onChoose={(as) => add({ kind: 'skill', start, end, as, level: null })}
        />
      ) : (
        <Group gap="xs">
          <Text size="xs" className="soft">
            {t.review.selection.title}:
          </Text>
          {text.length <= MAX_SKILL_CHARS && (
            <Button size="compact-xs" onClick={() => setAsksSkill(true)}>
              {t.review.selection.skill}
            </Button>
          )}
          <Button size="compact-xs" variant="default" onClick={() => add({ kind: 'gap', start, end })}>
            {t.review.selection.gap}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => add({ kind: 'caveat', start, end })}>
            {t.review.selection.caveat}
          </Button>
        </Group>
      )}
    </Paper>
  );
}

/** The selected stretch as offsets of the document, without white space around it. */
function selectionIn(element: HTMLElement | null, text: string): Chosen | null {
  const selection = window.getSelection();
  if (element === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const from = offsetOf(range.startContainer, range.startOffset);
  const to = offsetOf(range.endContainer, range.endOffset);
  if (from === null || to === null || to <= from) return null;
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const end = from + raw.trimEnd().length;
  const box = range.getBoundingClientRect();
  return end > start ? { start, end, left: Math.max(12, Math.min(box.left, window.innerWidth - 380)), top: box.bottom + 6 } : null;
}

/** Each piece of the text tells where it begins; a place between pieces is the beginning of the next. */
function offsetOf(node: Node, offset: number): number | null {
  const inText = node.nodeType === Node.TEXT_NODE;
  const parent = inText ? node.parentElement : node.childNodes[offset] instanceof HTMLElement ? node.childNodes[offset] : node;
  const piece =
    parent instanceof HTMLElement
      ? (parent.closest<HTMLElement>('[data-start]') ?? parent.querySelector<HTMLElement>('[data-start]'))
      : null;
  const start = piece?.dataset.start;
  return start === undefined ? null : Number(start) + (inText ? offset : 0);
}

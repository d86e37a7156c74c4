import { useEffect, useMemo, useRef } from 'react';
import { t } from '../../strings/index.ts';
import classes from './Review.module.css';
import { isTaken, type MarkKind, marksOf, type ReviewDocument, type Segment, segments } from './review-items.ts';
import { useReview } from './review-store.ts';

const LEGEND: readonly { readonly kind: MarkKind; readonly label: string }[] = [
  { kind: 'skill', label: t.review.groups.skills },
  { kind: 'gap', label: t.review.groups.gaps },
  { kind: 'caveat', label: t.review.groups.caveats },
  { kind: 'story', label: t.review.groups.stories },
];

interface Line {
  readonly start: number;
  readonly parts: readonly Segment[];
}

/** The original text, whole and unchanged, with a mark for everything found; imported text is never markup. */
export function DocumentText({ document }: { readonly document: ReviewDocument }) {
  const { selected, select, decisions } = useReview();
  const lines = useMemo(() => linesOf(document), [document]);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected === null) return;
    const marks = scroller.current?.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(selected)}"]`);
    const first = marks?.[0];
    const visible = [...(marks ?? [])].some((mark) => isVisible(mark, scroller.current));
    if (first && !visible) first.scrollIntoView({ block: 'center' });
  }, [selected]);
  const out = useMemo(
    () => new Set(document.proposal.skills.filter((skill) => !isTaken(skill, decisions)).map(({ id }) => `skill:${id}`)),
    [document, decisions],
  );
  return (
    <>
      <div className={classes.legend}>
        {LEGEND.map(({ kind, label }) => (
          <span key={kind}>
            <span className={classes.swatch} style={{ background: `var(--mark-${kind})` }} />
            {label}
          </span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={scroller} className={classes.scroll} tabIndex={0} aria-label={t.review.text}>
        <div className={classes.text}>
          {lines.map((line) => (
            <div key={line.start} className={classes.line}>
              {line.parts.map(({ start, end, mark }) => {
                const text = document.text.slice(start, end);
                if (mark === null) return text;
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the list beside it is the keyboard's way to the same items
                  <mark
                    key={start}
                    className={classes.mark}
                    data-key={mark.key}
                    data-kind={mark.kind}
                    data-out={out.has(mark.key) || undefined}
                    data-selected={mark.key === selected || undefined}
                    onClick={() => select(mark.key)}
                  >
                    {text}
                  </mark>
                );
              })}
            </div>
          ))}
        </div>
      </section>
    </>
  );
}

function isVisible(mark: HTMLElement, scroller: HTMLElement | null): boolean {
  const box = scroller?.getBoundingClientRect();
  const { top, bottom } = mark.getBoundingClientRect();
  return box !== undefined && top >= box.top && bottom <= box.bottom;
}

function linesOf(document: ReviewDocument): Line[] {
  const { text } = document;
  const lines: Line[] = [];
  let parts: Segment[] = [];
  let lineStart = 0;
  const close = (next: number): void => {
    lines.push({ start: lineStart, parts });
    parts = [];
    lineStart = next;
  };
  for (const { start, end, mark } of segments(text.length, marksOf(document))) {
    let from = start;
    for (let newline = text.indexOf('\n', from); newline !== -1 && newline < end; newline = text.indexOf('\n', from)) {
      if (newline > from) parts.push({ start: from, end: newline, mark });
      close(newline + 1);
      from = newline + 1;
    }
    if (from < end) parts.push({ start: from, end, mark });
  }
  close(text.length);
  return lines;
}

import { Fragment, memo, useEffect, useMemo, useRef } from 'react';
import { t } from '../../strings/index.ts';
import { AddFromText } from './AddFromText.tsx';
import { NearScreen } from './NearScreen.tsx';
import classes from './Review.module.css';
import {
  isItemList,
  isTaken,
  MARK_KINDS,
  type Mark,
  type MarkKind,
  marksOf,
  partsOfKey,
  type ReviewDocument,
  segments,
} from './review-items.ts';
import { useReview } from './review-store.ts';
import { type Chunk, chunkAt, chunksOf } from './text-chunks.ts';

const LABELS: Readonly<Record<MarkKind, string>> = {
  skill: t.review.groups.skills,
  gap: t.review.groups.gaps,
  caveat: t.review.groups.caveats,
  story: t.review.groups.stories,
  background: `${t.review.groups.positions}, ${t.review.groups.education.toLowerCase()}`,
  personal: t.review.groups.personal,
  added: t.review.groups.added,
};
const LINE_PX = 20;
const FLASH_MS = 1400;

/** The original text, whole and unchanged, with a mark for everything found; imported text is never markup. */
export function DocumentText({ document, isOpen }: { readonly document: ReviewDocument; readonly isOpen: boolean }) {
  const added = useReview((review) => review.decisions.added);
  const marks = useMemo(() => marksOf(document, added), [document, added]);
  const chunks = useMemo(() => chunksOf(document.text, marks), [document, marks]);
  const kinds = useMemo(() => new Set(marks.map(({ kind }) => kind)), [marks]);
  const scroller = useRef<HTMLElement>(null);
  useScrollToSelected(marks, document);
  useScrollToPlace(scroller, chunks);
  return (
    <>
      <div className={classes.legend} role="note" aria-label={t.review.legend}>
        {MARK_KINDS.filter((kind) => kinds.has(kind)).map((kind) => (
          <span key={kind}>
            <mark className={classes.mark} data-kind={kind}>
              {LABELS[kind]}
            </mark>
          </span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={scroller} className={classes.scroll} data-scroller tabIndex={0} aria-label={t.review.text}>
        <div className={classes.text}>
          {chunks.map((chunk, index) => (
            <NearScreen key={chunk.start} height={chunk.lines * LINE_PX} isFirst={index < 2} chunk={index}>
              {() => <ChunkText chunk={chunk} document={document} />}
            </NearScreen>
          ))}
        </div>
      </section>
      {isOpen && <AddFromText scroller={scroller} document={document} />}
    </>
  );
}

/** Choosing an item brings its first place into view, unless one of its places is there already. */
function useScrollToSelected(marks: readonly Mark[], document: ReviewDocument): void {
  const selected = useReview((review) => review.selected);
  useEffect(() => {
    if (selected === null) return;
    const shown = window.document.querySelectorAll<HTMLElement>(`mark[data-key="${CSS.escape(selected)}"]`);
    if ([...shown].some(isOnScreen)) return;
    const first = marks.find(({ key }) => key === selected);
    if (first !== undefined) useReview.getState().goTo(first.start, first.end);
  }, [selected, marks]);
  const at = useMemo(() => placeInAddress(document.text.length), [document]);
  useEffect(() => {
    if (at !== null) useReview.getState().goTo(at.start, at.end);
  }, [at]);
}

/** "?at=120-180" of an address that leads to a place in the text. */
function placeInAddress(length: number): { start: number; end: number } | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(new URLSearchParams(window.location.search).get('at') ?? '');
  if (match === null) return null;
  const start = Math.min(Number(match[1]), length);
  return { start, end: Math.min(Math.max(start, Number(match[2])), length) };
}

function useScrollToPlace(scroller: React.RefObject<HTMLElement | null>, chunks: readonly Chunk[]): void {
  const place = useReview((review) => review.place);
  useEffect(() => {
    if (place === null) return;
    const index = chunkAt(chunks, place.start);
    const chunk = scroller.current?.querySelector<HTMLElement>(`[data-chunk="${index}"]`);
    chunk?.scrollIntoView({ block: 'nearest' });
    // The chunk fills itself when it comes near; its pieces are there in the frame after.
    let tries = 0;
    const find = (): void => {
      const piece = [...(chunk?.querySelectorAll<HTMLElement>('[data-start]') ?? [])].find(
        (one) => Number(one.dataset.start) <= place.start && Number(one.dataset.end) > place.start,
      );
      if (piece === undefined && tries < 20) {
        tries += 1;
        requestAnimationFrame(find);
        return;
      }
      if (piece === undefined) return;
      piece.scrollIntoView({ block: 'center' });
      piece.dataset.flash = '';
      window.setTimeout(() => delete piece.dataset.flash, FLASH_MS);
    };
    requestAnimationFrame(find);
  }, [place, chunks, scroller]);
}

function isOnScreen(mark: HTMLElement): boolean {
  const box = mark.closest('section')?.getBoundingClientRect();
  const { top, bottom } = mark.getBoundingClientRect();
  return box !== undefined && top >= box.top && bottom <= box.bottom;
}

const ChunkText = memo(function ChunkText({ chunk, document }: { readonly chunk: Chunk; readonly document: ReviewDocument }) {
  const pieces = useMemo(() => segments(chunk.start, chunk.end, chunk.marks), [chunk]);
  return pieces.map(({ start, end, mark }) => (
    <Fragment key={start}>
      {mark === null ? (
        <span data-start={start} data-end={end}>
          {document.text.slice(start, end)}
        </span>
      ) : (
        <TextMark mark={mark} start={start} end={end} document={document} />
      )}
    </Fragment>
  ));
});

interface MarkProps {
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
  readonly document: ReviewDocument;
}

function TextMark({ mark, start, end, document }: MarkProps) {
  const isSelected = useReview((review) => review.selected === mark.key);
  const isOut = useReview((review) => isLeftOut(mark.key, document, review.decisions));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list beside it is the keyboard's way to the same items
    <mark
      className={classes.mark}
      data-key={mark.key}
      data-kind={mark.kind}
      data-start={start}
      data-end={end}
      data-out={isOut || undefined}
      data-selected={isSelected || undefined}
      onClick={() => window.getSelection()?.isCollapsed !== false && useReview.getState().select(mark.key)}
    >
      {document.text.slice(start, end)}
    </mark>
  );
}

function isLeftOut(key: string, document: ReviewDocument, decisions: ReturnType<typeof useReview.getState>['decisions']): boolean {
  const { list, id } = partsOfKey(key);
  if (list === 'personal') return decisions.personal[id] !== true;
  if (isItemList(list)) return decisions[list][id] === false;
  const skill = document.proposal.skills.find((one) => one.id === id);
  return skill !== undefined && !isTaken(skill, decisions);
}

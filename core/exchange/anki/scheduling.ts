import { default_w as WEIGHTS } from 'ts-fsrs';
import { newSchedule, type Schedule } from '../../practice/schedule.ts';

/** A card of Anki's, schema 11. `due` counts days since the collection was made for reviews, seconds since 1970 for learning. */
export interface AnkiCard {
  readonly type: number;
  readonly queue: number;
  readonly due: number;
  /** Days; seconds where negative. */
  readonly ivl: number;
  /** Ease in thousandths. */
  readonly factor: number;
  readonly reps: number;
  readonly lapses: number;
  /** JSON; newer programs keep the state of FSRS in it: s (days), d (1–10). */
  readonly data: string;
}

const DAY_MS = 86_400_000;
const NEW = 0;
const LEARNING = 1;
const REVIEW = 2;
const RELEARNING = 3;
const SUSPENDED = -1;
const MIN_STABILITY = 0.1;
const MAX_DAYS = 36_500;
const MIN_EASE = 1.3;
const DEFAULT_EASE = 2.5;

/**
 * How fast ease falls with difficulty at a stability: e^w8 · S^−w9 · (e^(0.1·w10) − 1), the growth of stability at a retention of
 * 0.9 (fsrs-rs, `memory_state_from_sm2`, with FSRS-6's default parameters).
 */
function growth(stability: number): number {
  const [w8 = 1.8722, w9 = 0.1666, w10 = 0.796] = [WEIGHTS[8], WEIGHTS[9], WEIGHTS[10]];
  return Math.exp(w8) * stability ** -w9 * Math.expm1(0.1 * w10);
}

/** FSRS difficulty, 1–10, of a card with this ease (2.5 is Anki's start) and stability in days: 11 − (ease − 1) / growth. */
export function difficultyOf(ease: number, stability: number): number {
  return clamp(11 - (ease - 1) / growth(stability), 1, 10);
}

/** The ease that {@link difficultyOf} would read as this difficulty; at least Anki's 1.3. */
export function easeOf(difficulty: number, stability: number): number {
  return Math.max(MIN_EASE, 1 + (11 - difficulty) * growth(Math.max(stability, MIN_STABILITY)));
}

/**
 * Where a card's repetition stands, from Anki's. At a retention of 0.9 the interval is the stability. Learning cards of which no
 * state of memory is known are new.
 * @param createdAtMs when the collection was made. @returns null for a card never seen.
 */
export function scheduleFromAnki(card: AnkiCard, createdAtMs: number, nowMs: number): Schedule | null {
  const memory = memoryIn(card.data);
  if (card.type === NEW || (card.type === LEARNING && memory === null)) return null;
  const isReview = card.type === REVIEW;
  const days = clamp(card.ivl, 0, MAX_DAYS);
  const stability = clamp(memory?.s ?? days, MIN_STABILITY, MAX_DAYS);
  const ease = card.factor > 0 ? card.factor / 1000 : DEFAULT_EASE;
  const farMs = nowMs + MAX_DAYS * DAY_MS;
  const dueAtMs = clamp(isReview ? createdAtMs + card.due * DAY_MS : card.due * 1000, 0, farMs);
  return {
    state: isReview ? 'review' : card.type === RELEARNING ? 'relearning' : 'learning',
    dueAtMs: Math.round(dueAtMs),
    stability,
    difficulty: clamp(memory?.d ?? difficultyOf(ease, stability), 1, 10),
    elapsedDays: 0,
    scheduledDays: days,
    learningSteps: 0,
    reps: Math.max(1, Math.round(card.reps)),
    lapses: Math.max(0, Math.round(card.lapses)),
    // Anki keeps no time of the last answer with a card; it follows from the interval, and lies not after today.
    lastReviewAtMs: Math.round(Math.min(isReview ? dueAtMs - days * DAY_MS : nowMs, nowMs)),
  };
}

/** Anki's numbers of a schedule. @param createdAtMs when the collection is said to be made, a start of a day. */
export function scheduleToAnki(schedule: Schedule | null, isSuspended: boolean, createdAtMs: number, position: number): AnkiCard {
  const { state, dueAtMs, stability, difficulty, scheduledDays, reps, lapses } = schedule ?? newSchedule(createdAtMs);
  // Learning steps are another program's own: a card in them starts anew there.
  if (state === 'new' || state === 'learning' || reps === 0)
    return { type: NEW, queue: isSuspended ? SUSPENDED : NEW, due: position, ivl: 0, factor: 0, reps: 0, lapses: 0, data: '{}' };
  return {
    type: REVIEW,
    queue: isSuspended ? SUSPENDED : REVIEW,
    due: Math.round((dueAtMs - createdAtMs) / DAY_MS),
    ivl: Math.max(1, Math.round(scheduledDays)),
    factor: Math.round(easeOf(difficulty, stability) * 1000),
    reps: Math.max(1, reps),
    lapses,
    data: JSON.stringify({ s: round(stability), d: round(difficulty) }),
  };
}

export function isSuspended({ queue }: AnkiCard): boolean {
  return queue === SUSPENDED;
}

function memoryIn(data: string): { readonly s: number; readonly d: number } | null {
  try {
    const value: unknown = data === '' ? null : JSON.parse(data);
    if (typeof value !== 'object' || value === null || !('s' in value) || !('d' in value)) return null;
    const { s, d } = value;
    return typeof s === 'number' && typeof d === 'number' && Number.isFinite(s) && Number.isFinite(d) ? { s, d } : null;
  } catch (error) {
    // The field belongs to other programs too: what is no JSON says nothing about memory.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, Number.isFinite(value) ? value : low));
}

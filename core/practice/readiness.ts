import { seededNumber } from './draw.ts';
import { type Belief, LevelTracker } from './level-tracker.ts';
import { FALSE_CREDIT } from './observed-level.ts';

/** A level to be shown by answers. */
export interface LevelToShow {
  readonly competencyId: string;
  /** 0–5. */
  readonly required: number;
  /** What is believed today. */
  readonly belief: Belief;
}

export interface AnswersToGo {
  readonly competencyId: string;
  /** Counted answers to go in a quick and in a slow run: 8 of 10 runs lie between. 0 when it is shown already. */
  readonly low: number;
  readonly high: number;
  /** Some run needed more than 60, and was ended there. */
  readonly isCapped: boolean;
}

export interface Readiness {
  /** One per level not shown yet, the most answers first. */
  readonly levels: readonly AnswersToGo[];
  /** Answers for all together, 8 of 10 runs. */
  readonly low: number;
  readonly high: number;
}

/** A level is shown when the lower end of its band is above this much under it. */
export const SHOWN_MARGIN = 0.5;
/** Ends a run: at ten minutes each that is ten hours for one competency. */
export const MOST_ANSWERS = 60;
const RUNS = 20;
/** When the first of them all reach the end, so will the others. */
const HOPELESS_RUNS = 3;
const [QUICK, SLOW] = [0.1, 0.9];
/** Where a question tells most (methods notes, section 1). */
const BELOW_LEVEL = 0.4;
const POINTS = 3;
const SLIP = 0.02;

/** Whether answers have shown a level: the lower end of the 95 % band lies above `required` − 0.5. */
export function isShown(low: number, required: number): boolean {
  return low > required - SHOWN_MARGIN;
}

/**
 * How many counted answers until each level is shown, by runs of made-up answers through the model itself. Assumed: from now on
 * one answers at the required level (or at today's mean, where that is higher), questions of the fitting level are there,
 * answers are self-graded on three points, and each counts for one competency. The same input gives the same result.
 * @param atMs the time of the made-up answers.
 */
export function answersToGo(levels: readonly LevelToShow[], atMs: number): Readiness {
  const known = new Map<string, readonly number[]>();
  const open = levels.flatMap((level) => {
    const tracker = LevelTracker.resume(level.belief).at(atMs).level;
    if (isShown(tracker.low, level.required)) return [];
    // Levels nobody has answered for differ by their prior only: they share their runs, each beginning at another.
    const key = level.belief.answers === 0 ? `${level.required} ${level.belief.prior.mean}` : level.competencyId;
    const runs = known.get(key) ?? runsOf(level, atMs, key);
    known.set(key, runs);
    const first = Math.floor(seededNumber(level.competencyId) * RUNS);
    return [{ level, runs: runs.map((_, run) => runs[(run + first) % RUNS] ?? 0) }];
  });
  const totals = Array.from({ length: RUNS }, (_, run) => open.reduce((sum, { runs }) => sum + (runs[run] ?? 0), 0));
  return {
    levels: open
      .map(({ level: { competencyId }, runs }) => ({
        competencyId,
        low: placeIn(runs, QUICK),
        high: placeIn(runs, SLOW),
        isCapped: runs.includes(MOST_ANSWERS),
      }))
      .sort((a, b) => b.high - a.high || b.low - a.low || a.competencyId.localeCompare(b.competencyId, 'en')),
    low: placeIn(totals, QUICK),
    high: placeIn(totals, SLOW),
  };
}

function runsOf(level: LevelToShow, atMs: number, seed: string): number[] {
  const first = Array.from({ length: HOPELESS_RUNS }, (_, run) => answersOfRun(level, atMs, `${seed} ${run}`));
  const isHopeless = first.every((answers) => answers === MOST_ANSWERS);
  const rest = Array.from({ length: RUNS - HOPELESS_RUNS }, (_, run) =>
    isHopeless ? MOST_ANSWERS : answersOfRun(level, atMs, `${seed} ${HOPELESS_RUNS + run}`),
  );
  return [...first, ...rest];
}

function answersOfRun({ required, belief }: LevelToShow, atMs: number, seed: string): number {
  const tracker = LevelTracker.resume(belief);
  let now = tracker.at(atMs).level;
  const truth = Math.max(required, now.mean);
  for (let answers = 0; answers < MOST_ANSWERS; answers += 1) {
    if (isShown(now.low, required)) return answers;
    const level = Math.min(5, Math.max(1, Math.round(now.mean - BELOW_LEVEL)));
    const share = pointsOf(truth - level, seededNumber(`${seed} ${answers}`)) / POINTS;
    tracker.take({ share, level, points: POINTS, falseCredit: FALSE_CREDIT.selfGraded, answeredAtMs: atMs });
    now = tracker.at(atMs).level;
  }
  return MOST_ANSWERS;
}

/** Points found on a question `above` levels under one's own, by the model's chance for each, from one number 0–1. */
function pointsOf(above: number, chance: number): number {
  const g = FALSE_CREDIT.selfGraded;
  const p = g + (1 - g - SLIP) / (1 + Math.exp(-above));
  let [points, least, mass] = [0, (1 - p) ** POINTS, (1 - p) ** POINTS];
  while (points < POINTS && chance >= least) {
    points += 1;
    mass *= ((POINTS - points + 1) / points) * (p / (1 - p));
    least += mass;
  }
  return points;
}

function placeIn(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.round(share * (values.length - 1))] ?? 0;
}

import { seededNumber } from './draw.ts';
import { type Belief, LevelTracker, type ObservedLevel } from './level-tracker.ts';
import { ENOUGH_ANSWERS, FALSE_CREDIT } from './observed-level.ts';

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
  /** Counted answers to go: for one who answers half a level above what is required, and for one who answers just at it. */
  readonly low: number;
  readonly high: number;
  /** The long end would be more than 60, and was ended there. */
  readonly isCapped: boolean;
}

export interface Readiness {
  /** One per level not shown yet, the most answers first. */
  readonly levels: readonly AnswersToGo[];
  /** Answers for all together. */
  readonly low: number;
  readonly high: number;
}

/** A level is shown when the lower end of its band is above this much under it. */
const SHOWN_MARGIN = 0.5;
/** Ends a run: at ten minutes each that is ten hours for one competency. */
export const MOST_ANSWERS = 60;
/** Odd, so that there is one in the middle. */
const RUNS = 9;
/** How far above the requirement the quick one answers. */
const ABOVE = 0.5;
/** Where a question tells most (methods notes, section 1). */
const BELOW_LEVEL = 0.4;
const POINTS = 3;
const SLIP = 0.02;

/** Whether answers have shown a level: at least ten of them, and the lower end of the 95 % band above `required` − 0.5. */
export function isShown({ low, answers }: Pick<ObservedLevel, 'low' | 'answers'>, required: number): boolean {
  return answers >= ENOUGH_ANSWERS && low > required - SHOWN_MARGIN;
}

/**
 * How many counted answers until each level is shown, by the median of runs of made-up answers through the model itself. Assumed:
 * from now on one answers half a level above the requirement (the low end) or just at it (the high end), or at today's mean where
 * that is higher; questions of the fitting level are there, are self-graded on three points, and count for one competency
 * each. The same input gives the same result.
 * @param atMs the time of the made-up answers.
 */
export function answersToGo(levels: readonly LevelToShow[], atMs: number): Readiness {
  const known = new Map<string, Omit<AnswersToGo, 'competencyId'>>();
  const open = levels.flatMap((level): AnswersToGo[] => {
    if (isShown(LevelTracker.resume(level.belief).at(atMs).level, level.required)) return [];
    // Levels nobody has answered for differ by their prior only.
    const key = level.belief.answers === 0 ? `${level.required} ${level.belief.prior.mean}` : level.competencyId;
    const answers = known.get(key) ?? rangeOf(level, atMs, key);
    known.set(key, answers);
    return [{ competencyId: level.competencyId, ...answers }];
  });
  return {
    levels: open.sort((a, b) => b.high - a.high || b.low - a.low || a.competencyId.localeCompare(b.competencyId, 'en')),
    low: open.reduce((sum, { low }) => sum + low, 0),
    high: open.reduce((sum, { high }) => sum + high, 0),
  };
}

function rangeOf(level: LevelToShow, atMs: number, seed: string): Omit<AnswersToGo, 'competencyId'> {
  const medianAt = (ability: number): number =>
    median(Array.from({ length: RUNS }, (_, run) => answersOfRun(level, { ability, atMs, seed: `${seed} ${run}` })));
  const [quick, slow] = [medianAt(level.required + ABOVE), medianAt(level.required)];
  const high = Math.max(quick, slow);
  return { low: Math.min(quick, slow), high, isCapped: high === MOST_ANSWERS };
}

interface Run {
  readonly ability: number;
  readonly atMs: number;
  readonly seed: string;
}

function answersOfRun({ required, belief }: LevelToShow, { ability, atMs, seed }: Run): number {
  const tracker = LevelTracker.resume(belief);
  let now = tracker.at(atMs).level;
  const truth = Math.max(ability, now.mean);
  for (let answers = 0; answers < MOST_ANSWERS; answers += 1) {
    if (isShown(now, required)) return answers;
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

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

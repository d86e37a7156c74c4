import type { AnyFamily } from '../family.ts';
import { buildAgain } from './build-again.ts';
import { choiceAtTen } from './choice-at-10x.ts';
import { defendChoice } from './defend-choice.ts';
import { gapFirstWeek } from './gap-first-week.ts';
import { gapLadder } from './gap-ladder.ts';
import { handOver } from './hand-over.ts';
import { hindsight } from './hindsight.ts';
import { honestyFamilies } from './honesty.ts';
import { incidentFamilies } from './incident.ts';
import { killAPart } from './kill-a-part.ts';
import { lineInDepth } from './line-in-depth.ts';
import { pointOfNoReturn, stuckHalf } from './migration.ts';
import { missingResult } from './missing-result.ts';
import { numberSource } from './number-source.ts';
import { ownPart } from './own-part.ts';
import { ratingProbe } from './rating-probe.ts';
import { scaleBreakDown } from './scale-break-down.ts';
import { scaleLoseOne } from './scale-lose-one.ts';
import { stale } from './stale.ts';
import { transfer } from './transfer.ts';
import { twoTools } from './two-tools.ts';

/** Every family there is. */
export const FAMILIES: readonly AnyFamily[] = [
  scaleBreakDown,
  scaleLoseOne,
  numberSource,
  ownPart,
  killAPart,
  handOver,
  lineInDepth,
  buildAgain,
  missingResult,
  hindsight,
  ...incidentFamilies,
  defendChoice,
  choiceAtTen,
  pointOfNoReturn,
  stuckHalf,
  gapLadder,
  gapFirstWeek,
  transfer,
  ratingProbe,
  stale,
  twoTools,
  ...honestyFamilies,
];

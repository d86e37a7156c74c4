/** How regularly a person practised: facts without a verdict. Days count, not the number of answers. */
export interface Rhythm {
  /** Days practised of the last 7 and 28, today among them. */
  readonly last7: number;
  readonly last28: number;
  /** Days practised in the run that goes on, and in the longest one. Free days are not counted, they just do not end it. */
  readonly run: number;
  readonly longestRun: number;
  readonly practisedToday: boolean;
}

/** A run goes on over one day without practice in any seven. */
const FREE_DAY_EVERY = 7;

/**
 * @param practised for each local day, oldest first and without a hole, whether there was an answer; the last is today. Today is
 * not over, so it is no free day yet.
 */
export function rhythmOf(practised: readonly boolean[]): Rhythm {
  const lastOf = (days: number): number => practised.slice(-days).filter(Boolean).length;
  const { run, longestRun } = runsOf(practised);
  return { last7: lastOf(7), last28: lastOf(28), run, longestRun, practisedToday: practised.at(-1) ?? false };
}

function runsOf(practised: readonly boolean[]): Pick<Rhythm, 'run' | 'longestRun'> {
  let [run, longestRun] = [0, 0];
  let freeDay = Number.NEGATIVE_INFINITY;
  for (const [day, isPractised] of practised.entries()) {
    if (isPractised) run += 1;
    else if (day < practised.length - 1) {
      // A second free day within seven ends the run.
      if (run > 0 && day - freeDay < FREE_DAY_EVERY) run = 0;
      freeDay = day;
    }
    longestRun = Math.max(longestRun, run);
  }
  return { run, longestRun };
}

import { z } from 'zod';

const minutesSchema = z.number().min(1).max(1440);

/** What a person may set about when questions come back. */
export const schedulingSchema = z.strictObject({
  /** Share of the repetitions one wants to know, 0.7 to 0.97: higher means more repetitions. */
  desiredRetention: z.number().min(0.7).max(0.97),
  /** Minutes until a new question not known comes again; none: it comes again by the scheduler's own interval. */
  learningStepsMin: z.array(minutesSchema).max(5),
  /** The same for a question that was known and forgotten. */
  relearningStepsMin: z.array(minutesSchema).max(5),
  /** New questions a day. */
  newPerDay: z.int().min(0).max(500),
  /** Repetitions a day. */
  duePerDay: z.int().min(0).max(2000),
  maxIntervalDays: z.int().min(7).max(3650),
  /** Spread what would fall due together over a few days around it. */
  fuzz: z.boolean(),
  /** Of the days within that spread, take the one with the least on it. */
  balanceLoad: z.boolean(),
  /** Ask only one a day of questions that are about the same thing. */
  burySiblings: z.boolean(),
  /** Forgotten this often, a question is marked; 0 never marks. */
  leechLapses: z.int().min(0).max(50),
});
export type SchedulingSettings = z.infer<typeof schedulingSchema>;

/** An interview question takes minutes, not seconds, so the limits are lower than for vocabulary. */
export const DEFAULT_SCHEDULING: SchedulingSettings = {
  desiredRetention: 0.9,
  learningStepsMin: [10],
  relearningStepsMin: [10],
  newPerDay: 15,
  duePerDay: 60,
  maxIntervalDays: 365,
  fuzz: true,
  balanceLoad: true,
  burySiblings: true,
  leechLapses: 5,
};

/**
 * Whether a question is to be marked as one that does not stick: forgotten `leechLapses` times, and again after every half as
 * many (Anki's rule). 0 never marks.
 */
export function isLeech(lapses: number, leechLapses: number): boolean {
  if (leechLapses === 0 || lapses < leechLapses) return false;
  return (lapses - leechLapses) % Math.max(1, Math.ceil(leechLapses / 2)) === 0;
}

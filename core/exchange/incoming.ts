import type { Question } from '../content/question.ts';
import type { Schedule } from '../practice/schedule.ts';

/** A question as a file brings it, before it is held against those there are. */
export interface IncomingQuestion {
  readonly question: Question;
  /** Where its repetition stands; null where the file does not say. */
  readonly schedule: Schedule | null;
  readonly isSuspended: boolean;
}

/** What a file brings. */
export interface Incoming {
  readonly questions: readonly IncomingQuestion[];
  /** What could not be read, in words that name the place; at most {@link MAX_PROBLEMS}. */
  readonly problems: readonly string[];
  /** How many entries are left out because of that. */
  readonly leftOut: number;
}

/** Turns a text into a short name that is always the same for it: lower-case letters and digits. */
export type NameOf = (text: string) => string;

export const MAX_PROBLEMS = 20;
/** More questions than this in one file are no collection of one person. */
export const MAX_QUESTIONS = 100_000;

/** Gathers what is read, keeping the first problems only. */
export class IncomingList {
  readonly #questions: IncomingQuestion[] = [];
  readonly #problems: string[] = [];
  #leftOut = 0;

  get length(): number {
    return this.#questions.length;
  }

  add(question: Question, schedule: Schedule | null = null, isSuspended = false): void {
    this.#questions.push({ question, schedule, isSuspended });
  }

  leaveOut(problem: string): void {
    this.#leftOut += 1;
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(problem);
  }

  done(): Incoming {
    return { questions: this.#questions, problems: this.#problems, leftOut: this.#leftOut };
  }
}

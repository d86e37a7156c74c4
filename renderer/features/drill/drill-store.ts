import { create } from 'zustand';
import type { Language } from '../../../core/content/language.ts';
import { type Answer, EMPTY_ANSWER } from '../../../core/practice/answer.ts';

interface Opened {
  readonly id: string;
  readonly draft: Answer | null;
  readonly language: Language;
}

interface DrillState {
  readonly questionId: string | null;
  readonly answer: Answer;
  /** The answer as it was when revealed; null before. */
  readonly revealed: Answer | null;
  /** Key points the person ticked; null until the app's suggestion or a tick has set them. */
  readonly ticked: readonly string[] | null;
  readonly startedAtMs: number;
  /** @param question with the language it begins in: that of the draft, or the one wanted. */
  open(question: Opened, nowMs: number): void;
  write(part: Partial<Answer>): void;
  reveal(): void;
  suggest(points: readonly string[]): void;
  tick(point: string): void;
}

/** The question on the screen: what is being answered, before the database has it. */
export const useDrill = create<DrillState>((set) => ({
  questionId: null,
  answer: EMPTY_ANSWER,
  revealed: null,
  ticked: null,
  startedAtMs: 0,
  open: ({ id, draft, language }, nowMs) =>
    set({ questionId: id, answer: { ...(draft ?? EMPTY_ANSWER), language }, revealed: null, ticked: null, startedAtMs: nowMs }),
  write: (part) => set(({ answer, revealed }) => (revealed === null ? { answer: { ...answer, ...part } } : {})),
  reveal: () => set(({ answer, revealed }) => (revealed === null ? { revealed: answer } : {})),
  suggest: (points) => set(({ ticked }) => (ticked === null ? { ticked: points } : {})),
  tick: (point) =>
    set(({ ticked }) => {
      const now = ticked ?? [];
      return { ticked: now.includes(point) ? now.filter((one) => one !== point) : [...now, point] };
    }),
}));

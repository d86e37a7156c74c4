import { AnswerAloud } from '../voice/AnswerAloud.tsx';
import { Takes, useTakeCount } from '../voice/Takes.tsx';
import { useDrill } from './drill-store.ts';
import type { DrillQuestion } from './in-language.ts';

/** Nothing is said in these: an option, an order, a command line. */
const NOT_SAID: ReadonlySet<DrillQuestion['kind']> = new Set(['choice', 'order', 'command']);

/** The recorder under the answer, and what was recorded of it. */
export function Aloud({ sessionId, question: { id, kind } }: { readonly sessionId: number; readonly question: DrillQuestion }) {
  const write = useDrill((state) => state.write);
  const of = { sessionId, questionId: id };
  const takes = useTakeCount(of);
  if (NOT_SAID.has(kind)) return null;
  return (
    <>
      <AnswerAloud of={of} isAgain={takes > 0} onStart={() => write({ spoken: true })} />
      <Takes of={of} withEarlier={false} />
    </>
  );
}

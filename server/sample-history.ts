import type { App } from '../api/context.ts';
import type { Question } from '../core/content/question.ts';
import { dayStart } from '../core/day.ts';
import { EMPTY_ANSWER } from '../core/practice/answer.ts';
import { seededNumber } from '../core/practice/draw.ts';
import { DAY_MS, type ReviewGrade } from '../core/practice/schedule.ts';
import { gradeAnswer } from '../db/practice/grade.ts';
import { addSession, endSession } from '../db/practice/sessions.ts';
import { listQuestions } from '../db/questions/questions.ts';

/** Eight weeks, and the pause in them that everybody has. */
const DAYS = 56;
const PAUSE = { from: 30, to: 26 };
const FREE_DAYS = 0.2;
const [FEWEST, MOST] = [7, 14];
const MOST_NEW = 5;
/** Of what comes back after it was learnt. */
const FORGOTTEN = 0.13;
/** Practised first, and not seen again for a month, so that their second answers count too. */
const FOCUS = ['pve.ceph', 'net.bgp', 'hw.raid-bmc', 'os.core', 'rel.incident', 'obs.alerting'];
const UNSEEN_DAYS = 31;
const MINUTE_MS = 60_000;

interface Asked {
  readonly lastMs: number;
  readonly dueAtMs: number;
  readonly times: number;
}

/** What the made-up person has practised so far, by question. */
type History = Map<string, Asked>;

/**
 * Adds eight weeks of made-up practice in one transaction: the person gets better, overestimates themself a little, forgets some
 * and takes days off. The same on every run, but for the clock.
 */
export function addSampleHistory(app: App, profileId: number, roleId: string, nowMs: number): void {
  const questions = inOrder(listQuestions(app.store.read, roleId));
  const history: History = new Map();
  app.store.transact('Made-up practice', () => {
    for (let daysAgo = DAYS; daysAgo > 0; daysAgo -= 1) {
      if (isFree(daysAgo)) continue;
      const count = FEWEST + Math.floor(seededNumber(`count ${daysAgo}`) * (MOST - FEWEST + 1));
      const startMs = dayStart(nowMs, -daysAgo) + (18 + 2 * seededNumber(`hour ${daysAgo}`)) * 60 * MINUTE_MS;
      practise(app, { profileId, roleId, startMs: Math.round(startMs) }, choose(questions, history, startMs, count), history);
    }
    return { result: null, changed: ['reviews', 'sessions'] };
  });
}

/** Never yesterday: the run of days is to go on. */
function isFree(daysAgo: number): boolean {
  return (daysAgo <= PAUSE.from && daysAgo >= PAUSE.to) || (daysAgo > 1 && seededNumber(`free ${daysAgo}`) < FREE_DAYS);
}

/** The focus first, mixed, then the others. */
function inOrder(questions: readonly Question[]): Question[] {
  const place = (question: Question): number => (FOCUS.includes(mainOf(question)) ? 0 : 1) + seededNumber(question.id);
  return questions.toSorted((a, b) => place(a) - place(b));
}

function mainOf({ competencies }: Question): string {
  return competencies[0]?.id ?? '';
}

/** What comes back, and then something new. */
function choose(questions: readonly Question[], history: History, atMs: number, count: number): Question[] {
  const isBack = (question: Question): boolean => {
    const asked = history.get(question.id);
    if (asked === undefined) return false;
    if (asked.times === 1 && FOCUS.includes(mainOf(question))) return atMs - asked.lastMs >= UNSEEN_DAYS * DAY_MS;
    return asked.dueAtMs <= atMs;
  };
  const back = questions.filter(isBack).slice(0, count - 1);
  const fresh = questions.filter(({ id }) => !history.has(id));
  return [...back, ...fresh.slice(0, Math.min(MOST_NEW, count - back.length))];
}

interface Sitting {
  readonly profileId: number;
  readonly roleId: string;
  readonly startMs: number;
}

function practise({ store }: App, { profileId, roleId, startMs }: Sitting, questions: readonly Question[], history: History): void {
  const queue = questions.map(({ id }) => ({ questionId: id, why: history.has(id) ? ('due' as const) : ('gap' as const) }));
  const { result: sessionId } = store.transact('Start of a session', (db) => ({
    result: addSession(db, profileId, { roleId, competencyId: null, queue }, startMs),
    changed: ['sessions'],
  }));
  let clockMs = startMs;
  for (const question of questions) {
    const before = history.get(question.id);
    const { points, share, durationMs, confidence } = answerTo(question, (before?.times ?? 0) + 1, (clockMs - startMs) / MINUTE_MS);
    clockMs += durationMs + MINUTE_MS;
    const answer = { ...EMPTY_ANSWER, spoken: true, confidence };
    const given = { sessionId, questionId: question.id, grade: gradeOf(share), answer, points, durationMs };
    const { result } = gradeAnswer(store, profileId, given, clockMs);
    history.set(question.id, { lastMs: clockMs, dueAtMs: result.dueAtMs, times: (before?.times ?? 0) + 1 });
  }
  store.transact('End of a session', (db) => {
    endSession(db, sessionId, clockMs);
    return { result: null, changed: ['sessions'] };
  });
}

/** Knows each key point by a chance that falls with the question's level and rises with every time it was asked. */
function answerTo({ id, level, keyPoints, timeLimitSec, competencies }: Question, times: number, tiredMin: number) {
  const isForgotten = times > 2 && seededNumber(`forgotten ${id} ${times}`) < FORGOTTEN;
  const ability = 2.6 + 2.2 * seededNumber(`ability ${competencies[0]?.id}`) + 0.8 * (times - 1) - tiredMin / 60;
  const chance = isForgotten ? 0.15 : 1 / (1 + Math.exp(level - ability));
  const known = keyPoints.filter((point) => seededNumber(`${id} ${times} ${point.id}`) < chance);
  const pace = 0.35 + 0.75 * seededNumber(`pace ${id} ${times}`) ** 2;
  return {
    points: known.map((point) => point.id),
    share: known.length / keyPoints.length,
    durationMs: Math.round(timeLimitSec * 1000 * pace),
    /** Somewhat too sure, in steps of a quarter. */
    confidence: Math.min(1, Math.max(0, Math.round(4 * (chance + 0.4 * seededNumber(`sure ${id} ${times}`) - 0.04)) / 4)),
  };
}

function gradeOf(share: number): ReviewGrade {
  if (share < 0.3) return 'again';
  if (share < 0.5) return 'hard';
  return share < 0.95 ? 'good' : 'easy';
}

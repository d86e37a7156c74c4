import { practiceDay } from '../core/day.ts';
import type { QueueEntry } from '../core/practice/queue.ts';
import { getPlan } from '../db/person/plans.ts';
import { findCard } from '../db/practice/cards.ts';
import { getScheduling, schedulerOf } from '../db/practice/scheduling.ts';
import type { Session } from '../db/practice/sessions.ts';
import { getQuestion } from '../db/questions/questions.ts';
import { compare } from './comparisons.ts';
import type { App } from './context.ts';
import { daysUntil } from './planning.ts';

/** Why a question of a session is asked, in figures; the words are the screen's. */
export interface WhyAsked {
  readonly why: QueueEntry['why'];
  /** What it is about in the role of the session, where it is part of it; for a question from a gap only. */
  readonly competency: { readonly name: string; readonly level: number | null; readonly required: number; readonly gap: number } | null;
  /** When it fell due, milliseconds since 1970, and whole days since then; null when it was never answered. */
  readonly due: { readonly atMs: number; readonly daysAgo: number } | null;
  /** How likely it is forgotten by now, 0–1; null when it was never answered. */
  readonly forgotten: number | null;
  /** The interview, where one is ahead. */
  readonly interview: { readonly on: string; readonly days: number } | null;
}

/** Reads why a question of a session is asked; null when it is not in the session. */
export function whyAsked(app: App, profileId: number, session: Session, questionId: string): WhyAsked | null {
  const entry = session.queue.find((one) => one.questionId === questionId);
  if (entry === undefined) return null;
  const db = app.store.read;
  const card = findCard(db, profileId, questionId);
  const isKnown = card !== null && card.state !== 'new';
  const retrievability = isKnown ? schedulerOf(getScheduling(db, profileId)).retrievability(card, app.now()) : null;
  return {
    why: entry.why,
    competency: entry.why === 'gap' ? competencyOf(app, profileId, session.roleId, questionId) : null,
    due: isKnown ? { atMs: card.dueAtMs, daysAgo: daysBetween(card.dueAtMs, app.now()) } : null,
    forgotten: retrievability === null ? null : 1 - retrievability,
    interview: interviewOf(app, profileId),
  };
}

/** What a question is about in a role: its main competency, or else the first that the role asks for. */
function competencyOf(app: App, profileId: number, roleId: string, questionId: string): WhyAsked['competency'] {
  const ids = getQuestion(app.store.read, questionId).competencies.map(({ id }) => id);
  const about = compare(app, profileId, roleId)
    .layers.flatMap(({ competencies }) => competencies)
    .filter(({ id }) => ids.includes(id))
    // The main one first: a queue is made by it.
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  const [chosen] = about;
  return chosen === undefined ? null : { name: chosen.name, level: chosen.level, required: chosen.required, gap: chosen.gap };
}

function interviewOf(app: App, profileId: number): WhyAsked['interview'] {
  const { interviewOn } = getPlan(app.store.read, profileId);
  const days = daysUntil(interviewOn, app.now());
  return interviewOn === null || days === null || days < 0 ? null : { on: interviewOn, days };
}

const DAY_MS = 24 * 3_600_000;

/** Days of practice from one moment to a later one; 0 on the same day and where it is not later. */
function daysBetween(fromMs: number, toMs: number): number {
  return Math.max(0, Math.round((practiceDay(toMs).startMs - practiceDay(fromMs).startMs) / DAY_MS));
}

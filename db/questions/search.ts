import type { Language } from '../../core/content/language.ts';
import type { QuestionKind } from '../../core/content/question.ts';
import type { Schedule } from '../../core/practice/schedule.ts';
import { searchQuery } from '../../core/practice/search-query.ts';
import { query, type ReadableDb } from '../statement.ts';
import { type Facet, facetWord, type Origin } from './search-index.ts';

export const QUESTION_STATES = ['new', 'due', 'suspended', 'leech', 'reported'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** What questions are wanted; what is not given does not matter. */
export interface QuestionFilter {
  /** As typed. */
  readonly words?: string | undefined;
  /** One of these competencies. */
  readonly competencies?: readonly string[] | undefined;
  readonly level?: number | undefined;
  readonly kind?: QuestionKind | undefined;
  readonly tag?: string | undefined;
  readonly origin?: Origin | undefined;
  /** It can be asked in this language. */
  readonly language?: Language | undefined;
  readonly state?: QuestionState | undefined;
}

export interface Person {
  readonly profileId: number;
  readonly nowMs: number;
}

/** A question as a line of a list. */
export interface FoundQuestion {
  readonly id: string;
  /** Its beginning. */
  readonly prompt: string;
  readonly kind: QuestionKind;
  readonly level: number;
  readonly origin: Origin;
  /** Main competency; empty for none. */
  readonly competencyId: string;
  /** Of this person's card; null without one. */
  readonly cardState: Schedule['state'] | null;
  readonly dueAtMs: number | null;
  readonly isSuspended: number;
  readonly isLeech: number;
  readonly reports: number;
}

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

const PROMPT_LENGTH = 240;
/** Among more hits than this the best few cannot be told apart by a word or two, and ranking each would take time. */
const MAX_RANKED = 500;
/** From as many due cards on it is quicker to ask each question than to gather the due ones. */
const MANY_DUE = 1_500;
/** Questions in a state are counted up to here: whether a card is new must be asked one by one. */
export const MAX_COUNTED = 1_000;

const COLUMNS = [
  'id',
  'prompt',
  'kind',
  'level',
  'origin',
  'competencyId',
  'cardState',
  'dueAtMs',
  'isSuspended',
  'isLeech',
  'reports',
] as const;
const JOINED = `JOIN question_numbers AS n ON n.number = s.rowid
  LEFT JOIN cards AS c ON c.profile_id = ? AND c.question_id = n.question_id`;
/** Values: the profile. */
const FROM = `FROM question_search AS s ${JOINED} JOIN questions AS q ON q.id = n.question_id`;
/** Values: the profile. */
const FIELDS = `q.id, substr(q.prompt, 1, ${PROMPT_LENGTH}) AS prompt, q.kind, q.level, q.origin, q.main_competency_id AS competencyId,
  c.state AS cardState, c.due_at_ms AS dueAtMs, c.suspended_at_ms IS NOT NULL AS isSuspended, c.leech_at_ms IS NOT NULL AS isLeech,
  (SELECT count(*) FROM question_reports AS r WHERE r.question_id = q.id AND r.profile_id = ?) AS reports`;
const FOUND = `SELECT ${FIELDS} ${FROM}`;

const VARIANTS = [...QUESTION_STATES, 'any', 'many-due'] as const;
type Variant = (typeof VARIANTS)[number];

const inCards = (where: string): string =>
  `s.rowid IN (SELECT sn.number FROM cards AS sc JOIN question_numbers AS sn ON sn.question_id = sc.question_id
     WHERE sc.profile_id = ? AND ${where})`;
/** Each takes the profile and the time, whether it needs them or not, so that all statements take the same values. */
const CONDITIONS: Readonly<Record<Variant, string>> = {
  any: '? > 0 AND ? > 0',
  new: "? > 0 AND ? > 0 AND coalesce(c.state, 'new') = 'new' AND c.suspended_at_ms IS NULL",
  due: inCards("sc.due_at_ms <= ? AND sc.state <> 'new' AND sc.suspended_at_ms IS NULL"),
  // Without coalesce the planner would begin with the cards, and sort all of them.
  'many-due': "? > 0 AND coalesce(c.due_at_ms <= ? AND c.state <> 'new' AND c.suspended_at_ms IS NULL, 0)",
  suspended: inCards('? > 0 AND sc.suspended_at_ms IS NOT NULL'),
  leech: inCards('? > 0 AND sc.leech_at_ms IS NOT NULL'),
  reported: `s.rowid IN (SELECT rn.number FROM question_reports AS rr JOIN question_numbers AS rn ON rn.question_id = rr.question_id
    WHERE rr.profile_id = ?) AND ? > 0`,
};

type Values = [profileId: number, profileId: number, match: string, profileId: number, nowMs: number, limit: number, offset: number];
type AnyValues = [profileId: number, match: string, limit: number, offset: number, profileId: number];
type CountValues = [profileId: number, match: string, profileId: number, nowMs: number];

/** A statement for each way to look; `make` gets the condition. */
function perVariant<T>(make: (condition: string) => T): Readonly<Record<Variant, T>> {
  const { any, new: fresh, due, 'many-due': manyDue, suspended, leech, reported } = CONDITIONS;
  return {
    any: make(any),
    new: make(fresh),
    due: make(due),
    'many-due': make(manyDue),
    suspended: make(suspended),
    leech: make(leech),
    reported: make(reported),
  };
}

/** Where every question will do, the page is cut before anything else is looked up. */
const anyPage = (order: string, orderAfter: string) =>
  query<AnyValues, FoundQuestion>(
    `SELECT ${FIELDS} FROM (SELECT rowid, ${order} AS score FROM question_search WHERE question_search MATCH ?
       ORDER BY ${orderAfter} LIMIT ? OFFSET ?) AS s ${JOINED} JOIN questions AS q ON q.id = n.question_id ORDER BY ${orderAfter.replaceAll('rowid', 's.rowid')}`,
    COLUMNS,
  );
const RANK = 'bm25(question_search, 8, 1, 4)';
const anyByRank = anyPage(RANK, 'score, rowid');
const anyByAge = anyPage('0', 'rowid DESC');
const byRank = perVariant((condition) =>
  query<Values, FoundQuestion>(
    `${FOUND} WHERE question_search MATCH ? AND ${condition} ORDER BY ${RANK}, s.rowid LIMIT ? OFFSET ?`,
    COLUMNS,
  ),
);
const byAge = perVariant((condition) =>
  query<Values, FoundQuestion>(`${FOUND} WHERE question_search MATCH ? AND ${condition} ORDER BY s.rowid DESC LIMIT ? OFFSET ?`, COLUMNS),
);
const counts = perVariant((condition) =>
  query<CountValues, { count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM question_search AS s ${JOINED} WHERE question_search MATCH ? AND ${condition}
       LIMIT ${MAX_COUNTED})`,
    ['count'],
  ),
);
const ids = perVariant((condition) =>
  query<CountValues, { id: string }>(`SELECT q.id ${FROM} WHERE question_search MATCH ? AND ${condition} ORDER BY q.id`, ['id']),
);
const numbers = perVariant((condition) =>
  query<CountValues, QuestionNumber>(
    `SELECT q.kind, q.level, q.main_competency_id AS competencyId, count(*) AS count ${FROM}
     WHERE question_search MATCH ? AND ${condition} GROUP BY q.kind, q.level, q.main_competency_id`,
    ['kind', 'level', 'competencyId', 'count'],
  ),
);
const countMatches = query<[match: string], { count: number }>(
  'SELECT count(*) AS count FROM question_search WHERE question_search MATCH ?',
  ['count'],
);
const countUpTo = query<[match: string, limit: number], { count: number }>(
  'SELECT count(*) AS count FROM (SELECT 1 FROM question_search WHERE question_search MATCH ? LIMIT ?)',
  ['count'],
);
const countDue = query<[profileId: number, nowMs: number, limit: number], { count: number }>(
  'SELECT count(*) AS count FROM (SELECT 1 FROM cards WHERE profile_id = ? AND due_at_ms <= ? LIMIT ?)',
  ['count'],
);
const selectTags = query<[], { tag: string; count: number }>(
  `SELECT tag, count(*) AS count FROM question_tags JOIN questions ON questions.id = question_id WHERE retired = 0 GROUP BY tag ORDER BY tag`,
  ['tag', 'count'],
);

/** How many questions there are of a kind, level and main competency. */
export interface QuestionNumber {
  readonly kind: QuestionKind;
  readonly level: number;
  readonly competencyId: string;
  readonly count: number;
}

const selectOthers = query<[profileId: number], { profileId: number }>(
  'SELECT DISTINCT profile_id AS profileId FROM questions WHERE profile_id IS NOT NULL AND profile_id <> ?',
  ['profileId'],
);

/** The wanted questions as a query of the index: words and filters are all words of it. What was made for others is left out. */
function matchFor(
  db: ReadableDb,
  { words = '', competencies, level, kind, tag, origin, language }: QuestionFilter,
  { profileId }: Person,
): { match: string; hasWords: boolean } {
  const typed = searchQuery(words);
  const one = (facet: Facet, value: string | number | undefined): string[] =>
    value === undefined ? [] : [`labels : "${facetWord(facet, String(value))}"`];
  const about = competencies?.map((id) => `"${facetWord('competency', id)}"`).join(' OR ');
  const terms = [
    ...(typed === null ? [] : [`(${typed})`]),
    ...one('kind', kind),
    ...one('level', level),
    ...one('tag', tag),
    ...one('origin', origin),
    ...one('language', language),
    // No competency at all is wanted: nothing is found then.
    ...(about === undefined ? [] : [`labels : (${about === '' ? '"zzqnothing"' : about})`]),
  ];
  const wanted = terms.length === 0 ? `labels : "${facetWord('all', '')}"` : terms.join(' AND ');
  const others = selectOthers.all(db, profileId).map((row) => `"${facetWord('owner', String(row.profileId))}"`);
  const match = others.length === 0 ? wanted : `(${wanted}) NOT labels : (${others.join(' OR ')})`;
  return { match, hasWords: typed !== null };
}

function variantFor(db: ReadableDb, { state }: QuestionFilter, { profileId, nowMs }: Person): Variant {
  if (state !== 'due') return state ?? 'any';
  return (countDue.get(db, profileId, nowMs, MANY_DUE)?.count ?? 0) < MANY_DUE ? 'due' : 'many-due';
}

/** A page of the wanted questions: the best hits of few first, else the newest first. Retired ones are never found. */
export function searchQuestions(db: ReadableDb, filter: QuestionFilter, person: Person, { limit, offset }: Page): FoundQuestion[] {
  const { match, hasWords } = matchFor(db, filter, person);
  const isRanked = hasWords && (countUpTo.get(db, match, MAX_RANKED + 1)?.count ?? 0) <= MAX_RANKED;
  const { profileId, nowMs } = person;
  const variant = variantFor(db, filter, person);
  if (variant === 'any') return (isRanked ? anyByRank : anyByAge).all(db, profileId, match, limit, offset, profileId);
  const statement = (isRanked ? byRank : byAge)[variant];
  return statement.all(db, profileId, profileId, match, profileId, nowMs, limit, offset);
}

/** How many questions are wanted; of those in a state at most {@link MAX_COUNTED}. */
export function countQuestions(db: ReadableDb, filter: QuestionFilter, person: Person): number {
  const { match } = matchFor(db, filter, person);
  if (filter.state === undefined) return countMatches.get(db, match)?.count ?? 0;
  return counts[variantFor(db, filter, person)].get(db, person.profileId, match, person.profileId, person.nowMs)?.count ?? 0;
}

/** The ids of all wanted questions. */
export function wantedQuestionIds(db: ReadableDb, filter: QuestionFilter, person: Person): string[] {
  const { match } = matchFor(db, filter, person);
  const rows = ids[variantFor(db, filter, person)].all(db, person.profileId, match, person.profileId, person.nowMs);
  return rows.map(({ id }) => id);
}

/** The wanted questions in numbers. */
export function questionNumbers(db: ReadableDb, filter: QuestionFilter, person: Person): QuestionNumber[] {
  const { match } = matchFor(db, filter, person);
  return numbers[variantFor(db, filter, person)].all(db, person.profileId, match, person.profileId, person.nowMs);
}

/** Every tag in use, with how many questions have it. */
export function listTags(db: ReadableDb): { readonly tag: string; readonly count: number }[] {
  return selectTags.all(db);
}

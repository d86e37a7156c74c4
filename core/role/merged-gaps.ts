import { competenciesOf, type Role } from '../content/role.ts';
import { type CompetencyComparison, type RoleComparison, skillsOf } from './compare.ts';

export type GapStatus = 'open' | 'in_progress' | 'closed';

/** Something the person said they lack. */
export interface SaidGap {
  readonly id: number;
  readonly text: string;
  readonly status: GapStatus;
  readonly skills: readonly string[];
}

export interface GapState {
  readonly key: string;
  readonly status: GapStatus | null;
  readonly note: string;
  readonly dueOn: string | null;
}

/** said: in the person's words; role: by the comparison; practice: the answers show less than required. */
export type GapOrigin = 'said' | 'role' | 'practice';

/** What the person said, what the role shows and what the answers show of one thing, as one gap. */
export interface MergedGap {
  /** The competency's id, or `said:` and the words of a gap that belongs to none. */
  readonly key: string;
  /** Under which the same gap is known where no competency is about it. */
  readonly keys: readonly string[];
  readonly title: string;
  readonly origins: readonly GapOrigin[];
  readonly competency: CompetencyComparison | null;
  readonly said: readonly SaidGap[];
  readonly status: GapStatus;
  readonly note: string;
  readonly dueOn: string | null;
}

/** Levels closer to the requirement than this are no gap. */
const SMALLEST = 0.05;

/**
 * One list of gaps from the person's words, the role and practice. A said gap joins the competency that rests on its skills:
 * of several the one that cannot do without the skill, then the heaviest. Sorted by severity; what is closed comes last.
 */
export function mergeGaps(role: Role, comparison: RoleComparison, said: readonly SaidGap[], states: readonly GapState[]): MergedGap[] {
  const byKey = new Map(states.map((state) => [state.key, state]));
  const compared = new Map(comparison.layers.flatMap(({ competencies }) => competencies).map((one) => [one.id, one]));
  const joined = Map.groupBy(said, (gap) => homeOf(gap, role, compared) ?? keyOfWords(gap.text));
  const gaps: MergedGap[] = [];
  for (const competency of compared.values()) {
    const own = joined.get(competency.id) ?? [];
    const origins = originsOf(competency, own);
    // What was once taken up stays in the list when it is met: that is its history.
    const keys = keysOfAll(own);
    const state = byKey.get(competency.id) ?? keys.map((key) => byKey.get(key)).find((one) => one !== undefined);
    const isKept = byKey.has(competency.id);
    if (origins.length === 0 && !isKept) continue;
    gaps.push({ key: competency.id, keys, title: competency.name, origins, competency, said: own, ...stateOf(state, own) });
  }
  for (const [key, own] of joined) {
    const [first] = own;
    if (first === undefined || compared.has(key)) continue;
    gaps.push({
      key,
      keys: [],
      title: titleOf(first.text),
      origins: ['said'],
      competency: null,
      said: own,
      ...stateOf(byKey.get(key), own),
    });
  }
  return gaps.sort((a, b) => order(a) - order(b) || severity(b) - severity(a) || a.title.localeCompare(b.title, 'en'));
}

function keysOfAll(said: readonly SaidGap[]): string[] {
  return [...new Set(said.map(({ text }) => keyOfWords(text)))];
}

const MAX_KEY = 150;

/** The same words in two documents, or in two versions of one, are the same gap. */
function keyOfWords(text: string): string {
  return `said:${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, MAX_KEY)}`;
}

function homeOf({ skills }: SaidGap, role: Role, compared: ReadonlyMap<string, CompetencyComparison>): string | null {
  const wanted = new Set(skills);
  const homes = competenciesOf(role)
    .filter((competency) => skillsOf(competency).some((id) => wanted.has(id)))
    .map((competency) => ({
      id: competency.id,
      isCore: competency.skillsAll.some((id) => wanted.has(id)),
      priority: compared.get(competency.id)?.priority ?? 0,
    }))
    .sort((a, b) => Number(b.isCore) - Number(a.isCore) || b.priority - a.priority || a.id.localeCompare(b.id, 'en'));
  return homes[0]?.id ?? null;
}

function originsOf(competency: CompetencyComparison, said: readonly SaidGap[]): GapOrigin[] {
  const isBelow = competency.level !== null && competency.gap > SMALLEST;
  const isBelowInPractice = competency.observed !== null && competency.observed < competency.required - SMALLEST;
  return [
    ...(said.length > 0 ? (['said'] as const) : []),
    ...(isBelow ? (['role'] as const) : []),
    ...(isBelowInPractice ? (['practice'] as const) : []),
  ];
}

/** Its own status where it was given one; else that of what was said, the least advanced of them. */
function stateOf(state: GapState | undefined, said: readonly SaidGap[]): Pick<MergedGap, 'status' | 'note' | 'dueOn'> {
  const statuses = said.map(({ status }) => status);
  const fromSaid = (['open', 'in_progress', 'closed'] as const).find((status) => statuses.includes(status)) ?? 'open';
  return { status: state?.status ?? fromSaid, note: state?.note ?? '', dueOn: state?.dueOn ?? null };
}

function severity({ competency }: MergedGap): number {
  return competency?.priority ?? 0;
}

function order({ status }: MergedGap): number {
  return status === 'closed' ? 1 : 0;
}

const MAX_TITLE = 90;

function titleOf(text: string): string {
  const line = text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/^[-*•]\s*/, '');
  return line.length <= MAX_TITLE ? line : `${line.slice(0, MAX_TITLE - 1).trimEnd()}…`;
}

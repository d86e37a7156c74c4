import type { CaveatFact, ProfileFacts, ScaleFact } from '../facts.ts';
import type { ClaimStance, Source } from '../types.ts';

/**
 * What a caveat limits: `team`, it was not theirs alone; `part`, theirs was a part; `level`, how well they know it; `other`, none of these:
 * it still keeps a claim from being put as their own, and nothing is asked about it.
 */
export type LimitKind = 'team' | 'part' | 'level' | 'other';

const KINDS: readonly (readonly [LimitKind, RegExp])[] = [
  [
    'team',
    /\bteam (?:work|effort)\b|\bteamwork\b|not solo|not alone|not mine alone|built this alone|over-?sell|single-handed|travail d['’]équipe|pas (?:tout )?seul/i,
  ],
  [
    'part',
    /\b(?:his|her|their|my) (?:contribution|part)s?\b|already there|contributions? (?:was|were)|didn['’]t \w+ (?:all|every|100)|helped (?:to )?(?:deploy|build|run|operate)|ma (?:contribution|part)\b|j['’]ai seulement/i,
  ],
  [
    'level',
    /\b(?:primarily|mostly|only|just) [\w-]*user\b|user-level|\blevel\b|limited experience|not (?:very )?strong|nothing (?:too )?fancy|\bstandard usage\b|less as an? |not an? (?:dedicated|software)|no [\w-]+ experience|opérations de routine|niveau (?:débutant|de base)|notions/i,
  ],
];

export function kindOfLimit(text: string): LimitKind {
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

interface Claim {
  readonly skillIds: readonly string[];
  readonly source: Source;
  readonly figure?: { readonly value: number; readonly unit: string };
  readonly work?: 'own' | 'team' | null;
}

/** A caveat with what is asked of it for every claim. */
interface Limit {
  readonly caveat: CaveatFact;
  readonly kind: LimitKind;
  readonly scales: readonly ScaleFact[];
  readonly stories: readonly Source[];
}

/** Says of a claim whether anything the person wrote keeps it from being theirs. */
export class Limits {
  readonly #facts: ProfileFacts;
  readonly #limits: readonly Limit[];

  constructor(facts: ProfileFacts) {
    this.#facts = facts;
    this.#limits = facts.caveats.map((caveat) => ({
      caveat,
      kind: kindOfLimit(caveat.text),
      scales: facts.scales.filter((scale) => isInside(scale, caveat)),
      stories: facts.stories.filter((story) => isInside(caveat, story)),
    }));
  }

  stanceOf(claim: Claim): ClaimStance {
    if (claim.work === 'team' || SPEAKS_OF_TEAM.test(claim.source.text)) return 'team';
    const limits = this.#limits.filter((limit) => touches(limit, claim));
    if (limits.some(({ kind }) => kind === 'team')) return 'team';
    if (limits.length > 0) return 'limited';
    const isLacking = this.#facts.gaps.some((gap) => !gap.isClosed && gap.skills.some((id) => claim.skillIds.includes(id)));
    return isLacking ? 'limited' : 'own';
  }

  /** Whether a caveat covers the place, or takes back a figure in it. */
  isTakenBack(source: Source): boolean {
    const figures = this.#facts.scales.filter((scale) => isInside(scale, source));
    return this.#limits.some((limit) => isInside(source, limit.caveat) || figures.some((figure) => limitsFigure(limit, figure)));
  }
}

function touches(limit: Limit, claim: Claim): boolean {
  const { caveat, kind, stories } = limit;
  if (caveat.skills.some((id) => claim.skillIds.includes(id)) || isInside(claim.source, caveat)) return true;
  if (claim.figure !== undefined && limitsFigure(limit, claim.figure)) return true;
  return (kind === 'team' || kind === 'part') && stories.some((story) => isInside(claim.source, story));
}

/** The same figure, or a part of a rate the caveat says was the team's. */
function limitsFigure({ kind, scales }: Limit, { value, unit }: { readonly value: number; readonly unit: string }): boolean {
  return scales.some(
    (scale) => scale.unit === unit && (scale.value === value || (unit.includes('/') && kind === 'team' && scale.value >= value)),
  );
}

/** "We", where no "I" stands beside it. */
const SPEAKS_OF_TEAM = /^(?!.*(?:\bI\b|\bj['’]ai\b|\bje\b)).*(?:\bwe\b|\bour team\b|\bnous\b|\bl['’]équipe\b)/is;

export function isInside(inner: Source, outer: Source): boolean {
  return inner.documentId === outer.documentId && inner.start >= outer.start && inner.end <= outer.end;
}

import type { Outline } from '../import/blocks.ts';
import { tokenise } from '../import/fold.ts';
import type { SkillMatcher } from '../import/matcher.ts';
import type { Mention } from '../import/mentions.ts';
import { latin } from '../import/patterns.ts';
import type { DecodedDocument } from '../import/types.ts';
import type { Judged } from './judge.ts';
import type { SectionKind } from './wording.ts';

/** "We expect", "a factor of": an everyday word in lower case is no product in running text. */
export function isWord({ masked }: Outline, { isAmbiguous, isTypo, start, end }: Mention): boolean {
  const word = masked.slice(start, end);
  return isAmbiguous && !isTypo && /^\p{Ll}+$/u.test(word);
}

/**
 * Names that are everyday words too ("Go", "Helm", "Tempo"): where something is asked for, a capital inside a sentence tells.
 * German writes every noun with one, so there it tells nothing.
 */
export function everydayNames(
  outline: Outline,
  kinds: readonly SectionKind[],
  matcher: SkillMatcher,
  known: readonly Mention[],
): Mention[] {
  const found: Mention[] = [];
  for (const block of outline.blocks) {
    const kind = kinds[block.index];
    if (block.kind === 'heading' || (kind !== 'must' && kind !== 'nice' && kind !== 'tasks')) continue;
    const tokens = tokenise(outline.masked, block.start, block.end);
    for (const [index, token] of tokens.entries()) {
      const word = outline.masked.slice(token.start, token.end);
      const isInside = index > 0 && !/[.!?:;•\n→–-]\s*$/.test(outline.masked.slice(block.start, token.start));
      if (!isInside || !/^\p{Lu}\p{L}+$/u.test(word) || known.some(({ start, end }) => start < token.end && token.start < end)) continue;
      const spelling = matcher.matchesAt(outline.masked, tokens, index).find(({ lastToken }) => lastToken === index)?.spellings[0];
      if (spelling === undefined || !spelling.isAmbiguous || spelling.written !== word || spelling.skill.kind !== 'technology') continue;
      found.push({
        skillId: spelling.skill.id,
        start: token.start,
        end: token.end,
        block: block.index,
        isTypo: false,
        isAmbiguous: true,
        isNested: false,
      });
    }
  }
  return found;
}

/** Skills that a job description names as a condition of the work. */
export const CONDITIONS: ReadonlySet<string> = new Set([
  'on-call',
  'shift-work',
  'remote-sites',
  'edge-sites',
  'escalation',
  'communication-skills',
]);
/** Names of whole fields; beside a name of something in them they only say what it is for. */
const FIELDS: ReadonlySet<string> = new Set([
  ...['it-automation', 'networking', 'programming', 'scripting', 'monitoring', 'databases', 'sre', 'troubleshooting', 'devops'],
  ...['platform-engineering', 'cloud-native', 'containers', 'virtualization', 'system-administration', 'observability', 'it-security'],
  ...['version-control', 'backup', 'shell', 'operating-systems'],
]);

/** "Programming skills in Go" asks for Go, and "monitoring with Prometheus" for Prometheus; "5 years as an SRE" for no skill. */
export function withoutFields(judged: readonly Judged[], document: DecodedDocument): Judged[] {
  const byClause = Map.groupBy(judged, ({ place }) => place.start);
  return judged.filter(({ mention, place, years }) => {
    const { skillId } = mention;
    if (FIELDS.has(skillId) && /(?:for|pour|für|de la|in)\s+$/i.test(document.text.slice(Math.max(0, mention.start - 8), mention.start)))
      return false;
    const others = (byClause.get(place.start) ?? []).filter((other) => other.mention.skillId !== skillId);
    return !FIELDS.has(skillId) || (years === null && (others.length === 0 || isListedWith(mention, others, document)));
  });
}

/** "Linux and networking": a field that stands beside other names as one of them is meant for itself. */
function isListedWith(mention: Mention, others: readonly Judged[], { text }: DecodedDocument): boolean {
  return others.some(({ mention: other }) => {
    const between = mention.start >= other.end ? text.slice(other.end, mention.start) : text.slice(mention.end, other.start);
    return AND.test(between);
  });
}

const AND = latin(/^\s*(?:,\s*)?(?:(?:and|et|und|&|,)\s*)(?:(?:du|de la|de l['’]|des|the|in) ?)?$/iu);

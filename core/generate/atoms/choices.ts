import type { ClaimStance, Noun, Source, Title } from '../types.ts';
import { remarkAt } from './quotes.ts';
import { type Line, lastHeading, type Reading, slug } from './reading.ts';

/** One thing taken instead of another. */
export interface ChoiceAtom {
  readonly atom: string;
  readonly chosen: Noun;
  readonly other: Noun;
  /** The sentence that gives the reason; null where none does, or it cannot be quoted. */
  readonly reason: Title | null;
  readonly stance: ClaimStance;
  readonly sources: readonly Source[];
}

/** What was in use was moved away from. */
export interface MigrationAtom {
  readonly atom: string;
  readonly from: Noun;
  readonly to: Noun;
  readonly stance: ClaimStance;
  readonly sources: readonly Source[];
}

interface Pair {
  readonly chosen: Noun;
  readonly other: Noun;
  readonly isMigration: boolean;
}

const GAP = '[^.;⟦]{0,60}';
const SHORT = '[^.;⟦]{0,24}';
const token = (name: string): string => `⟦(?<${name}>\\d+)⟧`;

/** Each names `from`, `to` or both; what is missing is what the heading names. */
const MIGRATIONS: readonly RegExp[] = [
  `(?:migrat|mov|br[io](?:ng|ught)|switch|transition|convert|port)\\p{L}*${GAP}\\bfrom ${SHORT}${token('from')}${GAP}\\bto ${SHORT}${token('to')}`,
  `(?:migr|pass|bascul)\\p{L}*${GAP}\\b(?:de |du |d['’])${SHORT}${token('from')}${GAP}\\b(?:vers|à|au) ${SHORT}${token('to')}`,
].map((source) => new RegExp(source, 'iu'));
const LATER = new RegExp(`${token('from')}[^;]{0,80}\\b(?:transitioned|migrated|moved) to ${GAP}${token('to')}`, 'iu');
const ARROW = new RegExp(`${token('from')}\\s*(?:→|->|=>|➜)\\s*${token('to')}`, 'u');
const MOVED_TO = new RegExp(`\\b(?:then|later|finally)?\\s*(?:migrated|moved) to ${token('to')}`, 'iu');
const CHOICES: readonly RegExp[] = [
  `(?:replac|supplant)\\p{L}* ${SHORT}${token('from')}${GAP}\\b(?:with|by|par) ${SHORT}${token('to')}`,
  `(?:got rid of|dropped|abandoned|abandonné) ${SHORT}${token('from')}${GAP}\\b(?:in favou?r of|for|au profit de) ${SHORT}${token('to')}`,
  `(?:adopted|chose|choisi|adopté) ${SHORT}${token('to')}${GAP}\\b(?:in favou?r of|instead of|over|plutôt que|au lieu de) ${SHORT}${token('from')}`,
].map((source) => new RegExp(source, 'iu'));
const TWO_FOR_TWO = /adopted ⟦(?<to>\d+)⟧ and ⟦(?<to2>\d+)⟧ in favou?r of ⟦(?<from>\d+)⟧ and ⟦(?<from2>\d+)⟧/iu;
const INSTEAD = new RegExp(`(?:switched|moved|passé) (?:to|à|sur) ${token('to')}[^.;]{0,40}\\b(?:instead|à la place)`, 'iu');
const REPLACED = new RegExp(`(?:replaced|remplace|remplacé) ${token('from')}\\s+(?:because|since|as|car|parce)`, 'iu');
const CHOSEN = new RegExp(`\\b(?:chose|chosen|picked|selected|went with|choisi|retenu)\\s+(?:de\\s)?${token('to')}`, 'iu');

const GIVES_REASON =
  /\b(?:because|due to|for ease|wasn['’]t|weren['’]t|driver|rationale|reason|in order to|to eliminate|eliminated|for (?:cost|performance|simplicity|speed|stability|reliability|ease)|car|parce|grâce|pour (?:la |le |les |des |sa |son )?(?:simplicité|simplicite|coûts?|prix|performances?|raisons?|facilité|stabilité|fiabilité)|raison)\b/i;
const REASON_LINE = /^(?:[-*•]\s*)?(?:driver|rationale|reason|why|raison|motif)\b/i;
const SWAPPED = ['service', 'platform', 'tool'] as const;

/** Every choice and migration the lines tell, each pair once; the first telling and the best reason of all of them stay. */
export function choiceAtoms(reading: Reading): { readonly choices: ChoiceAtom[]; readonly migrations: MigrationAtom[] } {
  const told = new Map<string, { readonly pair: Pair; readonly lines: Line[] }>();
  for (const line of reading.lines) {
    for (const pair of [...pairsIn(reading, line), ...studied(reading, line)]) {
      if (!isSwap(reading, pair)) continue;
      const key = slug(`${pair.chosen.skillId} over ${pair.other.skillId}`);
      const known = told.get(key);
      if (known) known.lines.push(line);
      else told.set(key, { pair, lines: [line] });
    }
  }
  const choices: ChoiceAtom[] = [];
  const migrations: MigrationAtom[] = [];
  for (const [key, { pair, lines }] of told) {
    const { chosen, other } = pair;
    const reason = lines.map((line) => reasonOf(reading, line, chosen)).find((one) => one !== null) ?? null;
    const sources = [...new Set([...(reason === null ? [] : [reason.source]), ...lines.map(({ source }) => source)])].slice(0, 3);
    const stance = stanceOf(reading, [chosen.skillId, other.skillId], lines);
    choices.push({
      atom: key,
      chosen,
      other,
      reason: reason?.title ?? null,
      stance,
      sources,
    });
    if (pair.isMigration && holdsData(reading, chosen) && holdsData(reading, other))
      migrations.push({ atom: slug(`${other.skillId} to ${chosen.skillId}`), from: other, to: chosen, stance, sources });
  }
  return { choices, migrations };
}

/** A description of infrastructure can be replaced without moving anything that could be lost. */
function holdsData({ facts }: Reading, { skillId }: Noun): boolean {
  const category = facts.skills.get(skillId)?.category;
  return category !== 'iac' && category !== 'ci-cd' && category !== 'config-management';
}

function stanceOf({ limits }: Reading, skillIds: readonly string[], lines: readonly Line[]): ClaimStance {
  const stances = lines.map(({ source, statements }) =>
    limits.stanceOf({ skillIds, source, work: statements.some(({ work }) => work === 'team') ? 'team' : null }),
  );
  return stances.find((one) => one === 'team') ?? stances.find((one) => one === 'limited') ?? 'own';
}

/** Both are things that can stand in for each other: services, platforms or tools, and not one a part of the other. */
function isSwap(reading: Reading, { chosen, other }: Pair): boolean {
  if (chosen.skillId === other.skillId) return false;
  const isPart = [chosen, other].some(
    ({ skillId }, index) => reading.facts.skills.get(skillId)?.parentId === [other, chosen][index]?.skillId,
  );
  return !isPart && [chosen, other].every(({ skillId }) => reading.named(skillId, SWAPPED) !== null);
}

function pairsIn(reading: Reading, line: Line): Pair[] {
  const { pattern, section } = line;
  const heading = reading.headingNoun(section);
  const found: Pair[] = [];
  const add = (chosen: Noun | null | undefined, other: Noun | null | undefined, isMigration: boolean): void => {
    if (chosen && other) found.push({ chosen, other, isMigration });
  };
  const take = (expression: RegExp, isMigration: boolean): boolean => {
    const groups = expression.exec(pattern)?.groups;
    if (groups === undefined) return false;
    const at = (name: string): Noun | null => (groups[name] === undefined ? heading : (line.nouns[Number(groups[name])] ?? null));
    add(at('to'), at('from'), isMigration);
    if (groups['to2'] !== undefined) add(at('to2'), at('from2'), isMigration);
    return true;
  };
  const isMove = /migrat|upgrade|passage/i.test(`${pattern} ${lastHeading(section) ?? ''}`);
  if (MIGRATIONS.some((one) => take(one, true))) return found;
  if (isMove && (take(ARROW, true) || (heading !== null && take(MOVED_TO, true)))) return found;
  if (take(LATER, true)) return found;
  if (take(TWO_FOR_TWO, false)) return found;
  if (CHOICES.some((one) => take(one, false))) return found;
  if (!take(INSTEAD, false)) take(REPLACED, false);
  return found;
}

/** One of several that were studied side by side under one heading, and was chosen. */
function studied(reading: Reading, line: Line): Pair[] {
  const groups = CHOSEN.exec(line.pattern)?.groups;
  const chosen = groups?.['to'] === undefined ? undefined : line.nouns[Number(groups['to'])];
  if (chosen === undefined) return [];
  const others = reading.facts.statements.filter(
    ({ section, stance, documentId, skillId }) =>
      stance === 'evaluated' && section === line.section && documentId === line.source.documentId && skillId !== chosen.skillId,
  );
  return [...new Set(others.map(({ skillId }) => skillId))]
    .flatMap((id) => reading.named(id, ['service']) ?? [])
    .slice(0, 2)
    .map((other) => ({ chosen, other, isMigration: false }));
}

/** The sentence that gives a reason: one of the line that names what was chosen, else one of the line, else one of the section that is about reasons. */
function reasonOf(reading: Reading, line: Line, chosen: Noun): { readonly title: Title; readonly source: Source } | null {
  const beside = reading.lines.filter(
    ({ section, source }) => section === line.section && source.documentId === line.source.documentId && REASON_LINE.test(source.text),
  );
  const sentences = line.source.text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n/u).filter((sentence) => GIVES_REASON.test(sentence));
  const first = sentences.filter((sentence) => sentence.includes(chosen.en));
  const here = [...first, ...sentences].map((text) => ({ text, source: line.source }));
  for (const { text, source } of [...here, ...beside.map(({ source: one }) => ({ text: one.text, source: one }))]) {
    const title = remarkAt(text.replace(REASON_LABEL, ''));
    if (title !== null) return { title, source };
  }
  return null;
}

const REASON_LABEL = /^(?:[-*•]\s*)?(?:driver|rationale|reason|why|note|raison|motif)\s*[:–—]\s*/i;

import type {
  ImportedCaveat,
  ImportedEvidence,
  ImportedGap,
  ImportedPersonal,
  ImportedSkill,
  ImportResult,
  Span,
} from '../import/types.ts';
import { acceptedItems, type Decisions, type ItemList, isAcceptedByDefault, type SkillTarget } from './decisions.ts';

/** A skill as it enters the profile, put together from everything that is taken as it. */
export interface TakenSkill extends SkillTarget {
  readonly level: number | null;
  /** The person set the level in the review, so it is their rating and not the document's. */
  readonly levelIsOwn: boolean;
  readonly raw: string | null;
  readonly reasons: readonly string[];
  readonly years: number | null;
  readonly evidence: readonly ImportedEvidence[];
}

/** Everything that enters the profile when a review is confirmed; texts are without the personal data left out. */
export interface TakenImport extends Pick<ImportResult, ItemList | 'scales'> {
  readonly skills: readonly TakenSkill[];
}

/** What a review takes in, in the import's order. Pure: the same decisions give the same result. */
export function resolveReview(result: ImportResult, text: string, decisions: Decisions): TakenImport {
  const leftOut = result.personal.filter((_, index) => decisions.personal[String(index)] !== true);
  const without = <T extends Span>(item: T): T => ({ ...item, text: redact(item, leftOut) });
  const added = validAdded(text, decisions);
  const sections = new Map<string, string>();
  const sectionWithout = (section: string): string => {
    const known = sections.get(section) ?? redactWords(section, leftOut);
    sections.set(section, known);
    return known;
  };
  const skills = takenSkills(result, text, decisions).map((skill) => ({
    ...skill,
    evidence: skill.evidence.map((item) => ({
      ...without(item),
      section: item.section === null ? null : sectionWithout(item.section),
    })),
  }));
  const isTaken = new Set(skills.map(({ id }) => id));
  const about = skillsAt(skills);
  const marked = (kind: 'gap' | 'caveat'): (ImportedGap & ImportedCaveat)[] =>
    added.flatMap(({ kind: own, start, end }) => (own === kind ? [{ ...spanAt(text, start, end), skills: about(start, end) }] : []));
  const mapped = <T extends { readonly skills: readonly string[] }>(item: T): T => ({
    ...item,
    skills: takenAs(item.skills, decisions, isTaken),
  });
  const named = <T extends { readonly name: string }>(item: T): T => ({ ...item, name: redactWords(item.name, leftOut) });
  const part = (span: Span | null): Span | null => (span === null ? null : without(span));
  return {
    skills,
    gaps: [...acceptedItems(result.gaps, decisions.gaps).map(mapped), ...marked('gap')].map(without),
    caveats: [...acceptedItems(result.caveats, decisions.caveats).map(mapped), ...marked('caveat')].map(without),
    stories: acceptedItems(result.stories, decisions.stories)
      .map(mapped)
      .map((story) => ({
        ...story,
        title: redactWords(story.title, leftOut),
        situation: part(story.situation),
        task: part(story.task),
        action: part(story.action),
        result: part(story.result),
        lesson: part(story.lesson),
      })),
    scales: result.scales.map(mapped),
    positions: acceptedItems(result.positions, decisions.positions).map(mapped).map(without),
    education: acceptedItems(result.education, decisions.education).map(mapped).map(without).map(named),
    certifications: acceptedItems(result.certifications, decisions.certifications).map(mapped).map(without).map(named),
    languages: acceptedItems(result.languages, decisions.languages),
  };
}

/** The target a found skill is taken as, or null when it is left out. */
export function targetOf(skill: ImportedSkill, decisions: Decisions): SkillTarget | null {
  const decision = decisions.skills[skill.id];
  if (!(decision?.accepted ?? isAcceptedByDefault(skill))) return null;
  return decision?.as ?? { id: skill.id, name: decision?.name ?? skill.name, category: skill.category };
}

/** The skills a review takes in, their texts as in the document. */
export function takenSkills(result: Pick<ImportResult, 'skills'>, text: string, decisions: Decisions): TakenSkill[] {
  const taken = new Map<string, TakenSkill>();
  const moved = new Map<string, Set<number>>();
  for (const { from, evidence } of decisions.splits) moved.set(from, new Set([...(moved.get(from) ?? []), ...evidence]));
  for (const skill of result.skills) {
    const target = targetOf(skill, decisions);
    if (target === null) continue;
    const evidence = skill.evidence.filter((_, index) => !moved.get(skill.id)?.has(index));
    const own = decisions.skills[skill.id]?.level;
    merge(taken, target, {
      level: own === undefined ? skill.level.value : own,
      levelIsOwn: own !== undefined,
      raw: skill.level.raw,
      reasons: skill.level.reasons,
      years: skill.years,
      evidence,
    });
  }
  for (const { from, evidence, as } of decisions.splits) {
    const skill = result.skills.find(({ id }) => id === from);
    const places = evidence.flatMap((index) => skill?.evidence[index] ?? []);
    if (places.length > 0) merge(taken, as, { ...NOTHING_SAID, evidence: places });
  }
  for (const item of validAdded(text, decisions)) {
    if (item.kind !== 'skill') continue;
    const { start, end, as, level } = item;
    merge(taken, as, { ...NOTHING_SAID, level, levelIsOwn: level !== null, evidence: [evidenceAt(text, start, end)] });
  }
  return [...taken.values()].filter(({ evidence, level }) => evidence.length > 0 || level !== null);
}

function validAdded(text: string, { added }: Decisions): Decisions['added'] {
  return added.filter(({ start, end }) => end > start && end <= text.length);
}

const NOTHING_SAID = { level: null, levelIsOwn: false, raw: null, reasons: [], years: null } as const;

/** The person's own level goes before the document's; of several stated ones the lowest is the honest one. */
function merge(taken: Map<string, TakenSkill>, target: SkillTarget, more: Omit<TakenSkill, keyof SkillTarget>): void {
  const known = taken.get(target.id);
  if (known === undefined) {
    taken.set(target.id, { ...target, ...more });
    return;
  }
  const isStronger = more.levelIsOwn !== known.levelIsOwn ? more.levelIsOwn : isLower(more.level, known.level);
  const { level, levelIsOwn, raw, reasons } = isStronger ? more : known;
  taken.set(target.id, {
    ...known,
    level,
    levelIsOwn,
    raw,
    reasons,
    years: known.years === null ? more.years : Math.max(known.years, more.years ?? 0),
    evidence: [...known.evidence, ...more.evidence].sort((a, b) => a.mention.start - b.mention.start),
  });
}

function isLower(level: number | null, than: number | null): boolean {
  return level !== null && (than === null || level < than);
}

/** Ids of found skills as the ids they are taken as; those left out are dropped. */
function takenAs(ids: readonly string[], decisions: Decisions, isTaken: ReadonlySet<string>): string[] {
  return [...new Set(ids.map((id) => decisions.skills[id]?.as?.id ?? id))].filter((id) => isTaken.has(id));
}

function skillsAt(skills: readonly TakenSkill[]): (start: number, end: number) => string[] {
  return (start, end) =>
    skills.filter(({ evidence }) => evidence.some(({ mention }) => mention.start >= start && mention.end <= end)).map(({ id }) => id);
}

/** What was marked by hand, with the line it stands in as its statement. */
function evidenceAt(text: string, start: number, end: number): ImportedEvidence {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  return {
    ...spanAt(text, lineStart, lineEnd === -1 ? text.length : lineEnd),
    mention: spanAt(text, start, end),
    stance: 'used',
    section: null,
    period: null,
    organisation: null,
    work: null,
  };
}

function spanAt(text: string, start: number, end: number): Span {
  return { text: text.slice(start, end), start, end };
}

/** Titles are put together from the text, so their personal words are found by what they say. */
function redactWords(words: string, leftOut: readonly ImportedPersonal[]): string {
  return leftOut.reduce((redacted, { text }) => (redacted.includes(text) ? redacted.replaceAll(text, '…') : redacted), words);
}

/**
 * The item's text with every stretch of personal data replaced by "…"; its offsets stay those of the document.
 * @param leftOut the personal data that is left out, in the order of the text
 */
export function redact({ text, start, end }: Span, leftOut: readonly ImportedPersonal[]): string {
  let redacted = '';
  let done = start;
  for (let index = firstAfter(leftOut, start); index < leftOut.length; index += 1) {
    const personal = leftOut[index];
    if (personal === undefined || personal.start >= end) break;
    if (personal.end <= done) continue;
    redacted += `${text.slice(done - start, Math.max(done, personal.start) - start)}…`;
    done = Math.min(end, personal.end);
  }
  return redacted + text.slice(done - start);
}

/** The index of the first stretch that ends behind a place; stretches do not overlap. */
function firstAfter(stretches: readonly Span[], at: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

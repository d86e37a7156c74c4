import type { CaveatFact, FactSkill, ProfileFacts, Statement } from '../facts.ts';
import { nounOf } from '../nouns.ts';
import { classesOf } from '../skill-class.ts';
import type { Noun, SkillClass, Source } from '../types.ts';
import { isInside, Limits } from './limits.ts';

/** All that one line says: its statements, and its text with a token in place of each name. */
export interface Line {
  readonly source: Source;
  readonly section: string | null;
  readonly statements: readonly Statement[];
  /** "Migrated from ⟦0⟧ to ⟦1⟧": the number is the place in {@link nouns}. */
  readonly pattern: string;
  readonly nouns: readonly Noun[];
}

/** Stances in which a name is something the person worked with. */
const WORKED: ReadonlySet<string> = new Set(['built', 'led', 'operated', 'used', 'taught', 'evaluated', 'dropped']);
const DONE: ReadonlySet<string> = new Set(['built', 'led', 'operated']);

/** The facts, indexed for the builders of atoms. */
export class Reading {
  readonly facts: ProfileFacts;
  readonly limits: Limits;
  readonly lines: readonly Line[];
  readonly bySkill: ReadonlyMap<string, readonly Statement[]>;
  readonly #byPlace: ReadonlyMap<string, Line>;
  readonly #nouns = new Map<string, Noun | null>();
  readonly #byName: ReadonlyMap<string, readonly FactSkill[]>;

  constructor(facts: ProfileFacts) {
    this.#byName = Map.groupBy(facts.skills.values(), ({ name }) => name.toLowerCase());
    this.facts = facts;
    this.facts = { ...facts, caveats: facts.caveats.map((caveat) => this.#withHeading(caveat, facts.statements)) };
    this.limits = new Limits(this.facts);
    this.bySkill = Map.groupBy(facts.statements, ({ skillId }) => skillId);
    this.lines = [...Map.groupBy(facts.statements, placeOf).values()].flatMap((statements) => this.#lineOf(statements) ?? []);
    this.#byPlace = new Map(this.lines.map((line) => [placeOf(line.source), line]));
  }

  /** The line a statement stands in. */
  lineAt(source: Source): Line | null {
    return this.#byPlace.get(placeOf(source)) ?? null;
  }

  noun(skillId: string): Noun | null {
    const known = this.#nouns.get(skillId);
    if (known !== undefined) return known;
    const noun = nounOf(this.facts.skills.get(skillId));
    this.#nouns.set(skillId, noun);
    return noun;
  }

  /** The noun if it is a proper name of one of these classes. */
  named(skillId: string, classes: readonly SkillClass[]): Noun | null {
    const noun = this.noun(skillId);
    return noun?.isProper && this.isOf(skillId, classes) ? noun : null;
  }

  isOf(skillId: string, classes: readonly SkillClass[]): boolean {
    const skill = this.facts.skills.get(skillId);
    if (skill === undefined) return false;
    const own = classesOf(skill);
    return classes.some((one) => own.has(one));
  }

  /** Statements in which the skill is something the person worked with. */
  worked(skillId: string): readonly Statement[] {
    return (this.bySkill.get(skillId) ?? []).filter(({ stance }) => WORKED.has(stance));
  }

  /** Of these, the ones that say it was built, led or operated. */
  done(skillId: string): readonly Statement[] {
    return (this.bySkill.get(skillId) ?? []).filter(({ stance }) => DONE.has(stance));
  }

  /** The skill that a heading names as its only one, by its statements. */
  headingNoun(section: string | null): Noun | null {
    const heading = lastHeading(section);
    if (heading === null) return null;
    const named = this.#byName.get(heading.toLowerCase()) ?? [];
    return named.length === 1 && named[0] !== undefined ? this.noun(named[0].id) : null;
  }

  /** What is said of a level under a skill's own heading is said of that skill, named or not. */
  #withHeading(caveat: CaveatFact, statements: readonly Statement[]): CaveatFact {
    const heading = this.headingNoun(statements.find((one) => isInside(one, caveat))?.section ?? null);
    return heading === null ? caveat : { ...caveat, skills: [...new Set([...caveat.skills, heading.skillId])] };
  }

  #lineOf(statements: readonly Statement[]): Line | null {
    const [first] = statements;
    if (first === undefined) return null;
    const { documentId, start, end, text, section } = first;
    const mentions = withoutOverlap(statements.filter(({ skillId }) => this.noun(skillId)?.isProper));
    const nouns: Noun[] = [];
    let pattern = '';
    let at = start;
    for (const { skillId, mentionStart, mentionEnd } of mentions) {
      const noun = this.noun(skillId);
      if (noun === null) continue;
      pattern += `${text.slice(at - start, mentionStart - start)}⟦${nouns.length}⟧`;
      nouns.push(noun);
      at = mentionEnd;
    }
    pattern += text.slice(at - start);
    return { source: { documentId, start, end, text }, section, statements, pattern, nouns };
  }
}

function placeOf({ documentId, start, end }: Source): string {
  return `${documentId} ${start} ${end}`;
}

/** In the order of the text; of two names in the same place the longer. */
function withoutOverlap(statements: readonly Statement[]): Statement[] {
  const byLength = statements.toSorted(
    (a, b) => b.mentionEnd - b.mentionStart - (a.mentionEnd - a.mentionStart) || (a.skillId < b.skillId ? -1 : 1),
  );
  const kept: Statement[] = [];
  for (const one of byLength)
    if (kept.every((other) => other.mentionEnd <= one.mentionStart || other.mentionStart >= one.mentionEnd)) kept.push(one);
  return kept.sort((a, b) => a.mentionStart - b.mentionStart);
}

/** The innermost heading without its number; null without one. */
export function lastHeading(section: string | null): string | null {
  const last = section?.split(' › ').at(-1)?.trim() ?? '';
  const bare = last.replace(/^(?:\d+(?:\.\d+)*\.?|[a-z][.)])\s+/i, '').replace(/\s*\([^)]*\)\s*$/, '');
  return bare === '' ? null : bare;
}

const LONG_AGO_MONTHS = 120;

/** It ended more than ten years ago. */
export function isLongAgo({ facts }: Reading, { periodTo }: Statement): boolean {
  return periodTo !== null && monthsBetween(periodTo, facts.month) > LONG_AGO_MONTHS;
}

/** From the end of a year or month to a month. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 12] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 1] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
}

/** A part of an id: lower-case words joined by hyphens. */
export function slug(text: string): string {
  const plain = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain.slice(0, 60).replace(/-+$/, '') || 'x';
}

import type { EstimatePart, Localized, QuestionKind } from '../content/question.ts';
import type { ChoiceAtom, MigrationAtom } from './atoms/choices.ts';
import type { DeedAtom } from './atoms/deeds.ts';
import type { ContradictionAtom, GapAtom, RegretAtom, RetractionAtom } from './atoms/gaps.ts';
import type { ScaleAtom } from './atoms/scales.ts';
import type { PairAtom, StaleAtom, ToolAtom, TransferAtom } from './atoms/tools.ts';
import type { ChainAtom, IncidentAtom, ProjectAtom } from './atoms/work.ts';
import type { RatingFact } from './facts.ts';
import type { Firing, Noun, Slots } from './types.ts';

/** All atoms of a profile, by kind. */
export interface Atoms {
  readonly scales: readonly ScaleAtom[];
  readonly choices: readonly ChoiceAtom[];
  readonly migrations: readonly MigrationAtom[];
  readonly chains: readonly ChainAtom[];
  readonly deeds: readonly DeedAtom[];
  readonly projects: readonly ProjectAtom[];
  readonly incidents: readonly IncidentAtom[];
  readonly tools: readonly ToolAtom[];
  readonly stale: readonly StaleAtom[];
  readonly pairs: readonly PairAtom[];
  readonly transfers: readonly TransferAtom[];
  readonly gaps: readonly GapAtom[];
  readonly contradictions: readonly ContradictionAtom[];
  readonly regrets: readonly RegretAtom[];
  readonly retractions: readonly RetractionAtom[];
  readonly ratings: readonly (RatingFact & { readonly noun: Noun })[];
}

/** A key point every question of a family has, with the sentence that holds it in the skeleton. */
export interface PointTemplate {
  readonly id: string;
  readonly essential: boolean;
  readonly text: Required<Localized>;
  readonly aliases: { readonly en: readonly string[]; readonly fr: readonly string[] };
  readonly line: Required<Localized>;
}

type Words<S> = (slots: S) => string;
type Variants<S> = readonly [Words<S>, Words<S>, Words<S>];

/** How a kind of fact is asked about. It fires only where every slot can be filled; its sentences hold slots and nothing else of the person. */
export interface Family<S extends Slots> {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly level: 1 | 2 | 3 | 4 | 5;
  readonly timeLimitSec: number;
  /** Of one person at most so many. */
  readonly most: number;
  readonly firings: (atoms: Atoms) => readonly Firing<S>[];
  readonly en: Variants<S>;
  readonly fr: Variants<S>;
  readonly why: { readonly en: Words<S>; readonly fr: Words<S> };
  readonly points: readonly PointTemplate[];
  readonly parts?: (slots: S) => EstimatePart[];
  readonly followUps: readonly { readonly when: string; readonly prompt: Required<Localized> }[];
  readonly mistake: Required<Localized>;
}

/** A family with its slots closed over, so that families of different slots can stand in one list. */
export interface AnyFamily {
  readonly id: string;
  readonly kind: QuestionKind;
  /** @param use called for each firing, the strongest first, with a family that has exactly its slots. */
  readonly each: (atoms: Atoms, use: <S extends Slots>(family: Family<S>, firing: Firing<S>) => void) => void;
}

export function defineFamily<S extends Slots>(family: Family<S>): AnyFamily {
  return {
    id: family.id,
    kind: family.kind,
    each: (atoms, use) => {
      const firings = family.firings(atoms).toSorted((a, b) => b.strength - a.strength || (a.atom < b.atom ? -1 : a.atom > b.atom ? 1 : 0));
      for (const firing of firings.slice(0, family.most)) use(family, firing);
    },
  };
}

/** A key point in both languages. */
export function point(
  id: string,
  essential: boolean,
  en: { readonly text: string; readonly line: string; readonly aliases: readonly string[] },
  fr: { readonly text: string; readonly line: string; readonly aliases: readonly string[] },
): PointTemplate {
  return {
    id,
    essential,
    text: { en: en.text, fr: fr.text },
    line: { en: en.line, fr: fr.line },
    aliases: { en: en.aliases, fr: fr.aliases },
  };
}

import type { ToolAtom, TransferAtom } from '../atoms/tools.ts';
import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing, Noun, Title } from '../types.ts';

interface TransferSlots {
  readonly wanted: Noun;
  readonly nearest: Noun;
  readonly told: Title | null;
  readonly [slot: string]: Noun | Title | null;
}

const MOST_UNTOLD = 4;

/** Those first of which the document tells something. */
function wantedFrom({ transfers }: Atoms): Firing<TransferSlots>[] {
  const told = (one: TransferAtom): ToolAtom['told'] => (one.nearest.told?.isList === false ? one.nearest.told : null);
  const untold = transfers.filter((one) => told(one) === null && one.nearest.noun.class !== 'language').slice(0, MOST_UNTOLD);
  return [...transfers.filter((one) => told(one) !== null), ...untold].map((one) => {
    const { competency, wanted, nearest, share } = one;
    const quote = told(one);
    return {
      atom: `${wanted.skillId}.from-${nearest.noun.skillId}`,
      skillIds: [wanted.skillId],
      competencyId: competency.id,
      stance: nearest.stance,
      sources: quote === null ? nearest.sources.slice(0, 2) : [quote.source],
      slots: { wanted, nearest: nearest.noun, told: quote?.title ?? null },
      strength: competency.weight + share + (quote === null ? 0 : 20),
    };
  });
}

export const transfer = defineFamily<TransferSlots>({
  id: 'transfer',
  kind: 'explain',
  level: 4,
  timeLimitSec: 300,
  most: 10,
  firings: wantedFrom,
  en: [
    (s) =>
      `Your document has ${en.name(s.nearest)}${en.beside(s.told)}; the role names ${en.name(s.wanted)}, which it does not mention. What carries over, what is different underneath, and which habit from ${en.name(s.nearest)} would hurt you?`,
    (s) =>
      `The nearest your document has to ${en.name(s.wanted)} is ${en.name(s.nearest)}${en.beside(s.told)}. You are given ${en.name(s.wanted)} to run: name two things that work the same way, two that do not, and the first mistake you expect to make.`,
    (s) =>
      `The role names ${en.name(s.wanted)}; your document has ${en.name(s.nearest)}${en.beside(s.told)}. Which parts of the one would you map to which of the other, where do you expect the comparison to fail, and which small test would show it?`,
  ],
  fr: [
    (s) =>
      `Votre document mentionne ${fr.le(s.nearest)}${fr.aCote(s.told)} ; le poste cite ${fr.le(s.wanted)}, dont il ne parle pas. Qu’est-ce qui se transpose, qu’est-ce qui diffère au fond, et quel réflexe venu ${fr.de(s.nearest)} vous nuirait ?`,
    (s) =>
      `Ce que votre document a de plus proche ${fr.de(s.wanted)}, c’est ${fr.le(s.nearest)}${fr.aCote(s.told)}. On vous confie ${fr.le(s.wanted)} : citez deux choses qui fonctionnent de la même façon, deux qui diffèrent, et la première erreur que vous risquez de faire.`,
    (s) =>
      `Le poste cite ${fr.le(s.wanted)} ; votre document mentionne ${fr.le(s.nearest)}${fr.aCote(s.told)}. Quelles parties de l’un feriez-vous correspondre à celles de l’autre, où la comparaison risque-t-elle d’échouer, et quel petit essai le montrerait ?`,
  ],
  why: {
    en: ({ wanted, nearest }) =>
      `The role names ${en.name(wanted)}, which your documents do not mention; the nearest they have is ${en.name(nearest)}.`,
    fr: ({ wanted, nearest }) =>
      `Le poste cite ${fr.le(wanted)}, dont vos documents ne parlent pas ; le plus proche est ${fr.le(nearest)}.`,
  },
  points: [
    point(
      'same',
      true,
      {
        text: 'Names what carries over: concepts, failure modes, ways of checking',
        line: 'The concepts transfer: state, replication, health checks and the way to debug from symptoms.',
        aliases: ['concept*', 'replication', 'health check*', 'same idea', 'transfer*'],
      },
      {
        text: 'Nomme ce qui se transpose : notions, pannes, façons de vérifier',
        line: 'Les notions restent : état, réplication, contrôles de santé et la manière de partir des symptômes.',
        aliases: ['notion*', 'réplication', 'contrôles de santé', 'même idée'],
      },
    ),
    point(
      'different',
      true,
      {
        text: 'Names a real difference in architecture or operation',
        line: 'The architecture underneath differs: another control plane, another data model, other defaults.',
        aliases: ['architecture', 'control plane', 'data model', 'default*', 'unlike'],
      },
      {
        text: 'Nomme une vraie différence d’architecture ou d’exploitation',
        line: 'L’architecture diffère : un autre plan de contrôle, un autre modèle de données, d’autres valeurs par défaut.',
        aliases: ['architecture', 'plan de contrôle', 'modèle de données', 'par défaut'],
      },
    ),
    point(
      'false-friend',
      false,
      {
        text: 'Names a habit that misleads, and the test that shows it',
        line: 'A familiar command or word can be a false friend; a test in a lab shows it safely.',
        aliases: ['false friend', 'mislead*', 'lab', 'assum*'],
      },
      {
        text: 'Nomme un réflexe trompeur, et l’essai qui le montre',
        line: 'Une commande ou un mot familier peut être un faux ami ; un essai sur maquette le montre sans risque.',
        aliases: ['faux ami', 'tromp*', 'maquette', 'suppos*'],
      },
    ),
  ],
  followUps: [
    { when: 'missing:different', prompt: { en: 'Then why are they two products?', fr: 'Alors pourquoi sont-ce deux produits ?' } },
    {
      when: 'always',
      prompt: {
        en: 'How many weeks until you would take the pager for it, and why so many?',
        fr: 'Combien de semaines avant d’en prendre l’astreinte, et pourquoi autant ?',
      },
    },
  ],
  mistake: { en: 'Claiming that it is all the same underneath.', fr: 'Prétendre que c’est partout la même chose.' },
});

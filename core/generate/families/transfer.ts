import { defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing, Noun, Title } from '../types.ts';

interface TransferSlots {
  readonly wanted: Noun;
  readonly nearest: Noun;
  readonly told: Title;
  readonly [slot: string]: Noun | Title;
}

export const transfer = defineFamily<TransferSlots>({
  id: 'transfer',
  kind: 'explain',
  level: 4,
  timeLimitSec: 300,
  most: 10,
  firings: ({ transfers }) =>
    transfers.flatMap(({ competency, wanted, nearest, share }): Firing<TransferSlots>[] =>
      nearest.told === null
        ? []
        : [
            {
              atom: `${wanted.skillId}.from-${nearest.noun.skillId}`,
              skillIds: [wanted.skillId],
              competencyId: competency.id,
              stance: nearest.stance,
              sources: [nearest.told.source],
              slots: { wanted, nearest: nearest.noun, told: nearest.told.title },
              strength: competency.weight + share,
            },
          ],
    ),
  en: [
    ({ wanted, nearest, told }) =>
      `Your document has ${en.about(told)}; the role names ${en.name(wanted)}. What carries over, what is different underneath, and which habit from ${en.name(nearest)} would hurt you?`,
    ({ wanted, nearest, told }) =>
      `You come from ${en.name(nearest)} (${en.about(told)}) and are given ${en.name(wanted)} to run. Name two things that work the same way, two that do not, and the first mistake you expect to make.`,
    ({ wanted, nearest, told }) =>
      `Explain ${en.name(wanted)} to a colleague who, like you, comes from ${en.name(nearest)} (${en.about(told)}): which terms correspond, where the comparison breaks down, and how you would find that out in a test rather than in production.`,
  ],
  fr: [
    ({ wanted, nearest, told }) =>
      `Votre document dit ${fr.chose(told)} ; le poste cite ${fr.le(wanted)}. Qu’est-ce qui se transpose, qu’est-ce qui diffère au fond, et quel réflexe venu ${fr.de(nearest)} vous nuirait ?`,
    ({ wanted, nearest, told }) =>
      `Vous venez ${fr.de(nearest)} (${fr.chose(told)}) et l’on vous confie ${fr.le(wanted)}. Citez deux choses qui marchent pareil, deux qui diffèrent, et la première erreur que vous pensez faire.`,
    ({ wanted, nearest, told }) =>
      `Expliquez ${fr.le(wanted)} à une collègue qui, comme vous, vient ${fr.de(nearest)} (${fr.chose(told)}) : quels termes se correspondent, où la comparaison ne tient plus, et comment le découvrir lors d’un essai plutôt qu’en production ?`,
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

import { labelOf } from '../atoms/deeds.ts';
import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing } from '../types.ts';
import type { ToldSlots } from './told.ts';

/** Nobody counts what somebody else learnt. */
const OF_PEOPLE = /^(?:helping|mentoring|training|teaching|coaching|formation|accompagne)/i;

/** Own pieces of work with a title, and own deeds, told without a number. */
function withoutFigure({ projects, deeds }: Atoms): Firing<ToldSlots>[] {
  const works = projects
    .filter(({ stance, hasResult, title }) => stance === 'own' && !hasResult && !OF_PEOPLE.test(title.text))
    .map(({ title, ...work }) => ({ ...work, told: title, strength: 9 }));
  const titles = new Set(works.map(({ told }) => told.text));
  const lines = deeds.filter(
    ({ told, stance, isMade, isTakenBack, hasFigureNear }) =>
      stance === 'own' && isMade && !isTakenBack && !hasFigureNear && !titles.has(labelOf(told) ?? ''),
  );
  return [...works, ...lines].map(({ atom, told, skillIds, sources, strength }) => {
    return { atom, skillIds, stance: 'own', sources, slots: { told }, strength };
  });
}

export const missingResult = defineFamily<ToldSlots>({
  id: 'missing-result',
  kind: 'behavioural',
  level: 3,
  timeLimitSec: 180,
  most: 6,
  firings: withoutFigure,
  en: [
    ({ told }) =>
      `Your document mentions ${en.about(told)} but not its outcome. What changed because of it, how did you measure that, and what was it like before?`,
    ({ told }) =>
      `Your document gives no figure for ${en.about(told)}. Which number changed because of it, from what to what, and over how long?`,
    ({ told }) =>
      `Your document says ${en.about(told)}. Who benefited, and how much? Describe the situation before, your own part, and one figure that somebody else could confirm.`,
  ],
  fr: [
    ({ told }) =>
      `Votre document mentionne ${fr.chose(told)} sans dire ce que cela a donné. Qu’est-ce qui a changé, comment l’avez-vous mesuré, et quelle était la situation avant ?`,
    ({ told }) =>
      `Votre document ne donne aucun chiffre pour ${fr.chose(told)}. Quel chiffre a changé grâce à cela, de combien à combien, et en combien de temps ?`,
    ({ told }) =>
      `Votre document dit ${fr.chose(told)}. Qui en a profité, et dans quelle mesure ? Décrivez la situation d’avant, votre part, et un chiffre que quelqu’un d’autre pourrait confirmer.`,
  ],
  why: {
    en: () => 'Your document gives no figure for it. An interviewer asks for one.',
    fr: () => 'Votre document n’en donne aucun chiffre. On vous le demandera.',
  },
  points: [
    point(
      'before-after',
      true,
      {
        text: 'A number before and after, with its unit',
        line: 'Before and after, with a unit.',
        aliases: ['from ... to', 'instead of', 'before'],
      },
      {
        text: 'Un nombre avant et après, avec son unité',
        line: 'Avant et après, avec une unité.',
        aliases: ['au lieu de', 'passé de', 'avant'],
      },
    ),
    point(
      'own-act',
      true,
      {
        text: 'The act that led to it, in the first person',
        line: 'What I did that led to it.',
        aliases: ['I ... built', 'I ... changed', 'what I did'],
      },
      {
        text: 'L’acte qui y a mené, à la première personne',
        line: 'Ce que j’ai fait pour y arriver.',
        aliases: ['j’ai changé', 'j’ai construit', 'ce que j’ai fait'],
      },
    ),
    point(
      'honest-bound',
      false,
      { text: 'What else may have caused it', line: 'What else may have helped.', aliases: ['also helped', 'may have', 'not only'] },
      {
        text: 'Ce qui a pu y contribuer aussi',
        line: 'Ce qui a pu aider par ailleurs.',
        aliases: ['a pu aider', 'pas seulement', 'aussi'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:before-after',
      prompt: {
        en: 'If nobody measured: what could still be reconstructed today, from what?',
        fr: 'Si personne n’a mesuré : que peut-on reconstituer aujourd’hui, à partir de quoi ?',
      },
    },
    { when: 'always', prompt: { en: 'What would have happened without it?', fr: 'Que serait-il arrivé sans cela ?' } },
  ],
  mistake: { en: 'Ending with the delivery instead of with the effect.', fr: 'Finir sur la livraison au lieu de l’effet.' },
});

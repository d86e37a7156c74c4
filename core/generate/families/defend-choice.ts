import { defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import { type ChoiceSlots, withReason } from './choices.ts';

export const defendChoice = defineFamily<ChoiceSlots>({
  id: 'defend-choice',
  kind: 'compare',
  level: 4,
  timeLimitSec: 300,
  most: 8,
  firings: ({ choices }) => withReason(choices),
  en: [
    ({ chosen, other, reason }) =>
      `Your document says ${en.about(reason)}. Make the best case you can for ${en.name(other)}, then say what tipped the decision to ${en.name(chosen)} and what it cost.`,
    ({ chosen, other, reason }) =>
      `Your document has ${en.name(chosen)} instead of ${en.name(other)}: ${en.about(reason)}. What would have spoken for ${en.name(other)}, and what did ${en.name(chosen)} make worse?`,
    ({ chosen, other, reason }) =>
      `Argue for ${en.name(other)} against ${en.name(chosen)} as one of its convinced users would. Your document says ${en.about(reason)}: why did that outweigh the rest, and what was the price?`,
  ],
  fr: [
    ({ chosen, other, reason }) =>
      `Votre document dit ${fr.chose(reason)}. Défendez ${fr.le(other)} du mieux possible, puis dites ce qui a fait pencher la balance pour ${fr.le(chosen)}, et ce que cela a coûté.`,
    ({ chosen, other, reason }) =>
      `Votre document préfère ${fr.le(chosen)} ${fr.a(other)} : ${fr.chose(reason)}. Qu’est-ce qui aurait plaidé pour ${fr.le(other)}, et qu’est-ce ${fr.que(chosen)} a empiré ?`,
    ({ chosen, other, reason }) =>
      `Plaidez pour ${fr.le(other)} contre ${fr.le(chosen)} comme le ferait un utilisateur convaincu. Votre document dit ${fr.chose(reason)} : pourquoi cela l’a-t-il emporté sur le reste, et à quel prix ?`,
  ],
  why: {
    en: ({ chosen, other }) =>
      `Your document tells why ${en.name(chosen)} was preferred to ${en.name(other)}, and gives a reason. A choice is judged by how fairly the alternative is told.`,
    fr: ({ chosen, other }) =>
      `Votre document raconte pourquoi ${fr.le(chosen)} l’a emporté sur ${fr.le(other)}, et en donne une raison. Un choix se juge à la justice rendue à l’autre option.`,
  },
  points: [
    point(
      'best-case',
      true,
      {
        text: 'States what the alternative does better, without a straw man',
        line: 'The alternative does better where its strength fits: maturity, known failure modes, and people who already run it.',
        aliases: ['does better', 'matur*', 'failure modes', 'already run*', 'strength*', 'advantage*'],
      },
      {
        text: 'Dit ce que l’autre option fait mieux, sans caricature',
        line: 'L’autre option fait mieux là où sa force compte : maturité, pannes connues, équipe qui la maîtrise déjà.',
        aliases: ['fait mieux', 'maturité', 'pannes connues', 'avantage*', 'maîtrise déjà'],
      },
    ),
    point(
      'criterion',
      true,
      {
        text: 'Names the criterion that decided, with a number or a test',
        line: 'One criterion decided it, measured in a trial before the decision.',
        aliases: ['criteri*', 'measured', 'benchmark*', 'trial', 'proof of concept'],
      },
      {
        text: 'Nomme le critère qui a tranché, avec un chiffre ou un essai',
        line: 'Un critère a tranché, mesuré dans un essai avant la décision.',
        aliases: ['critère', 'mesur*', 'essai', 'banc d’essai', 'maquette'],
      },
    ),
    point(
      'price',
      false,
      {
        text: 'Owns up to what became worse: effort, money, lost features',
        line: 'It became worse in one respect: new operational effort and a feature that was lost.',
        aliases: ['became worse', 'operational effort', 'lost', 'drawback*', 'downside*'],
      },
      {
        text: 'Reconnaît ce qui a empiré : effort, argent, fonctions perdues',
        line: 'Une chose s’est dégradée : un nouvel effort d’exploitation et une fonction perdue.',
        aliases: ['dégrad*', 'effort d’exploitation', 'perdue', 'inconvénient*'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:best-case',
      prompt: {
        en: 'Who would still be right to choose the other today?',
        fr: 'Qui aurait encore raison de choisir l’autre aujourd’hui ?',
      },
    },
    { when: 'always', prompt: { en: 'What would make you go back?', fr: 'Qu’est-ce qui vous ferait revenir en arrière ?' } },
  ],
  mistake: { en: 'Telling only what was wrong with the alternative.', fr: 'Ne dire que les défauts de l’autre option.' },
});

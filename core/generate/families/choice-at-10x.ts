import { defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import { type ChoiceSlots, withReason } from './choices.ts';

export const choiceAtTen = defineFamily<ChoiceSlots>({
  id: 'choice-at-10x',
  kind: 'compare',
  level: 5,
  timeLimitSec: 300,
  most: 8,
  firings: ({ choices }) => withReason(choices),
  en: [
    ({ chosen, other, reason }) =>
      `Your document says ${en.about(reason)}. At ten times the size, would you still choose ${en.name(chosen)} over ${en.name(other)}? At what size would you reconsider, and what would break first?`,
    ({ chosen, other, reason }) =>
      `${en.Name(chosen)} was preferred to ${en.name(other)} (${en.about(reason)}). What becomes the next bottleneck at ten times the load, at what size would you reconsider, and what would tell you in time?`,
    ({ chosen, other, reason }) =>
      `Your document has ${en.name(chosen)} instead of ${en.name(other)}: ${en.about(reason)}. At which size, rate or bill would you think again? Give a figure, the sign that you are near it, and what fails first at ten times the load.`,
  ],
  fr: [
    ({ chosen, other, reason }) =>
      `Votre document dit ${fr.chose(reason)}. À dix fois la taille, choisiriez-vous encore ${fr.le(chosen)} plutôt ${fr.que(other)} ? À partir de quelle taille changeriez-vous d’avis, et qu’est-ce qui casserait d’abord ?`,
    ({ chosen, other, reason }) =>
      `${fr.Le(chosen)} a été ${fr.accord('préféré', chosen)} ${fr.a(other)} (${fr.chose(reason)}). Quel est le prochain goulot à dix fois la charge, à partir de quelle taille changeriez-vous d’avis, et qu’est-ce qui vous préviendrait à temps ?`,
    ({ chosen, other, reason }) =>
      `Votre document préfère ${fr.le(chosen)} ${fr.a(other)} : ${fr.chose(reason)}. À quelle taille, à quel débit ou à quelle facture y réfléchiriez-vous à nouveau ? Donnez un chiffre, le signe qu’on s’en approche, et ce qui casse d’abord à dix fois la charge.`,
  ],
  why: {
    en: ({ chosen, other }) =>
      `A choice (${en.name(chosen)}, not ${en.name(other)}) is right up to a certain scale. Knowing where it ends shows that it was understood.`,
    fr: ({ chosen, other }) =>
      `Un choix (${fr.le(chosen)}, non ${fr.le(other)}) est juste jusqu’à une certaine taille. Savoir où il cesse de l’être montre qu’il a été compris.`,
  },
  points: [
    point(
      'reversal',
      true,
      {
        text: 'Gives a figure with its unit at which the decision turns',
        line: 'The decision flips at a threshold with a unit, above which cost per unit crosses over.',
        aliases: ['flip*', 'threshold', 'cross* over', 'break-even', 'per unit'],
      },
      {
        text: 'Donne un nombre avec son unité auquel la décision s’inverse',
        line: 'La décision bascule à un seuil avec son unité, au-delà duquel le coût unitaire se croise.',
        aliases: ['bascul*', 'seuil', 'coût unitaire', 'point mort', 'se croise*'],
      },
    ),
    point(
      'first-break',
      true,
      {
        text: 'Names the component that fails first on the way there',
        line: 'Before that the coordination layer breaks: metadata, elections and rebalancing grow faster than the data.',
        aliases: ['coordination', 'metadata', 'rebalanc*', 'election*', 'bottleneck'],
      },
      {
        text: 'Nomme le composant qui cède le premier en chemin',
        line: 'Avant cela, la couche de coordination cède : métadonnées, élections et rééquilibrages croissent plus vite que les données.',
        aliases: ['coordination', 'métadonnées', 'rééquilibrage*', 'élection*', 'goulot*'],
      },
    ),
    point(
      'sign',
      false,
      {
        text: 'Says which trend warns in time',
        line: 'A trend warns months ahead, if somebody reviews the growth every quarter.',
        aliases: ['trend', 'forecast*', 'growth', 'quarter'],
      },
      {
        text: 'Dit quelle tendance prévient à temps',
        line: 'Une tendance prévient des mois à l’avance, si l’on revoit la croissance chaque trimestre.',
        aliases: ['tendance', 'prévision*', 'croissance', 'trimestre'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:reversal',
      prompt: { en: 'A number, please: how many, per what?', fr: 'Un nombre, s’il vous plaît : combien, et par quoi ?' },
    },
    {
      when: 'always',
      prompt: {
        en: 'Which part of today’s design would survive unchanged?',
        fr: 'Quelle partie de l’architecture actuelle survivrait telle quelle ?',
      },
    },
  ],
  mistake: {
    en: '“It scales”, without a number and without a first limit.',
    fr: '« Ça passe à l’échelle », sans nombre et sans première limite.',
  },
});

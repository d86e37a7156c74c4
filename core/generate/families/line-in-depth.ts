import { saysDone } from '../atoms/quotes.ts';
import { defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { ToldSlots } from './told.ts';

/** The line of a document an interviewer stops at: what was made comes last, since `build-again` asks about it. */
export const lineInDepth = defineFamily<ToldSlots>({
  id: 'line-in-depth',
  kind: 'explain',
  level: 4,
  timeLimitSec: 300,
  most: 16,
  firings: ({ deeds }) =>
    deeds
      .filter(({ isList, isTakenBack }) => !isList && !isTakenBack)
      .map(({ atom, told, skillIds, stance, isMade, sources, strength }) => ({
        atom,
        skillIds,
        stance,
        sources,
        slots: { told },
        strength: strength + (stance === 'team' ? -4 : stance === 'limited' ? -1 : isMade ? -3 : 0),
      })),
  en: [
    ({ told }) =>
      saysDone(told)
        ? `Your document says ${en.about(told)}. Why was it done this way, which alternatives were on the table, and what shows whether it paid off?`
        : `Your document has ${en.about(told)}. Which part of it failed most often, how was that noticed, and what would you change first if it doubled in size?`,
    ({ told }) =>
      saysDone(told)
        ? `An interviewer stops at this line of your document: ${en.about(told)}. What was the hardest part, how would you have noticed it going wrong, and what evidence shows that it worked?`
        : `An interviewer stops at this line of your document: ${en.about(told)}. What was the first limit of this setup, how did you find it, and what would have to change at ten times the size?`,
    ({ told }) =>
      saysDone(told)
        ? `Walk a staff engineer through this: ${en.about(told)}. Which constraint shaped it most, where is it weakest, and which measurement would you show to defend or criticise it?`
        : `A staff engineer asks about ${en.about(told)} in your document. What does it depend on, what is its weakest point, and which measurement shows that it is healthy?`,
  ],
  fr: [
    ({ told }) =>
      saysDone(told)
        ? `Votre document dit ${fr.chose(told)}. Pourquoi avoir fait ainsi, quelles autres solutions étaient envisageables, et qu’est-ce qui montre si cela en valait la peine ?`
        : `Votre document mentionne ${fr.chose(told)}. Quelle partie tombait le plus souvent en panne, comment s’en apercevait-on, et que changeriez-vous d’abord si la taille doublait ?`,
    ({ told }) =>
      saysDone(told)
        ? `On s’arrête sur cette ligne de votre document : ${fr.chose(told)}. Qu’est-ce qui a été le plus difficile, à quel signe auriez-vous vu que cela tournait mal, et qu’est-ce qui prouve que cela a marché ?`
        : `On s’arrête sur cette ligne de votre document : ${fr.chose(told)}. Quelle a été la première limite de cet ensemble, comment l’avez-vous découverte, et que faudrait-il changer à dix fois la taille ?`,
    ({ told }) =>
      saysDone(told)
        ? `Expliquez ceci à un ingénieur chevronné : ${fr.chose(told)}. Quelle contrainte a le plus pesé, où est le point faible, et quel chiffre montreriez-vous pour défendre ou critiquer ce choix ?`
        : `Un ingénieur chevronné vous interroge sur ${fr.chose(told)} dans votre document. De quoi dépend le bon fonctionnement de cet ensemble, quel en est le point faible, et quel chiffre prouve qu’il est en bonne santé ?`,
  ],
  why: {
    en: () => 'Interviewers ask for the details behind a line like this.',
    fr: () => 'On demande en entretien les détails derrière une telle ligne.',
  },
  points: [
    point(
      'constraint',
      true,
      {
        text: 'Names the aim behind it, or what limits it: time, money, people, latency, availability',
        line: 'The constraint behind it was a limit of budget, time or availability that ruled out the textbook solution.',
        aliases: ['constraint*', 'limit*', 'budget', 'requirement*', 'ruled out', 'had to', 'because'],
      },
      {
        text: 'Nomme le but, ou ce qui le limite : temps, argent, personnes, latence, disponibilité',
        line: 'La contrainte était une limite de budget, de délai ou de disponibilité qui excluait la solution des manuels.',
        aliases: ['contrainte*', 'limite*', 'budget', 'délai*', 'exclu*', 'il fallait', 'parce que'],
      },
    ),
    point(
      'weak-point',
      true,
      {
        text: 'Names what was given up, or the weakest part and how its failure announces itself',
        line: 'The alternative was given up for a reason; the weakest part is a single dependency, and an alert on its latency or backlog announces it.',
        aliases: ['alternative', 'instead of', 'single', 'bottleneck', 'alert*', 'backlog', 'latency'],
      },
      {
        text: 'Nomme ce à quoi l’on a renoncé, ou le point le plus faible et comment sa défaillance s’annonce',
        line: 'On a renoncé à l’autre solution pour une raison ; le maillon faible est une dépendance unique, et une alerte sur sa latence ou son arriéré l’annonce.',
        aliases: ['autre solution', 'renonc*', 'unique', 'goulot*', 'alerte*', 'arriéré', 'latence'],
      },
    ),
    point(
      'figure',
      false,
      {
        text: 'Gives one figure with its unit, and says where it is read',
        line: 'One measured figure with its unit, read from a dashboard, backs it: before, after, and over which period.',
        aliases: ['per second', 'percent*', 'dashboard', 'measured', 'before & after'],
      },
      {
        text: 'Donne un chiffre avec son unité, et dit où il se lit',
        line: 'Un chiffre mesuré avec son unité, lu sur un tableau de bord, l’appuie : avant, après, et sur quelle période.',
        aliases: ['par seconde', 'pour cent', 'tableau de bord', 'mesuré*', 'avant & après'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:figure',
      prompt: {
        en: 'Which number would convince somebody who was not there?',
        fr: 'Quel nombre convaincrait quelqu’un qui n’y était pas ?',
      },
    },
    {
      when: 'always',
      prompt: {
        en: 'Who disagreed with it at the time, and were they right?',
        fr: 'Qui n’était pas d’accord à l’époque, et avait-il raison ?',
      },
    },
  ],
  mistake: {
    en: 'Reading the line out again in more words.',
    fr: 'Relire la ligne avec plus de mots.',
  },
});

import { defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { ToldSlots } from './told.ts';

/** The line of a document an interviewer stops at: what is the person's own and was made is asked about by `build-again`. */
export const lineInDepth = defineFamily<ToldSlots>({
  id: 'line-in-depth',
  kind: 'explain',
  level: 4,
  timeLimitSec: 300,
  most: 16,
  firings: ({ deeds }) =>
    deeds
      .filter(({ stance, isMade, isTakenBack }) => !isTakenBack && (stance === 'limited' || (stance === 'own' && !isMade)))
      .map(({ atom, told, skillIds, stance, sources, strength }) => ({
        atom,
        skillIds,
        stance,
        sources,
        slots: { told },
        strength: strength + (stance === 'own' ? 1 : 0),
      })),
  en: [
    ({ told }) =>
      `An interviewer stops at this line of your document: ${en.about(told)}. Say what was to be achieved, which other way there was and why it was not taken, and one figure that shows how well it went.`,
    ({ told }) =>
      `${en.about(told)}, says your document. What made this difficult, how would somebody notice that it goes wrong, and which figure says how well it does?`,
    ({ told }) =>
      `Take this line of your document apart for a staff engineer: ${en.about(told)}. Name the constraint that shaped it, its weakest part, and the measurement you would show to defend it.`,
  ],
  fr: [
    ({ told }) =>
      `On s’arrête sur cette ligne de votre document : ${fr.chose(told)}. Dites ce qu’il fallait obtenir, quelle autre voie existait et pourquoi elle n’a pas été prise, et un chiffre qui montre le résultat.`,
    ({ told }) =>
      `${fr.chose(told)}, dit votre document. Qu’est-ce qui a rendu cela difficile, comment remarquerait-on que cela va mal, et quel chiffre dit à quel point cela fonctionne ?`,
    ({ told }) =>
      `Analysez cette ligne de votre document devant un ingénieur chevronné : ${fr.chose(told)}. Citez la contrainte qui a tout déterminé, le point le plus faible, et la mesure que vous montreriez pour la défendre.`,
  ],
  why: {
    en: () => 'A line of your document that says something precise is where interviewers dig.',
    fr: () => 'C’est aux lignes précises d’un document que l’on creuse.',
  },
  points: [
    point(
      'constraint',
      true,
      {
        text: 'Names the aim or the constraint behind it: time, money, people, latency, availability',
        line: 'The constraint behind it was a limit of budget, time or availability that ruled out the textbook solution.',
        aliases: ['constraint*', 'budget', 'requirement*', 'ruled out', 'had to', 'because'],
      },
      {
        text: 'Nomme le but ou la contrainte : temps, argent, personnes, latence, disponibilité',
        line: 'La contrainte était une limite de budget, de délai ou de disponibilité qui excluait la solution des manuels.',
        aliases: ['contrainte*', 'budget', 'délai*', 'exclu*', 'il fallait', 'parce que'],
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

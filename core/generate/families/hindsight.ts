import { defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { ToldSlots } from './told.ts';

/** What the person says should have been otherwise. */
export const hindsight = defineFamily<ToldSlots>({
  id: 'hindsight',
  kind: 'behavioural',
  level: 3,
  timeLimitSec: 180,
  most: 10,
  firings: ({ regrets }) =>
    regrets.map(({ atom, told, skillIds, source }) => ({
      atom,
      skillIds,
      stance: 'limited',
      sources: [source],
      slots: { told },
      strength: skillIds.length,
    })),
  en: [
    ({ told }) =>
      `Looking back, your document says ${en.about(told)}. What stood in the way at the time, what did that cost, and how would you make sure that it goes differently today?`,
    ({ told }) =>
      `Your document says ${en.about(told)}. Which sign could have told you at the time, what did missing it cost, and what do you do differently since?`,
    ({ told }) =>
      `An interviewer reads this to you from your own document: ${en.about(told)}. Why did it go another way at the time, what did that cost, and how would you spot it earlier next time?`,
  ],
  fr: [
    ({ told }) =>
      `Avec le recul, vous écrivez ${fr.chose(told)}. Qu’est-ce qui vous en a empêché à l’époque, qu’est-ce que cela a coûté, et comment feriez-vous pour que cela se passe autrement aujourd’hui ?`,
    ({ told }) =>
      `Votre document dit ${fr.chose(told)}. Quel signe aurait pu vous le dire à l’époque, qu’a coûté le fait de l’avoir manqué, et que faites-vous autrement depuis ?`,
    ({ told }) =>
      `On vous lit cette phrase de votre propre document : ${fr.chose(told)}. Pourquoi en est-il allé autrement à l’époque, qu’est-ce que cela a coûté, et comment le verriez-vous plus tôt la prochaine fois ?`,
  ],
  why: {
    en: () => 'Your document says so itself. What somebody learnt from it is asked in every interview.',
    fr: () => 'Votre document le dit lui-même. Ce que l’on en a appris est demandé à chaque entretien.',
  },
  points: [
    point(
      'cause',
      true,
      {
        text: 'Says why it came about, without blaming anybody',
        line: 'Why it came about at the time.',
        aliases: ['because', 'deadline', 'pressure', 'did not know'],
      },
      {
        text: 'Dit pourquoi c’est arrivé, sans accuser personne',
        line: 'Pourquoi c’est arrivé à l’époque.',
        aliases: ['parce que', 'délai', 'pression', 'ne savais pas'],
      },
    ),
    point(
      'cost',
      true,
      {
        text: 'Says what it cost, in hours, money, outages or trust',
        line: 'What it cost, counted.',
        aliases: ['cost', 'hours', 'outage*', 'delay*'],
      },
      {
        text: 'Dit ce que cela a coûté : heures, argent, pannes ou confiance',
        line: 'Ce que cela a coûté, compté.',
        aliases: ['coût*', 'heures', 'panne*', 'retard*'],
      },
    ),
    point(
      'since',
      false,
      {
        text: 'Names one thing done differently since, or the first step next time',
        line: 'What I do differently since.',
        aliases: ['since then', 'next time', 'differently', 'first step'],
      },
      {
        text: 'Cite une chose faite autrement depuis, ou le premier pas la prochaine fois',
        line: 'Ce que je fais autrement depuis.',
        aliases: ['depuis', 'prochaine fois', 'autrement', 'premier pas'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:cost',
      prompt: { en: 'How would you know today what it cost?', fr: 'Comment sauriez-vous aujourd’hui ce que cela a coûté ?' },
    },
    {
      when: 'always',
      prompt: { en: 'What would you tell the person you were then?', fr: 'Que diriez-vous à la personne que vous étiez alors ?' },
    },
  ],
  mistake: { en: 'Explaining why nobody could have known.', fr: 'Expliquer que personne ne pouvait savoir.' },
});

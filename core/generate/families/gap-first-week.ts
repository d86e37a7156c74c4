import { defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing, Noun, Title } from '../types.ts';

interface FirstWeekSlots {
  readonly told: Title;
  readonly nearest: Noun;
  readonly [slot: string]: Noun | Title;
}

export const gapFirstWeek = defineFamily<FirstWeekSlots>({
  id: 'gap-first-week',
  kind: 'explain',
  level: 3,
  timeLimitSec: 300,
  most: 8,
  firings: ({ gaps }) =>
    gaps.flatMap(({ atom, noun, told, nearest, source }): Firing<FirstWeekSlots>[] =>
      nearest === null || noun.class === 'language'
        ? []
        : [
            {
              atom,
              skillIds: [noun.skillId],
              stance: 'limited',
              sources: [...(source === null ? [] : [source]), ...nearest.sources.slice(0, 1)],
              slots: { told, nearest: nearest.noun },
              strength: 1,
            },
          ],
    ),
  en: [
    ({ told, nearest }) =>
      `One week and one server for ${en.about(told)}, which you name as a gap. Your document has ${en.name(nearest)}: what do you build each day, and what do you show on Friday?`,
    ({ told, nearest }) =>
      `You have five days to get as far as you can with ${en.about(told)}, a gap of yours. Your document has ${en.name(nearest)}: what do you try first, what do you break on purpose, and how will you know how far you have come?`,
    ({ told, nearest }) =>
      `Plan a first week on ${en.about(told)}, a gap of yours, with a single machine. Which habits from ${en.name(nearest)} help, which mislead, and what runs at the end that did not run before?`,
  ],
  fr: [
    ({ told, nearest }) =>
      `Une semaine et un serveur pour ${fr.chose(told)}, que vous citez comme lacune. Votre document mentionne ${fr.le(nearest)} : que montez-vous chaque jour, et que montrez-vous le vendredi ?`,
    ({ told, nearest }) =>
      `Vous avez cinq jours pour avancer le plus loin possible sur ${fr.chose(told)}, une de vos lacunes. Votre document mentionne ${fr.le(nearest)} : qu’essayez-vous d’abord, que cassez-vous exprès, et à quoi verrez-vous où vous en êtes ?`,
    ({ told, nearest }) =>
      `Prévoyez une première semaine sur ${fr.chose(told)}, une de vos lacunes, avec une seule machine. Quels réflexes venus ${fr.de(nearest)} aident, lesquels trompent, et qu’est-ce qui tourne à la fin qui ne tournait pas avant ?`,
  ],
  why: {
    en: ({ nearest }) =>
      `You name it as a gap, and your document has ${en.name(nearest)}. How you would learn is worth as much as what you know.`,
    fr: ({ nearest }) =>
      `Vous citez le sujet comme lacune, et votre document mentionne ${fr.le(nearest)}. La manière d’apprendre compte autant que le savoir.`,
  },
  points: [
    point(
      'small-lab',
      true,
      {
        text: 'A small working thing each day, not a reading list',
        line: 'Each day ends with a small lab that runs, and notes on what surprised.',
        aliases: ['lab', 'minimal', 'hands-on', 'prototype'],
      },
      {
        text: 'Une petite chose qui tourne chaque jour, non une liste de lectures',
        line: 'Chaque jour finit par une maquette qui tourne, et des notes sur ce qui a surpris.',
        aliases: ['maquette', 'minimal*', 'pratique', 'prototype'],
      },
    ),
    point(
      'break-it',
      true,
      {
        text: 'Breaks it on purpose and watches the recovery',
        line: 'By midweek comes a failure test: stop a process, fill the disk, and observe the recovery.',
        aliases: ['failure test', 'recovery', 'fill the disk', 'chaos', 'stop a process'],
      },
      {
        text: 'La casse exprès et observe le retour',
        line: 'Au milieu, un essai de panne : arrêter un processus, remplir le disque, observer la reprise.',
        aliases: ['essai de panne', 'reprise', 'remplir le disque', 'arrêter un processus'],
      },
    ),
    point(
      'evidence',
      false,
      {
        text: 'Ends with something a colleague can check',
        line: 'The last step is a short demo and a repository that a colleague can run.',
        aliases: ['demo', 'repository', 'document*', 'colleague'],
      },
      {
        text: 'Finit par quelque chose de vérifiable',
        line: 'La dernière étape est une courte démonstration et un dépôt qu’une collègue peut exécuter.',
        aliases: ['démonstration', 'dépôt', 'document*', 'collègue'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:break-it',
      prompt: { en: 'It runs. What do you still not know about it?', fr: 'Cela tourne. Que ne savez-vous pas encore ?' },
    },
    {
      when: 'always',
      prompt: { en: 'Whom would you ask one question, and which?', fr: 'À qui poseriez-vous une seule question, et laquelle ?' },
    },
  ],
  mistake: { en: 'A week of reading with nothing that runs.', fr: 'Une semaine de lecture et rien qui tourne.' },
});

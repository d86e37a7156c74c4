import { defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Figure, Noun, Title } from '../types.ts';

interface StaleSlots {
  readonly noun: Noun;
  readonly year: Figure;
  readonly told: Title | null;
  readonly [slot: string]: Noun | Figure | Title | null;
}

export const stale = defineFamily<StaleSlots>({
  id: 'stale',
  kind: 'explain',
  level: 3,
  timeLimitSec: 240,
  most: 6,
  firings: ({ stale: atoms }) =>
    atoms
      .filter(({ tool }) => tool.told !== null || tool.isDone || tool.statements.length > 1)
      .map(({ tool, lastYear }) => ({
        atom: tool.atom,
        skillIds: [tool.noun.skillId],
        stance: tool.stance,
        sources: tool.told === null ? tool.sources : [tool.told.source],
        slots: {
          noun: tool.noun,
          year: { class: 'figure', value: lastYear, unit: 'year', per: null, precision: 'exact' },
          told: tool.told?.title ?? null,
        },
        strength: tool.statements.length + (tool.isDone ? 5 : 0),
      })),
  en: [
    (s) =>
      `The last time ${en.name(s.noun)} appears in your document is ${s.year.value}${en.beside(s.told)}. What has changed in it since, what of your knowledge still holds, and how would you get up to date if the job needed it on day one?`,
    (s) =>
      `Your last dated work with ${en.name(s.noun)} ended in ${s.year.value}${en.beside(s.told)}. Name two things that have changed in it or around it since, one that has not, and how you would check.`,
    (s) =>
      `Your document mentions ${en.name(s.noun)} up to ${s.year.value}${en.beside(s.told)}. Which of your habits with it would be out of date, which would not, and what would you read first?`,
  ],
  fr: [
    (s) =>
      `${fr.Le(s.noun)} apparaît pour la dernière fois dans votre document en ${s.year.value}${fr.aCote(s.told)}. Qu’est-ce qui a changé depuis, que vaut encore ce que vous savez, et comment vous remettriez-vous à jour si le poste l’exigeait dès le premier jour ?`,
    (s) =>
      `Votre dernier travail daté avec ${fr.le(s.noun)} s’est terminé en ${s.year.value}${fr.aCote(s.told)}. Citez deux choses qui ont changé depuis, une qui n’a pas changé, et comment vous le vérifieriez.`,
    (s) =>
      `Votre document mentionne ${fr.le(s.noun)} jusqu’en ${s.year.value}${fr.aCote(s.told)}. Lesquels de vos réflexes seraient périmés, lesquels non, et que liriez-vous d’abord ?`,
  ],
  why: {
    en: ({ noun, year }) => `The last dated use of ${en.name(noun)} in your documents ended in ${year.value}, more than three years ago.`,
    fr: ({ noun, year }) =>
      `Le dernier usage daté ${fr.de(noun)} dans vos documents s’est terminé en ${year.value}, il y a plus de trois ans.`,
  },
  points: [
    point(
      'changed',
      true,
      {
        text: 'Two concrete changes: defaults, removed features, new ways of running it',
        line: 'Two changes stand out: a default that was deprecated, and a new way of deployment.',
        aliases: ['deprecat*', 'default*', 'new major', 'removed', 'replaced by'],
      },
      {
        text: 'Deux changements concrets : valeurs par défaut, fonctions retirées, nouveaux modes d’exploitation',
        line: 'Deux changements ressortent : une valeur par défaut abandonnée, et un nouveau mode de déploiement.',
        aliases: ['par défaut', 'abandonn*', 'nouvelle version', 'retiré*', 'déploiement'],
      },
    ),
    point(
      'holds',
      true,
      {
        text: 'What is as true as before: the model, the failure modes',
        line: 'The underlying model still holds, and so do its failure modes.',
        aliases: ['still holds', 'failure modes', 'fundamental*', 'unchanged'],
      },
      {
        text: 'Ce qui reste vrai : le modèle, les pannes',
        line: 'Le modèle de fond tient toujours, et ses modes de panne aussi.',
        aliases: ['tient toujours', 'modes de panne', 'fondament*', 'inchang*'],
      },
    ),
    point(
      'refresh',
      false,
      {
        text: 'A quick way back: release notes and a lab upgrade',
        line: 'Release notes and one upgrade in a lab bring it back quickly.',
        aliases: ['release notes', 'changelog', 'lab', 'upgrade'],
      },
      {
        text: 'Un chemin court : notes de version et mise à niveau sur maquette',
        line: 'Les notes de version et une mise à niveau sur maquette y ramènent vite.',
        aliases: ['notes de version', 'maquette', 'mise à niveau'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:changed',
      prompt: {
        en: 'If you cannot name a change: how would you find the three that matter in an hour?',
        fr: 'Sans changement à citer : comment trouver en une heure les trois qui comptent ?',
      },
    },
    {
      when: 'always',
      prompt: { en: 'Would you choose it again today, and for what?', fr: 'Le choisiriez-vous encore aujourd’hui, et pour quoi ?' },
    },
  ],
  mistake: {
    en: 'Answering as if the last version used were the current one.',
    fr: 'Répondre comme si la dernière version utilisée était l’actuelle.',
  },
});

import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing } from '../types.ts';
import type { ToldSlots } from './told.ts';

/** A whole platform is too broad to be explained in a minute. */
function openGaps({ gaps }: Atoms): Firing<ToldSlots>[] {
  return gaps
    .filter(({ noun }) => noun.class !== 'platform')
    .map(({ atom, noun, told, source }) => ({
      atom,
      skillIds: [noun.skillId],
      stance: 'limited',
      sources: source === null ? [] : [source],
      slots: { told },
      strength: 1,
    }));
}

export const gapLadder = defineFamily<ToldSlots>({
  id: 'gap-ladder',
  kind: 'explain',
  level: 3,
  timeLimitSec: 450,
  most: 10,
  firings: openGaps,
  en: [
    ({ told }) =>
      `Among what you lack you write ${en.about(told)}. Explain the subject five times, ninety seconds each: to a child, a developer, a colleague on call, an architect and an expert. Say where your own knowledge ends.`,
    ({ told }) =>
      `Your list of gaps has ${en.about(told)}. Five listeners want to hear about it: a manager, a developer, an operator, an architect, a specialist. What does each need to know, and at which of them do you run out?`,
    ({ told }) =>
      `${en.about(told)} stands among your gaps. Work upwards on the subject: what is it for, how is it used day by day, how would you set it up for others, and how does it go wrong? Mark the step at which you stop being sure.`,
  ],
  fr: [
    ({ told }) =>
      `Parmi ce qui vous manque, vous notez ${fr.chose(told)}. Expliquez le sujet cinq fois, quatre-vingt-dix secondes chacune : à un enfant, à un développeur, à un collègue d’astreinte, à un architecte, à un expert. Dites où votre savoir s’arrête.`,
    ({ told }) =>
      `Votre liste de lacunes comporte ${fr.chose(told)}. Cinq personnes veulent en entendre parler : une directrice, un développeur, une exploitante, un architecte, un spécialiste. Que doit savoir chacune, et devant laquelle êtes-vous à court ?`,
    ({ told }) =>
      `${fr.chose(told)} figure parmi vos lacunes. Montez en difficulté sur ce sujet : à quoi cela sert, comment on s’en sert au quotidien, comment vous le mettriez en place pour d’autres, et comment cela tourne mal. Dites à quel moment vous n’êtes plus sûr.`,
  ],
  why: {
    en: () => 'It is on your own list of gaps. Explaining shows where exactly the gap begins.',
    fr: () => 'Le sujet figure sur votre propre liste de lacunes. Expliquer montre où la lacune commence vraiment.',
  },
  points: [
    point(
      'purpose',
      true,
      {
        text: 'Says which problem it solves, in plain words',
        line: 'In plain words it solves one problem: without it somebody waits, pays, or does the work by hand.',
        aliases: ['solves', 'without it', 'problem', 'by hand'],
      },
      {
        text: 'Dit en mots simples quel problème cela résout',
        line: 'En mots simples, cela résout un problème : sans cela, quelqu’un attend, paie, ou fait le travail à la main.',
        aliases: ['résout', 'sans cela', 'problème', 'à la main'],
      },
    ),
    point(
      'failure',
      true,
      {
        text: 'Names one way it fails and what that looks like',
        line: 'One typical failure mode is a wrong or stale state that still looks healthy from outside.',
        aliases: ['failure mode', 'stale', 'break*', 'outage', 'degrad*'],
      },
      {
        text: 'Nomme une panne typique et son aspect',
        line: 'Une panne typique est un état faux ou périmé qui paraît sain de l’extérieur.',
        aliases: ['panne', 'périmé', 'dégrad*', 'coupure'],
      },
    ),
    point(
      'edge',
      false,
      {
        text: 'Marks the edge of own knowledge honestly',
        line: 'Beyond that point, “I have only read about it” is the honest sentence.',
        aliases: ['only read', 'not sure', 'would look up', 'never done'],
      },
      {
        text: 'Marque honnêtement la limite de son savoir',
        line: 'Au-delà, « je ne l’ai que lu » est la phrase honnête.',
        aliases: ['que lu', 'pas sûr', 'je chercherais', 'jamais fait'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:failure',
      prompt: { en: 'What would page you at night about it?', fr: 'Qu’est-ce qui vous réveillerait la nuit à ce sujet ?' },
    },
    { when: 'always', prompt: { en: 'Which of the five would have caught you out?', fr: 'Lequel des cinq vous aurait pris en défaut ?' } },
  ],
  mistake: { en: 'Using the same words for all five listeners.', fr: 'Les mêmes mots pour les cinq auditeurs.' },
});

import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing } from '../types.ts';
import type { ToldSlots } from './told.ts';

/** A whole platform is too broad to be explained in a minute, and a language is not explained but written. */
function openGaps({ gaps }: Atoms): Firing<ToldSlots>[] {
  return gaps
    .filter(({ noun }) => noun.class !== 'platform' && noun.class !== 'language')
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
      `You list ${en.about(told)} as a gap. Explain the subject to a developer, then to a colleague on call, ninety seconds each. At what point does your knowledge run out?`,
    ({ told }) =>
      `Your list of gaps has ${en.about(told)}. Which problem does it solve, how does it typically go wrong, and what would you still have to look up?`,
    ({ told }) =>
      `You list ${en.about(told)} as a gap. Start simple and go deeper: what is it for, what does a normal week with it look like, how would you introduce it, how does it go wrong? Say where you stop being sure.`,
  ],
  fr: [
    ({ told }) =>
      `Vous citez ${fr.chose(told)} parmi vos lacunes. Expliquez le sujet à une développeuse, puis à un collègue d’astreinte, quatre-vingt-dix secondes chacun. À quel moment vos connaissances s’arrêtent-elles ?`,
    ({ told }) =>
      `Votre liste de lacunes comporte ${fr.chose(told)}. Quel problème cela résout-il, comment cela tourne-t-il mal d’ordinaire, et que devriez-vous encore chercher ?`,
    ({ told }) =>
      `Vous citez ${fr.chose(told)} parmi vos lacunes. Commencez simplement, puis approfondissez : à quoi cela sert, à quoi ressemble une semaine ordinaire avec, comment vous l’introduiriez, comment cela tourne mal. Dites où vous cessez d’être sûr.`,
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
    { when: 'always', prompt: { en: 'Who would have caught you out first?', fr: 'Qui vous aurait pris en défaut le premier ?' } },
  ],
  mistake: { en: 'Using the same words for every listener.', fr: 'Les mêmes mots pour chaque auditeur.' },
});

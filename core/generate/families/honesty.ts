import { defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing, Noun, Title } from '../types.ts';
import type { ToldSlots } from './told.ts';

interface ContradictionSlots {
  readonly noun: Noun;
  /** What speaks low: one of the two is filled. */
  readonly gap: Title | null;
  readonly limit: Title | null;
  readonly high: Title;
  readonly [slot: string]: Noun | Title | null;
}

const lowEn = ({ gap, limit }: ContradictionSlots): string =>
  gap === null ? (limit === null ? '' : `says ${en.about(limit)}`) : `lists ${en.about(gap)} among your gaps`;
const lowFr = ({ gap, limit }: ContradictionSlots): string =>
  gap === null ? (limit === null ? '' : `dit ${fr.chose(limit)}`) : `range ${fr.chose(gap)} parmi vos lacunes`;

const contradiction = defineFamily<ContradictionSlots>({
  id: 'contradiction',
  kind: 'own-part',
  level: 3,
  timeLimitSec: 180,
  most: 6,
  firings: ({ contradictions }) =>
    contradictions.flatMap(({ atom, noun, low, told, sources }): Firing<ContradictionSlots>[] => {
      if (told === null) return [];
      const slots = { noun, gap: low === 'gap' ? told[0] : null, limit: low === 'gap' ? null : told[0], high: told[1] };
      return [{ atom, skillIds: [noun.skillId], stance: 'limited', sources, slots, strength: 1 }];
    }),
  en: [
    (s) =>
      `On ${en.name(s.noun)} your document ${lowEn(s)}, yet it also has ${en.about(s.high)}. Where do you draw the line: what can you do alone, what only with help, and what would you turn down?`,
    (s) =>
      `An interviewer notices that on ${en.name(s.noun)} your document ${lowEn(s)} and also has ${en.about(s.high)}. Say in a minute where your limit is, with one task you have done and one you have not.`,
    (s) =>
      `Your document ${lowEn(s)} when it comes to ${en.name(s.noun)}, and it has ${en.about(s.high)}. Which of the two is closer to the job ahead, and how could somebody check that in ten minutes?`,
  ],
  fr: [
    (s) =>
      `À propos ${fr.de(s.noun)}, votre document ${lowFr(s)} et mentionne pourtant ${fr.chose(s.high)}. Où est la limite : que savez-vous faire seul, avec de l’aide seulement, et que refuseriez-vous ?`,
    (s) =>
      `On remarque qu’à propos ${fr.de(s.noun)} votre document ${lowFr(s)} et mentionne aussi ${fr.chose(s.high)}. Dites en une minute où est votre limite, avec une tâche que vous avez faite et une que vous n’avez pas faite.`,
    (s) =>
      `Votre document ${lowFr(s)} à propos ${fr.de(s.noun)}, et il mentionne ${fr.chose(s.high)}. Lequel des deux est le plus proche du poste visé, et comment le vérifier en dix minutes ?`,
  ],
  why: {
    en: ({ noun }) => `One line limits your ${en.name(noun)}, another shows work with it. An interviewer will ask where your limit is.`,
    fr: ({ noun }) =>
      `Une ligne limite votre niveau à propos ${fr.de(noun)}, une autre montre du travail avec. On vous demandera où est la limite.`,
  },
  points: [
    point(
      'can',
      true,
      { text: 'One task done alone, named', line: 'Alone: one task, named.', aliases: ['on my own', 'alone', 'without help'] },
      { text: 'Une tâche faite seul, nommée', line: 'Seul : une tâche, nommée.', aliases: ['seul*', 'sans aide', 'moi-même'] },
    ),
    point(
      'cannot',
      true,
      {
        text: 'One task not done, said without excuse',
        line: 'Not yet: one task, without excuse.',
        aliases: ['not yet', 'never', 'would need', 'have not'],
      },
      {
        text: 'Une tâche non faite, dite sans excuse',
        line: 'Pas encore : une tâche, sans excuse.',
        aliases: ['pas encore', 'jamais', 'il me faudrait'],
      },
    ),
    point(
      'check',
      false,
      { text: 'A quick way for others to check', line: 'How others could check.', aliases: ['show', 'check', 'exercise', 'test'] },
      {
        text: 'Un moyen rapide de le vérifier',
        line: 'Comment d’autres pourraient le vérifier.',
        aliases: ['montrer', 'vérifi*', 'exercice', 'essai'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:cannot',
      prompt: { en: 'And what would you not take on alone next month?', fr: 'Et que ne prendriez-vous pas seul le mois prochain ?' },
    },
    {
      when: 'always',
      prompt: {
        en: 'Which of the two sentences would you change in the document?',
        fr: 'Laquelle des deux phrases changeriez-vous dans le document ?',
      },
    },
  ],
  mistake: { en: 'Defending the larger claim because it is on paper.', fr: 'Défendre la plus grande prétention parce qu’elle est écrite.' },
});

const retractionRehearsal = defineFamily<ToldSlots>({
  id: 'retraction-rehearsal',
  kind: 'own-part',
  level: 3,
  timeLimitSec: 120,
  most: 8,
  firings: ({ retractions }) =>
    retractions.map(({ atom, told, skillIds, source }) => ({
      atom,
      skillIds,
      stance: 'limited',
      sources: [source],
      slots: { told },
      strength: 1,
    })),
  en: [
    ({ told }) =>
      `Your own notes say ${en.about(told)}. An interviewer asks who did what: answer in three sentences that your team lead would sign.`,
    ({ told }) =>
      `Somebody asks whether it was all your doing, and your notes say ${en.about(told)}. Answer in half a minute, true to your notes, and end with what you are proud of.`,
    ({ told }) =>
      `“So that was you?” Your notes say ${en.about(told)}. Answer honestly and without making yourself small: what was there before, what others did, what you added.`,
  ],
  fr: [
    ({ told }) =>
      `Vos propres notes disent ${fr.chose(told)}. On vous demande qui a fait quoi : répondez en trois phrases que votre responsable signerait.`,
    ({ told }) =>
      `On vous demande si tout était de vous, et vos notes disent ${fr.chose(told)}. Répondez en une demi-minute, sans les contredire, et finissez par ce dont vous êtes fier.`,
    ({ told }) =>
      `« C’était donc vous ? » Vos notes disent ${fr.chose(told)}. Répondez honnêtement et sans vous diminuer : ce qui existait avant, ce que d’autres ont fait, ce que vous avez ajouté.`,
  ],
  why: {
    en: () => 'A note of yours sets a limit. Better said once before the interview than found in it.',
    fr: () => 'Une de vos notes pose une limite. Mieux vaut le dire une fois avant l’entretien que de s’y faire prendre.',
  },
  points: [
    point(
      'bounded',
      true,
      {
        text: 'Keeps to the limit the notes set',
        line: 'Within the limit the notes set.',
        aliases: ['the team', 'not alone', 'already there', 'part of'],
      },
      {
        text: 'Reste dans la limite que posent les notes',
        line: 'Dans la limite que posent les notes.',
        aliases: ['l’équipe', 'pas seul*', 'déjà là', 'une partie'],
      },
    ),
    point(
      'contribution',
      true,
      {
        text: 'Names the own contribution with a strong, exact verb',
        line: 'The own contribution, with an exact verb.',
        aliases: ['I ... tuned', 'I ... built', 'I ... automated', 'my contribution'],
      },
      {
        text: 'Nomme sa contribution avec un verbe fort et exact',
        line: 'La contribution propre, avec un verbe exact.',
        aliases: ['j’ai optimisé', 'j’ai construit', 'j’ai automatisé', 'ma contribution'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:contribution',
      prompt: {
        en: 'That was modest. What did you add that was not there before?',
        fr: 'C’était modeste. Qu’avez-vous ajouté qui n’y était pas ?',
      },
    },
    {
      when: 'always',
      prompt: { en: 'Who would confirm it, and would they use the same verb?', fr: 'Qui le confirmerait, et avec le même verbe ?' },
    },
  ],
  mistake: { en: 'Taking the credit by leaving the others out.', fr: 'S’attribuer le tout en passant les autres sous silence.' },
});

export const honestyFamilies = [contradiction, retractionRehearsal];

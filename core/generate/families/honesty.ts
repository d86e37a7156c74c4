import type { ContradictionAtom } from '../atoms/gaps.ts';
import { defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Figure, Noun } from '../types.ts';

interface ContradictionSlots {
  readonly noun: Noun;
  readonly low: Noun | null;
  readonly high: Noun | null;
  readonly [slot: string]: Noun | null;
}

/** The low side is a gap where `low` is filled, else a caveat; the high side is work where `high` is, else a rating. */
function slotsOf({ noun, low, high }: ContradictionAtom): ContradictionSlots {
  return { noun, low: low === 'gap' ? noun : null, high: high === 'done' ? noun : null };
}

const lowEn = ({ low }: ContradictionSlots): string =>
  low === null ? 'one place in your document limits it' : 'one place in your document lists it among the gaps';
const highEn = ({ high }: ContradictionSlots): string => (high === null ? 'its level is given as high' : 'another tells of work with it');
const lowFr = ({ low }: ContradictionSlots): string =>
  low === null ? 'un passage de votre document le limite' : 'un passage de votre document le range parmi les lacunes';
const highFr = ({ high }: ContradictionSlots): string =>
  high === null ? 'son niveau est donné comme élevé' : 'un autre raconte un travail avec';

const contradiction = defineFamily<ContradictionSlots>({
  id: 'contradiction',
  kind: 'own-part',
  level: 3,
  timeLimitSec: 180,
  most: 6,
  firings: ({ contradictions }) =>
    contradictions.map((atom) => ({
      atom: atom.atom,
      skillIds: [atom.noun.skillId],
      stance: 'limited',
      sources: atom.sources,
      slots: slotsOf(atom),
      strength: atom.high === 'done' ? 2 : 1,
    })),
  en: [
    (s) =>
      `${en.Name(s.noun)}: ${lowEn(s)}, ${highEn(s)}. How do the two fit together? Say what you can do alone, what only with help, and one thing you would turn down.`,
    (s) =>
      `An interviewer noticed two things about ${en.name(s.noun)}: ${lowEn(s)}, ${highEn(s)}. Reconcile them in a minute, with one task you have done and one you have not.`,
    (s) =>
      `Your document speaks in two voices of ${en.name(s.noun)}: ${lowEn(s)}, ${highEn(s)}. Which is right for the job ahead, and how would one check it in ten minutes?`,
  ],
  fr: [
    (s) =>
      `${fr.Le(s.noun)} : ${lowFr(s)}, ${highFr(s)}. Comment les deux vont-ils ensemble ? Dites ce que vous faites seul, ce que vous faites avec de l’aide, et une chose que vous refuseriez.`,
    (s) =>
      `On a lu à propos ${fr.de(s.noun)} : ${lowFr(s)}, ${highFr(s)}. Conciliez les deux en une minute, avec une tâche que vous avez faite et une que vous n’avez pas faite.`,
    (s) =>
      `Votre document parle à deux voix ${fr.de(s.noun)} : ${lowFr(s)}, ${highFr(s)}. Laquelle est juste pour le poste visé, et comment le vérifier en dix minutes ?`,
  ],
  why: {
    en: (s) => `Two places do not say the same of ${en.name(s.noun)}: ${lowEn(s)}, ${highEn(s)}.`,
    fr: (s) => `Deux passages ne disent pas la même chose ${fr.de(s.noun)} : ${lowFr(s)}, ${highFr(s)}.`,
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

interface RetractionSlots {
  readonly about: Noun | Figure;
  readonly [slot: string]: Noun | Figure;
}

const retractionRehearsal = defineFamily<RetractionSlots>({
  id: 'retraction-rehearsal',
  kind: 'own-part',
  level: 3,
  timeLimitSec: 120,
  most: 8,
  firings: ({ retractions }) =>
    retractions.map(({ atom, about, skillIds, source }) => ({
      atom,
      skillIds,
      stance: 'limited',
      sources: [source],
      slots: { about },
      strength: 1,
    })),
  en: [
    ({ about }) =>
      `Your own notes warn against claiming too much about ${en.about(about)}. Say in three sentences what may be said, so that your lead would sign every word.`,
    ({ about }) =>
      `Rehearse it: someone asks whether ${en.about(about)} was all your doing. Answer in half a minute, true to your notes, and end with what you are proud of.`,
    ({ about }) =>
      `“So ${en.about(about)}, that was you?” Answer honestly and without making yourself small: what was there before, what others did, what you added.`,
  ],
  fr: [
    ({ about }) =>
      `Vos propres notes invitent à ne pas trop en dire sur ${fr.chose(about)}. Dites en trois phrases ce qui peut l’être, de sorte que votre responsable signe chaque mot.`,
    ({ about }) =>
      `Répétez la scène : on demande si ${fr.chose(about)}, c’était vous seul. Répondez en une demi-minute, fidèle à vos notes, et finissez par ce dont vous êtes fier.`,
    ({ about }) =>
      `« Alors ${fr.chose(about)}, c’était vous ? » Répondez honnêtement et sans vous diminuer : ce qui existait, ce que d’autres ont fait, ce que vous avez ajouté.`,
  ],
  why: {
    en: ({ about }) =>
      `A note of yours limits what may be said of ${en.about(about)}. Better said once before the interview than found in it.`,
    fr: ({ about }) => `Une de vos notes limite ce qui peut être dit ${fr.deChose(about)}. Mieux vaut le dire une fois avant l’entretien.`,
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

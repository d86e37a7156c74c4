import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing, Noun, Title } from '../types.ts';

interface HandOverSlots {
  readonly head: Noun;
  readonly told: Title;
  readonly [slot: string]: Noun | Title;
}

const PER_LINE = 2;
/** What was there for a move only is handed over to nobody. */
const FOR_A_WHILE = /(?<!\p{L})(?:temporar\p{L}*|as a buffer|during the migration|pendant la migration|temporaire)(?!\p{L})/iu;

/** Services the document tells something of, that have not been left for something else; whose they were is not said. */
function servicesTold({ tools, choices }: Atoms): Firing<HandOverSlots>[] {
  const asked = new Map<string, number>();
  const left = new Set(choices.map(({ other }) => other.skillId));
  return tools.flatMap(({ atom, noun, told, stance, isLeft, isDone, isWhole, statements }): Firing<HandOverSlots>[] => {
    const isRun = noun.class === 'service' && (isWhole || !isDone) && !isLeft && !left.has(noun.skillId);
    if (!isRun || told === null || FOR_A_WHILE.test(told.title.text)) return [];
    const times = asked.get(told.title.text) ?? 0;
    asked.set(told.title.text, times + 1);
    if (times >= PER_LINE) return [];
    const strength = statements.length + (isDone ? 3 : 0);
    return [{ atom, skillIds: [noun.skillId], stance, sources: [told.source], slots: { head: noun, told: told.title }, strength }];
  });
}

export const handOver = defineFamily<HandOverSlots>({
  id: 'hand-over',
  kind: 'explain',
  level: 3,
  timeLimitSec: 240,
  most: 12,
  firings: servicesTold,
  en: [
    ({ head, told }) =>
      `${en.about(told)}, says your document. On Friday somebody who has never run ${en.name(head)} takes it on: which three signs of failure do you show them, where is each to be read, and what must they not do alone?`,
    ({ head, told }) =>
      `Your document has ${en.about(told)}. A new colleague takes ${en.name(head)} on next week: name the three failures they will meet first, how each announces itself, and the one action you forbid.`,
    ({ head, told }) =>
      `You leave and ${en.name(head)} stays (${en.about(told)}). Write one page for whoever runs it next: three signs that it is about to fail, the first step for each, and what is never to be done at night.`,
  ],
  fr: [
    ({ head, told }) =>
      `${fr.chose(told)}, dit votre document. Vendredi, quelqu’un qui n’a jamais exploité ${fr.le(head)} s’en charge : quels trois signes de panne lui montrez-vous, où se lit chacun, et que ne doit-il pas faire seul ?`,
    ({ head, told }) =>
      `Votre document dit ${fr.chose(told)}. Une collègue reprend ${fr.le(head)} la semaine prochaine : citez les trois pannes qu’elle verra d’abord, comment chacune s’annonce, et le geste que vous interdisez.`,
    ({ head, told }) =>
      `Vous partez et ${fr.le(head)} reste (${fr.chose(told)}). Rédigez une page pour la personne qui prendra la suite : trois signes d’une panne proche, le premier geste pour chacun, et ce qu’on ne fait jamais la nuit.`,
  ],
  why: {
    en: ({ head }) => `Your document has ${en.name(head)} among your work. What you would hand over shows what you really watched.`,
    fr: ({ head }) =>
      `Votre document compte ${fr.le(head)} dans votre travail. Ce que vous transmettriez montre ce que vous surveilliez vraiment.`,
  },
  points: [
    point(
      'signs',
      true,
      {
        text: 'Three concrete signs with their metric or log line',
        line: 'The signs are a growing queue or lag, a disk that fills, and an error rate that creeps up.',
        aliases: ['lag', 'queue', 'disk ... fill*', 'error rate', 'latency'],
      },
      {
        text: 'Trois signes concrets avec leur métrique ou leur ligne de journal',
        line: 'Les indices sont une file ou un retard qui grandit, un disque qui se remplit, un taux d’erreur qui monte.',
        aliases: ['retard', 'file', 'disque', 'taux d’erreur', 'latence'],
      },
    ),
    point(
      'first-step',
      true,
      {
        text: 'A first step per sign that is safe and reversible',
        line: 'Each has a safe, reversible first step in the runbook.',
        aliases: ['reversible', 'runbook', 'drain', 'fail* over', 'escalat*'],
      },
      {
        text: 'Un premier geste par signe, sûr et réversible',
        line: 'Chacun a dans la procédure un premier pas sûr et réversible.',
        aliases: ['réversible', 'procédure', 'drain*', 'bascul*', 'escalad*'],
      },
    ),
    point(
      'forbidden',
      false,
      {
        text: 'Names the destructive act and why it tempts',
        line: 'Forbidden is whatever destroys data, such as forcing a member out or deleting files to free space.',
        aliases: ['destroy*', 'delet*', 'forc* ... out', 'irreversible'],
      },
      {
        text: 'Nomme le geste destructeur et pourquoi il tente',
        line: 'Est interdit ce qui détruit des données : forcer la sortie d’un membre, supprimer des fichiers pour faire de la place.',
        aliases: ['détrui*', 'supprim*', 'forcer', 'irréversible'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:forbidden',
      prompt: {
        en: 'What did somebody once do to it that you still remember?',
        fr: 'Que lui a-t-on fait un jour dont vous vous souvenez encore ?',
      },
    },
    {
      when: 'always',
      prompt: { en: 'Which of the three did you meet yourself, and when?', fr: 'Laquelle des trois avez-vous vécue, et quand ?' },
    },
  ],
  mistake: { en: 'A tour of features instead of signs and acts.', fr: 'Une visite des fonctions au lieu de signes et de gestes.' },
});

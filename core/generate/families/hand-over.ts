import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing, Noun, Title } from '../types.ts';

interface HandOverSlots {
  readonly head: Noun;
  readonly told: Title | null;
  readonly [slot: string]: Noun | Title | null;
}

const PER_LINE = 2;
const MOST_UNTOLD = 4;
const FEWEST_STATEMENTS = 2;
/** What was there for a move only is handed over to nobody. */
const FOR_A_WHILE = /(?<!\p{L})(?:temporar\p{L}*|as a buffer|during the migration|pendant la migration|temporaire)(?!\p{L})/iu;

/** Services that have not been left for something else, those first of which the document tells something; whose they were is not said. */
function servicesOf({ tools, choices }: Atoms): Firing<HandOverSlots>[] {
  const left = new Set(choices.map(({ other }) => other.skillId));
  const asked = new Map<string, number>();
  const run = tools.filter(
    ({ noun, isLeft, isDone, isWhole }) => noun.class === 'service' && (isWhole || !isDone) && !isLeft && !left.has(noun.skillId),
  );
  const told = run.filter(({ told: one }) => {
    if (one === null || FOR_A_WHILE.test(one.title.text)) return false;
    const times = asked.get(one.title.text) ?? 0;
    asked.set(one.title.text, times + 1);
    return times < PER_LINE;
  });
  const untold = run
    .filter((tool) => tool.told === null && !tool.isOld && (tool.isDone || tool.statements.length >= FEWEST_STATEMENTS))
    .slice(0, MOST_UNTOLD);
  return [...told, ...untold].map(({ atom, noun, told: one, stance, isDone, sources, statements }) => ({
    atom,
    skillIds: [noun.skillId],
    stance,
    sources: one === null ? sources.slice(0, 2) : [one.source],
    slots: { head: noun, told: one?.title ?? null },
    strength: statements.length + (isDone ? 3 : 0) + (one === null ? 0 : 20),
  }));
}

export const handOver = defineFamily<HandOverSlots>({
  id: 'hand-over',
  kind: 'explain',
  level: 3,
  timeLimitSec: 240,
  most: 12,
  firings: servicesOf,
  en: [
    (s) =>
      `Somebody who has never run ${en.name(s.head)} takes it over from you${en.beside(s.told)}. Which three warning signs do you show them, where do they see each one, and what must they not do on their own?`,
    (s) =>
      `A colleague takes over ${en.name(s.head)} from you${en.beside(s.told)}. Name the three failures they will meet first, how each announces itself, and the one action you forbid.`,
    (s) =>
      `Talk the next person through running ${en.name(s.head)}${en.beside(s.told)}: three signs that it is about to fail, the first step for each, and what they must never do at night.`,
  ],
  fr: [
    (s) =>
      `Quelqu’un qui n’a jamais exploité ${fr.le(s.head)} prend votre suite${fr.aCote(s.told)}. Quels sont les trois signes de panne à lui montrer, où les voit-on, et que ne doit-il pas faire seul ?`,
    (s) =>
      `Une collègue reprend ${fr.le(s.head)} après vous${fr.aCote(s.told)}. Citez les trois pannes qu’elle verra d’abord, comment chacune s’annonce, et le geste que vous interdisez.`,
    (s) =>
      `Préparez la personne qui exploitera ${fr.le(s.head)} après vous${fr.aCote(s.told)} : trois signes d’une panne proche, le premier geste pour chacun, et ce qu’on ne fait jamais la nuit.`,
  ],
  why: {
    en: ({ head }) => `${en.Name(head)} is part of your work. What you would hand over shows what you really watched.`,
    fr: ({ head }) => `${fr.Le(head)} fait partie de votre travail. Ce que vous transmettriez montre ce que vous surveilliez vraiment.`,
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

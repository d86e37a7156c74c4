import type { ToolAtom } from '../atoms/tools.ts';
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
const MOST_UNTOLD = 3;
const FEWEST_STATEMENTS = 2;
/** What was there for a while, or tells how one came to it, says nothing of running it. */
const FOR_A_WHILE =
  /(?<!\p{L})(?:temporar\p{L}*|as a buffer|temporaire|migrat\p{L}*|switched|moved|replaced|upgrade\p{L}*|sortie d[e'’]|passé\p{L}*|umzug|abgelöst|instead|adopted|in favou?r of|got rid)(?!\p{L})/iu;

/** Services that have not been left for something else, those first of which the document tells something; whose they were is not said. */
function servicesOf({ tools, choices }: Atoms): Firing<HandOverSlots>[] {
  const left = new Set(choices.map(({ other }) => other.skillId));
  const asked = new Map<string, number>();
  const run = tools.filter(
    ({ noun, isLeft, isDone, isWhole, isWeak }) =>
      noun.class === 'service' && !isWeak && (isWhole || !isDone) && !isLeft && !left.has(noun.skillId),
  );
  const told = run.filter(({ told: one }) => {
    if (one === null || FOR_A_WHILE.test(one.title.text)) return false;
    const times = asked.get(one.title.text) ?? 0;
    asked.set(one.title.text, times + 1);
    return times < PER_LINE;
  });
  const silent = run.filter((tool) => (tool.told === null || FOR_A_WHILE.test(tool.told.title.text)) && !tool.isOld);
  const isSure = (tool: ToolAtom): boolean => tool.isDone || tool.isRated || tool.statements.length > FEWEST_STATEMENTS;
  const untold = [
    ...silent.filter(isSure),
    ...silent.filter((tool) => !isSure(tool) && tool.statements.length === FEWEST_STATEMENTS),
  ].slice(0, MOST_UNTOLD);
  const asFiring = ({ atom, noun, stance, isDone, sources, statements }: ToolAtom, one: ToolAtom['told']): Firing<HandOverSlots> => ({
    atom,
    skillIds: [noun.skillId],
    stance,
    sources: one === null ? sources.slice(0, 2) : [one.source],
    slots: { head: noun, told: one?.title ?? null },
    strength: statements.length + (isDone ? 3 : 0) + (one === null ? 0 : 20),
  });
  return [...told.map((tool) => asFiring(tool, tool.told)), ...untold.map((tool) => asFiring(tool, null))];
}

const said = ({ told }: HandOverSlots): string => (told === null ? '' : `Your document has ${en.about(told)}. `);
const dit = ({ told }: HandOverSlots): string => (told === null ? '' : `Votre document mentionne ${fr.chose(told)}. `);

export const handOver = defineFamily<HandOverSlots>({
  id: 'hand-over',
  kind: 'explain',
  level: 3,
  timeLimitSec: 240,
  most: 12,
  firings: servicesOf,
  en: [
    (s) =>
      `${said(s)}Somebody who has never run ${en.name(s.head)} takes it over. Which three warning signs do you show them, where do they see each one, and what must they not do on their own?`,
    (s) =>
      `${said(s)}A colleague takes over ${en.name(s.head)}. Name the three failures they will meet first, how each announces itself, and the one action you forbid.`,
    (s) =>
      `${said(s)}Talk the next person through running ${en.name(s.head)}: three ways it goes wrong, the first step for each, and what they should never do without calling someone first.`,
  ],
  fr: [
    (s) =>
      `${dit(s)}Quelqu’un qui n’a jamais exploité ${fr.le(s.head)} prend la suite. Quels sont les trois signes de panne à lui montrer, où les voit-on, et que ne doit-il pas faire seul ?`,
    (s) =>
      `${dit(s)}Une collègue reprend ${fr.le(s.head)}. Citez les trois pannes qu’elle rencontrera en premier, comment chacune s’annonce, et le geste que vous interdisez.`,
    (s) =>
      `${dit(s)}Préparez la personne qui exploitera ${fr.le(s.head)} ensuite : trois façons dont cela peut mal tourner, le premier geste pour chacune, et ce qu’il ne faut jamais faire sans appeler quelqu’un.`,
  ],
  why: {
    en: ({ head }) => `Your document has ${en.name(head)}. What you would hand over shows what you really watched.`,
    fr: ({ head }) => `Votre document mentionne ${fr.le(head)}. Ce que vous transmettriez montre ce que vous surveilliez vraiment.`,
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

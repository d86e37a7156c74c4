import type { ToolAtom } from '../atoms/tools.ts';
import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing, Noun, Title } from '../types.ts';

interface PairSlots {
  readonly a: Noun;
  readonly b: Noun;
  /** What the document says of both: one sentence or two. */
  readonly told: readonly Title[];
  readonly [slot: string]: Noun | readonly Title[];
}

const MOST_QUOTED = 26;
const MOST_UNTOLD = 4;

function toolPairs({ pairs, choices }: Atoms): Firing<PairSlots>[] {
  let untold = 0;
  return pairs.flatMap(({ a, b, competencyId }): Firing<PairSlots>[] => {
    const ids = [a.noun.skillId, b.noun.skillId];
    const isChoice = choices.some(({ chosen, other }) => ids.includes(chosen.skillId) && ids.includes(other.skillId));
    if (isChoice || a.isWeak || b.isWeak) return [];
    const told = quotesOf(a, b);
    if (told.length === 0 && (competencyId === null || ++untold > MOST_UNTOLD)) return [];
    return [
      {
        atom: ids.toSorted().join('-or-'),
        skillIds: ids,
        ...(competencyId === null ? {} : { competencyId }),
        stance: [a.stance, b.stance].find((one) => one !== 'own') ?? 'own',
        sources:
          told.length === 0
            ? [...new Map([...a.sources.slice(0, 1), ...b.sources.slice(0, 1)].map((one) => [one.start, one])).values()]
            : told.map(({ source }) => source),
        slots: { a: a.noun, b: b.noun, told: told.map(({ title }) => title) },
        strength: a.statements.length + b.statements.length + (told.length > 0 ? 20 : 0),
      },
    ];
  });
}

/** What is told of both, in one sentence or two; nothing where that is more than one can listen to. */
function quotesOf(a: ToolAtom, b: ToolAtom): readonly NonNullable<ToolAtom['told']>[] {
  if (a.told === null || b.told === null) return [];
  const told = a.told.title.text === b.told.title.text ? [a.told] : [a.told, b.told];
  return told.flatMap(({ title }) => title.text.split(' ')).length > MOST_QUOTED ? [] : told;
}

export const twoTools = defineFamily<PairSlots>({
  id: 'two-tools',
  kind: 'compare',
  level: 3,
  timeLimitSec: 240,
  most: 10,
  firings: toolPairs,
  en: [
    (s) =>
      `Your document has both ${en.name(s.a)} and ${en.name(s.b)}${en.beside(...s.told)}. When would you choose the first, when the second, and what would make you run only one of the two?`,
    (s) =>
      `Your document has both ${en.name(s.a)} and ${en.name(s.b)}${en.beside(...s.told)}. In which situation is each plainly better, and which question would you ask to decide between them?`,
    (s) =>
      `Your document has both ${en.name(s.a)} and ${en.name(s.b)}${en.beside(...s.told)}. A team that knows neither must choose one: what do you ask them first, and which answers would lead you to which?`,
  ],
  fr: [
    (s) =>
      `Votre document cite ${fr.le(s.a)} et ${fr.le(s.b)}${fr.aCote(...s.told)}. Quand choisiriez-vous l’un, quand l’autre, et qu’est-ce qui vous ferait n’en garder qu’un ?`,
    (s) =>
      `Votre document cite ${fr.le(s.a)} et ${fr.le(s.b)}${fr.aCote(...s.told)}. Dans quel cas chacun est-il nettement préférable, et quelle question poseriez-vous pour trancher ?`,
    (s) =>
      `Votre document cite ${fr.le(s.a)} et ${fr.le(s.b)}${fr.aCote(...s.told)}. Une équipe qui ne connaît ni l’un ni l’autre doit choisir : que lui demandez-vous d’abord, et quelles réponses mènent à quel choix ?`,
  ],
  why: {
    en: ({ a, b }) => `${en.Name(a)} and ${en.name(b)} do much the same work, and your documents mention both.`,
    fr: ({ a, b }) => `${fr.Le(a)} et ${fr.le(b)} font à peu près le même travail, et vos documents mentionnent les deux.`,
  },
  points: [
    point(
      'case-a',
      true,
      {
        text: 'A concrete case for each, with the property that decides',
        line: 'Each has one concrete use case, and one property decides: latency, cost, licence or operational effort.',
        aliases: ['use case', 'latency', 'licen*', 'operational effort', 'cost'],
      },
      {
        text: 'Un cas concret pour chacun, et la propriété qui tranche',
        line: 'Chacun a un cas d’usage concret, et une seule propriété fait pencher la balance, le plus souvent la latence ou le coût.',
        aliases: ['cas d’usage', 'latence', 'licence', 'coût', 'effort d’exploitation'],
      },
    ),
    point(
      'question',
      true,
      {
        text: 'The question that separates them: volume, skills at hand, what already runs',
        line: 'The separating question is about volume, skills at hand and the ecosystem that already runs.',
        aliases: ['volume', 'skills at hand', 'ecosystem', 'already runs', 'requirement*'],
      },
      {
        text: 'La question qui les sépare : volume, compétences présentes, existant',
        line: 'La question qui les sépare porte sur le volume attendu, et sur ce que l’équipe exploite déjà comme écosystème.',
        aliases: ['volume', 'compétences', 'écosystème', 'existant', 'besoin*'],
      },
    ),
    point(
      'cost-of-both',
      false,
      {
        text: 'What running both costs',
        line: 'Keeping two doubles upgrades, alerts and training.',
        aliases: ['doubl*', 'upgrade*', 'training', 'consolidat*'],
      },
      {
        text: 'Ce que coûte d’exploiter les deux',
        line: 'Garder deux produits double le travail des mises à niveau et demande deux fois la formation.',
        aliases: ['double', 'mises à niveau', 'formation', 'consolid*'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:case-a',
      prompt: {
        en: 'Give me the case in which your favourite is the wrong choice.',
        fr: 'Donnez le cas où votre préféré est le mauvais choix.',
      },
    },
    {
      when: 'always',
      prompt: { en: 'How would you move from the one to the other without a stop?', fr: 'Comment passer de l’un à l’autre sans arrêt ?' },
    },
  ],
  mistake: { en: 'Listing features instead of cases.', fr: 'Énumérer des fonctions au lieu de cas.' },
});

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

function pairsTold({ pairs, choices }: Atoms): Firing<PairSlots>[] {
  return pairs.flatMap(({ a, b, competencyId }): Firing<PairSlots>[] => {
    const ids = [a.noun.skillId, b.noun.skillId];
    const isChoice = choices.some(
      ({ chosen, other, reason }) => reason !== null && ids.includes(chosen.skillId) && ids.includes(other.skillId),
    );
    if (isChoice || a.told === null || b.told === null) return [];
    const told = a.told.title.text === b.told.title.text ? [a.told] : [a.told, b.told];
    const titles = told.map(({ title }) => title);
    if (titles.flatMap(({ text }) => text.split(' ')).length > MOST_QUOTED) return [];
    return [
      {
        atom: ids.toSorted().join('-or-'),
        skillIds: ids,
        ...(competencyId === null ? {} : { competencyId }),
        stance: [a.stance, b.stance].find((one) => one !== 'own') ?? 'own',
        sources: told.map(({ source }) => source),
        slots: { a: a.noun, b: b.noun, told: titles },
        strength: a.statements.length + b.statements.length,
      },
    ];
  });
}

const both = (told: readonly Title[]): string => en.list(told.map(en.about));
const lesDeux = (told: readonly Title[]): string => fr.liste(told.map(fr.chose));

export const twoTools = defineFamily<PairSlots>({
  id: 'two-tools',
  kind: 'compare',
  level: 3,
  timeLimitSec: 240,
  most: 10,
  firings: pairsTold,
  en: [
    ({ a, b, told }) =>
      `Your document has ${both(told)}. When would you choose ${en.name(a)}, when ${en.name(b)}, and what would make you run only one of the two?`,
    ({ a, b, told }) =>
      `From your document: ${both(told)}. Give one situation in which ${en.name(a)} is plainly better, one in which ${en.name(b)} is, and the question you would ask to decide between them.`,
    ({ a, b, told }) =>
      `A team has to take ${en.name(a)} or ${en.name(b)} and knows neither; your document has ${both(told)}. What do you ask them, and which answer leads to which of the two?`,
  ],
  fr: [
    ({ a, b, told }) =>
      `Votre document dit ${lesDeux(told)}. Quand choisiriez-vous ${fr.le(a)}, quand ${fr.le(b)}, et qu’est-ce qui vous ferait n’en garder qu’un ?`,
    ({ a, b, told }) =>
      `Dans votre document : ${lesDeux(told)}. Donnez un cas où ${fr.le(a)} est nettement préférable, un cas où c’est ${fr.le(b)}, et la question que vous poseriez pour trancher.`,
    ({ a, b, told }) =>
      `Une équipe doit prendre ${fr.le(a)} ou ${fr.le(b)} et ne connaît ni l’un ni l’autre ; votre document dit ${lesDeux(told)}. Que lui demandez-vous, et quelle réponse mène à quel choix ?`,
  ],
  why: {
    en: ({ a, b }) => `${en.Name(a)} and ${en.name(b)} do much the same work, and both stand in your documents.`,
    fr: ({ a, b }) => `${fr.Le(a)} et ${fr.le(b)} font à peu près le même travail, et vos documents citent les deux.`,
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

import { labelOf } from '../atoms/deeds.ts';
import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing } from '../types.ts';
import type { ToldSlots } from './told.ts';

/** What is told as the person's own and stands afterwards: people one helped and moves that are over are not built again. */
function ownWorks({ deeds, projects }: Atoms): Firing<ToldSlots>[] {
  const lines = deeds.filter(({ stance, isMade, isTakenBack }) => stance === 'own' && isMade && !isTakenBack);
  const works = projects
    .filter(({ stance, title }) => stance === 'own' && !NOT_BUILT.test(title.text))
    .map(({ title, ...work }) => ({ ...work, told: title, strength: 9 }));
  const titles = new Set(works.map(({ told }) => told.text));
  return [...works, ...lines.filter(({ told }) => !titles.has(labelOf(told) ?? ''))].map(({ atom, told, skillIds, sources, strength }) => {
    return { atom, skillIds, stance: 'own', sources, slots: { told }, strength };
  });
}

const NOT_BUILT =
  /^(?:helping|mentoring|training|teaching|coaching)\b|migration|\bmove\b|déménagement|upgrade|vorfall|incident|récit|panne|outage|umzug|^le jour où|^the day|^der tag/i;

export const buildAgain = defineFamily<ToldSlots>({
  id: 'build-again',
  kind: 'compare',
  level: 4,
  timeLimitSec: 240,
  most: 10,
  firings: ownWorks,
  en: [
    ({ told }) =>
      `Your document has ${en.about(told)}. If you did it again from scratch, what would you leave out, what would that save, and what would you keep?`,
    ({ told }) =>
      `Your document has ${en.about(told)}. If you started it again today, what is one thing you would drop, one you would keep even if a reviewer objected, and why?`,
    ({ told }) =>
      `Your document says ${en.about(told)}. If you did it again, which decision would you reverse first, what did it cost you, and which would you repeat without hesitation?`,
  ],
  fr: [
    ({ told }) =>
      `Votre document mentionne ${fr.chose(told)}. Si vous repartiez de zéro, que laisseriez-vous de côté, qu’y gagneriez-vous (temps, argent, risque), et que garderiez-vous ?`,
    ({ told }) =>
      `Votre document mentionne ${fr.chose(told)}. Si vous le refaisiez aujourd’hui, qu’abandonneriez-vous, que garderiez-vous même face aux critiques, et pourquoi ?`,
    ({ told }) =>
      `Votre document dit ${fr.chose(told)}. Si c’était à refaire, sur quelle décision reviendriez-vous d’abord, qu’a-t-elle coûté, et laquelle reprendriez-vous sans hésiter ?`,
  ],
  why: {
    en: () => 'Your document tells it as your own work. What you would change shows what you learnt from running it.',
    fr: () => 'Votre document le raconte comme votre travail. Ce que vous changeriez montre ce que vous en avez appris.',
  },
  points: [
    point(
      'drop',
      true,
      {
        text: 'One decision regretted, with what it cost in hours, money or outages',
        line: 'One thing goes: the added complexity that cost hours of maintenance every week.',
        aliases: ['complexity', 'maintenance', 'simpler', 'overengineer*', 'unnecessary'],
      },
      {
        text: 'Une décision regrettée, avec son coût en heures, en argent ou en pannes',
        line: 'Une chose disparaît : la complexité ajoutée qui coûtait des heures de maintenance chaque semaine.',
        aliases: ['complexité', 'maintenance', 'plus simple', 'inutile'],
      },
    ),
    point(
      'keep',
      true,
      {
        text: 'One decision repeated, and the test it stood',
        line: 'One thing stays because it survived a real failure.',
        aliases: ['survived', 'stood', 'proved', 'paid off'],
      },
      {
        text: 'Une décision refaite, et l’épreuve qu’elle a passée',
        line: 'Une chose reste parce qu’elle a résisté à une vraie panne.',
        aliases: ['résist*', 'tenu', 'éprouv*', 'fait ses preuves'],
      },
    ),
    point(
      'gain',
      false,
      {
        text: 'Puts a figure on the difference',
        line: 'The gain can be counted: fewer pages, less hardware, faster changes.',
        aliases: ['fewer pages', 'less hardware', 'faster', 'per cent', 'hours'],
      },
      {
        text: 'Chiffre la différence',
        line: 'Le gain se compte : moins d’astreintes, moins de matériel, des changements plus rapides.',
        aliases: ['astreinte*', 'moins de matériel', 'plus rapide*', 'pour cent'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:drop',
      prompt: { en: 'And what did you argue for at the time that was wrong?', fr: 'Et que défendiez-vous alors qui était faux ?' },
    },
    {
      when: 'always',
      prompt: {
        en: 'What kept you from doing it that way the first time?',
        fr: 'Qu’est-ce qui vous a empêché de le faire ainsi la première fois ?',
      },
    },
  ],
  mistake: {
    en: '“Newer tools”, without saying which trouble they would have spared.',
    fr: '« Des outils plus récents », sans dire quel ennui ils auraient évité.',
  },
});

import { defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Figure } from '../types.ts';
import { firingOf, type ScaleSlots } from './scales.ts';

/** What somebody measured over a time; a count or the size of a machine was not. */
function isMeasured({ per, unit }: Figure): boolean {
  return per !== null || MEASURED.has(unit);
}
const MEASURED: ReadonlySet<string> = new Set(['req/s', 'Gbit/s']);

export const numberSource = defineFamily<ScaleSlots>({
  id: 'number-source',
  kind: 'compare',
  level: 3,
  timeLimitSec: 240,
  most: 6,
  firings: ({ scales }) => scales.filter(({ figure }) => figure.precision === 'exact' && isMeasured(figure)).map(firingOf),
  en: [
    ({ noun, figure }) =>
      `Your document says ${en.figure(figure)} for ${en.name(noun)}. When and with what was that measured, what does it leave out, and what single change would halve it?`,
    ({ noun, figure }) =>
      `Defend the number: ${en.figure(figure)} for ${en.name(noun)}. Where does it come from, how old is it, and what would halve it?`,
    ({ noun, figure }) =>
      `An interviewer doubts the figure of ${en.figure(figure)} for ${en.name(noun)}. Say how it was arrived at, over which period, what it does not count, and what would cut it in half.`,
  ],
  fr: [
    ({ noun, figure }) =>
      `Votre document indique ${fr.chiffre(figure)} pour ${fr.le(noun)}. Quand et avec quoi cela a-t-il été mesuré, que laisse ce chiffre de côté, et quel seul changement le diviserait par deux ?`,
    ({ noun, figure }) =>
      `Défendez le chiffre : ${fr.chiffre(figure)} pour ${fr.le(noun)}. D’où vient-il, de quand date-t-il, et qu’est-ce qui le réduirait de moitié ?`,
    ({ noun, figure }) =>
      `On doute du chiffre ${fr.deChiffre(figure)} pour ${fr.le(noun)}. Dites comment il a été mesuré, sur quelle période, ce qui n’est pas compté, et ce qui le réduirait de moitié.`,
  ],
  why: {
    en: ({ figure }) => `${en.figure(figure)} stands in your document as a figure; the first question about one is where it comes from.`,
    fr: ({ figure }) => `${fr.chiffre(figure)} figure dans votre document ; la première question est alors d’où vient ce chiffre.`,
  },
  points: [
    point(
      'source',
      true,
      {
        text: 'Names the instrument: a query, an inventory, a bill, with its date',
        line: 'The number was read from an inventory or a dashboard query, on a known day.',
        aliases: ['dashboard', 'quer*', 'inventory', 'invoice', 'counted ... in'],
      },
      {
        text: 'Nomme l’instrument : une requête, un inventaire, une facture, avec sa date',
        line: 'Le nombre a été lu dans un inventaire ou une requête de tableau de bord, à une date connue.',
        aliases: ['tableau de bord', 'requête', 'inventaire', 'facture'],
      },
    ),
    point(
      'scope',
      true,
      {
        text: 'Says what it does not contain: replicas, test systems, peaks, retention',
        line: 'It excludes replicas and test systems, so the raw total is larger.',
        aliases: ['replica*', 'test system*', 'excludes', 'retention', 'staging'],
      },
      {
        text: 'Dit ce qu’il ne contient pas : répliques, environnements de test, pointes, rétention',
        line: 'Il exclut les répliques et les environnements de test ; le total brut est donc plus grand.',
        aliases: ['répliques', 'environnements de test', 'exclut', 'rétention', 'préproduction'],
      },
    ),
    point(
      'lever',
      false,
      {
        text: 'Names the largest lever on it, with its price',
        line: 'The largest lever is what is kept or sent without being used; its price is lost detail.',
        aliases: ['lever', 'sampl*', 'compress*', 'consolidat*', 'price'],
      },
      {
        text: 'Nomme le plus grand levier, et son prix',
        line: 'Le plus grand levier est ce qui est gardé ou envoyé sans servir ; son prix est le détail perdu.',
        aliases: ['levier', 'échantillon*', 'compress*', 'consolid*', 'prix'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:source',
      prompt: {
        en: 'Which query or list would you open to show it to me now?',
        fr: 'Quelle requête ou quelle liste ouvririez-vous pour me le montrer ?',
      },
    },
    {
      when: 'always',
      prompt: { en: 'What was it a year before, and why did it change?', fr: 'Combien un an plus tôt, et pourquoi cela a-t-il changé ?' },
    },
  ],
  mistake: {
    en: 'A round number without a source, repeated until it sounds measured.',
    fr: 'Un nombre rond sans source, répété jusqu’à paraître mesuré.',
  },
});

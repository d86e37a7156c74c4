import type { EstimatePart } from '../../content/question.ts';
import type { ScaleAtom } from '../atoms/scales.ts';
import { defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Figure, Firing, Noun } from '../types.ts';

interface ScaleSlots {
  readonly noun: Noun;
  readonly figure: Figure;
  readonly [slot: string]: Noun | Figure;
}

const BYTES: Readonly<Record<string, number>> = { GB: 9, TB: 12, PB: 15 };
const SECONDS = { hour: 3600, day: 86_400, month: 2_592_000, s: 1 } as const;
const COUNTED: ReadonlySet<string> = new Set([
  'nodes',
  'servers',
  'instances',
  'clusters',
  'racks',
  'datacenters',
  'pods',
  'VMs',
  'containers',
  'GPUs',
]);
const FEWEST = 3;

function firingOf({ atom, noun, figure, stance, source }: ScaleAtom): Firing<ScaleSlots> {
  return { atom, skillIds: [noun.skillId], stance, sources: [source], slots: { noun, figure }, strength: figure.value };
}

const BROAD_TOLERANCE = { full: 0.03, partial: 0.11 };

function breakDownParts({ figure }: ScaleSlots): EstimatePart[] {
  const seconds = SECONDS[figure.per ?? 'day'];
  const exponent = BYTES[figure.unit] ?? 12;
  const megabytes = (figure.value * 10 ** exponent) / seconds / 10 ** 6;
  const average = `${figure.value} * 10**${exponent} / ${seconds} / 10**6`;
  return [
    {
      id: 'average',
      ask: { en: 'On average', fr: 'En moyenne' },
      unit: 'MB/s',
      value: megabytes,
      formula: average,
      tolerance: BROAD_TOLERANCE,
      slips: [
        {
          value: megabytes * 8,
          says: { en: 'That is in megabits; eight bits are a byte.', fr: 'C’est en mégabits ; un octet vaut huit bits.' },
        },
        {
          value: megabytes * (1.024 ** (exponent / 3) * 1),
          says: {
            en: 'That counts in powers of 1,024; the figure is decimal.',
            fr: 'C’est en puissances de 1 024 ; le chiffre est décimal.',
          },
        },
        ...(figure.per === 'day'
          ? [
              {
                value: megabytes * 24,
                says: {
                  en: 'That divides by the seconds of an hour, not of a day.',
                  fr: 'C’est divisé par les secondes d’une heure, non d’un jour.',
                },
              },
            ]
          : []),
      ],
    },
    {
      id: 'peak',
      ask: { en: 'At three times the average', fr: 'À trois fois la moyenne' },
      unit: 'MB/s',
      value: megabytes * 3,
      formula: `3 * ${average}`,
      tolerance: BROAD_TOLERANCE,
      slips: [
        {
          value: megabytes,
          says: { en: 'That is the average; the peak is three times it.', fr: 'C’est la moyenne ; la pointe en est le triple.' },
        },
      ],
    },
    {
      id: 'wire',
      ask: { en: 'The same peak on the wire', fr: 'La même pointe sur le réseau' },
      unit: 'Gbit/s',
      value: (megabytes * 24) / 1000,
      formula: `3 * 8 * ${average} / 1000`,
      tolerance: BROAD_TOLERANCE,
      slips: [
        {
          value: (megabytes * 3) / 1000,
          says: { en: 'That is in gigabytes; the wire is counted in bits.', fr: 'C’est en gigaoctets ; le réseau se compte en bits.' },
        },
        {
          value: (megabytes * 8) / 1000,
          says: { en: 'That is the average on the wire, without the peak.', fr: 'C’est la moyenne sur le réseau, sans la pointe.' },
        },
      ],
    },
  ];
}

const scaleBreakDown = defineFamily<ScaleSlots>({
  id: 'scale-break-down',
  kind: 'estimate',
  level: 3,
  timeLimitSec: 420,
  most: 8,
  firings: ({ scales }) => scales.filter(({ figure }) => figure.per !== null && BYTES[figure.unit] !== undefined).map(firingOf),
  en: [
    ({ noun, figure }) =>
      `Your document gives ${en.figure(figure)} for ${en.name(noun)}. What is that in MB per second on average, at three times the average, and in Gbit/s on the wire? Then say which limit is reached first, and which reading shows it.`,
    ({ noun, figure }) =>
      `${en.Name(noun)} takes ${en.figure(figure)} in your document. Work out the average in MB per second, a peak of three times that, and the bandwidth of that peak; then name what gives way first and how it shows.`,
    ({ noun, figure }) =>
      `Break ${en.figure(figure)} for ${en.name(noun)} down: MB per second on average, the same at a threefold peak, and that peak in Gbit/s. What runs out first, and where would you read it?`,
  ],
  fr: [
    ({ noun, figure }) =>
      `Votre document indique ${fr.chiffre(figure)} pour ${fr.le(noun)}. Combien de Mo par seconde en moyenne, à trois fois la moyenne, et combien de Gbit/s sur le réseau ? Dites ensuite quelle limite est atteinte la première, et quelle mesure la montre.`,
    ({ noun, figure }) =>
      `Dans votre document, ${fr.le(noun)} reçoit ${fr.chiffre(figure)}. Calculez la moyenne en Mo par seconde, une pointe du triple, puis le débit réseau de cette pointe ; nommez enfin ce qui cède en premier et comment cela se voit.`,
    ({ noun, figure }) =>
      `Décomposez ${fr.chiffre(figure)} pour ${fr.le(noun)} : Mo par seconde en moyenne, la même chose à une pointe du triple, puis cette pointe en Gbit/s. Qu’est-ce qui s’épuise en premier, et où le liriez-vous ?`,
  ],
  why: {
    en: ({ figure }) => `Your document names a rate, ${en.figure(figure)}. Who names one is asked what it means per second.`,
    fr: ({ figure }) => `Votre document donne un débit, ${fr.chiffre(figure)}. Qui en donne un se voit demander ce qu’il vaut par seconde.`,
  },
  points: [
    point(
      'first-limit',
      true,
      {
        text: 'Names one resource that saturates before the others, and why that one',
        line: 'The first resource to saturate is the disk throughput of the receivers, because every byte is written more than once.',
        aliases: ['saturat*', 'disk throughput', 'bottleneck', 'queue depth', 'run* out'],
      },
      {
        text: 'Nomme une ressource qui sature avant les autres, et pourquoi celle-là',
        line: 'La première ressource à saturer est le débit disque des récepteurs, car chaque octet est écrit plus d’une fois.',
        aliases: ['satur*', 'débit disque', 'goulot*', 'file d’attente'],
      },
    ),
    point(
      'reading',
      false,
      {
        text: 'Names the metric and the threshold at which to act',
        line: 'The metric to watch is the write latency, with an alert well below the ceiling.',
        aliases: ['metric', 'alert*', 'threshold', 'latency'],
      },
      {
        text: 'Nomme la métrique et le seuil auquel agir',
        line: 'La métrique à suivre est la latence d’écriture, avec une alerte bien avant le plafond.',
        aliases: ['métrique', 'alert*', 'seuil', 'latence'],
      },
    ),
  ],
  parts: breakDownParts,
  followUps: [
    {
      when: 'missing:first-limit',
      prompt: {
        en: 'Disk, network, memory or CPU: which one first, and by what factor before the next?',
        fr: 'Disque, réseau, mémoire ou CPU : lequel d’abord, et avec quelle marge avant le suivant ?',
      },
    },
    {
      when: 'always',
      prompt: {
        en: 'How do you know that the peak is three times the average, and not ten?',
        fr: 'Comment savez-vous que la pointe vaut trois fois la moyenne, et non dix ?',
      },
    },
  ],
  mistake: {
    en: 'Taking the average for the load the system must carry.',
    fr: 'Prendre la moyenne pour la charge que le système doit porter.',
  },
});

const CEILING = 90;
const EXACT_TOLERANCE = { full: 0.02, partial: 0.05 };

function loseOneParts({ figure: { value } }: ScaleSlots): EstimatePart[] {
  const left = value - Math.ceil(value / 3);
  const kept = `(${value} - Math.ceil(${value} / 3))`;
  return [
    {
      id: 'left',
      ask: { en: 'Left', fr: 'Restants' },
      unit: 'n',
      value: left,
      formula: kept,
      tolerance: { full: 0, partial: 0.02 },
      slips:
        value % 3 === 0
          ? []
          : [
              {
                value: value - Math.floor(value / 3),
                says: {
                  en: 'A third is rounded up here: half a machine cannot stay.',
                  fr: 'Le tiers est arrondi vers le haut : une moitié de machine ne reste pas.',
                },
              },
            ],
    },
    {
      id: 'load',
      ask: { en: 'Load on each, compared with before', fr: 'Charge de chacun, par rapport à avant' },
      unit: '%',
      value: (100 * value) / left,
      formula: `100 * ${value} / ${kept}`,
      tolerance: EXACT_TOLERANCE,
      slips: [
        {
          value: 100 + 100 / 3,
          says: {
            en: 'Losing a third is not a third more for the rest: it is divided among fewer.',
            fr: 'Perdre un tiers n’est pas un tiers de plus pour les autres : ils sont moins à se partager le tout.',
          },
        },
      ],
    },
    {
      id: 'ceiling',
      ask: { en: 'Highest safe utilisation before', fr: 'Utilisation maximale avant' },
      unit: '%',
      value: (CEILING * left) / value,
      formula: `${CEILING} * ${kept} / ${value}`,
      tolerance: EXACT_TOLERANCE,
      slips: [
        {
          value: CEILING - 100 / 3,
          says: {
            en: 'The third is taken of the capacity, not subtracted in points.',
            fr: 'Le tiers se prend sur la capacité, il ne se soustrait pas en points.',
          },
        },
      ],
    },
  ];
}

/** What to reckon with where the document does not say exactly. */
const reckonEn = ({ figure }: ScaleSlots): string => (figure.precision === 'exact' ? '' : ` Reckon with ${en.number(figure.value)}.`);
const reckonFr = ({ figure }: ScaleSlots): string => (figure.precision === 'exact' ? '' : ` Comptez ${fr.nombre(figure.value)}.`);

const scaleLoseOne = defineFamily<ScaleSlots>({
  id: 'scale-lose-one',
  kind: 'estimate',
  level: 4,
  timeLimitSec: 420,
  most: 8,
  firings: ({ scales }) =>
    scales.filter(({ figure }) => figure.per === null && COUNTED.has(figure.unit) && figure.value >= FEWEST).map(firingOf),
  en: [
    (s) =>
      `Your document counts ${en.figure(s.figure)} for ${en.name(s.noun)}.${reckonEn(s)} At peak a third of them, rounded up, is gone. How many are left, what does each carry compared with before, and how busy could they be beforehand so that nobody passes 90 %? What do you do first?`,
    (s) =>
      `A fault takes a third of the ${en.unitWord(s.figure)} of ${en.name(s.noun)} away at peak, rounded up; your document says ${en.figure(s.figure)}.${reckonEn(s)} Work out how many stay, the load on each against before, and the utilisation from which the rest would pass 90 %. Then your first act.`,
    (s) =>
      `${en.Name(s.noun)}, ${en.figure(s.figure)} by your document, loses a third of them at peak (rounded up).${reckonEn(s)} Give the number left, the load on each in per cent of before, the highest safe utilisation under a ceiling of 90 %, and what you shed or stop first.`,
  ],
  fr: [
    (s) =>
      `Votre document compte ${fr.chiffre(s.figure)} pour ${fr.le(s.noun)}.${reckonFr(s)} En pointe, un tiers disparaît, arrondi vers le haut. Combien en reste-t-il, que porte chacun par rapport à avant, et quelle utilisation ne fallait-il pas dépasser pour rester sous 90 % ? Que faites-vous d’abord ?`,
    (s) =>
      `Une panne emporte en pointe un tiers ${fr.desUnites(s.figure)} ${fr.de(s.noun)}, arrondi vers le haut ; votre document dit ${fr.chiffre(s.figure)}.${reckonFr(s)} Calculez ce qui reste, la charge de chacun par rapport à avant, et l’utilisation à partir de laquelle le reste dépasse 90 %. Puis votre premier geste.`,
    (s) =>
      `${fr.Le(s.noun)} (${fr.chiffre(s.figure)} selon votre document) perd un tiers de l’ensemble en pointe, arrondi vers le haut.${reckonFr(s)} Donnez le nombre restant, la charge de chacun en pour cent d’avant, l’utilisation maximale sous un plafond de 90 %, et ce que vous coupez d’abord.`,
  ],
  why: {
    en: ({ figure }) => `Your document counts ${en.figure(figure)}. A fleet is sized for the day a part of it is missing.`,
    fr: ({ figure }) => `Votre document compte ${fr.chiffre(figure)}. Un parc se dimensionne pour le jour où il en manque une partie.`,
  },
  points: [
    point(
      'first-act',
      true,
      {
        text: 'Sheds load before adding capacity: limits, priorities, stopped background work',
        line: 'First shed load: pause background work and rebalancing, and throttle what has the lowest priority.',
        aliases: ['shed load', 'throttl*', 'pause* ... background', 'rate limit*', 'lowest priority'],
      },
      {
        text: 'Délester avant d’ajouter de la capacité : limites, priorités, tâches de fond arrêtées',
        line: 'Délester d’abord : suspendre les tâches de fond et le rééquilibrage, limiter ce qui a la plus faible priorité.',
        aliases: ['délest*', 'tâches de fond', 'limiter', 'faible priorité'],
      },
    ),
    point(
      'cascade',
      false,
      {
        text: 'Sees that recovery itself adds load (rebuilds, reconnections, cold caches)',
        line: 'Recovery adds load of its own: rebuilds, reconnecting clients and cold caches.',
        aliases: ['rebuild*', 'reconnect*', 'cold cache*', 'thundering herd', 'cascad*'],
      },
      {
        text: 'Voit que la reprise ajoute elle-même de la charge (reconstructions, reconnexions, caches froids)',
        line: 'La reprise ajoute sa propre charge : reconstructions, clients qui se reconnectent, caches froids.',
        aliases: ['reconstruction*', 'reconnect*', 'caches froids', 'cascade'],
      },
    ),
  ],
  parts: loseOneParts,
  followUps: [
    {
      when: 'missing:cascade',
      prompt: {
        en: 'They come back all at once an hour later. What happens then?',
        fr: 'Ils reviennent tous d’un coup une heure plus tard. Que se passe-t-il ?',
      },
    },
    {
      when: 'always',
      prompt: {
        en: 'Which three would hurt most if they were the ones that went?',
        fr: 'Lesquels feraient le plus mal s’ils étaient de ceux qui partent ?',
      },
    },
  ],
  mistake: {
    en: 'Adding a third to the load where it is divided among two thirds.',
    fr: 'Ajouter un tiers à la charge alors qu’elle se partage entre deux tiers.',
  },
});

const numberSource = defineFamily<ScaleSlots>({
  id: 'number-source',
  kind: 'compare',
  level: 3,
  timeLimitSec: 240,
  most: 6,
  firings: ({ scales }) => scales.filter(({ figure }) => figure.precision === 'exact').map(firingOf),
  en: [
    ({ noun, figure }) =>
      `Your document says ${en.figure(figure)} for ${en.name(noun)}. When and with what was that measured, what does it leave out, and what single change would halve it?`,
    ({ noun, figure }) =>
      `Defend the number: ${en.figure(figure)} for ${en.name(noun)}. Where does it come from, how old is it, and what would make it half as large?`,
    ({ noun, figure }) =>
      `An interviewer doubts the figure of ${en.figure(figure)} for ${en.name(noun)}. Say how it was arrived at, over which period, what it does not count, and what would cut it in half.`,
  ],
  fr: [
    ({ noun, figure }) =>
      `Votre document indique ${fr.chiffre(figure)} pour ${fr.le(noun)}. Quand et avec quoi cela a-t-il été mesuré, que laisse ce chiffre de côté, et quel seul changement le diviserait par deux ?`,
    ({ noun, figure }) =>
      `Défendez le chiffre : ${fr.chiffre(figure)} pour ${fr.le(noun)}. D’où vient-il, de quand date-t-il, et qu’est-ce qui le réduirait de moitié ?`,
    ({ noun, figure }) =>
      `On doute du chiffre ${fr.deChiffre(figure)} pour ${fr.le(noun)}. Dites comment on y est arrivé, sur quelle période, ce qui n’est pas compté, et ce qui le réduirait de moitié.`,
  ],
  why: {
    en: ({ figure }) =>
      `${en.figure(figure)} stands in your document as an exact number; the first question about one is where it comes from.`,
    fr: ({ figure }) =>
      `${fr.chiffre(figure)} figure dans votre document comme un nombre exact ; la première question est alors d’où il vient.`,
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

export const scaleFamilies = [scaleBreakDown, scaleLoseOne, numberSource];

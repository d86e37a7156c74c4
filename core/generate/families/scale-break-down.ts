import type { EstimatePart } from '../../content/question.ts';
import { defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import { firingOf, type ScaleSlots } from './scales.ts';

const BYTES: Readonly<Record<string, number>> = { GB: 9, TB: 12, PB: 15 };
const SECONDS = { hour: 3600, day: 86_400, month: 2_592_000, s: 1 } as const;
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

export const scaleBreakDown = defineFamily<ScaleSlots>({
  id: 'scale-break-down',
  kind: 'estimate',
  level: 3,
  timeLimitSec: 420,
  most: 8,
  firings: ({ scales }) => scales.filter(({ figure }) => figure.per !== null && BYTES[figure.unit] !== undefined).map(firingOf),
  en: [
    ({ noun, figure }) =>
      `Your document gives ${en.figure(figure)} for ${en.name(noun)}. What is that in MB per second on average and at three times the average, and in Gbit/s at that peak? Then say what saturates first, if anything, and how you would see it.`,
    ({ noun, figure }) =>
      `By your document, ${en.name(noun)} takes in ${en.figure(figure)}. Work out MB per second on average, MB per second at a threefold peak, and Gbit/s at that peak; then name the first limit on the way up and how it shows.`,
    ({ noun, figure }) =>
      `Break ${en.figure(figure)} for ${en.name(noun)} down: MB per second on average, the same at a threefold peak, and that peak in Gbit/s. Which limit would be reached first, and where would you read it?`,
  ],
  fr: [
    ({ noun, figure }) =>
      `Votre document indique ${fr.chiffre(figure)} pour ${fr.le(noun)}. Cela fait combien de Mo par seconde en moyenne, combien si la pointe vaut trois fois la moyenne, et combien de Gbit/s sur le réseau à cette pointe ? Dites ensuite ce qui sature d’abord, le cas échéant, et à quoi on le voit.`,
    ({ noun, figure }) =>
      `${fr.Le(noun)} reçoit ${fr.chiffre(figure)} dans votre document. Calculez les Mo par seconde en moyenne, puis à une pointe triple, et les Gbit/s de cette pointe ; citez ensuite la première limite rencontrée et son symptôme.`,
    ({ noun, figure }) =>
      `Décomposez ${fr.chiffre(figure)} pour ${fr.le(noun)} : Mo par seconde en moyenne, puis à une pointe triple, et cette pointe en Gbit/s. Quelle limite serait atteinte la première, et où la liriez-vous ?`,
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

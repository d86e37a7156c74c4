import type { EstimatePart } from '../../content/question.ts';
import type { ScaleAtom } from '../atoms/scales.ts';
import { defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import { firingOf, type ScaleSlots } from './scales.ts';

/** Of these one can be gone and the others carry its load. */
const MEMBERS: ReadonlySet<string> = new Set(['nodes', 'servers']);
/** Of these only where the document says that they stand together. */
const TOGETHER: ReadonlySet<string> = new Set(['instances', 'pods', 'GPUs']);
const POOL = /\b(?:clusters?|pool|replicas?|members?|behind|load.balanc\w+|grappe|derrière)\b/i;
const FEWEST = 3;

/** Here the members agree or one leads: losing some is a question of quorum and not of load. */
const BY_QUORUM: ReadonlySet<string> = new Set(
  'vault etcd consul zookeeper mariadb patroni postgresql mysql mongodb redis rabbitmq'.split(' '),
);

function isPool({ noun, figure, source }: ScaleAtom): boolean {
  if (BY_QUORUM.has(noun.skillId) || figure.per !== null || figure.value < FEWEST) return false;
  return MEMBERS.has(figure.unit) || (TOGETHER.has(figure.unit) && POOL.test(source.text));
}

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

export const scaleLoseOne = defineFamily<ScaleSlots>({
  id: 'scale-lose-one',
  kind: 'estimate',
  level: 4,
  timeLimitSec: 420,
  most: 8,
  firings: ({ scales }) => scales.filter(isPool).map(firingOf),
  en: [
    (s) =>
      `Your document has ${en.name(s.noun)} on ${en.figure(s.figure)}.${reckonEn(s)} At peak a third of them (rounded up) fail. How many are left, how much load does each carry compared with before, and how busy may each be beforehand so that the rest stay under 90 %? Which load do you shed first?`,
    (s) =>
      `${en.Name(s.noun)} runs on ${en.figure(s.figure)}, says your document.${reckonEn(s)} A third of the ${en.unitWord(s.figure)} (rounded up) fail at peak. Work out how many stay, what each of them carries compared with before, and the utilisation above which the rest would pass 90 %. Then name your first action.`,
    (s) =>
      `Take ${en.name(s.noun)} on ${en.figure(s.figure)}, from your document.${reckonEn(s)} At peak a third (rounded up) fail. How many are left, what percentage of its earlier load does each carry, what utilisation would have been safe under a ceiling of 90 %, and which load do you shed first?`,
  ],
  fr: [
    (s) =>
      `Votre document mentionne ${fr.le(s.noun)} sur ${fr.chiffre(s.figure)}.${reckonFr(s)} En pointe, un tiers (arrondi vers le haut) tombe. Combien en reste-t-il, quelle charge chacun porte-t-il par rapport à avant, et quelle utilisation ne fallait-il pas dépasser pour rester sous 90 % ? Quelle charge délestez-vous d’abord ?`,
    (s) =>
      `${fr.Le(s.noun)} tourne sur ${fr.chiffre(s.figure)}, dit votre document.${reckonFr(s)} En pointe, un tiers (arrondi vers le haut) tombe. Calculez ce qui reste, la charge de chacun par rapport à avant, et l’utilisation à partir de laquelle le reste dépasse 90 %. Puis citez votre premier geste.`,
    (s) =>
      `Prenez ${fr.le(s.noun)} sur ${fr.chiffre(s.figure)}, d’après votre document.${reckonFr(s)} En pointe, un tiers (arrondi vers le haut) tombe. Combien en reste-t-il, quel pourcentage de sa charge d’avant chacun porte-t-il, quelle utilisation aurait été sûre sous un plafond de 90 %, et quelle charge délestez-vous d’abord ?`,
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

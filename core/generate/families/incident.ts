import type { IncidentAtom } from '../atoms/work.ts';
import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing, Noun, Title } from '../types.ts';

interface IncidentSlots {
  readonly title: Title;
  readonly cause: Noun;
  readonly fixed: readonly Noun[];
  readonly action: Title | null;
  readonly [slot: string]: Noun | Title | readonly Noun[] | null;
}

function incidents({ incidents: atoms }: Atoms): Firing<IncidentSlots>[] {
  return atoms.map(({ atom, title, cause, fixed, action, stance, sources }: IncidentAtom) => ({
    atom,
    skillIds: [cause.skillId, ...fixed.map(({ skillId }) => skillId)],
    competencyId: 'rel.incident',
    stance,
    sources,
    slots: { title, cause, fixed, action },
    strength: 1,
  }));
}

const counterfactual = defineFamily<IncidentSlots>({
  id: 'incident-counterfactual',
  kind: 'behavioural',
  level: 4,
  timeLimitSec: 240,
  most: 6,
  firings: incidents,
  en: [
    ({ title, cause }) =>
      `Go back to a week before ${en.about(title)}. Which signal around ${en.name(cause)} could have told you, how long ahead, and why did nobody look at it?`,
    ({ title, cause }) =>
      `What was the earliest sign of ${en.about(title)}? Name the reading on ${en.name(cause)}, the threshold that would have been right, and what changed afterwards so that it is seen.`,
    ({ title, cause }) =>
      `Describe how ${en.about(title)} should have gone: which alert on ${en.name(cause)} fires first, at what value, who acts, and what do the users never notice?`,
  ],
  fr: [
    ({ title, cause }) =>
      `Revenez une semaine avant ${fr.chose(title)}. Quel signal autour ${fr.de(cause)} aurait pu prévenir, combien de temps avant, et pourquoi personne ne le regardait ?`,
    ({ title, cause }) =>
      `Quel fut le premier signe ${fr.deChose(title)} ? Nommez la mesure concernant ${fr.le(cause)}, le seuil qui aurait été juste, et ce qui a changé depuis pour qu’on le voie.`,
    ({ title, cause }) =>
      `Décrivez comment ${fr.chose(title)} aurait dû se passer : quelle alerte sur ${fr.le(cause)} part d’abord, à quelle valeur, qui agit, et ce que les utilisateurs ne remarquent pas.`,
  ],
  why: {
    en: ({ title }) =>
      `Your document tells of ${en.about(title)} with its cause and its repair. The next question is what would have shown it earlier.`,
    fr: ({ title }) =>
      `Votre document raconte ${fr.chose(title)}, sa cause et sa réparation. La question suivante : qu’est-ce qui l’aurait montré plus tôt ?`,
  },
  points: [
    point(
      'signal',
      true,
      {
        text: 'Names a metric that existed or could have, with its threshold',
        line: 'The metric, its threshold, and whether it was recorded.',
        aliases: ['metric', 'threshold', 'utilisation', 'trend'],
      },
      {
        text: 'Nomme une métrique existante ou possible, avec son seuil',
        line: 'La métrique, son seuil, et si elle était relevée.',
        aliases: ['métrique', 'seuil', 'tendance'],
      },
    ),
    point(
      'lead-time',
      true,
      {
        text: 'Says how much time it would have bought',
        line: 'How much time it would have bought.',
        aliases: ['minutes', 'hours', 'days', 'bought'],
      },
      {
        text: 'Dit combien de temps cela aurait fait gagner',
        line: 'Le temps que cela aurait fait gagner.',
        aliases: ['minutes', 'heures', 'jours', 'gagn*'],
      },
    ),
    point(
      'changed',
      true,
      {
        text: 'Names what was changed so that it cannot pass unseen again',
        line: 'What was changed afterwards.',
        aliases: ['alert', 'load test*', 'review', 'since then'],
      },
      {
        text: 'Nomme ce qui a été changé pour que cela ne passe plus inaperçu',
        line: 'Ce qui a été changé ensuite.',
        aliases: ['alerte', 'test* de charge', 'revue', 'depuis'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:changed',
      prompt: { en: 'Would the same thing be seen today, and by whom?', fr: 'La même chose serait-elle vue aujourd’hui, et par qui ?' },
    },
    {
      when: 'always',
      prompt: {
        en: 'Which other limit of the same sort have you not looked at?',
        fr: 'Quelle autre limite du même genre n’avez-vous pas regardée ?',
      },
    },
  ],
  mistake: { en: 'Naming a signal that only exists since the incident.', fr: 'Nommer un signal qui n’existe que depuis l’incident.' },
});

const repairEn = (action: Title | null, fixed: readonly Noun[]): string =>
  action === null ? `the work on ${en.list(fixed.map(en.name))}` : en.about(action);
const repairFr = (action: Title | null, fixed: readonly Noun[]): string =>
  action === null ? `le travail sur ${fr.liste(fixed.map(fr.le))}` : fr.chose(action);

const replay = defineFamily<IncidentSlots>({
  id: 'incident-replay',
  kind: 'diagnose',
  level: 4,
  timeLimitSec: 360,
  most: 6,
  firings: incidents,
  en: [
    ({ title, fixed, action }) =>
      `Take ${en.about(title)} again, but suppose that what helped then (${repairEn(action, fixed)}) does not help. What do you check next, in which order, and what would each result rule out?`,
    ({ title, fixed, action }) =>
      `Suppose ${en.about(title)} happens again and the known repair (${repairEn(action, fixed)}) changes nothing. Form two other hypotheses, and name the quickest test of each.`,
    ({ title, fixed, action }) =>
      `You see the same symptoms as in ${en.about(title)}, and what helped then (${repairEn(action, fixed)}) has no effect. Who do you call, what do you undo, and which reading decides what you try next?`,
  ],
  fr: [
    ({ title, fixed, action }) =>
      `Reprenez ${fr.chose(title)}, mais supposez que ce qui avait aidé (${repairFr(action, fixed)}) n’aide pas. Que vérifiez-vous ensuite, dans quel ordre, et qu’est-ce que chaque résultat écarterait ?`,
    ({ title, fixed, action }) =>
      `Supposez que ${fr.chose(title)} se reproduise et que la réparation connue (${repairFr(action, fixed)}) ne change rien. Formulez deux autres hypothèses et dites, pour chacune, le test le plus rapide.`,
    ({ title, fixed, action }) =>
      `Vous voyez les mêmes symptômes que lors ${fr.deChose(title)}, et ce qui avait aidé (${repairFr(action, fixed)}) reste sans effet. Qui appelez-vous, que défaites-vous, et quelle mesure décide de la suite ?`,
  ],
  why: {
    en: ({ title }) =>
      `Your document tells how ${en.about(title)} ended. What you do when the first repair fails shows whether it was understood.`,
    fr: ({ title }) =>
      `Votre document raconte comment ${fr.chose(title)} s’est terminé. Ce que l’on fait quand la première réparation échoue montre si l’on avait compris.`,
  },
  points: [
    point(
      'stabilise',
      true,
      {
        text: 'Protects users first: shed, reroute, roll back the failed change',
        line: 'Users come first: shed traffic or fail over, and roll back the repair that did nothing.',
        aliases: ['shed*', 'fail* over', 'roll* back', 'mitigat*'],
      },
      {
        text: 'Protège d’abord les utilisateurs : délester, rerouter, défaire le changement sans effet',
        line: 'Les utilisateurs d’abord : délester ou basculer, et annuler la réparation sans effet.',
        aliases: ['délest*', 'bascul*', 'annuler', 'rerout*'],
      },
    ),
    point(
      'hypotheses',
      true,
      {
        text: 'Two hypotheses with a test each that tells them apart',
        line: 'Two hypotheses stand: exhaustion of another table or queue, and a slow dependency; a packet capture tells them apart.',
        aliases: ['hypothes*', 'packet capture', 'rule* out', 'tells them apart', 'dependency'],
      },
      {
        text: 'Deux hypothèses, chacune avec un essai qui les sépare',
        line: 'Deux hypothèses restent : une autre table ou file épuisée, et une dépendance lente ; une capture de paquets les sépare.',
        aliases: ['hypothèse*', 'capture de paquets', 'écart*', 'dépendance'],
      },
    ),
    point(
      'one-change',
      false,
      {
        text: 'One change at a time, each verified',
        line: 'One change at a time, and each verified before the following.',
        aliases: ['one change at a time', 'verif*', 'baseline'],
      },
      {
        text: 'Un changement à la fois, chacun vérifié',
        line: 'Un seul changement à la fois, et chacun vérifié avant le suivant.',
        aliases: ['changement à la fois', 'vérifi*', 'référence'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:one-change',
      prompt: {
        en: 'Two changes were made at once and it got better. What do you know now?',
        fr: 'Deux changements d’un coup, et cela va mieux. Que savez-vous ?',
      },
    },
    {
      when: 'always',
      prompt: {
        en: 'What do you say to the business after twenty minutes without a cause?',
        fr: 'Que dites-vous au métier après vingt minutes sans cause ?',
      },
    },
  ],
  mistake: { en: 'Repeating last time’s repair harder.', fr: 'Répéter plus fort la réparation de la dernière fois.' },
});

export const incidentFamilies = [counterfactual, replay];

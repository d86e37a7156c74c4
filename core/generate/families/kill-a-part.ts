import { seededNumber } from '../../practice/draw.ts';
import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing, Noun, Title } from '../types.ts';

interface PartSlots {
  readonly told: Title;
  readonly killed: Noun;
  readonly [slot: string]: Noun | Title;
}

/** The part that dies follows from the wording, so that it is the same each time. */
function withVictim({ chains }: Atoms): Firing<PartSlots>[] {
  return chains.flatMap(({ atom, told, parts, stance, sources }): Firing<PartSlots>[] => {
    const killed = parts[Math.floor(seededNumber(`victim ${atom}`) * parts.length)];
    if (killed === undefined) return [];
    const skillIds = [killed.skillId, ...parts.map(({ skillId }) => skillId)];
    return [{ atom: `${atom}.${killed.skillId}`, skillIds, stance, sources, slots: { told, killed }, strength: parts.length }];
  });
}

export const killAPart = defineFamily<PartSlots>({
  id: 'kill-a-part',
  kind: 'diagnose',
  level: 4,
  timeLimitSec: 360,
  most: 8,
  firings: withVictim,
  en: [
    ({ told, killed }) =>
      `Your document has ${en.about(told)}. ${en.Name(killed)} stops answering and no alert fires. What is damaged two hours later, which signal would have told you, and what do you do before you start it again?`,
    ({ told, killed }) =>
      `Your document says ${en.about(told)}. Suppose ${en.name(killed)} is silently gone for two hours: who notices first, what cannot be made good afterwards, and which check was missing?`,
    ({ told, killed }) =>
      `Your document has ${en.about(told)}. Somebody stops ${en.name(killed)} everywhere and tells nobody. Describe the state after two hours: what still works, what, if anything, is lost for good, and which metric or log line proves it.`,
  ],
  fr: [
    ({ told, killed }) =>
      `Votre document dit ${fr.chose(told)}. ${fr.Le(killed)} ne répond plus et aucune alerte ne part. Qu’est-ce qui est abîmé deux heures plus tard, quel signal l’aurait dit, et que faites-vous avant de relancer ?`,
    ({ told, killed }) =>
      `${fr.chose(told)}, dit votre document. Supposez ${fr.que(killed)} manque en silence pendant deux heures : qui le remarque d’abord, qu’est-ce qui ne se rattrape pas, et quel contrôle manquait ?`,
    ({ told, killed }) =>
      `Votre document mentionne ${fr.chose(told)}. Quelqu’un arrête ${fr.le(killed)} partout sans prévenir. Décrivez l’état après deux heures : ce qui marche encore, ce qui est éventuellement perdu pour de bon, et quelle métrique ou ligne de journal le prouve.`,
  ],
  why: {
    en: () => 'Whoever runs several services together knows what each of them holds up.',
    fr: () => 'Qui exploite plusieurs services ensemble sait ce que chacun soutient.',
  },
  points: [
    point(
      'silent-damage',
      true,
      {
        text: 'Separates what stops visibly from what is lost silently',
        line: 'Some of it fails loudly, and some is dropped silently: queued work expires and buffers overflow.',
        aliases: ['silently', 'overflow*', 'backlog', 'expire*', 'dropped'],
      },
      {
        text: 'Distingue ce qui s’arrête visiblement de ce qui se perd en silence',
        line: 'Une partie échoue bruyamment, une autre est rejetée sans bruit : le travail en file expire, les tampons débordent.',
        aliases: ['sans bruit', 'débord*', 'arriéré', 'expire*', 'rejet*'],
      },
    ),
    point(
      'signal',
      true,
      {
        text: 'Names a signal from outside the part: an end-to-end probe, a missing-data alert',
        line: 'An end-to-end probe catches it, or an alert on absent data, since the dead part reports nothing itself.',
        aliases: ['end-to-end', 'probe', 'absent data', 'heartbeat', 'dead man*'],
      },
      {
        text: 'Nomme un signal extérieur à la partie : sonde de bout en bout, alerte sur données absentes',
        line: 'Une sonde de bout en bout le voit, ou une alerte sur données absentes, car la partie morte ne signale rien.',
        aliases: ['bout en bout', 'sonde', 'données absentes', 'battement'],
      },
    ),
    point(
      'before-restart',
      false,
      {
        text: 'Keeps evidence and protects what comes after before restarting',
        line: 'Before the restart, save logs and state, and throttle the backlog so that the next stage survives.',
        aliases: ['save logs', 'throttl*', 'snapshot', 'core dump', 'evidence'],
      },
      {
        text: 'Garde des traces et protège la suite avant de relancer',
        line: 'Avant la relance, garder journaux et état, et limiter l’arriéré pour que l’étage suivant tienne.',
        aliases: ['garder journaux', 'limiter', 'instantané', 'traces'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:signal',
      prompt: {
        en: 'The part that died was also the one that reports. Who tells you then?',
        fr: 'La partie morte était aussi celle qui signale. Qui vous prévient alors ?',
      },
    },
    {
      when: 'always',
      prompt: { en: 'How would you test this on a Tuesday morning without harm?', fr: 'Comment le tester un mardi matin sans dommage ?' },
    },
  ],
  mistake: {
    en: 'Restarting first, and losing what would have explained it.',
    fr: 'Relancer d’abord, et perdre ce qui l’aurait expliqué.',
  },
});

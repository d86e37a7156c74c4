import type { MigrationAtom } from '../atoms/choices.ts';
import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing, Noun, Title } from '../types.ts';

interface MoveSlots {
  /** The migration's own title, where it has no two names. */
  readonly title: Title | null;
  readonly from: Noun | null;
  readonly to: Noun | null;
  readonly [slot: string]: Noun | Title | null;
}

/** "A migration told honestly" names none. */
const OF_A_KIND = /^(?:an?|une?|eine?)\s/i;
const MOVE = /migration|move|déménagement|upgrade/i;

function moves({ migrations, projects }: Atoms): Firing<MoveSlots>[] {
  const named = migrations.map(({ atom, from, to, stance, sources }: MigrationAtom): Firing<MoveSlots> => {
    return { atom, skillIds: [to.skillId, from.skillId], stance, sources, slots: { title: null, from, to }, strength: 2 };
  });
  // What two names say better than the title is not asked twice.
  const isNamed = (skillIds: readonly string[]): boolean =>
    migrations.some(({ from, to }) => skillIds.includes(from.skillId) && skillIds.includes(to.skillId));
  const told = projects.filter(
    ({ title, skillIds }) => MOVE.test(title.text) && !OF_A_KIND.test(title.text) && !(isNamed(skillIds) && /→|->/.test(title.text)),
  );
  return [
    ...named,
    ...told.map(({ atom, title, skillIds, stance, sources }) => ({
      atom,
      skillIds,
      stance,
      sources,
      slots: { title, from: null, to: null },
      strength: 1,
    })),
  ];
}

/** "the move from X to Y", or the title. */
function theMove({ title, from, to }: MoveSlots): string {
  if (title !== null) return en.about(title);
  return from === null || to === null ? '' : `the move from ${en.name(from)} to ${en.name(to)}`;
}

/** "le passage de X à Y", or the title. */
function lePassage({ title, from, to }: MoveSlots): string {
  if (title !== null) return fr.chose(title);
  return from === null || to === null ? '' : `le passage ${fr.de(from)} ${fr.a(to)}`;
}

const duPassage = (slots: MoveSlots): string => (slots.title === null ? lePassage(slots).replace(/^le /, 'du ') : `de ${lePassage(slots)}`);

export const pointOfNoReturn = defineFamily<MoveSlots>({
  id: 'migration-point-of-no-return',
  kind: 'explain',
  level: 4,
  timeLimitSec: 300,
  most: 8,
  firings: moves,
  en: [
    (s) =>
      `Your document mentions ${theMove(s)}. After which step was there no way back, which data was at risk there, and what was checked before taking it?`,
    (s) =>
      `Think of ${theMove(s)}. Up to which step could it still be rolled back cheaply, what would that have cost later, and what had to be checked before? If every step could be undone, show how you knew.`,
    (s) =>
      `In ${theMove(s)}, where was the line between “we can still roll back” and “we can only go forward”? Say what lies on either side, and what proved that the data was intact.`,
  ],
  fr: [
    (s) =>
      `Votre document raconte ${lePassage(s)}. À partir de quelle étape n’y avait-il plus de retour, quelles données y étaient en danger, et qu’a-t-on vérifié avant de la franchir ?`,
    (s) =>
      `Lors ${duPassage(s)}, jusqu’à quelle étape le retour restait-il facile, qu’aurait-il coûté ensuite, et que fallait-il vérifier avant ? Si tout pouvait être défait, montrez comment vous le saviez.`,
    (s) =>
      `Pour ${lePassage(s)}, tracez la ligne entre « on peut encore revenir » et « on ne peut qu’avancer ». Qu’y a-t-il de chaque côté, et qu’est-ce qui prouvait que les données étaient intactes ?`,
  ],
  why: {
    en: (s) => `Your document mentions ${theMove(s)}. Whoever was there knows which step could not be taken back.`,
    fr: (s) => `Votre document raconte ${lePassage(s)}. Qui l’a vécu sait quelle étape ne se reprend pas.`,
  },
  points: [
    point(
      'no-return',
      true,
      {
        text: 'Names the step and why it could not be undone (new writes on the new side only)',
        line: 'The irreversible step is the first write that lands only on the new side.',
        aliases: ['irreversible', 'first write', 'new writes', 'cut-over', 'cutover'],
      },
      {
        text: 'Nomme l’étape et pourquoi elle est sans retour (écritures du nouveau côté seulement)',
        line: 'L’étape irréversible est la première écriture qui n’arrive que du nouveau côté.',
        aliases: ['irréversible', 'première écriture', 'nouvelles écritures', 'bascule'],
      },
    ),
    point(
      'verification',
      true,
      {
        text: 'Says how both sides were compared: counts, checksums, sampled reads',
        line: 'Both sides were compared by row counts and checksums, and with shadow reads.',
        aliases: ['checksum*', 'row counts', 'shadow read*', 'compar* & sides', 'reconcil*'],
      },
      {
        text: 'Dit comment les deux côtés ont été comparés : comptages, sommes de contrôle, lectures témoins',
        line: 'Les deux côtés ont été comparés par comptages et sommes de contrôle, avec des lectures témoins.',
        aliases: ['sommes de contrôle', 'comptage*', 'lectures témoins', 'réconcili*'],
      },
    ),
    point(
      'way-back',
      false,
      {
        text: 'Describes the way back before that point, and that it was rehearsed',
        line: 'Until then the rollback was a routing change, rehearsed once with a clock.',
        aliases: ['rollback', 'rehears*', 'routing change', 'fall back'],
      },
      {
        text: 'Décrit le retour possible avant ce point, et qu’il a été répété',
        line: 'Jusque-là, le retour arrière était un changement de routage, répété une fois chronomètre en main.',
        aliases: ['retour arrière', 'changement de routage', 'répété une fois', 'répétition'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:verification',
      prompt: {
        en: 'How would you have noticed one record in a million that did not arrive?',
        fr: 'Comment auriez-vous remarqué un enregistrement sur un million qui n’arrive pas ?',
      },
    },
    { when: 'always', prompt: { en: 'Who could say “stop”, and until when?', fr: 'Qui pouvait dire « stop », et jusqu’à quand ?' } },
  ],
  mistake: { en: 'Calling a backup a way back without having restored it.', fr: 'Appeler retour arrière une sauvegarde jamais restaurée.' },
});

export const stuckHalf = defineFamily<MoveSlots>({
  id: 'migration-stuck-half',
  kind: 'diagnose',
  level: 4,
  timeLimitSec: 360,
  most: 8,
  firings: moves,
  en: [
    (s) =>
      `Suppose ${theMove(s)} stops halfway: half is on the new side, half on the old. What do you find out first, what do you freeze, and how do you decide between pushing on and rolling back?`,
    (s) =>
      `Suppose ${theMove(s)} is stuck halfway: part of it already runs on the new side, and the rest does not follow. Name your first three checks, in order, and what each would tell you.`,
    (s) =>
      `Suppose ${theMove(s)} stalls halfway for a week. What is at risk as long as both sides exist, which reading do you watch every day, and what decides whether you push on or roll back?`,
  ],
  fr: [
    (s) =>
      `Supposez que ${lePassage(s)} s’arrête à mi-chemin : une moitié est du nouveau côté, l’autre de l’ancien. Que cherchez-vous d’abord, que gelez-vous, et comment choisissez-vous entre continuer et revenir ?`,
    (s) =>
      `Supposez que ${lePassage(s)} reste bloqué à mi-chemin : une partie tourne déjà du nouveau côté, et le reste ne suit pas. Citez vos trois premiers contrôles, dans l’ordre, et ce que chacun vous apprendrait.`,
    (s) =>
      `Supposez que ${lePassage(s)} reste en suspens une semaine à mi-chemin. Que risque-t-on tant que les deux côtés coexistent, quelle mesure surveillez-vous chaque jour, et qu’est-ce qui décide de continuer ou de revenir en arrière ?`,
  ],
  why: {
    en: (s) => `Your document mentions ${theMove(s)}. The harder question is what you do when it stops in the middle.`,
    fr: (s) => `Votre document raconte ${lePassage(s)}. La question plus difficile est ce que l’on fait quand tout s’arrête au milieu.`,
  },
  points: [
    point(
      'freeze',
      true,
      {
        text: 'Stops further change and keeps one side authoritative for writes',
        line: 'First one side is declared authoritative for writes, and every further batch is paused.',
        aliases: ['authoritative', 'single writer', 'pause*', 'split brain', 'split-brain'],
      },
      {
        text: 'Arrête tout changement et garde un seul côté qui fait foi pour les écritures',
        line: 'D’abord un seul côté fait foi pour les écritures, et chaque nouveau lot est suspendu.',
        aliases: ['fait foi', 'seul* écrivain', 'suspend*', 'double maître'],
      },
    ),
    point(
      'divergence',
      true,
      {
        text: 'Measures divergence: lag, missing records, differing configuration',
        line: 'Then the drift is measured: replication lag, missing records, and settings that differ.',
        aliases: ['drift', 'lag', 'missing records', 'inconsisten*'],
      },
      {
        text: 'Mesure la divergence : retard, enregistrements manquants, réglages différents',
        line: 'Puis l’écart est mesuré : retard de réplication, enregistrements manquants, réglages différents.',
        aliases: ['écart', 'retard', 'enregistrements manquants', 'incohéren*'],
      },
    ),
    point(
      'decision',
      false,
      {
        text: 'Sets a criterion and a deadline for going on or back',
        line: 'A deadline and an error budget settle it: past them, roll back.',
        aliases: ['deadline', 'error budget', 'roll* back', 'abort'],
      },
      {
        text: 'Fixe un critère et une échéance pour avancer ou revenir',
        line: 'Une échéance et un budget d’erreur tranchent : au-delà, retour arrière.',
        aliases: ['échéance', 'budget d’erreur', 'retour arrière', 'abandon*'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:freeze',
      prompt: {
        en: 'Meanwhile both sides accept writes. What have you got an hour later?',
        fr: 'Pendant ce temps, les deux côtés acceptent des écritures. Qu’avez-vous une heure plus tard ?',
      },
    },
    { when: 'always', prompt: { en: 'What would you tell the users, and when?', fr: 'Que diriez-vous aux utilisateurs, et quand ?' } },
  ],
  mistake: {
    en: 'Pushing on to get it over with, without knowing what already differs.',
    fr: 'Forcer la suite pour en finir, sans savoir ce qui diffère déjà.',
  },
});

import type { ChoiceAtom, MigrationAtom } from '../atoms/choices.ts';
import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing, Noun, Reason, Title } from '../types.ts';

interface ChoiceSlots {
  readonly chosen: Noun;
  readonly other: Noun;
  readonly reason: Reason;
  readonly [slot: string]: Noun | Reason;
}

/** Only choices whose reason is told. */
function withReason(choices: readonly ChoiceAtom[]): Firing<ChoiceSlots>[] {
  return choices.flatMap(({ atom, chosen, other, reason, stance, sources }) =>
    reason === null
      ? []
      : [{ atom, skillIds: [chosen.skillId, other.skillId], stance, sources, slots: { chosen, other, reason }, strength: sources.length }],
  );
}

const defendChoice = defineFamily<ChoiceSlots>({
  id: 'defend-choice',
  kind: 'compare',
  level: 4,
  timeLimitSec: 300,
  most: 8,
  firings: ({ choices }) => withReason(choices),
  en: [
    ({ chosen, other, reason }) =>
      `${en.Name(chosen)} was preferred to ${en.name(other)} ${en.because(reason)}, as your document tells it. Make the best case you can for ${en.name(other)}, then say what decided against it and what the change cost.`,
    ({ chosen, other, reason }) =>
      `Your document has ${en.name(chosen)} instead of ${en.name(other)}, ${en.because(reason)}. What would have kept ${en.name(other)} in place, and what did the change make worse?`,
    ({ chosen, other, reason }) =>
      `Argue for ${en.name(other)} against ${en.name(chosen)} as its keenest defender would. Then answer: was it right to leave it ${en.because(reason)}, and what was the price?`,
  ],
  fr: [
    ({ chosen, other, reason }) =>
      `${fr.Le(chosen)} a été ${fr.accord('préféré', chosen)} ${fr.a(other)} ${fr.parceQue(reason)}, d’après votre document. Défendez ${fr.le(other)} du mieux possible, puis dites ce qui a tranché contre, et ce que le changement a coûté.`,
    ({ chosen, other, reason }) =>
      `Votre document préfère ${fr.le(chosen)} ${fr.a(other)}, ${fr.parceQue(reason)}. Qu’est-ce qui aurait fait garder ${fr.le(other)}, et qu’est-ce que le changement a empiré ?`,
    ({ chosen, other, reason }) =>
      `Plaidez pour ${fr.le(other)} contre ${fr.le(chosen)} comme son meilleur avocat. Répondez ensuite : fallait-il changer ${fr.parceQue(reason)}, et à quel prix ?`,
  ],
  why: {
    en: ({ chosen, other }) =>
      `Your document tells why ${en.name(chosen)} was preferred to ${en.name(other)}, and gives a reason. A choice is judged by how fairly the alternative is told.`,
    fr: ({ chosen, other }) =>
      `Votre document raconte pourquoi ${fr.le(chosen)} l’a emporté sur ${fr.le(other)}, et en donne une raison. Un choix se juge à la justice rendue à l’autre option.`,
  },
  points: [
    point(
      'best-case',
      true,
      {
        text: 'States what the alternative does better, without a straw man',
        line: 'The alternative does better where its strength fits: maturity, known failure modes, and people who already run it.',
        aliases: ['does better', 'matur*', 'failure modes', 'already run*', 'strength*', 'advantage*'],
      },
      {
        text: 'Dit ce que l’autre option fait mieux, sans caricature',
        line: 'L’autre option fait mieux là où sa force compte : maturité, pannes connues, équipe qui la maîtrise déjà.',
        aliases: ['fait mieux', 'maturité', 'pannes connues', 'avantage*', 'maîtrise déjà'],
      },
    ),
    point(
      'criterion',
      true,
      {
        text: 'Names the criterion that decided, with a number or a test',
        line: 'One criterion decided it, measured in a trial before the decision.',
        aliases: ['criteri*', 'measured', 'benchmark*', 'trial', 'proof of concept'],
      },
      {
        text: 'Nomme le critère qui a tranché, avec un chiffre ou un essai',
        line: 'Un critère a tranché, mesuré dans un essai avant la décision.',
        aliases: ['critère', 'mesur*', 'essai', 'banc d’essai', 'maquette'],
      },
    ),
    point(
      'price',
      false,
      {
        text: 'Owns up to what became worse: effort, money, lost features',
        line: 'It became worse in one respect: new operational effort and a feature that was lost.',
        aliases: ['became worse', 'operational effort', 'lost', 'drawback*', 'downside*'],
      },
      {
        text: 'Reconnaît ce qui a empiré : effort, argent, fonctions perdues',
        line: 'Une chose s’est dégradée : un nouvel effort d’exploitation et une fonction perdue.',
        aliases: ['dégrad*', 'effort d’exploitation', 'perdue', 'inconvénient*'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:best-case',
      prompt: {
        en: 'Who would still be right to choose the other today?',
        fr: 'Qui aurait encore raison de choisir l’autre aujourd’hui ?',
      },
    },
    { when: 'always', prompt: { en: 'What would make you go back?', fr: 'Qu’est-ce qui vous ferait revenir en arrière ?' } },
  ],
  mistake: { en: 'Telling only what was wrong with the alternative.', fr: 'Ne dire que les défauts de l’autre option.' },
});

const choiceAtTen = defineFamily<ChoiceSlots>({
  id: 'choice-at-10x',
  kind: 'compare',
  level: 5,
  timeLimitSec: 300,
  most: 8,
  firings: ({ choices }) => withReason(choices),
  en: [
    ({ chosen, other }) =>
      `Take the load behind ${en.name(chosen)} ten times over. Does the choice against ${en.name(other)} still hold? Name the number at which it turns round, and what breaks before that.`,
    ({ chosen, other, reason }) =>
      `${en.Name(chosen)} was preferred to ${en.name(other)} ${en.because(reason)}. At ten times the size, what is still true of that, and at which figure would you reverse it?`,
    ({ chosen, other }) =>
      `${en.Name(chosen)} instead of ${en.name(other)}: at which size, rate or bill would you decide the other way? Give a figure, how you would know you are near it, and what fails first at ten times today.`,
  ],
  fr: [
    ({ chosen, other }) =>
      `Décuplez la charge ${fr.de(chosen)}. Le choix fait contre ${fr.le(other)} tient-il encore ? Donnez le nombre à partir duquel il s’inverse, et ce qui casse avant.`,
    ({ chosen, other, reason }) =>
      `${fr.Le(chosen)} a été ${fr.accord('préféré', chosen)} ${fr.a(other)} ${fr.parceQue(reason)}. À une taille dix fois plus grande, qu’en reste-t-il, et à quel chiffre reviendriez-vous dessus ?`,
    ({ chosen, other }) =>
      `${fr.Le(chosen)} plutôt ${fr.que(other)} : à quelle taille, à quel débit ou à quelle facture décideriez-vous l’inverse ? Donnez un chiffre, le signe qu’on s’en approche, et ce qui casse d’abord au décuple.`,
  ],
  why: {
    en: ({ chosen, other }) =>
      `A choice (${en.name(chosen)}, not ${en.name(other)}) holds for a size. Knowing where it ends shows that it was understood.`,
    fr: ({ chosen, other }) =>
      `Un choix (${fr.le(chosen)}, non ${fr.le(other)}) vaut pour une taille. Savoir où il cesse montre qu’il a été compris.`,
  },
  points: [
    point(
      'reversal',
      true,
      {
        text: 'Gives a figure with its unit at which the decision turns',
        line: 'The decision flips at a threshold with a unit, above which cost per unit crosses over.',
        aliases: ['flip*', 'threshold', 'cross* over', 'break-even', 'per unit'],
      },
      {
        text: 'Donne un nombre avec son unité auquel la décision s’inverse',
        line: 'La décision bascule à un seuil avec son unité, au-delà duquel le coût unitaire se croise.',
        aliases: ['bascul*', 'seuil', 'coût unitaire', 'point mort', 'se croise*'],
      },
    ),
    point(
      'first-break',
      true,
      {
        text: 'Names the component that fails first on the way there',
        line: 'Before that the coordination layer breaks: metadata, elections and rebalancing grow faster than the data.',
        aliases: ['coordination', 'metadata', 'rebalanc*', 'election*', 'bottleneck'],
      },
      {
        text: 'Nomme le composant qui cède le premier en chemin',
        line: 'Avant cela, la couche de coordination cède : métadonnées, élections et rééquilibrages croissent plus vite que les données.',
        aliases: ['coordination', 'métadonnées', 'rééquilibrage*', 'élection*', 'goulot*'],
      },
    ),
    point(
      'sign',
      false,
      {
        text: 'Says which trend warns in time',
        line: 'A trend warns months ahead, if somebody reviews the growth every quarter.',
        aliases: ['trend', 'forecast*', 'growth', 'quarter'],
      },
      {
        text: 'Dit quelle tendance prévient à temps',
        line: 'Une tendance prévient des mois à l’avance, si l’on revoit la croissance chaque trimestre.',
        aliases: ['tendance', 'prévision*', 'croissance', 'trimestre'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:reversal',
      prompt: { en: 'A number, please: how many, per what?', fr: 'Un nombre, s’il vous plaît : combien, et par quoi ?' },
    },
    {
      when: 'always',
      prompt: {
        en: 'Which part of today’s design would survive unchanged?',
        fr: 'Quelle partie de l’architecture actuelle survivrait telle quelle ?',
      },
    },
  ],
  mistake: {
    en: '“It scales”, without a number and without a first limit.',
    fr: '« Ça passe à l’échelle », sans nombre et sans première limite.',
  },
});

interface MoveSlots {
  /** The migration's own title, where it has no two names. */
  readonly title: Title | null;
  readonly from: Noun | null;
  readonly to: Noun | null;
  readonly [slot: string]: Noun | Title | null;
}

const MOVE = /migration|move|déménagement|upgrade/i;

function moves({ migrations, projects }: Atoms): Firing<MoveSlots>[] {
  const named = migrations.map(({ atom, from, to, stance, sources }: MigrationAtom): Firing<MoveSlots> => {
    return { atom, skillIds: [to.skillId, from.skillId], stance, sources, slots: { title: null, from, to }, strength: 2 };
  });
  // What two names say better than the title is not asked twice.
  const isNamed = (skillIds: readonly string[]): boolean =>
    migrations.some(({ from, to }) => skillIds.includes(from.skillId) && skillIds.includes(to.skillId));
  const told = projects.filter(({ title, skillIds }) => MOVE.test(title.text) && !(isNamed(skillIds) && /→|->/.test(title.text)));
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
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const pointOfNoReturn = defineFamily<MoveSlots>({
  id: 'migration-point-of-no-return',
  kind: 'explain',
  level: 4,
  timeLimitSec: 300,
  most: 8,
  firings: moves,
  en: [
    (s) =>
      `Walk through ${theMove(s)}. Where was the point after which there was no way back, which data was at risk there, and what was checked before it was passed?`,
    (s) =>
      `In ${theMove(s)}, which step could not be undone? Say what would have been lost by going back after it, and which check allowed going on.`,
    (s) =>
      `${capital(theMove(s))}: draw the line between “we can still return” and “we can only go forward”. What lies on either side, and what proved that the data was whole?`,
  ],
  fr: [
    (s) =>
      `Racontez ${lePassage(s)}. À partir de quel point n’y avait-il plus de retour, quelles données y étaient en danger, et qu’a-t-on vérifié avant de le franchir ?`,
    (s) =>
      `Lors ${duPassage(s)}, quelle étape ne pouvait plus être défaite ? Dites ce qu’un retour aurait fait perdre, et quel contrôle a permis de continuer.`,
    (s) =>
      `${capital(lePassage(s))} : tracez la ligne entre « on peut encore revenir » et « on ne peut qu’avancer ». Qu’y a-t-il de chaque côté, et qu’est-ce qui prouvait que les données étaient entières ?`,
  ],
  why: {
    en: (s) => `Your document tells of ${theMove(s)}. Whoever was there knows which step could not be taken back.`,
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

const stuckHalf = defineFamily<MoveSlots>({
  id: 'migration-stuck-half',
  kind: 'diagnose',
  level: 4,
  timeLimitSec: 360,
  most: 8,
  firings: moves,
  en: [
    (s) =>
      `Halfway through ${theMove(s)} everything stops: half is on the new side, half on the old. What do you find out first, what do you freeze, and how do you decide between going on and going back?`,
    (s) =>
      `Imagine ${theMove(s)} stuck at half. Users are on both sides and the copy no longer advances. Name your first three checks, in order, and what each would tell you.`,
    (s) =>
      `${capital(theMove(s))} hangs in the middle for a week. Which two states must not diverge meanwhile, how would you see that they do, and what decides whether you finish or return?`,
  ],
  fr: [
    (s) =>
      `À mi-chemin ${duPassage(s)}, tout s’arrête : une moitié est du nouveau côté, l’autre de l’ancien. Que cherchez-vous d’abord, que gelez-vous, et comment choisissez-vous entre avancer et revenir ?`,
    (s) =>
      `Imaginez ${lePassage(s)} bloqué à moitié. Des utilisateurs sont des deux côtés et la copie n’avance plus. Citez vos trois premiers contrôles, dans l’ordre, et ce que chacun vous apprendrait.`,
    (s) =>
      `${capital(lePassage(s))} reste en suspens une semaine. Quels deux états ne doivent pas diverger, comment le verriez-vous, et qu’est-ce qui décide entre finir et revenir ?`,
  ],
  why: {
    en: (s) => `Your document tells how ${theMove(s)} was done. The harder question is what you do when it stops in the middle.`,
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

export const choiceFamilies = [defendChoice, choiceAtTen, pointOfNoReturn, stuckHalf];

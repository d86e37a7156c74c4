import { seededNumber } from '../../practice/draw.ts';
import type { ToolAtom } from '../atoms/tools.ts';
import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Figure, Firing, Noun, Title } from '../types.ts';

interface AboutSlots {
  readonly about: Noun | Figure | Title;
  readonly [slot: string]: Noun | Figure | Title;
}

/** Where the work was a team's, or a limit was set to it. */
function shared({ retractions, projects, systems, tools }: Atoms): Firing<AboutSlots>[] {
  const limits = retractions.map(({ atom, about, skillIds, source }): Firing<AboutSlots> => {
    return { atom, skillIds, stance: 'team', sources: [source], slots: { about }, strength: 4 };
  });
  const works = projects
    .filter(({ stance }) => stance === 'team')
    .map(
      ({ atom, title, skillIds, stance, sources }): Firing<AboutSlots> => ({
        atom,
        skillIds,
        stance,
        sources,
        slots: { about: title },
        strength: 3,
      }),
    );
  const built = systems
    .filter(({ stance, atom }) => stance === 'team' && !works.some((one) => one.atom === atom))
    .map(
      ({ atom, head, skillIds, stance, sources }): Firing<AboutSlots> => ({
        atom,
        skillIds,
        stance,
        sources,
        slots: { about: head },
        strength: 2,
      }),
    );
  const used = tools
    .filter(({ stance, noun, atom }) => stance === 'team' && noun.class !== 'language' && !limits.some((one) => one.atom === atom))
    .map(
      ({ atom, noun, stance, sources }): Firing<AboutSlots> => ({
        atom,
        skillIds: [noun.skillId],
        stance,
        sources,
        slots: { about: noun },
        strength: 1,
      }),
    );
  return [...limits, ...works, ...built, ...used];
}

const ownPart = defineFamily<AboutSlots>({
  id: 'own-part',
  kind: 'own-part',
  level: 4,
  timeLimitSec: 180,
  most: 8,
  firings: shared,
  en: [
    ({ about }) =>
      `Your document sets ${en.about(about)} among work that was not yours alone. Which part was yours, which part was the team’s, and what could somebody check to see it?`,
    ({ about }) =>
      `${capital(en.about(about))}: say in two minutes what you did yourself, what others did, and which trace of your part still exists.`,
    ({ about }) =>
      `Draw the line through ${en.about(about)}. On one side what you decided or did, on the other what the team did; then one proof for your side.`,
  ],
  fr: [
    ({ about }) =>
      `Votre document range ${fr.chose(about)} parmi ce que vous n’avez pas fait seul. Quelle part était la vôtre, laquelle celle de l’équipe, et que pourrait-on vérifier ?`,
    ({ about }) =>
      `${capital(fr.chose(about))} : dites en deux minutes ce que vous avez fait vous-même, ce que d’autres ont fait, et quelle trace de votre part subsiste.`,
    ({ about }) =>
      `Tracez la limite à propos ${fr.deChose(about)}. D’un côté ce que vous avez décidé ou fait, de l’autre ce que l’équipe a fait ; puis une preuve pour votre côté.`,
  ],
  why: {
    en: ({ about }) => `Your document tells of ${en.about(about)} as shared work, or limits it. The part that is yours is asked next.`,
    fr: ({ about }) => `Votre document présente ${fr.chose(about)} comme un travail partagé, ou le limite. On demande ensuite votre part.`,
  },
  points: [
    point(
      'mine',
      true,
      {
        text: 'First person, one bounded piece of work with a verb that fits',
        line: 'My own part: one bounded piece of work, told with “I” and a verb that fits.',
        aliases: ['I ... built', 'I ... wrote', 'I ... decided', 'my own part'],
      },
      {
        text: 'À la première personne, un travail délimité avec le verbe juste',
        line: 'Ma part : un travail délimité, raconté avec « je » et le verbe juste.',
        aliases: ['j’ai écrit', 'j’ai décidé', 'ma part', 'j’ai construit'],
      },
    ),
    point(
      'theirs',
      true,
      {
        text: 'Names what others did, and who they were by role',
        line: 'Theirs: what colleagues did, named by role.',
        aliases: ['colleague*', 'the team', 'others', 'another engineer'],
      },
      {
        text: 'Nomme ce que d’autres ont fait, par leur rôle',
        line: 'La leur : ce que des collègues ont fait, nommés par leur rôle.',
        aliases: ['collègue*', 'l’équipe', 'd’autres'],
      },
    ),
    point(
      'proof',
      false,
      {
        text: 'Offers something checkable: a repository, a ticket, a person to ask',
        line: 'Proof: a repository, a ticket, or a person to ask.',
        aliases: ['repositor*', 'ticket', 'commit*', 'design document', 'ask'],
      },
      {
        text: 'Offre quelque chose de vérifiable : un dépôt, un ticket, une personne',
        line: 'Preuve : un dépôt, un ticket, ou une personne à interroger.',
        aliases: ['dépôt', 'ticket', 'commit*', 'document'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:mine',
      prompt: { en: 'Which line of it would not exist without you?', fr: 'Quelle ligne n’existerait pas sans vous ?' },
    },
    {
      when: 'always',
      prompt: {
        en: 'What would your lead add or take away from this account?',
        fr: 'Qu’est-ce que votre responsable y ajouterait ou en retirerait ?',
      },
    },
  ],
  mistake: {
    en: '“We” from beginning to end, or “I” for what was shared.',
    fr: '« Nous » du début à la fin, ou « je » pour ce qui était partagé.',
  },
});

interface PartSlots {
  /** None where only a list tells what works together. */
  readonly head: Noun | Title | null;
  readonly parts: readonly Noun[];
  readonly killed: Noun;
  readonly [slot: string]: Noun | Title | readonly Noun[] | null;
}

/** The part that dies follows from the system's name, so that it is the same each time. */
function withVictim({ systems, stacks }: Atoms): Firing<PartSlots>[] {
  return [...systems, ...stacks.map((stack) => ({ ...stack, head: null }))].flatMap(({ atom, head, parts, skillIds, stance, sources }) => {
    const killed = parts[Math.floor(seededNumber(`victim ${atom}`) * parts.length)];
    if (killed === undefined) return [];
    const slots = { head, parts, killed };
    return [{ atom: `${atom}.${killed.skillId}`, skillIds: [killed.skillId, ...skillIds], stance, sources, slots, strength: parts.length }];
  });
}

const names = (parts: readonly Noun[]): string => en.list(parts.map(en.name));
const noms = (parts: readonly Noun[]): string => fr.liste(parts.map(fr.le));

const killAPart = defineFamily<PartSlots>({
  id: 'kill-a-part',
  kind: 'diagnose',
  level: 4,
  timeLimitSec: 360,
  most: 8,
  firings: withVictim,
  en: [
    ({ head, parts, killed }) =>
      `Your document has ${names(parts)} at work${head === null ? ' together' : ` ${en.inside(head)}`}. ${en.Name(killed)} stops answering and no alert fires. What is damaged two hours later, which signal would have told you, and what do you do before you start it again?`,
    ({ head, parts, killed }) =>
      `Think of ${names(parts)}${head === null ? ', working together as your document has them' : `, ${en.inside(head)}`}. Suppose ${en.name(killed)} is silently gone for two hours: who notices first, what cannot be made good afterwards, and which check was missing?`,
    ({ head, parts, killed }) =>
      `Somebody stops ${en.name(killed)} ${head === null ? `beneath ${names(parts.filter((part) => part !== killed))}` : en.inside(head)} and tells nobody. Describe the state after two hours: what still works, what is lost for good, and which reading proves it.`,
  ],
  fr: [
    ({ head, parts, killed }) =>
      `Votre document fait travailler ${noms(parts)}${head === null ? ' ensemble' : ` dans ${fr.chose(head)}`}. ${fr.Le(killed)} ne répond plus et aucune alerte ne part. Qu’est-ce qui est abîmé deux heures plus tard, quel signal l’aurait dit, et que faites-vous avant de relancer ?`,
    ({ head, parts, killed }) =>
      `Pensez à ${noms(parts)}${head === null ? ', ensemble comme dans votre document' : `, dans ${fr.chose(head)}`}. Supposez ${fr.que(killed)} manque en silence pendant deux heures : qui le remarque d’abord, qu’est-ce qui ne se rattrape pas, et quel contrôle manquait ?`,
    ({ head, parts, killed }) =>
      `Quelqu’un arrête ${fr.le(killed)} ${head === null ? `sous ${noms(parts.filter((part) => part !== killed))}` : `dans ${fr.chose(head)}`} sans prévenir. Décrivez l’état après deux heures : ce qui marche encore, ce qui est perdu pour de bon, et quelle mesure le prouve.`,
  ],
  why: {
    en: ({ parts }) => `Your document names ${names(parts)} together. Who runs them knows what each of them holds up.`,
    fr: ({ parts }) => `Votre document cite ${noms(parts)} ensemble. Qui les exploite sait ce que chacun soutient.`,
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

interface HeadSlots {
  readonly head: Noun | Title;
  readonly [slot: string]: Noun | Title;
}

/** Own services the document tells of more than once, and own projects with a title. */
function ownWork(atoms: Atoms): Firing<HeadSlots>[] {
  const services = servicesOf(atoms).filter(
    ({ stance, isDone, isWhole, statements }) => stance === 'own' && (isDone ? isWhole : statements.length > 1),
  );
  return [
    ...services.map(asHead),
    ...ownProjects(atoms.projects).filter(({ slots }) => slots.head.class === 'title' && isBuilt(slots.head.text)),
  ];
}

/** What was worked with and has not been left for something else; whose it was is not said. */
function servicesOf({ tools, choices }: Atoms): readonly ToolAtom[] {
  const left = new Set(choices.map(({ other }) => other.skillId));
  return tools.filter(
    ({ noun, isLeft, isDone, isWhole }) => noun.class === 'service' && (isWhole || !isDone) && !isLeft && !left.has(noun.skillId),
  );
}

function asHead({ atom, noun, stance, isDone, sources, statements }: ToolAtom): Firing<HeadSlots> {
  return { atom, skillIds: [noun.skillId], stance, sources, slots: { head: noun }, strength: statements.length + (isDone ? 3 : 0) };
}

/** Something that stands afterwards: people one helped and moves that are over are not built again. */
function isBuilt(title: string): boolean {
  return !/^(?:helping|mentoring|training|teaching|coaching)\b|migration|\bmove\b|déménagement|upgrade/i.test(title);
}

function ownProjects(projects: Atoms['projects']): Firing<HeadSlots>[] {
  return projects
    .filter(({ stance }) => stance === 'own')
    .map(
      ({ atom, title, skillIds, sources }): Firing<HeadSlots> => ({
        atom,
        skillIds,
        stance: 'own',
        sources,
        slots: { head: title },
        strength: 9,
      }),
    );
}

const handOver = defineFamily<HeadSlots>({
  id: 'hand-over',
  kind: 'explain',
  level: 3,
  timeLimitSec: 240,
  most: 12,
  firings: (atoms) => servicesOf(atoms).map(asHead),
  en: [
    ({ head }) =>
      `On Friday someone who has never run ${en.about(head)} takes it on. Which three signs of failure do you show them, where is each read, and what must they not do on their own?`,
    ({ head }) =>
      `A new colleague starts with ${en.about(head)} next week. Name the three failures they will meet first, how each announces itself, and the one act you forbid.`,
    ({ head }) =>
      `Write one page on ${en.about(head)} for whoever runs it next: three signs that it is about to fail, the first step for each, and what is never to be done at night.`,
  ],
  fr: [
    ({ head }) =>
      `Vendredi, quelqu’un qui n’a jamais exploité ${fr.chose(head)} s’en charge. Quels trois signes de panne lui montrez-vous, où se lit chacun, et que ne doit-il pas faire seul ?`,
    ({ head }) =>
      `Une collègue découvre ${fr.chose(head)} la semaine prochaine. Citez les trois pannes qu’elle verra d’abord, comment chacune s’annonce, et le geste que vous interdisez.`,
    ({ head }) =>
      `Rédigez une page à propos ${fr.deChose(head)} pour qui en héritera : trois signes d’une panne proche, le premier geste pour chacun, et ce qu’on ne fait jamais la nuit.`,
  ],
  why: {
    en: ({ head }) => `Your document has ${en.about(head)} among your work. What you would hand over shows what you really watched.`,
    fr: ({ head }) =>
      `Votre document compte ${fr.chose(head)} dans votre travail. Ce que vous transmettriez montre ce que vous surveilliez vraiment.`,
  },
  points: [
    point(
      'signs',
      true,
      {
        text: 'Three concrete signs with their metric or log line',
        line: 'The signs are a growing queue or lag, a disk that fills, and an error rate that creeps up.',
        aliases: ['lag', 'queue', 'disk ... fill*', 'error rate', 'latency'],
      },
      {
        text: 'Trois signes concrets avec leur métrique ou leur ligne de journal',
        line: 'Les indices sont une file ou un retard qui grandit, un disque qui se remplit, un taux d’erreur qui monte.',
        aliases: ['retard', 'file', 'disque', 'taux d’erreur', 'latence'],
      },
    ),
    point(
      'first-step',
      true,
      {
        text: 'A first step per sign that is safe and reversible',
        line: 'Each has a safe, reversible first step in the runbook.',
        aliases: ['reversible', 'runbook', 'drain', 'fail* over', 'escalat*'],
      },
      {
        text: 'Un premier geste par signe, sûr et réversible',
        line: 'Chacun a dans la procédure un premier pas sûr et réversible.',
        aliases: ['réversible', 'procédure', 'drain*', 'bascul*', 'escalad*'],
      },
    ),
    point(
      'forbidden',
      false,
      {
        text: 'Names the destructive act and why it tempts',
        line: 'Forbidden is whatever destroys data, such as forcing a member out or deleting files to free space.',
        aliases: ['destroy*', 'delet*', 'forc* ... out', 'irreversible'],
      },
      {
        text: 'Nomme le geste destructeur et pourquoi il tente',
        line: 'Est interdit ce qui détruit des données : forcer la sortie d’un membre, supprimer des fichiers pour faire de la place.',
        aliases: ['détrui*', 'supprim*', 'forcer', 'irréversible'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:forbidden',
      prompt: {
        en: 'What did somebody once do to it that you still remember?',
        fr: 'Que lui a-t-on fait un jour dont vous vous souvenez encore ?',
      },
    },
    {
      when: 'always',
      prompt: { en: 'Which of the three did you meet yourself, and when?', fr: 'Laquelle des trois avez-vous vécue, et quand ?' },
    },
  ],
  mistake: { en: 'A tour of features instead of signs and acts.', fr: 'Une visite des fonctions au lieu de signes et de gestes.' },
});

const buildAgain = defineFamily<HeadSlots>({
  id: 'build-again',
  kind: 'compare',
  level: 4,
  timeLimitSec: 240,
  most: 8,
  firings: ownWork,
  en: [
    ({ head }) =>
      `If you set up ${en.about(head)} again from nothing, what would you leave out, what would you keep exactly as it was, and what would the difference save?`,
    ({ head }) =>
      `${capital(en.about(head))}, a second time, with all you know now: name one thing you would drop, one you would defend against every reviewer, and the reason for each.`,
    ({ head }) =>
      `You may start ${en.about(head)} over tomorrow. Which decision do you take back first, what did it cost, and which one do you repeat without a thought?`,
  ],
  fr: [
    ({ head }) =>
      `Si vous repreniez ${fr.chose(head)} à zéro, que laisseriez-vous de côté, que garderiez-vous à l’identique, et qu’est-ce que la différence ferait gagner ?`,
    ({ head }) =>
      `${capital(fr.chose(head))}, une seconde fois, avec ce que vous savez : citez une chose à abandonner, une autre que vous défendriez devant tout relecteur, et la raison de chacune.`,
    ({ head }) =>
      `Vous pouvez recommencer ${fr.chose(head)} demain. Sur quelle décision revenez-vous d’abord, qu’a-t-elle coûté, et laquelle refaites-vous sans hésiter ?`,
  ],
  why: {
    en: ({ head }) => `${capital(en.about(head))} is told as your own work. What you would change shows what you learnt from running it.`,
    fr: ({ head }) =>
      `${capital(fr.chose(head))} est raconté comme votre travail. Ce que vous changeriez montre ce que vous en avez appris.`,
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

const MISSING_MOST = 6;

const missingResult = defineFamily<HeadSlots>({
  id: 'missing-result',
  kind: 'behavioural',
  level: 3,
  timeLimitSec: 180,
  most: MISSING_MOST,
  firings: ({ projects }) => ownProjects(projects.filter(({ hasFigure }) => !hasFigure)),
  en: [
    ({ head }) =>
      `Your document tells of ${en.about(head)} but not of what came of it. What was different afterwards, measured how, and how was it before?`,
    ({ head }) => `${capital(en.about(head))}: tell it with its result. Which number moved, from what to what, and over how long?`,
    ({ head }) =>
      `Who was better off after ${en.about(head)}, and by how much? Tell the situation before, your part, and one figure that somebody else could confirm.`,
  ],
  fr: [
    ({ head }) =>
      `Votre document raconte ${fr.chose(head)}, mais non ce qui en est sorti. Qu’est-ce qui avait changé ensuite, mesuré comment, et qu’en était-il avant ?`,
    ({ head }) =>
      `${capital(fr.chose(head))} : racontez-le avec son résultat. Quel nombre a bougé, de combien à combien, et en combien de temps ?`,
    ({ head }) =>
      `Qui s’est mieux porté après ${fr.chose(head)}, et de combien ? Dites la situation d’avant, votre part, et un chiffre que quelqu’un d’autre pourrait confirmer.`,
  ],
  why: {
    en: ({ head }) => `${capital(en.about(head))} stands in your document without a number. An interviewer asks for it.`,
    fr: ({ head }) => `${capital(fr.chose(head))} figure dans votre document sans aucun chiffre. On vous le demandera.`,
  },
  points: [
    point(
      'before-after',
      true,
      {
        text: 'A number before and after, with its unit',
        line: 'Before and after, with a unit.',
        aliases: ['from ... to', 'instead of', 'before'],
      },
      {
        text: 'Un nombre avant et après, avec son unité',
        line: 'Avant et après, avec une unité.',
        aliases: ['au lieu de', 'passé de', 'avant'],
      },
    ),
    point(
      'own-act',
      true,
      {
        text: 'The act that led to it, in the first person',
        line: 'What I did that led to it.',
        aliases: ['I ... built', 'I ... changed', 'what I did'],
      },
      {
        text: 'L’acte qui y a mené, à la première personne',
        line: 'Ce que j’ai fait pour y arriver.',
        aliases: ['j’ai changé', 'j’ai construit', 'ce que j’ai fait'],
      },
    ),
    point(
      'honest-bound',
      false,
      { text: 'What else may have caused it', line: 'What else may have helped.', aliases: ['also helped', 'may have', 'not only'] },
      {
        text: 'Ce qui a pu y contribuer aussi',
        line: 'Ce qui a pu aider par ailleurs.',
        aliases: ['a pu aider', 'pas seulement', 'aussi'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:before-after',
      prompt: {
        en: 'If nobody measured: what could still be reconstructed today, from what?',
        fr: 'Si personne n’a mesuré : que peut-on reconstituer aujourd’hui, à partir de quoi ?',
      },
    },
    { when: 'always', prompt: { en: 'What would have happened without it?', fr: 'Que serait-il arrivé sans cela ?' } },
  ],
  mistake: { en: 'Ending with the delivery instead of with the effect.', fr: 'Finir sur la livraison au lieu de l’effet.' },
});

function capital(text: string): string {
  return /^[a-z]+(?:\s|$)/.test(text) &&
    !/^(?:etcd|iptables|nftables|kubeadm|cephadm|vsftpd|dnsmasq|systemd|rsync|lsyncd|containerd)\b/.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text.replace(/^(?:les?|la|l’|environ|plus)\b/, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

export const workFamilies = [ownPart, killAPart, handOver, buildAgain, missingResult];

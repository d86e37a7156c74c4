import type { ToolAtom } from '../atoms/tools.ts';
import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Figure, Firing, Noun } from '../types.ts';

interface GapSlots {
  readonly noun: Noun;
  readonly [slot: string]: Noun;
}

function openGaps({ gaps }: Atoms): Firing<GapSlots>[] {
  return gaps.map(({ atom, noun, source }) => ({
    atom,
    skillIds: [noun.skillId],
    stance: 'limited',
    sources: source === null ? [] : [source],
    slots: { noun },
    strength: 1,
  }));
}

const gapLadder = defineFamily<GapSlots>({
  id: 'gap-ladder',
  kind: 'explain',
  level: 3,
  timeLimitSec: 450,
  most: 10,
  firings: openGaps,
  en: [
    ({ noun }) =>
      `You name ${en.name(noun)} among what you lack. Explain ${it(noun)} five times, ninety seconds each: to a child, to a developer, to a colleague on call, to an architect, to an expert. Say where your own knowledge ends.`,
    ({ noun }) =>
      `Five listeners, one topic, ${en.name(noun)}: a manager, a developer, an operator, an architect, a specialist. What does each need to hear, and at which of them do you run out?`,
    ({ noun }) =>
      `Climb the ladder on ${en.name(noun)}: what ${en.be(noun)} ${it(noun)} for, how used, how run, how designed, how it fails inside. Mark the rung on which you stop being sure.`,
  ],
  fr: [
    ({ noun }) =>
      `Vous citez ${fr.le(noun)} parmi ce qui vous manque. Expliquez-le cinq fois, quatre-vingt-dix secondes chacune : à un enfant, à un développeur, à un collègue d’astreinte, à un architecte, à un expert. Dites où votre savoir s’arrête.`,
    ({ noun }) =>
      `Cinq auditeurs, un sujet, ${fr.le(noun)} : une directrice, un développeur, une exploitante, un architecte, un spécialiste. Que doit entendre chacun, et devant lequel êtes-vous à court ?`,
    ({ noun }) =>
      `Montez l’échelle à propos ${fr.de(noun)} : à quoi cela sert, comment on s’en sert, comment on l’exploite, le conçoit, et comment cela casse. Marquez le barreau où vous n’êtes plus sûr.`,
  ],
  why: {
    en: ({ noun }) => `${en.Name(noun)} ${en.be(noun)} on your own list of gaps. Explaining shows where exactly the gap begins.`,
    fr: ({ noun }) => `${fr.Le(noun)} ${fr.etre(noun)} sur votre propre liste de lacunes. Expliquer montre où la lacune commence vraiment.`,
  },
  points: [
    point(
      'purpose',
      true,
      {
        text: 'Says which problem it solves, in plain words',
        line: 'In plain words it solves one problem: without it somebody waits, pays, or does the work by hand.',
        aliases: ['solves', 'without it', 'problem', 'by hand'],
      },
      {
        text: 'Dit en mots simples quel problème cela résout',
        line: 'En mots simples, cela résout un problème : sans cela, quelqu’un attend, paie, ou fait le travail à la main.',
        aliases: ['résout', 'sans cela', 'problème', 'à la main'],
      },
    ),
    point(
      'failure',
      true,
      {
        text: 'Names one way it fails and what that looks like',
        line: 'One typical failure mode is a wrong or stale state that still looks healthy from outside.',
        aliases: ['failure mode', 'stale', 'break*', 'outage', 'degrad*'],
      },
      {
        text: 'Nomme une panne typique et son aspect',
        line: 'Une panne typique est un état faux ou périmé qui paraît sain de l’extérieur.',
        aliases: ['panne', 'périmé', 'dégrad*', 'coupure'],
      },
    ),
    point(
      'edge',
      false,
      {
        text: 'Marks the edge of own knowledge honestly',
        line: 'Beyond that point, “I have only read about it” is the honest sentence.',
        aliases: ['only read', 'not sure', 'would look up', 'never done'],
      },
      {
        text: 'Marque honnêtement la limite de son savoir',
        line: 'Au-delà, « je ne l’ai que lu » est la phrase honnête.',
        aliases: ['que lu', 'pas sûr', 'je chercherais', 'jamais fait'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:failure',
      prompt: { en: 'What would page you at night about it?', fr: 'Qu’est-ce qui vous réveillerait la nuit à ce sujet ?' },
    },
    { when: 'always', prompt: { en: 'Which of the five would have caught you out?', fr: 'Lequel des cinq vous aurait pris en défaut ?' } },
  ],
  mistake: { en: 'Using the same words for all five listeners.', fr: 'Les mêmes mots pour les cinq auditeurs.' },
});

function it(noun: Noun): string {
  return noun.isPlural ? 'them' : 'it';
}

const gapFirstWeek = defineFamily<GapSlots & { readonly nearest: Noun }>({
  id: 'gap-first-week',
  kind: 'explain',
  level: 3,
  timeLimitSec: 300,
  most: 8,
  firings: ({ gaps }) =>
    gaps.flatMap(({ atom, noun, nearest, source }) =>
      nearest === null
        ? []
        : [
            {
              atom,
              skillIds: [noun.skillId],
              stance: 'limited' as const,
              sources: [...(source === null ? [] : [source]), ...nearest.sources.slice(0, 1)],
              slots: { noun, nearest: nearest.noun },
              strength: 1,
            },
          ],
    ),
  en: [
    ({ noun, nearest }) =>
      `One week, one server, and ${en.name(noun)}, which you say you lack. Starting from what you know of ${en.name(nearest)}: what do you build each day, and what would you show on Friday?`,
    ({ noun, nearest }) =>
      `You are given five days to close the gap in ${en.name(noun)}. You know ${en.name(nearest)}. What do you try first, what do you break on purpose, and how do you know that you have got it?`,
    ({ noun, nearest }) =>
      `Plan a first week on ${en.name(noun)} with a single machine. Which habits from ${en.name(nearest)} help, which mislead, and what runs at the end that did not run before?`,
  ],
  fr: [
    ({ noun, nearest }) =>
      `Une semaine, un serveur, et ${fr.le(noun)}, qui vous manque selon vous. En partant de ce que vous savez ${fr.de(nearest)} : que montez-vous chaque jour, et que montreriez-vous vendredi ?`,
    ({ noun, nearest }) =>
      `On vous donne cinq jours pour combler votre lacune concernant ${fr.le(noun)}. Vous connaissez ${fr.le(nearest)}. Qu’essayez-vous d’abord, que cassez-vous exprès, et à quoi voyez-vous que c’est acquis ?`,
    ({ noun, nearest }) =>
      `Prévoyez une première semaine sur ${fr.le(noun)} avec une seule machine. Quels réflexes venus ${fr.de(nearest)} aident, lesquels trompent, et qu’est-ce qui tourne à la fin qui ne tournait pas avant ?`,
  ],
  why: {
    en: ({ noun, nearest }) =>
      `You name ${en.name(noun)} as a gap and have worked with ${en.name(nearest)}. How you would learn is worth as much as what you know.`,
    fr: ({ noun, nearest }) =>
      `Vous citez ${fr.le(noun)} comme lacune et avez travaillé avec ${fr.le(nearest)}. La manière d’apprendre compte autant que le savoir.`,
  },
  points: [
    point(
      'small-lab',
      true,
      {
        text: 'A small working thing each day, not a reading list',
        line: 'Each day ends with a small lab that runs, and notes on what surprised.',
        aliases: ['lab', 'minimal', 'hands-on', 'prototype'],
      },
      {
        text: 'Une petite chose qui tourne chaque jour, non une liste de lectures',
        line: 'Chaque jour finit par une maquette qui tourne, et des notes sur ce qui a surpris.',
        aliases: ['maquette', 'minimal*', 'pratique', 'prototype'],
      },
    ),
    point(
      'break-it',
      true,
      {
        text: 'Breaks it on purpose and watches the recovery',
        line: 'By midweek comes a failure test: stop a process, fill the disk, and observe the recovery.',
        aliases: ['failure test', 'recovery', 'fill the disk', 'chaos', 'stop a process'],
      },
      {
        text: 'La casse exprès et observe le retour',
        line: 'Au milieu, un essai de panne : arrêter un processus, remplir le disque, observer la reprise.',
        aliases: ['essai de panne', 'reprise', 'remplir le disque', 'arrêter un processus'],
      },
    ),
    point(
      'evidence',
      false,
      {
        text: 'Ends with something a colleague can check',
        line: 'The last step is a short demo and a repository that a colleague can run.',
        aliases: ['demo', 'repository', 'document*', 'colleague'],
      },
      {
        text: 'Finit par quelque chose de vérifiable',
        line: 'La dernière étape est une courte démonstration et un dépôt qu’une collègue peut exécuter.',
        aliases: ['démonstration', 'dépôt', 'document*', 'collègue'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:break-it',
      prompt: { en: 'It runs. What do you still not know about it?', fr: 'Cela tourne. Que ne savez-vous pas encore ?' },
    },
    {
      when: 'always',
      prompt: { en: 'Whom would you ask one question, and which?', fr: 'À qui poseriez-vous une seule question, et laquelle ?' },
    },
  ],
  mistake: { en: 'A week of reading with nothing that runs.', fr: 'Une semaine de lecture et rien qui tourne.' },
});

interface TransferSlots {
  readonly wanted: Noun;
  readonly nearest: Noun;
  readonly [slot: string]: Noun;
}

const transfer = defineFamily<TransferSlots>({
  id: 'transfer',
  kind: 'explain',
  level: 4,
  timeLimitSec: 300,
  most: 10,
  firings: ({ transfers }) =>
    transfers.map(({ competency, wanted, nearest, share }) => ({
      atom: `${wanted.skillId}.from-${nearest.noun.skillId}`,
      skillIds: [wanted.skillId],
      competencyId: competency.id,
      stance: nearest.stance,
      sources: nearest.sources.slice(0, 2),
      slots: { wanted, nearest: nearest.noun },
      strength: competency.weight + share,
    })),
  en: [
    ({ wanted, nearest }) =>
      `The role asks for ${en.name(wanted)}; your document has ${en.name(nearest)}. What carries over, what is different underneath, and which habit from ${en.name(nearest)} would hurt you?`,
    ({ wanted, nearest }) =>
      `You know ${en.name(nearest)} and are asked to run ${en.name(wanted)}. Name two things that work the same, two that do not, and the first mistake you expect to make.`,
    ({ wanted, nearest }) =>
      `Explain ${en.name(wanted)} to somebody who knows nothing but ${en.name(nearest)}: which words match, where the comparison breaks, and how you would find out before production does.`,
  ],
  fr: [
    ({ wanted, nearest }) =>
      `Le poste demande ${fr.le(wanted)} ; votre document cite ${fr.le(nearest)}. Qu’est-ce qui se transpose, qu’est-ce qui diffère au fond, et quel réflexe venu ${fr.de(nearest)} vous nuirait ?`,
    ({ wanted, nearest }) =>
      `Vous connaissez ${fr.le(nearest)} et l’on vous confie ${fr.le(wanted)}. Citez deux choses qui marchent pareil, deux qui diffèrent, et la première erreur que vous pensez faire.`,
    ({ wanted, nearest }) =>
      `Expliquez ${fr.le(wanted)} à quelqu’un qui ne connaît ${fr.que(nearest)} : quels mots se correspondent, où la comparaison casse, et comment le savoir avant la production ?`,
  ],
  why: {
    en: ({ wanted, nearest }) =>
      `The role asks for ${en.name(wanted)}, which your documents do not mention; the nearest they have is ${en.name(nearest)}.`,
    fr: ({ wanted, nearest }) =>
      `Le poste demande ${fr.le(wanted)}, dont vos documents ne parlent pas ; le plus proche est ${fr.le(nearest)}.`,
  },
  points: [
    point(
      'same',
      true,
      {
        text: 'Names what carries over: concepts, failure modes, ways of checking',
        line: 'The concepts transfer: state, replication, health checks and the way to debug from symptoms.',
        aliases: ['concept*', 'replication', 'health check*', 'same idea', 'transfer*'],
      },
      {
        text: 'Nomme ce qui se transpose : notions, pannes, façons de vérifier',
        line: 'Les notions restent : état, réplication, contrôles de santé et la manière de partir des symptômes.',
        aliases: ['notion*', 'réplication', 'contrôles de santé', 'même idée'],
      },
    ),
    point(
      'different',
      true,
      {
        text: 'Names a real difference in architecture or operation',
        line: 'The architecture underneath differs: another control plane, another data model, other defaults.',
        aliases: ['architecture', 'control plane', 'data model', 'default*', 'unlike'],
      },
      {
        text: 'Nomme une vraie différence d’architecture ou d’exploitation',
        line: 'L’architecture diffère : un autre plan de contrôle, un autre modèle de données, d’autres valeurs par défaut.',
        aliases: ['architecture', 'plan de contrôle', 'modèle de données', 'par défaut'],
      },
    ),
    point(
      'false-friend',
      false,
      {
        text: 'Names a habit that misleads, and the test that shows it',
        line: 'A familiar command or word can be a false friend; a test in a lab shows it safely.',
        aliases: ['false friend', 'mislead*', 'lab', 'assum*'],
      },
      {
        text: 'Nomme un réflexe trompeur, et l’essai qui le montre',
        line: 'Une commande ou un mot familier peut être un faux ami ; un essai sur maquette le montre sans risque.',
        aliases: ['faux ami', 'tromp*', 'maquette', 'suppos*'],
      },
    ),
  ],
  followUps: [
    { when: 'missing:different', prompt: { en: 'Then why are they two products?', fr: 'Alors pourquoi sont-ce deux produits ?' } },
    {
      when: 'always',
      prompt: {
        en: 'How many weeks until you would take the pager for it, and why so many?',
        fr: 'Combien de semaines avant d’en prendre l’astreinte, et pourquoi autant ?',
      },
    },
  ],
  mistake: { en: 'Claiming that it is all the same underneath.', fr: 'Prétendre que c’est partout la même chose.' },
});

interface RatingSlots {
  readonly noun: Noun;
  readonly level: Figure;
  readonly [slot: string]: Noun | Figure;
}

const HIGH = 4;
/** Nobody designs these, or handles their failures. */
const DATA_LANGUAGES: ReadonlySet<string> = new Set(['hcl', 'yaml', 'json', 'xml', 'html', 'css', 'markdown']);
const FEW = 2;

const ratingProbe = defineFamily<RatingSlots>({
  id: 'rating-probe',
  kind: 'explain',
  level: 4,
  timeLimitSec: 240,
  most: 8,
  firings: ({ ratings, tools }) =>
    ratings.flatMap(({ skillId, level, noun }): Firing<RatingSlots>[] => {
      const tool: ToolAtom | undefined = tools.find((one) => one.noun.skillId === skillId);
      const told = (tool?.statements ?? []).filter(({ stance }) => stance === 'built' || stance === 'led' || stance === 'operated').length;
      if (level < HIGH || told >= FEW || tool === undefined || tool.stance === 'limited' || DATA_LANGUAGES.has(skillId)) return [];
      const figure: Figure = { class: 'figure', value: level, unit: 'level', per: null, precision: 'exact' };
      return [
        {
          atom: skillId,
          skillIds: [skillId],
          stance: 'own',
          sources: tool.sources,
          slots: { noun, level: figure },
          strength: level,
        },
      ];
    }),
  en: [
    ({ noun, level }) =>
      `You stand at level ${en.number(level.value)} for ${en.name(noun)}, with little told to show it. Describe one thing you designed or rescued there, the failure it had to survive, and what you taught somebody.`,
    ({ noun, level }) =>
      `Level ${en.number(level.value)} in ${en.name(noun)} means designing it and handling its failures. Give one case of each, with what you decided and how it turned out.`,
    ({ noun, level }) =>
      `Convince a sceptic of level ${en.number(level.value)} in ${en.name(noun)}: the hardest fault you found, how you narrowed it down, and what you changed so that it stayed away.`,
  ],
  fr: [
    ({ noun, level }) =>
      `Vous êtes au niveau ${fr.nombre(level.value)} pour ${fr.le(noun)}, et peu de choses le montrent. Décrivez une chose que vous avez conçue ou sauvée, la panne qu’elle devait supporter, et ce que vous avez transmis.`,
    ({ noun, level }) =>
      `Le niveau ${fr.nombre(level.value)} pour ${fr.le(noun)} suppose de concevoir et de traiter les pannes. Donnez un cas de chaque, ce que vous avez décidé et ce qu’il en fut.`,
    ({ noun, level }) =>
      `Convainquez un sceptique du niveau ${fr.nombre(level.value)} à propos ${fr.de(noun)} : la panne la plus dure, comment vous l’avez cernée, et ce que vous avez changé pour qu’elle ne revienne pas.`,
  ],
  why: {
    en: ({ noun, level }) =>
      `A level of ${en.number(level.value)} stands beside ${en.name(noun)}, and fewer than two statements tell of building or running ${it(noun)}.`,
    fr: ({ noun, level }) =>
      `Un niveau ${fr.nombre(level.value)} accompagne ${fr.le(noun)}, et moins de deux phrases racontent une construction ou une exploitation.`,
  },
  points: [
    point(
      'design',
      true,
      {
        text: 'A design decision with the alternative weighed',
        line: 'One design decision is told with the trade-off against its alternative.',
        aliases: ['trade-off', 'alternative', 'design decision', 'instead of'],
      },
      {
        text: 'Une décision de conception, l’autre option pesée',
        line: 'Une décision de conception est racontée avec le compromis face à l’autre option.',
        aliases: ['compromis', 'autre option', 'plutôt que', 'décision de conception'],
      },
    ),
    point(
      'failure',
      true,
      {
        text: 'A failure found from symptoms, with the step that proved the cause',
        line: 'One outage is narrowed down from its symptoms to a proven root cause.',
        aliases: ['outage', 'root cause', 'symptom*', 'narrowed'],
      },
      {
        text: 'Une panne trouvée depuis les symptômes, avec l’étape qui prouve la cause',
        line: 'Une coupure est remontée de ses symptômes à une cause prouvée.',
        aliases: ['coupure', 'cause', 'symptôme*', 'cern*'],
      },
    ),
    point(
      'taught',
      false,
      {
        text: 'Something others now do because of it: a standard, a review, a lesson',
        line: 'Others now follow a standard or a review that came from it.',
        aliases: ['standard', 'review*', 'mentor*', 'runbook', 'teach*'],
      },
      {
        text: 'Ce que d’autres font depuis : une norme, une revue, une leçon',
        line: 'D’autres suivent désormais une norme ou une revue qui en est née.',
        aliases: ['norme', 'revue', 'procédure', 'enseign*'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:failure',
      prompt: { en: 'When did it last surprise you?', fr: 'Quand cela vous a-t-il surpris pour la dernière fois ?' },
    },
    {
      when: 'always',
      prompt: {
        en: 'What would somebody one level above you do differently?',
        fr: 'Que ferait autrement quelqu’un d’un niveau au-dessus ?',
      },
    },
  ],
  mistake: { en: 'Years of use offered as proof of depth.', fr: 'Des années d’usage données pour preuve de profondeur.' },
});

interface StaleSlots {
  readonly noun: Noun;
  readonly year: Figure;
  readonly [slot: string]: Noun | Figure;
}

const stale = defineFamily<StaleSlots>({
  id: 'stale',
  kind: 'explain',
  level: 3,
  timeLimitSec: 240,
  most: 8,
  firings: ({ stale: atoms }) =>
    atoms.map(({ tool, lastYear }) => ({
      atom: tool.atom,
      skillIds: [tool.noun.skillId],
      stance: tool.stance,
      sources: tool.sources,
      slots: { noun: tool.noun, year: { class: 'figure', value: lastYear, unit: 'year', per: null, precision: 'exact' } },
      strength: tool.statements.length + (tool.isDone ? 5 : 0),
    })),
  en: [
    ({ noun, year }) =>
      `Your document last places ${en.name(noun)} in ${year.value}. What has changed in it since, what of your knowledge still holds, and how would you get current before the first day?`,
    ({ noun, year }) =>
      `You used ${en.name(noun)} until ${year.value}. Name two things that are done differently today, one thing that is as it was, and where you would check.`,
    ({ noun, year }) =>
      `It is some years since ${year.value}, where your document last has ${en.name(noun)}. Which of your habits would be out of date, which would not, and what would you read first?`,
  ],
  fr: [
    ({ noun, year }) =>
      `Votre document situe ${fr.le(noun)} en ${year.value} pour la dernière fois. Qu’est-ce qui a changé depuis, que vaut encore ce que vous savez, et comment vous remettriez-vous à jour avant le premier jour ?`,
    ({ noun, year }) =>
      `Vous avez utilisé ${fr.le(noun)} jusqu’en ${year.value}. Citez deux choses qui se font autrement aujourd’hui, une qui n’a pas bougé, et où vous vérifieriez.`,
    ({ noun, year }) =>
      `Bien du temps a passé depuis ${year.value}, dernière mention ${fr.de(noun)} dans votre document. Lesquels de vos réflexes seraient périmés, lesquels non, et que liriez-vous d’abord ?`,
  ],
  why: {
    en: ({ noun, year }) => `The last dated use of ${en.name(noun)} in your documents ended in ${year.value}, more than three years ago.`,
    fr: ({ noun, year }) =>
      `Le dernier usage daté ${fr.de(noun)} dans vos documents s’est terminé en ${year.value}, il y a plus de trois ans.`,
  },
  points: [
    point(
      'changed',
      true,
      {
        text: 'Two concrete changes: defaults, removed features, new ways of running it',
        line: 'Two changes stand out: a default that was deprecated, and a new way of deployment.',
        aliases: ['deprecat*', 'default*', 'new major', 'removed', 'replaced by'],
      },
      {
        text: 'Deux changements concrets : valeurs par défaut, fonctions retirées, nouveaux modes d’exploitation',
        line: 'Deux changements ressortent : une valeur par défaut abandonnée, et un nouveau mode de déploiement.',
        aliases: ['par défaut', 'abandonn*', 'nouvelle version', 'retiré*', 'déploiement'],
      },
    ),
    point(
      'holds',
      true,
      {
        text: 'What is as true as before: the model, the failure modes',
        line: 'The underlying model still holds, and so do its failure modes.',
        aliases: ['still holds', 'failure modes', 'fundamental*', 'unchanged'],
      },
      {
        text: 'Ce qui reste vrai : le modèle, les pannes',
        line: 'Le modèle de fond tient toujours, et ses modes de panne aussi.',
        aliases: ['tient toujours', 'modes de panne', 'fondament*', 'inchang*'],
      },
    ),
    point(
      'refresh',
      false,
      {
        text: 'A quick way back: release notes and a lab upgrade',
        line: 'Release notes and one upgrade in a lab bring it back quickly.',
        aliases: ['release notes', 'changelog', 'lab', 'upgrade'],
      },
      {
        text: 'Un chemin court : notes de version et mise à niveau sur maquette',
        line: 'Les notes de version et une mise à niveau sur maquette y ramènent vite.',
        aliases: ['notes de version', 'maquette', 'mise à niveau'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:changed',
      prompt: {
        en: 'If you cannot name a change: how would you find the three that matter in an hour?',
        fr: 'Sans changement à citer : comment trouver en une heure les trois qui comptent ?',
      },
    },
    {
      when: 'always',
      prompt: { en: 'Would you choose it again today, and for what?', fr: 'Le choisiriez-vous encore aujourd’hui, et pour quoi ?' },
    },
  ],
  mistake: {
    en: 'Answering as if the last version used were the current one.',
    fr: 'Répondre comme si la dernière version utilisée était l’actuelle.',
  },
});

interface PairSlots {
  readonly a: Noun;
  readonly b: Noun;
  readonly [slot: string]: Noun;
}

const twoTools = defineFamily<PairSlots>({
  id: 'two-tools',
  kind: 'compare',
  level: 3,
  timeLimitSec: 240,
  most: 10,
  firings: ({ pairs, choices }) =>
    pairs
      .filter(
        ({ a, b }) =>
          !choices.some(
            ({ chosen, other, reason }) =>
              reason !== null && [chosen.skillId, other.skillId].every((id) => id === a.noun.skillId || id === b.noun.skillId),
          ),
      )
      .map(({ a, b, competencyId }) => ({
        atom: [a.noun.skillId, b.noun.skillId].sort().join('-or-'),
        skillIds: [a.noun.skillId, b.noun.skillId],
        ...(competencyId === null ? {} : { competencyId }),
        stance: [a.stance, b.stance].find((one) => one !== 'own') ?? 'own',
        sources: [...a.sources.slice(0, 1), ...b.sources.slice(0, 1)],
        slots: { a: a.noun, b: b.noun },
        strength: a.statements.length + b.statements.length,
      })),
  en: [
    ({ a, b }) =>
      `Your document has both ${en.name(a)} and ${en.name(b)}. For which case do you take the one, for which the other, and what would make you run only one of them?`,
    ({ a, b }) =>
      `${en.Name(a)} or ${en.name(b)}: give one situation in which the first is plainly better, one in which the second is, and the question you would ask to decide.`,
    ({ a, b }) =>
      `A team wants either ${en.name(a)} or ${en.name(b)} and has met neither; your document has both. What do you ask them, and which answer leads to which?`,
  ],
  fr: [
    ({ a, b }) =>
      `Votre document cite à la fois ${fr.le(a)} et ${fr.le(b)}. Dans quel cas prenez-vous l’un, dans quel cas l’autre, et qu’est-ce qui vous ferait n’en garder qu’un ?`,
    ({ a, b }) =>
      `${fr.Le(a)} ou ${fr.le(b)} : donnez une situation où le premier est nettement meilleur, une où c’est le second, et la question que vous poseriez pour trancher.`,
    ({ a, b }) =>
      `Une équipe veut ${fr.le(a)} ou ${fr.le(b)} et ne connaît ni l’un ni l’autre ; votre document cite les deux. Que lui demandez-vous, et quelle réponse mène à quoi ?`,
  ],
  why: {
    en: ({ a, b }) => `${en.Name(a)} and ${en.name(b)} do much the same work, and both stand in your documents.`,
    fr: ({ a, b }) => `${fr.Le(a)} et ${fr.le(b)} font à peu près le même travail, et vos documents citent les deux.`,
  },
  points: [
    point(
      'case-a',
      true,
      {
        text: 'A concrete case for each, with the property that decides',
        line: 'Each has one concrete use case, and one property decides: latency, cost, licence or operational effort.',
        aliases: ['use case', 'latency', 'licen*', 'operational effort', 'cost'],
      },
      {
        text: 'Un cas concret pour chacun, et la propriété qui tranche',
        line: 'Chacun a un cas d’usage concret, et une seule propriété fait pencher la balance, le plus souvent la latence ou le coût.',
        aliases: ['cas d’usage', 'latence', 'licence', 'coût', 'effort d’exploitation'],
      },
    ),
    point(
      'question',
      true,
      {
        text: 'The question that separates them: volume, skills at hand, what already runs',
        line: 'The separating question is about volume, skills at hand and the ecosystem that already runs.',
        aliases: ['volume', 'skills at hand', 'ecosystem', 'already runs', 'requirement*'],
      },
      {
        text: 'La question qui les sépare : volume, compétences présentes, existant',
        line: 'La question qui les sépare porte sur le volume attendu, et sur ce que l’équipe exploite déjà comme écosystème.',
        aliases: ['volume', 'compétences', 'écosystème', 'existant', 'besoin*'],
      },
    ),
    point(
      'cost-of-both',
      false,
      {
        text: 'What running both costs',
        line: 'Keeping two doubles upgrades, alerts and training.',
        aliases: ['doubl*', 'upgrade*', 'training', 'consolidat*'],
      },
      {
        text: 'Ce que coûte d’exploiter les deux',
        line: 'Garder deux produits double le travail des mises à niveau et demande deux fois la formation.',
        aliases: ['double', 'mises à niveau', 'formation', 'consolid*'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:case-a',
      prompt: {
        en: 'Give me the case in which your favourite is the wrong choice.',
        fr: 'Donnez le cas où votre préféré est le mauvais choix.',
      },
    },
    {
      when: 'always',
      prompt: { en: 'How would you move from the one to the other without a stop?', fr: 'Comment passer de l’un à l’autre sans arrêt ?' },
    },
  ],
  mistake: { en: 'Listing features instead of cases.', fr: 'Énumérer des fonctions au lieu de cas.' },
});

export const learningFamilies = [gapLadder, gapFirstWeek, transfer, ratingProbe, stale, twoTools];

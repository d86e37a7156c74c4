import type { Question } from '../../../core/content/question.ts';

/** The day of these tests. */
export const TODAY = '2026-11-21';

/** A good question: the fixtures of the gate are this one with one thing wrong. */
export const GOOD: Question = {
  id: 'pve.clusters.cut-in-two',
  version: 1,
  kind: 'explain',
  level: 3,
  timeLimitSec: 240,
  competencies: [{ id: 'pve.clusters', weight: 1 }],
  prompt: {
    en: 'A cluster of five nodes runs guests with automatic restart. Two of them lose their line to the other three at night. Say what either side does, and what keeps a guest from running twice.',
  },
  modelAnswer: {
    en: 'The three nodes that still see each other hold a majority of the votes, so they keep quorum and go on. The two others have none: they stop changing anything, and their watchdog resets them after about a minute. Only after this fencing has run its time does the larger side start the guests again, so no disk is written from two places. The witness in a third room would matter with an even number of nodes, where neither half could win by itself.',
  },
  keyPoints: [
    {
      id: 'quorum',
      weight: 1,
      essential: true,
      text: { en: 'The larger side keeps quorum' },
      aliases: { en: ['quorum', 'majority of the votes', 'majority'] },
    },
    {
      id: 'fencing',
      weight: 1,
      essential: true,
      text: { en: 'The smaller side fences itself before anything restarts' },
      aliases: { en: ['fencing', 'watchdog', 'self-fence*'] },
    },
    {
      id: 'witness',
      weight: 0.5,
      essential: false,
      text: { en: 'An even number needs a witness' },
      aliases: { en: ['witness', 'third room', 'qdevice'] },
    },
  ],
  followUps: [
    { when: 'missing:fencing', level: 3, prompt: { en: 'Who makes sure that the two are really silent?' } },
    { when: 'always', level: 4, prompt: { en: 'And with four nodes?' } },
  ],
  commonMistakes: [{ en: 'Restarting at once' }],
  sources: [{ title: 'Proxmox VE Administration Guide', ref: 'High Availability, Fencing', checkedOn: '2026-11-20' }],
  secondReading: { on: '2026-11-21', changed: null },
};

export const CHOICE: Question = {
  ...GOOD,
  id: 'pve.clusters.which-half',
  kind: 'choice',
  level: 2,
  timeLimitSec: 90,
  prompt: {
    en: 'An installation with a single vote per machine is halved by a broken switch: three here, two there. Pick what the pair does next, and give the reason in one sentence.',
  },
  options: [
    {
      id: 'wait',
      correct: false,
      text: { en: 'It waits until an operator comes' },
      misconception: { en: 'Nothing acts without a person' },
    },
    { id: 'reset', correct: true, text: { en: 'It resets itself by its watchdog' } },
    {
      id: 'start',
      correct: false,
      text: { en: 'It starts the guests of the rest' },
      misconception: { en: 'Each half believes the other dead' },
    },
  ],
};

export const ESTIMATE: Question = {
  ...GOOD,
  id: 'rel.capacity.racks-and-servers',
  kind: 'estimate',
  timeLimitSec: 300,
  competencies: [{ id: 'rel.capacity', weight: 1 }],
  variables: [
    { id: 'racks', values: [6, 5, 4] },
    { id: 'servers', values: [20, 30] },
  ],
  prompt: {
    en: 'A hall has {racks} racks with {servers} servers each. Work out how many machines there are, and say what you would hold back.',
  },
  modelAnswer: {
    en: 'With {servers} servers in each there are {all} machines in the hall. I would hold back a spare rack, because a rack is what fails as a whole, and I would prove by a drill each quarter that the rest bears the load at its peak.',
  },
  keyPoints: [
    {
      id: 'spare',
      weight: 1,
      essential: true,
      text: { en: 'A whole rack is held back' },
      aliases: { en: ['spare rack', 'fails as a whole', 'one rack less'] },
    },
    { id: 'drill', weight: 1, essential: true, text: { en: 'A drill proves it' }, aliases: { en: ['drill', 'prove by', 'at its peak'] } },
  ],
  parts: [
    {
      id: 'all',
      ask: { en: 'Machines in the hall' },
      unit: 'machines',
      value: 120,
      formula: 'racks*servers',
      tolerance: { full: 0.02, partial: 0.1 },
      slips: [{ value: 26, formula: 'racks+servers', says: { en: 'Added, not multiplied' } }],
    },
  ],
  followUps: [
    { when: 'missing:spare', level: 3, prompt: { en: 'What fails together?' } },
    { when: 'always', level: 4, prompt: { en: 'And with two halls?' } },
  ],
};

export const FRENCH: Question = {
  ...GOOD,
  prompt: {
    en: GOOD.prompt.en,
    fr: 'Un cluster de cinq nœuds redémarre ses machines tout seul. Deux d’entre eux perdent leur ligne vers les autres. Que fait chaque côté\u00a0?',
  },
  modelAnswer: {
    en: GOOD.modelAnswer.en,
    fr: 'Les trois nœuds qui se voient encore ont la majorité des votes, donc ils gardent le quorum et continuent. Les deux autres ne changent plus rien, et leur watchdog les redémarre au bout d’une minute environ. C’est seulement après cet isolement que le côté le plus grand relance les machines, si bien qu’aucun disque n’est écrit deux fois. Un témoin dans une troisième salle compterait avec un nombre pair de nœuds.',
  },
  keyPoints: [
    {
      id: 'quorum',
      weight: 1,
      essential: true,
      text: { en: 'The larger side keeps quorum', fr: 'Le côté majoritaire garde le quorum' },
      aliases: { en: ['quorum', 'majority of the votes', 'majority'], fr: ['quorum', 'majorité des votes', 'majorité'] },
    },
    {
      id: 'fencing',
      weight: 1,
      essential: true,
      text: { en: 'The smaller side fences itself before anything restarts', fr: 'Le petit côté s’isole avant toute relance' },
      aliases: { en: ['fencing', 'watchdog', 'self-fence*'], fr: ['watchdog', 'isolement', 'fencing'] },
    },
    {
      id: 'witness',
      weight: 0.5,
      essential: false,
      text: { en: 'An even number needs a witness', fr: 'Un nombre pair veut un témoin' },
      aliases: { en: ['witness', 'third room', 'qdevice'], fr: ['témoin', 'troisième salle', 'qdevice'] },
    },
  ],
  followUps: [
    {
      when: 'missing:fencing',
      level: 3,
      prompt: { en: 'Who makes sure that the two are really silent?', fr: 'Qui s’assure que les deux se taisent\u00a0?' },
    },
    { when: 'always', level: 4, prompt: { en: 'And with four nodes?', fr: 'Et avec quatre nœuds\u00a0?' } },
  ],
  commonMistakes: [{ en: 'Restarting at once', fr: 'Relancer tout de suite' }],
};

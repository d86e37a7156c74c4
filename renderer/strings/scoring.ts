import { plural } from './plural.ts';

/** The words around checking an answer: the own estimate, wordings, stories. */
export const scoringStrings = {
  estimate: {
    question: 'How much of it have you got?',
    steps: ['None of it', 'A little', 'About half', 'Most', 'All of it'],
    hint: 'Keys 1–5, while typing with Alt. You can reveal without it.',
    /** Before and after, side by side. */
    beside: (said: string, got: string) => `You said: ${said.toLowerCase()}. Ticked: ${got}.`,
    share: (ticked: number, points: number) => `${ticked} of ${plural(points, 'point')}`,
    exact: (percent: number) => `${percent} %`,
    inLine: 'You know well how well you know this.',
    more: 'There was more in it than you gave yourself credit for.',
    less: 'A little less than it felt like. Good to find that out here.',
  },
  doubts: {
    short: 'Under twelve words, so no word was counted. Tick what you said.',
    list: 'These are terms in a row and no sentences, so none was counted: naming a thing does not say what is so of it.',
    dense: 'Hardly a word stands between the key words, so none of them counts by itself.',
    denials: 'Most of this says what is not so or not needed, so no point was counted for certain.',
  },
  wording: {
    own: 'your wording',
    offer: 'Count this sentence as this point from now on?',
    field: (point: string) => `Your wording for: ${point}`,
    learn: 'Count it from now on',
    key: 'W',
    learnt: 'Learnt. It counts as this point from now on.',
    removed: 'Removed. It does not count any more.',
    title: 'Your wordings',
    text: 'Sentences of your answers that you ticked as a key point. They count as it whenever you say about the same again.',
    none: 'None yet. When you tick a point the app did not detect, it offers your sentence.',
    remove: (text: string) => `Remove “${text}”`,
    columns: { point: 'Key point', wording: 'Your wording' },
    json: 'Save as JSON',
    yaml: 'Save as YAML',
  },
  settings: {
    title: 'Answers',
    askEstimate: 'Ask how much of it I have before the reveal',
    askEstimateText: 'Guessing first shows over time where you are surer than you should be, and where less sure.',
  },
  story: {
    title: 'How it is told',
    text: 'A story is not scored by its words. These are signs of its build; whether it is good, you judge.',
    elements: {
      situation: 'What the situation was',
      action: 'What you did yourself',
      number: 'A number',
      baseline: 'What the number was before',
      result: 'What came of it',
      different: 'What you would do differently',
    },
    unseen: 'no sign of it',
    part: (own: number, team: number) =>
      own + team === 0
        ? 'Nobody is named as acting, neither you nor a team.'
        : `“I” ${plural(own, 'time')}, “we” ${plural(team, 'time')}.${team > own ? ' An interviewer will ask what your own part was.' : team === 0 ? ' Say who else was there, if anybody was.' : ''}`,
    length: {
      short: (words: number) => `${words} words: under a minute told. There is room.`,
      fitting: (words: number) => `${words} words: one to three minutes told.`,
      long: (words: number) => `${words} words: over three minutes told. Leave something for their questions.`,
    },
    notes: 'Look again at',
    notesText:
      'Sentences that touch what your documents limit, give to a team, or say you lack. They may well be true; say them so that your lead would sign them.',
    noNotes: 'Nothing in it touches a limit, a team’s work or a lack in your documents.',
    kinds: { caveat: 'A limit you named', team: 'Told as the team’s', lack: 'Said to be lacking' },
  },
} as const;

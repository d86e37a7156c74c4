import type { SelfJudgement } from '../../core/practice/calibration.ts';
import { MOST_ANSWERS } from '../../core/practice/readiness.ts';
import type { StatisticsRange } from '../../core/practice/statistics-range.ts';
import { plural } from './plural.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const days = (count: number): string => plural(count, 'day');

/** The words of the Progress screen. Days off, low shares and long times are told as they are, without blame. */
export const progressStrings = {
  title: 'Progress',
  none: 'No answers yet',
  noneText: 'After your first drill this screen shows what your answers say about your level, and what comes due when.',
  start: 'Start a drill',
  range: 'How far back',
  ranges: { '30': '30 days', '90': '90 days', year: 'Year', all: 'All' } satisfies Record<StatisticsRange, string>,
  noneInRange: 'No answers in this time',
  noneInRangeText: (answers: number) =>
    `Your ${plural(answers, 'answer')} are older than that. Nothing is lost: what they said still counts, and what is due has waited for you.`,
  showAll: 'Show all',
  answers: 'Answers',
  minutes: 'Minutes',
  dayCount: 'Days practised',
  percent,
  rhythm: {
    title: 'Your rhythm',
    last: (practised: number, of: number) => `${practised} of the last ${of} days`,
    run: 'Run now',
    longest: 'Longest run',
    days,
    freeDay: 'Days with at least one answer. A run goes on over one free day in seven, and a run that ended takes nothing away.',
    today: (run: number) => (run < 2 ? 'Practised today: that is a start.' : `Practised today. ${days(run)} in this run.`),
    open: (run: number) => `${days(run)} in this run. It goes on if you practise today.`,
    pause: 'A pause is no loss: what is due has waited, and five minutes are enough to begin a new run.',
  },
  heat: {
    title: 'Days',
    question: 'When did you practise in the last year?',
    legend: 'The fuller the colour, the more answers:',
    steps: ['none', '1–4', '5–9', '10–19', '20 and more'],
    weekdays: ['Mon', 'Wed', 'Fri'],
    summary: (practised: number, answers: number) => `${days(practised)} practised in the last year, ${plural(answers, 'answer')}`,
    day: (day: string, answers: number, minutes: number) =>
      answers === 0 ? `${day}: a free day` : `${day}: ${plural(answers, 'answer')}, ${minutes} min`,
    columns: ['Day', 'Answers', 'Minutes'],
  },
  forecast: {
    title: 'Due in the next 30 days',
    question: 'How much comes back, and does it fit your days?',
    legend: (overdue: number, limit: number) =>
      `${overdue === 0 ? 'Nothing waits from before today' : `${plural(overdue, 'question')} from before today ${overdue === 1 ? 'waits' : 'wait'}, in brass`}. Line: your limit of ${limit} a day; what is above it is asked on a later day.`,
    overdue: 'before',
    overdueLong: 'Overdue',
    today: 'today',
    due: 'Due',
    limit: (limit: number) => `limit ${limit}`,
    columns: ['Day', 'Due', 'Limit'],
    nothing: 'Nothing comes back yet: answer a question, and its next time stands here.',
    summary: (overdue: number, due: number) => `${overdue} overdue, ${due} due in the next 30 days`,
  },
  retention: {
    title: 'True retention',
    question: 'Of what came back, how much was still there?',
    notEnough: (repetitions: number) =>
      `Not enough yet: ${repetitions} of 20 repetitions. A repetition counts when its question had been learnt before and came back after a day or more.`,
    verdict: (share: number, low: number, high: number, desired: number) => {
      const found = `${percent(share)} known (between ${percent(low)} and ${percent(high)}), ${percent(desired)} aimed at`;
      if (desired < low) return `${found}: more stays than planned, so the intervals could be longer.`;
      return desired > high ? `${found}: less stays than planned; the schedule learns from that.` : `${found}: as planned.`;
    },
    legend:
      'Share not graded “again”, with its 95 % interval. Young (solid): put off by less than 21 days; mature (dashed): longer. In brass: what you aim for. Cramming is left out.',
    young: 'Young',
    mature: 'Mature',
    all: 'All',
    desired: 'aim',
    enough: 'not enough yet',
    columns: ['From', 'Cards', 'Repetitions', 'Known', 'Share', 'Low', 'High', 'Aimed at'],
    periodsShort: 'Too few repetitions in each week or month to draw a line; the table has them.',
  },
  times: {
    title: 'Time per answer',
    question: 'How long do you take, by kind of question, and how long is allowed?',
    legend: (answers: number, isCut: boolean) =>
      `${isCut ? `Your newest ${answers} answers` : plural(answers, 'answer')}, in minutes. Dot: median; bar: the middle half; diamond: what the questions allow; on the right: in time. Kinds with fewer than 5 answers stand in the table only.`,
    row: (kind: string, median: number, lower: number, upper: number, limit: number, inTime: number) =>
      `${kind}: median ${median} min, middle half ${lower} to ${upper}, allowed ${limit}, ${percent(inTime)} in time`,
    none: 'Not enough yet: five answers to one kind of question are needed.',
    inTime: (share: number) => percent(share),
    few: 'not enough',
    columns: ['Kind', 'Answers', 'Lower quartile, s', 'Median, s', 'Upper quartile, s', 'Allowed, s', 'In time'],
  },
  level: {
    title: 'Level over time',
    question: 'How did what your answers say move, and how sure is it?',
    choose: 'Competency',
    legend: 'Line: mean; band: 95 %. Only first answers count, and those after 30 days unseen. Idle weeks widen the band.',
    notEnough: (answers: number) => `Not enough evidence yet: ${answers} of 10 counted answers. Take the line as a hint.`,
    noneText: 'No counted answer yet. The first answer to a question counts.',
    reached: (target: number) => `Level ${target} is reached: the lower end of the band is above ${target - 0.5}.`,
    short: (target: number) => `The role asks for level ${target}. It is reached when the lower end of the band is above ${target - 0.5}.`,
    noTarget: 'The role you chose does not ask for this.',
    required: 'required',
    mean: 'Mean',
    band: '95 % band',
    columns: ['Day', 'Mean', 'Low', 'High', 'Counted answers'],
    practise: 'Practise this',
  },
  observed: {
    title: 'What your answers say',
    question: 'And how does it hang against your own rating?',
    legend:
      'Dot: observed; bar: 95 % band; diamond: your own rating; brass mark: required. Dashed: not enough evidence yet (10 counted answers). Press a row to see it over time.',
    shown: (shown: number, all: number) => `The ${shown} with most answers of ${all}; the table has all.`,
    none: 'No answer counts yet. Answer a few questions you have not seen before.',
    check: { over: 'above', under: 'below', 'in-line': 'in line', unknown: 'open' } satisfies Record<SelfJudgement, string>,
    words: (name: string, check: SelfJudgement, answers: number) =>
      `${name}: ${
        {
          over: 'you rate yourself above what your answers show so far',
          under: 'your answers show more than you give yourself',
          'in-line': 'your rating is in line with your answers',
          unknown: answers < 10 ? `not enough evidence yet, ${answers} of 10 counted answers` : 'not rated by you yet',
        }[check]
      }`,
    summary: (counts: Readonly<Record<SelfJudgement, number>>) =>
      `Your own rating is in line for ${counts['in-line']}, above for ${counts.over}, below for ${counts.under}, open for ${counts.unknown}.`,
    columns: ['Competency', 'Observed', 'Low', 'High', 'Counted answers', 'You said', 'Required', 'Your rating is'],
  },
  calibration: {
    title: 'Did you know that you knew?',
    question: 'Your estimate before the reveal, against the result',
    none: 'No estimates yet. Before you reveal an answer, say how much of it you think is right; after ten answers this shows how well you judge yourself.',
    bins: 'Too few answers in each group to draw a dot yet (10 in one); the table has them.',
    legend: 'Dot: answers with a like estimate, at least 10. On the line, estimate and result agree.',
    bias: (points: number, answers: number) => {
      const found = `Over ${plural(answers, 'answer')}`;
      if (Math.abs(points) < 3) return `${found} you judge yourself about right.`;
      return points > 0
        ? `${found} you tend to expect ${points} points more than the result.`
        : `${found} you tend to expect ${-points} points less than the result: you know more than you think.`;
    },
    brier: (score: string) => `Brier score ${score} (0 is perfect; always saying one half is at most 0.25).`,
    few: (answers: number) => `Not enough yet: ${answers} of 10 answers with an estimate.`,
    estimate: 'Estimate',
    result: 'Result',
    point: (estimate: number, result: number, answers: number) =>
      `expected ${percent(estimate)}, result ${percent(result)}, ${plural(answers, 'answer')}`,
    columns: ['Estimate', 'Mean estimate', 'Mean result', 'Answers'],
  },
  hardest: {
    title: 'What gives you most trouble',
    question: 'Which questions are worth another look?',
    by: 'Order of the questions',
    orders: { lowest: 'Least found', forgotten: 'Most forgotten' },
    lowest: (share: number, answers: number) => `${percent(share)} of the points, ${plural(answers, 'answer')}`,
    forgotten: (lapses: number) => (lapses === 1 ? 'forgotten once' : `forgotten ${lapses} times`),
    noneLowest: 'No question under 70 % of its points in this time.',
    noneForgotten: 'Nothing that was known has been forgotten.',
    practise: 'Practise',
    practiseLabel: (prompt: string) => `Practise: ${prompt}`,
    columns: {
      question: 'Question',
      competency: 'Competency',
      kind: 'Kind',
      level: 'Level',
      share: 'Share',
      answers: 'Answers',
      lapses: 'Forgotten',
    },
  },
  readiness: {
    title: 'Minutes to readiness',
    question: 'How long until your answers show what the role asks for?',
    noRole: 'Choose a role, and this says how long it takes to show its levels.',
    chooseRole: 'Choose a role',
    unknown: (answers: number) =>
      `Unknown so far: it needs the time of five counted answers, and there ${answers === 1 ? 'is one' : `are ${answers}`}. Answer a few questions you have not seen before.`,
    ready: 'Nothing left to show: every must is reached, as far as its questions tell.',
    total: (low: string, high: string, musts: number) => `Between ${low} and ${high} for the ${plural(musts, 'must')} not shown yet.`,
    assumption: (minutes: string) =>
      `Reckoned with your own ${minutes} per counted answer and made-up runs through the model. The short end assumes that from now on you answer half a level above what is required, the long end that you answer just at it. So it is the time to show a level, not to learn it; what is to be learnt stands in the plan.`,
    capped: (count: number) =>
      `For ${plural(count, 'competency', 'competencies')} the long end would be more than ${MOST_ANSWERS} answers and counts as ${MOST_ANSWERS}.`,
    legend: 'Bar, in minutes: from answering half a level above what is required to answering just at it. The longest first.',
    row: (name: string, low: string, high: string, answers: string) => `${name}: ${low} to ${high}, ${answers} answers`,
    note: (low: number, high: number) => (low === high ? `${low} min` : `${low}–${high} min`),
    columns: [
      'Competency',
      'Required',
      'Counted answers so far',
      'Answers to go, low',
      'Answers to go, high',
      'Minutes, low',
      'Minutes, high',
    ],
    plan: 'Open the plan',
    shown: (shown: number, all: number) => `The ${shown} longest of ${all}; the table has all.`,
  },
  sessions: {
    title: 'Sessions',
    row: (answered: number, questions: number) => `${answered} of ${questions} answered`,
  },
};

/** A time in the words a person would use: minutes up to an hour and a half, then hours. */
export function minutesWords(minutes: number): string {
  const hours = minutes / 60;
  return minutes < 90 ? `${Math.round(minutes)} min` : `${hours < 10 ? Math.round(hours * 2) / 2 : Math.round(hours)} h`;
}

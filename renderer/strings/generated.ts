import { plural } from './plural.ts';

const families: Readonly<Record<string, string>> = {
  'scale-break-down': 'A rate, broken down',
  'scale-lose-one': 'A third of a fleet gone',
  'number-source': 'Where a number comes from',
  'own-part': 'My part and the team’s',
  'incident-counterfactual': 'The earliest sign of an incident',
  'incident-replay': 'An incident, when the repair fails',
  'defend-choice': 'The best case against a choice',
  'choice-at-10x': 'A choice at ten times the size',
  'migration-point-of-no-return': 'A migration’s point of no return',
  'migration-stuck-half': 'A migration stuck halfway',
  'kill-a-part': 'A part that dies silently',
  'hand-over': 'Handing it over',
  'line-in-depth': 'One line, in depth',
  hindsight: 'Looking back',
  'build-again': 'Building it again',
  'gap-ladder': 'A gap, explained',
  'gap-first-week': 'A gap, its first week',
  transfer: 'What carries over',
  'rating-probe': 'A high level, shown',
  contradiction: 'Two places that disagree',
  stale: 'Knowledge of some years ago',
  'retraction-rehearsal': 'Said so that your lead would sign',
  'missing-result': 'A result that is missing',
  'two-tools': 'Two tools for one job',
};

/** The words of questions made from the person's own documents. */
export const generated = {
  title: 'From your experience',
  skeleton: 'Skeleton',
  skeletonHint: 'Bones only: what a strong answer holds, and what your own documents say. The rest is yours.',
  stances: {
    own: null,
    team: 'Told as the team’s work: keep your part apart.',
    limited: 'Your documents set a limit here: keep within it.',
  },
  evidence: 'Where it comes from',
  noEvidence: 'From a level or a gap you entered here, not from a document.',
  thumbsDown: 'This question is no good',
  thumbsDownTitle: 'What is wrong with this question?',
  retired: 'Kept. Reported twice, this question is not asked any more.',
  heading: (count: number) => `From your experience: ${plural(count, 'question')}`,
  none: 'Nothing yet: import a document about your work, and questions are made from it.',
  about:
    'Made from your documents, gaps and levels, and kept up to date with them. They are asked of you alone; what was answered stays when a document goes.',
  family: 'Sort',
  count: 'Questions',
  familyName: (id: string) => families[id] ?? id,
  anew: 'Make them anew',
  done: (added: number, changed: number, retired: number) =>
    added + changed + retired === 0 ? 'All of them are up to date.' : `${added} new, ${changed} reworded, ${retired} retired.`,
};

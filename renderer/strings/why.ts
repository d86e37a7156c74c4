import type { Outputs } from '../api/client.ts';
import { plural } from './plural.ts';

type Why = NonNullable<Outputs['drill']['why']>;

const DAY = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' });
const percent = (share: number): string => `${Math.round(share * 100)} %`;

const inDays = (days: number): string => (days === 0 ? 'today' : `in ${plural(days, 'day')}`);

/** Why a question is asked, in one sentence. */
export function whySentence({ why, competency, due, forgotten, interview }: Why): string {
  const chance = forgotten === null ? 'It was never answered.' : `The chance that it is forgotten is about ${percent(forgotten)}.`;
  switch (why) {
    case 'gap':
      return competency === null ? 'New, and nothing you have answered yet.' : gapSentence(competency);
    case 'due':
      if (due === null) return 'Due for repetition.';
      return due.daysAgo === 0 ? `Due today. ${chance}` : `Due since ${DAY.format(due.atMs)}, ${plural(due.daysAgo, 'day')} ago. ${chance}`;
    case 'last':
      return `Once more before the interview${interview === null ? '' : ` ${inDays(interview.days)}`}: it belongs to a must. ${chance}`;
    case 'chosen':
      return due === null ? 'You chose it.' : `You chose it. ${chance}`;
    case 'cram':
      return `Cramming, what you know worst first. ${chance}`;
  }
}

function gapSentence({ name, level, required, gap }: NonNullable<Why['competency']>): string {
  if (level === null) return `New: nobody knows your level in ${name} yet, and the role requires ${required}.`;
  if (gap <= 0) return `New: in ${name} you are about where the role wants you (level ${required}), and this puts it to the test.`;
  return `New, from a gap: in ${name} you are at about ${level.toFixed(1)}, the role requires ${required}, so ${gap.toFixed(1)} are missing.`;
}

import type { Statement } from '../facts.ts';
import type { ClaimStance, Source, Title } from '../types.ts';
import { isInside } from './limits.ts';
import { listUnder, quoteAt, tellingOf } from './quotes.ts';
import { type Line, lastHeading, type Reading, slug } from './reading.ts';
import { titleOf } from './work.ts';

/** Something a document says was done, in words that can be quoted. */
export interface DeedAtom {
  readonly atom: string;
  readonly told: Title;
  readonly skillIds: readonly string[];
  /** Something stands afterwards that could be made again. */
  readonly isMade: boolean;
  /** A caveat covers it, or takes back a figure in it. */
  readonly isTakenBack: boolean;
  readonly stance: ClaimStance;
  readonly sources: readonly Source[];
  readonly strength: number;
}

const POSITIVE: ReadonlySet<string> = new Set(['built', 'led', 'operated', 'used']);
const MAKING =
  /(?<!\p{L})(?:installed|deployed|designed|created|built|set up|setting up|wrote|writing|automated|implemented|introduced|developed|mise? en place|création|conception|conçu|développement|déploiement|automatisation|from scratch)(?!\p{L})/iu;
const MOVE = /migrat|upgrade|replac|passage|déménage/i;
const FEWEST_TELLING = 1.25;
const FEWEST_MADE = 0.75;
/** A line that names more is an inventory. */
const MOST_NAMES = 7;
/** What a list adds to the heading it stands under. */
const LISTED = 0.5;
const TECHNICAL = ['service', 'platform', 'tool', 'standard', 'technique'] as const;

/** Quotable lines about work with something, the most telling first; one atom for each wording. */
export function deedAtoms(reading: Reading): DeedAtom[] {
  const atoms = new Map<string, DeedAtom>();
  for (const line of reading.lines) {
    const deed = deedOf(reading, line);
    if (deed !== null && !atoms.has(deed.atom)) atoms.set(deed.atom, deed);
  }
  const labels = new Set<string>();
  return [...atoms.values()]
    .sort((a, b) => b.strength - a.strength || (a.atom < b.atom ? -1 : 1))
    .filter(({ told }) => {
      const label = labelOf(told);
      return label === null || (!labels.has(label) && labels.add(label));
    });
}

const LABEL_WORDS = 3;

/** The heading or label before a colon; null where it is one or two words, as in "Scale: …", or none. */
export function labelOf({ text }: Title): string | null {
  const at = text.indexOf(': ');
  const label = at < 0 ? '' : text.slice(0, at);
  return label.split(' ').length < LABEL_WORDS ? null : label;
}

function deedOf(reading: Reading, line: Line): DeedAtom | null {
  const { source, statements } = line;
  const done = statements.filter(({ stance }) => POSITIVE.has(stance));
  const [first] = done;
  const isWork = done.some(({ stance }) => stance !== 'led') && statements.length <= MOST_NAMES;
  if (first === undefined || !isWork || done.length < statements.length) return null;
  const quote = quoteOf(line, first);
  if (quote === null) return null;
  const { told, telling } = quote;
  const isMade = MAKING.test(told.text) && !MOVE.test(told.text);
  const skillIds = [...new Set(done.map(({ skillId }) => skillId))];
  if (telling < (isMade ? FEWEST_MADE : FEWEST_TELLING) || !skillIds.some((id) => isTechnical(reading, id))) return null;
  if (reading.facts.stories.some((story) => story.kind === 'incident' && isInside(source, story))) return null;
  const work = statements.some((one) => one.work === 'team') ? 'team' : null;
  const stance = reading.limits.stanceOf({ skillIds, source, work });
  return {
    atom: slug(told.text),
    told,
    skillIds,
    isMade,
    isTakenBack: reading.limits.isTakenBack(source),
    stance,
    sources: [source],
    strength: telling + (isMade ? 1 : 0),
  };
}

/** What a line says at a statement, and how telling it is; a mere list together with its heading, where that is no list's title. */
export function quoteOf({ source, section, statements }: Line, { mentionStart }: Statement): { told: Title; telling: number } | null {
  const names = namesIn(statements);
  const told = quoteAt(source.text, mentionStart - source.start);
  const telling = told === null || told.text === lastHeading(section) ? 0 : tellingOf(told, names);
  if (told !== null && telling > 0) return { told, telling };
  const isList = names.length > 1 && /[,+/]/.test(source.text) && told?.text !== lastHeading(section);
  const heading = isList ? titleOf(lastHeading(section)) : null;
  const listed = heading === null ? null : listUnder(heading, source.text);
  if (heading === null || listed === null) return null;
  return { told: listed, telling: tellingOf(heading, names) + LISTED };
}

function isTechnical(reading: Reading, id: string): boolean {
  return reading.facts.skills.get(id)?.category !== 'collaboration' && reading.isOf(id, TECHNICAL);
}

/** The names of a line's skills, as they are written there. */
function namesIn(statements: readonly Statement[]): string[] {
  return statements.map(({ text, start, mentionStart, mentionEnd }) => text.slice(mentionStart - start, mentionEnd - start));
}

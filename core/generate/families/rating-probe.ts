import { words } from '../atoms/quotes.ts';
import { asSource, type ToolAtom } from '../atoms/tools.ts';
import type { Statement } from '../facts.ts';
import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing, Noun, Title } from '../types.ts';

interface RatingSlots {
  readonly noun: Noun;
  /** The level in the document's own words. */
  readonly rated: Title;
  /** What the document adds beside the level. */
  readonly remark: Title | null;
  readonly [slot: string]: Noun | Title | null;
}

const HIGH = 4;
/** Nobody designs these, or handles their failures. */
const DATA_LANGUAGES: ReadonlySet<string> = new Set(['hcl', 'yaml', 'json', 'xml', 'html', 'css', 'markdown']);
const FEW = 2;
/** A time or a way of using is no level. */
const NO_LEVEL = /(?<!\p{L})(?:years?|ans|Jahren?|heavy|extensive|intensive?)(?!\p{L})/iu;
const MOST_LEVEL_WORDS = 3;
/** Leans on the rows around it. */
const LEANS = /(?<!\p{L})(?:everything|the rest|else|alles|der rest|le reste)(?!\p{L})/iu;
const MOST_REMARK_WORDS = 14;
const FEWEST_REMARK_WORDS = 2;

/** Levels a document gives in so many words, with little beside them that tells of building or running the thing. */
function highRatings({ ratings, tools }: Atoms): Firing<RatingSlots>[] {
  return ratings.flatMap(({ skillId, level, words: raw, noun }): Firing<RatingSlots>[] => {
    const tool: ToolAtom | undefined = tools.find((one) => one.noun.skillId === skillId);
    const rated = raw === null ? null : words(raw, MOST_LEVEL_WORDS);
    if (level < HIGH || tool === undefined || rated === null || tool.stance === 'limited' || DATA_LANGUAGES.has(skillId)) return [];
    const told = tool.statements.filter(({ stance }) => stance === 'built' || stance === 'led' || stance === 'operated').length;
    const source = tool.statements.find((one) => one.text.includes(rated.text) && isRowsOwn(one));
    if (told >= FEW || source === undefined) return [];
    const remark = remarkBeside(source, rated);
    if (NO_LEVEL.test(rated.text) || (remark === null && /^\d$/.test(rated.text))) return [];
    const strength = level + (remark === null ? 0 : 2);
    return [{ atom: skillId, skillIds: [skillId], stance: 'own', sources: [asSource(source)], slots: { noun, rated, remark }, strength }];
  });
}

/** The level of a row or an item is that of the name it begins with. */
function isRowsOwn({ text, start, mentionStart }: Statement): boolean {
  return /^[\s|*•–-]*$/.test(text.slice(0, mentionStart - start));
}

/** What a table's row says in a cell of its own, or an item in parentheses or after its level. */
function remarkBeside({ text, start, mentionStart, mentionEnd }: Statement, rated: Title): Title | null {
  const name = text.slice(mentionStart - start, mentionEnd - start);
  const parts = text.split(text.includes('|') ? '|' : /[()–—;]|\s-\s|,\s/);
  const others = parts.filter((part) => !part.includes(rated.text) && !part.includes(name) && !LEANS.test(part));
  return (
    others.map((part) => words(part, MOST_REMARK_WORDS)).find((one) => (one?.text.split(' ').length ?? 0) >= FEWEST_REMARK_WORDS) ?? null
  );
}

export const ratingProbe = defineFamily<RatingSlots>({
  id: 'rating-probe',
  kind: 'explain',
  level: 4,
  timeLimitSec: 240,
  most: 6,
  firings: highRatings,
  en: [
    (s) =>
      `Your document rates you ${en.about(s.rated)} in ${en.name(s.noun)}${en.beside(s.remark)}. Tell of one thing you designed or rescued with it, the failure it had to survive, and what you taught somebody about it.`,
    (s) =>
      `Your document rates you ${en.about(s.rated)} in ${en.name(s.noun)}${en.beside(s.remark)}. Tell of one thing you built with it and one failure you fixed: what did you decide, and how did each turn out?`,
    (s) =>
      `Your document rates you ${en.about(s.rated)} in ${en.name(s.noun)}${en.beside(s.remark)}. Convince a sceptic: the hardest fault you found, how you narrowed it down, and what you changed so that it did not come back.`,
  ],
  fr: [
    (s) =>
      `Votre document vous note ${fr.chose(s.rated)} pour ${fr.le(s.noun)}${fr.aCote(s.remark)}. Racontez une chose que vous avez conçue ou sauvée avec, la panne à laquelle elle devait résister, et ce que vous en avez appris à quelqu’un.`,
    (s) =>
      `Votre document vous note ${fr.chose(s.rated)} pour ${fr.le(s.noun)}${fr.aCote(s.remark)}. Racontez une chose que vous avez construite avec et une panne que vous avez réparée : qu’avez-vous décidé, et comment chacune s’est-elle terminée ?`,
    (s) =>
      `Votre document vous note ${fr.chose(s.rated)} pour ${fr.le(s.noun)}${fr.aCote(s.remark)}. Convainquez un sceptique : la panne la plus difficile que vous avez trouvée, comment vous l’avez cernée, et ce que vous avez changé pour qu’elle ne revienne pas.`,
  ],
  why: {
    en: () => 'Expect a rating that high to be tested.',
    fr: () => 'Une note aussi haute est mise à l’épreuve en entretien.',
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

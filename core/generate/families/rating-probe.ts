import { words } from '../atoms/quotes.ts';
import { asSource, type ToolAtom } from '../atoms/tools.ts';
import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { Firing, Noun, Title } from '../types.ts';

interface RatingSlots {
  readonly noun: Noun;
  /** The level in the document's own words. */
  readonly rated: Title;
  readonly [slot: string]: Noun | Title;
}

const HIGH = 4;
/** Nobody designs these, or handles their failures. */
const DATA_LANGUAGES: ReadonlySet<string> = new Set(['hcl', 'yaml', 'json', 'xml', 'html', 'css', 'markdown']);
const FEW = 2;
/** A time or a way of using is no level. */
const NO_LEVEL = /(?<!\p{L})(?:years?|ans|Jahren?|heavy|extensive|intensive?)(?!\p{L})/iu;
const MOST_LEVEL_WORDS = 3;

/** Levels a document gives in so many words, with little beside them that tells of building or running the thing. */
function highRatings({ ratings, tools }: Atoms): Firing<RatingSlots>[] {
  return ratings.flatMap(({ skillId, level, words: raw, noun }): Firing<RatingSlots>[] => {
    const tool: ToolAtom | undefined = tools.find((one) => one.noun.skillId === skillId);
    const rated = raw === null ? null : words(raw, MOST_LEVEL_WORDS);
    if (
      level < HIGH ||
      tool === undefined ||
      rated === null ||
      NO_LEVEL.test(rated.text) ||
      tool.stance === 'limited' ||
      DATA_LANGUAGES.has(skillId)
    )
      return [];
    const told = tool.statements.filter(({ stance }) => stance === 'built' || stance === 'led' || stance === 'operated').length;
    const source = tool.statements.find(({ text }) => text.includes(rated.text));
    if (told >= FEW || source === undefined) return [];
    return [{ atom: skillId, skillIds: [skillId], stance: 'own', sources: [asSource(source)], slots: { noun, rated }, strength: level }];
  });
}

export const ratingProbe = defineFamily<RatingSlots>({
  id: 'rating-probe',
  kind: 'explain',
  level: 4,
  timeLimitSec: 240,
  most: 8,
  firings: highRatings,
  en: [
    ({ noun, rated }) =>
      `Your document puts your level in ${en.name(noun)} at ${en.about(rated)}. Describe one thing you designed or rescued with it, the failure it had to survive, and what you taught somebody about it.`,
    ({ noun, rated }) =>
      `${en.about(rated)} is the level your document gives you in ${en.name(noun)}. Give one case in which you designed with it and one in which you put a failure right, with what you decided and how each turned out.`,
    ({ noun, rated }) =>
      `Your document puts you at ${en.about(rated)} in ${en.name(noun)}. Convince a sceptic: the hardest fault you found, how you narrowed it down, and what you changed so that it did not come back.`,
  ],
  fr: [
    ({ noun, rated }) =>
      `Votre document note votre niveau ${fr.chose(rated)} pour ${fr.le(noun)}. Décrivez une chose que vous avez conçue ou sauvée avec, la panne à laquelle elle devait résister, et ce que vous en avez appris à quelqu’un.`,
    ({ noun, rated }) =>
      `${fr.chose(rated)} est le niveau que votre document vous donne pour ${fr.le(noun)}. Donnez un cas de conception et un cas de panne réparée, avec ce que vous avez décidé et comment chacun s’est terminé.`,
    ({ noun, rated }) =>
      `Votre document vous note ${fr.chose(rated)} pour ${fr.le(noun)}. Convainquez un sceptique : la panne la plus difficile que vous avez trouvée, comment vous l’avez cernée, et ce que vous avez changé pour qu’elle ne revienne pas.`,
  ],
  why: {
    en: () => 'A high level is asked to show itself: what was designed, what went wrong, who learnt from it.',
    fr: () => 'Un niveau élevé se prouve : ce qui a été conçu, ce qui a mal tourné, qui en a appris quelque chose.',
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

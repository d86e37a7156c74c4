import { type Question, questionSchema } from '../../../core/content/question.ts';
import type { FactSkill } from '../../../core/generate/facts.ts';
import type { GeneratedQuestion } from '../../../core/generate/types.ts';
import { evaluate } from '../../../core/practice/arithmetic.ts';
import { checkText } from '../../../core/practice/key-points.ts';
import { isStory } from '../../../core/practice/story.ts';

const MAX_WORDS = 65;
/** Numbers that belong to a family's sentence and not to the person. */
const CONSTANTS: ReadonlySet<string> = new Set(['90']);

/** French that is wrong by machine: contraction, elision, spaces before ? ! : ; and inside « ». */
export function frenchFaults(text: string): string[] {
  const rules: readonly (readonly [string, RegExp])[] = [
    ['contraction', /(?<!\p{L})(?:de les?|à les?) (?!\p{L}+(?:er|ir|re)(?!\p{L}))(?=\p{Ll})/iu],
    // "le" before an infinitive is a pronoun, and so is one after a hyphen.
    ['elision', /(?<![\p{L}-])(?:d|qu|j|n|s|l)e (?=[aeiouâàéèêëîïôûœ]\p{Ll})/iu],
    ['elision of a proper name', /(?<!\p{L})(?:de|que) (?=[AEIOÉ]\p{L})/u],
    ['straight apostrophe', /\p{L}'\p{L}/u],
    ['space before ?!;', /[^\u202f][?!;]/u],
    ['space before :', /(?<![\d/\u00a0]|https?):(?=[\s]|$)/u],
    ['guillemets', /«(?!\u00a0)|(?<!\u00a0)»/u],
  ];
  // What is quoted may be in another language; only its marks are ours.
  const own = text.replaceAll(/«\u00a0[^»]*\u00a0»/gu, '«\u00a0…\u00a0»');
  return rules.filter(([, pattern]) => pattern.test(own)).map(([name]) => `${name}: ${text}`);
}

/** All that a machine can hold against a generated question; nothing if all is well. */
export function faultsOf({ question, provenance }: GeneratedQuestion, skills: Iterable<FactSkill>): string[] {
  const { prompt, modelAnswer } = question;
  const parsed = questionSchema.safeParse(question);
  const texts = [prompt.en, prompt.fr ?? '', modelAnswer.en, modelAnswer.fr ?? '', provenance.why.en, provenance.why.fr];
  const faults = [
    ...(parsed.success ? [] : [`schema: ${parsed.error.message}`]),
    ...texts.filter((text) => text === '' || /undefined|null|NaN|\{|\[object| {2}|\s[,.]/.test(text)).map((text) => `empty slot: ${text}`),
    ...[prompt.en, prompt.fr ?? ''].filter((text) => text.split(/\s+/).length > MAX_WORDS).map((text) => `too long: ${text}`),
    ...frenchFaults(prompt.fr ?? ''),
    ...frenchFaults(provenance.why.fr),
    ...foreignNumbers(question, provenance),
    ...foreignSkills(question, provenance, skills),
    ...ownClaims(question, provenance),
    ...rubricFaults(question),
    ...(question.parts ?? [])
      .filter(({ formula, value }) => Math.abs(evaluate(formula, {}) - value) > 1e-6 * Math.abs(value))
      .map(({ id }) => `formula of ${id}`),
  ];
  return faults.map((fault) => `${question.id}: ${fault}`);
}

/** Skills whose names begin sentences. */
const VERBS: ReadonlySet<string> = new Set(['Make', 'Take', 'Give', 'Go']);
const NUMBERS = /\d+(?:[.,\u202f]\d+)*/g;
const digits = (text: string): string[] => (text.match(NUMBERS) ?? []).map((one) => one.replaceAll(/[,\u202f]/g, ''));

/** Numbers that stand in no slot. */
function foreignNumbers({ prompt }: Question, { slots, sources }: GeneratedQuestion['provenance']): string[] {
  const allowed = new Set([...Object.values(slots), ...sources.map(({ text }) => text)].flatMap(digits));
  return digits(prompt.en)
    .filter((one) => !allowed.has(one) && !CONSTANTS.has(one))
    .map((one) => `a number of its own: ${one}`);
}

/** Skills that stand in the prompt and in no slot. */
function foreignSkills({ prompt }: Question, { slots }: GeneratedQuestion['provenance'], skills: Iterable<FactSkill>): string[] {
  const filled = Object.values(slots).join(' \n ').toLowerCase();
  return [...skills]
    .filter(
      ({ kind, name }) =>
        kind === 'technology' && /^[\p{Lu}\d]/u.test(name) && name.length > 2 && !VERBS.has(name) && prompt.en.includes(name),
    )
    .filter(({ name }) =>
      new RegExp(`(?<![\\p{L}\\d])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'u').test(prompt.en),
    )
    .filter(({ name }) => !filled.includes(name.toLowerCase()))
    .map(({ name }) => `a skill of its own: ${name}`);
}

/** What is the team's, or under a caveat, is never said to be the person's doing. */
function ownClaims({ prompt }: Question, { stance, family }: GeneratedQuestion['provenance']): string[] {
  if (stance === 'own') return [];
  const claims =
    /\b(?:you|your) (?:built|ran|led|set up|migrated|replaced|chose|designed|operated|scaled|start over|have used|have worked with|come from|did it again|built it again)\b|\bfrom you\b|\bvous avez (?:construit|exploité|mené|migré|remplacé|choisi|conçu|utilisé|travaillé avec)|\bvotre suite\b|après vous\b/i;
  const isClaim = [prompt.en, prompt.fr ?? ''].some((text) => claims.test(text));
  const isOwnFamily = family === 'build-again' || family === 'missing-result';
  return [...(isClaim ? [`claims as own: ${prompt.en}`] : []), ...(isOwnFamily ? ['a family for own work'] : [])];
}

/** The skeleton finds its points, an echo of the question none; stories are judged by nobody. */
function rubricFaults({ kind, keyPoints, prompt, modelAnswer }: Question): string[] {
  if (isStory(kind)) return [];
  return (['en', 'fr'] as const).flatMap((language) => {
    const asked = prompt[language] ?? '';
    const skeleton = modelAnswer[language] ?? '';
    const check = (answer: string) => checkText(answer, { keyPoints, prompt: asked, modelAnswer: skeleton, language }).points;
    // Read as one answer: line ends are no ends of sentences.
    const lost = check(skeleton.replaceAll(/\n+-? ?/g, '\n'))
      .filter(({ state }) => state === 'not-detected')
      .map(({ id }) => `${language}: the skeleton does not hold ${id}`);
    const echoed = check(asked)
      .filter(({ state }) => state === 'found')
      .map(({ id }) => `${language}: an echo of the question finds ${id}`);
    return [...lost, ...echoed];
  });
}

/**
 * How far the words of an answer can be trusted: points found against the marks of people, on answers written without
 * knowing the wordings (tests/practice-answers). `npm run bench:scoring [-- --half tuned|held-out] [--verbose]`
 */
import { checkText } from '../core/practice/key-points.ts';
import { readBankWords } from '../core/practice/scoring/bank-words.ts';
import { readContent } from '../db/content/load.ts';
import { ASSETS_DIR } from '../server/paths.ts';
import {
  agreementOf,
  bandTable,
  calledComplete,
  type Half,
  isComplete,
  type MeasuredAnswer,
  measureAnswers,
  shareCorrelation,
} from '../tests/practice-answers/measure.ts';

const LONGEST = 20_000;
const ROUNDS = 40;
const HALVES: readonly Half[] = ['tuned', 'held-out'];
const wanted = process.argv[process.argv.indexOf('--half') + 1];
const isVerbose = process.argv.includes('--verbose');
const all = measureAnswers();

for (const half of HALVES)
  if (!process.argv.includes('--half') || wanted === half)
    report(
      half,
      all.filter((answer) => answer.half === half),
    );
if (!process.argv.includes('--half')) {
  report('both halves', all);
  time();
}

/** How long the longest answer the app takes is checked. */
function time(): void {
  const { questions } = readContent(ASSETS_DIR).parse();
  const bank = readBankWords(questions, 'en');
  const text = questions
    .map(({ modelAnswer }) => modelAnswer.en)
    .join(' ')
    .slice(0, LONGEST);
  const times = questions.slice(0, ROUNDS).map(({ keyPoints, prompt, modelAnswer }) => {
    const rubric = { keyPoints, prompt: prompt.en, modelAnswer: modelAnswer.en, bank };
    checkText('The first check of a question makes its wordings ready, and this is it.', rubric);
    const startedMs = performance.now();
    checkText(text, rubric);
    return performance.now() - startedMs;
  });
  const sorted = times.toSorted((a, b) => a - b);
  console.log(`\nAn answer of ${LONGEST} characters is checked in ${(sorted[ROUNDS / 2] ?? 0).toFixed(1)} ms (median of ${ROUNDS}).`);
}

function report(name: string, answers: readonly MeasuredAnswer[]): void {
  console.log(`\n${name}: ${answers.length} answers to ${new Set(answers.map(({ question }) => question)).size} questions`);
  console.log(`  all: ${words(answers)}, correlation of shares ${shareCorrelation(answers).toFixed(2)}`);
  for (const [intent, bands] of bandTable(answers)) {
    const some = answers.filter((answer) => answer.intent === intent);
    const { 'likely-complete': complete, 'check-yourself': check, 'little-detected': little } = bands;
    console.log(`  ${intent.padEnd(9)} likely complete ${complete}, check yourself ${check}, little detected ${little}; ${words(some)}`);
  }
  const called = calledComplete(answers);
  const wrong = called.filter((answer) => !isComplete(answer));
  console.log(`  “likely complete” ${called.length} times, right ${percent(called.length - wrong.length, called.length)}`);
  console.log(`  of ${answers.filter(isComplete).length} complete answers it said so of ${called.length - wrong.length}`);
  for (const { question, intent, check } of wrong) console.log(`  FALSE: ${question} (${intent}): ${foundIn(check)}`);
  if (isVerbose) for (const answer of answers) explain(answer);
}

function explain({ question, intent, states, check, text }: MeasuredAnswer): void {
  const points = check.points.map(({ id, state, span, alias, by }) => {
    const isMarked = states.includes(id);
    if (isMarked === (state === 'found')) return '';
    const matched = span === null ? '' : ` “${text.slice(span.start, span.end)}” (${by}: ${alias ?? ''})`;
    return `\n      ${isMarked ? 'stated' : 'not stated'}, ${state}: ${id}${matched}`;
  });
  if (points.some((line) => line !== '') || check.doubts.length > 0)
    console.log(`    ${question} ${intent} ${check.band} ${check.doubts.join(' ')}${points.join('')}`);
}

function foundIn(check: MeasuredAnswer['check']): string {
  return check.points
    .filter(({ state }) => state === 'found')
    .map(({ id }) => id)
    .join(' ');
}

function words(answers: readonly MeasuredAnswer[]): string {
  const { marked, found, both, precision, recall, f1 } = agreementOf(answers);
  return `${found} points found of ${marked} marked, ${both} both: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, F1 ${f1.toFixed(2)}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

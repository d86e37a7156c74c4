/**
 * How well job descriptions are read: precision and recall of requirements, must against nice, levels, per document and in
 * all. `node scripts/bench-jobs.ts [NN] [--verbose]`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildMatcher } from '../core/import/matcher.ts';
import { JOBS, loadJobs, measureJob, percent, sumOf } from '../tests/jobs/measure.ts';
import { loadShippedTaxonomy } from '../tests/jobs/taxonomy.ts';

const [only] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isVerbose = process.argv.includes('--verbose');
const matcher = buildMatcher(loadShippedTaxonomy());
const measured = [];
for (const job of loadJobs().filter(({ name }) => only === undefined || name.startsWith(only))) {
  const result = await measureJob(readFileSync(join(JOBS, job.name)), job, matcher);
  measured.push(result);
  console.log(`${job.name}: ${words(result)}`);
  if (isVerbose) for (const line of result.notes) console.log(`  ${line}`);
}
console.log(`all ${measured.length}: ${words(sumOf(measured))}`);

function words(result: ReturnType<typeof sumOf>): string {
  const { found, right, wanted, met, sameImportance, levels, sameLevel, nearLevel, groups, sameGroups, others, metOthers } = result;
  return (
    `${found} requirements, precision ${percent(right, found)}, recall ${percent(met, wanted)}, must or nice as in gold ${percent(sameImportance, met)}, ` +
    `levels ${sameLevel} exact ${nearLevel} near of ${levels}, alternatives ${sameGroups} of ${groups}, other requirements ${metOthers} of ${others}`
  );
}

/** `npm test`: every check, one after the other; `--fast` (`npm run check`) leaves out the build and the browser. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { APP_ROOT } from '../server/paths.ts';
import { ensureChromium } from './chromium.mjs';

const OUTPUT = join(APP_ROOT, 'test-results');
const VITEST_JSON = join(OUTPUT, 'vitest.json');
const PLAYWRIGHT_JSON = join(OUTPUT, 'playwright.json');
const isFast = process.argv.includes('--fast');

interface Step {
  readonly name: string;
  readonly args: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
}

const bin = (name: string, ...args: string[]): readonly [string, ...string[]] => [join(APP_ROOT, 'node_modules', '.bin', name), ...args];

const CHECKS: readonly Step[] = [
  { name: 'types', args: bin('tsc', '-p', '.') },
  { name: 'lint and format', args: bin('biome', 'ci', '.') },
  { name: 'content', args: [process.execPath, 'scripts/check-content.ts'] },
  {
    name: 'dependency direction',
    args: bin('depcruise', '--output-type', 'err', 'core', 'api', 'db', 'server', 'cli', 'electron', 'renderer'),
  },
  { name: 'dead code', args: bin('knip') },
  {
    name: 'unit, database, contract',
    args: bin('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_JSON}`),
  },
];
const BROWSER: readonly Step[] = [
  { name: 'build', args: [process.execPath, 'scripts/build-renderer.ts'] },
  { name: 'bundles of the hosts', args: [process.execPath, 'scripts/build-hosts.ts'] },
  { name: 'end to end, accessibility', args: bin('playwright', 'test'), env: { PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_JSON } },
];

function run({ name, args: [command, ...args], env = {} }: Step): boolean {
  console.log(`\n— ${name}`);
  const startedMs = performance.now();
  const { status } = spawnSync(command, args, {
    cwd: APP_ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  console.log(`— ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  return status === 0;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

function count<T>(file: string, schema: z.ZodType<T>, pick: (report: T) => Counts): Counts {
  return existsSync(file) ? pick(schema.parse(JSON.parse(readFileSync(file, 'utf8')))) : { passed: 0, failed: 0 };
}

const vitestReport = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numFailedTestSuites: z.int() });
const playwrightReport = z.object({ stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }) });

rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });
if (!isFast && !ensureChromium())
  console.error('No Chromium could be found or installed: the end-to-end tests will fail. Name one in PLUMBLINE_CHROMIUM.');
const failedSteps = [...CHECKS, ...(isFast ? [] : BROWSER)].filter((step) => !run(step)).map(({ name }) => name);
const counts = [
  count(VITEST_JSON, vitestReport, (report) => ({
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0),
  })),
  count(PLAYWRIGHT_JSON, playwrightReport, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky })),
];
const passed = counts.reduce((sum, one) => sum + one.passed, 0);
const failed = Math.max(
  counts.reduce((sum, one) => sum + one.failed, 0),
  failedSteps.length,
);
console.log(failedSteps.length === 0 ? '\nEvery check passed.' : `\nFailed: ${failedSteps.join(', ')}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

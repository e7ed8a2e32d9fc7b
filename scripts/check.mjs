/**
 * Everything that must hold: `npm test`. With names, only those: `npm test -- static core widget`.
 *
 * A failure stops nothing, so that one run tells all. The last line sums up the tests; what failed beside them (a
 * check, a runner that broke or found no tests) counts there as one failure, so that it never reads as success.
 */
import { findBrowser } from './browser.mjs';
import { countsFile, countsVariable, readCounts, sentence } from './check/counts.mjs';
import { hasTests, runners } from './check/runners.mjs';
import { lint, types } from './check/static.mjs';

const timeLimit = 10 * 60_000;

const wanted = process.argv.slice(2);
const known = ['static', ...runners.map(({ name }) => name)];
const unknown = wanted.find((name) => !known.includes(name));
if (unknown) {
  console.error(`There is no "${unknown}" to check. There are: ${known.join(', ')}.`);
  process.exit(2);
}
/** @param {string} name */
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const troubles = [];

if (isWanted('static')) {
  for (const { name, run } of [types, ...lint]) {
    console.log(`\n— ${name}`);
    if ((await run({ group: true })) !== 0) {
      troubles.push(name);
      total.failed += 1;
    }
  }
}

for (const runner of runners.filter(({ name }) => isWanted(name))) {
  console.log(`\n— tests: ${runner.name}`);
  const { counts, trouble } = await runTests(runner);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (!trouble) continue;
  troubles.push(`${runner.name} (${trouble})`);
  if (counts.failed === 0) total.failed += 1;
}

console.log(troubles.length > 0 ? `\n✖ ${troubles.join(', ')}` : '');
console.log(sentence(total));
process.exitCode = troubles.length > 0 ? 1 : 0;

/** @param {import('./check/runners.mjs').Runner} runner */
async function runTests(runner) {
  const file = countsFile(runner.name);
  const broken = await run(runner, file);
  const counts = readCounts(file);
  const ranNothing = counts.passed + counts.failed + counts.skipped === 0 && !broken;
  const troubles = [counts.failed > 0 && `${counts.failed} failed`, ranNothing && 'ran no tests', broken];
  return { counts, trouble: troubles.filter(Boolean).join(', ') };
}

/**
 * What went wrong, if anything did.
 *
 * @param {import('./check/runners.mjs').Runner} runner
 * @param {string} file
 */
async function run(runner, file) {
  if (!hasTests(runner)) return 'has no test files';
  try {
    if (runner.browser) process.env['CHROME_PATH'] = findBrowser();
    const env = { ...process.env, [countsVariable]: file };
    const start = Date.now();
    const code = await runner.run({ group: true, timeLimit, env }, runner.files);
    if (Date.now() - start >= timeLimit) return 'took too long and was stopped';
    return code === 0 ? undefined : `exit code ${code}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

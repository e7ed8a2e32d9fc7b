/**
 * Everything that must hold: `npm test`. With names, only those: `npm test -- static core widget`.
 *
 * A failure stops nothing, so that one run tells all. The last line sums up the tests; what failed beside them (a
 * check, a runner that broke or found no tests) counts there as one failure, so that it never reads as success.
 */
import { countsFile, countsVariable, readCounts, sentence } from './check/counts.mjs';
import { temporaryInMemory } from './check/memory-folder.mjs';
import { hasTests, runners } from './check/runners.mjs';
import { lint, types } from './check/static.mjs';

const timeLimit = 10 * 60_000;

temporaryInMemory();

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

/**
 * @typedef {{ name: string, counts: import('./check/counts.mjs').Counts, trouble: string }} End
 * @typedef {{ name: string, run: () => Promise<End> }} Part
 */

/** @type {Part[][]} Those of a round run together. */
const rounds = isWanted('static') ? [[types].map(asPart), lint.map(asPart)] : [];
for (const runner of runners.filter(({ name }) => isWanted(name))) {
  const part = { name: runner.name, run: () => runTests(runner) };
  if (runner.beside && rounds.length > 0) rounds.at(-1)?.push(part);
  else rounds.push([part]);
}
for (const round of rounds) {
  console.log(`\n— ${round.map(({ name }) => name).join(', ')}`);
  const start = performance.now();
  const ends = await Promise.all(round.map(({ run }) => run()));
  console.log(`  ${Math.round((performance.now() - start) / 1_000)} s`);
  for (const { name, counts, trouble } of ends) {
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    if (!trouble) continue;
    troubles.push(`${name} (${trouble})`);
    if (counts.failed === 0) total.failed += 1;
  }
}

console.log(troubles.length > 0 ? `\n✖ ${troubles.join(', ')}` : '');
console.log(sentence(total));
process.exitCode = troubles.length > 0 ? 1 : 0;

/**
 * @param {import('./check/static.mjs').StaticCheck} check
 * @returns {Part}
 */
function asPart({ name, run }) {
  return {
    name,
    async run() {
      const code = await run({ group: true, quiet: true });
      return {
        name,
        counts: { passed: 0, failed: 0, skipped: 0 },
        trouble: code === 0 ? '' : `exit code ${code}`,
      };
    },
  };
}

/** @param {import('./check/runners.mjs').Runner} runner */
async function runTests(runner) {
  const file = countsFile(runner.name);
  const broken = await run(runner, file);
  const counts = readCounts(file);
  const ranNothing = counts.passed + counts.failed + counts.skipped === 0 && !broken;
  const troubles = [counts.failed > 0 && `${counts.failed} failed`, ranNothing && 'ran no tests', broken];
  return { name: runner.name, counts, trouble: troubles.filter(Boolean).join(', ') };
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
    const browser = runner.browser && { CHROME_PATH: runner.browser() };
    const env = { ...process.env, ...browser, [countsVariable]: file };
    const start = Date.now();
    const code = await runner.run({ group: true, timeLimit, env }, runner.files);
    if (Date.now() - start >= timeLimit) return 'took too long and was stopped';
    return code === 0 ? undefined : `exit code ${code}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

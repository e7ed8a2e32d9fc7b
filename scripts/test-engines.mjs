/** The element tests in Chromium, Firefox and WebKit: `npm run test:engines`. */
import { globSync } from 'node:fs';
import { findBrowser } from './browser.mjs';
import { countsFile, countsVariable, readCounts, sentence } from './check/counts.mjs';
import { elementTests, runInEngine } from './check/runners.mjs';
import { root } from './commands.mjs';

const files = globSync(elementTests, { cwd: root });

/**
 * What each browser of an engine is given. Chromium tests two files at a time; the others one, so that two of them make use
 * of two cores.
 */
const shares = {
  chromium: [files],
  firefox: halves(files),
  webkit: halves(files),
};

process.env['CHROME_PATH'] = findBrowser();
const total = { passed: 0, failed: 0, skipped: 0 };
for (const engine of /** @type {const} */ (['chromium', 'firefox', 'webkit'])) {
  console.log(`\n— tests: ${engine}`);
  const start = performance.now();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const each of await Promise.all(shares[engine].map((share, nth) => run(engine, share, nth))))
    add(counts, each);
  console.log(`  ${Math.round((performance.now() - start) / 1_000)} s: ${sentence(counts)}`);
  add(total, counts);
}
console.log(`\n${sentence(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/**
 * @param {keyof typeof shares} engine
 * @param {readonly string[]} share
 * @param {number} nth
 */
async function run(engine, share, nth) {
  const file = countsFile(`engine-${engine}-${nth}`);
  const env = { ...process.env, [countsVariable]: file };
  const code = await runInEngine(engine, { group: true, env }, share);
  const counts = readCounts(file);
  if (code !== 0 && counts.failed === 0) counts.failed += 1; // It broke.
  return counts;
}

/** @param {readonly string[]} all */
function halves(all) {
  return [0, 1].map((half) => all.filter((_, nth) => nth % 2 === half));
}

/**
 * @param {import('./check/counts.mjs').Counts} sum
 * @param {import('./check/counts.mjs').Counts} more
 */
function add(sum, more) {
  sum.passed += more.passed;
  sum.failed += more.failed;
  sum.skipped += more.skipped;
}

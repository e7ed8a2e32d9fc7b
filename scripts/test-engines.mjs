/** The element tests in Chromium, Firefox and WebKit: `npm run test:engines`. */
import { findBrowser } from './browser.mjs';
import { countsFile, countsVariable, readCounts, sentence } from './check/counts.mjs';
import { elementTests, runInEngine } from './check/runners.mjs';

process.env['CHROME_PATH'] = findBrowser();
const total = { passed: 0, failed: 0, skipped: 0 };
for (const engine of /** @type {const} */ (['chromium', 'firefox', 'webkit'])) {
  console.log(`\n— tests: ${engine}`);
  const file = countsFile(`engine-${engine}`);
  const start = performance.now();
  const env = { ...process.env, [countsVariable]: file };
  const code = await runInEngine(engine, { group: true, env }, elementTests);
  const counts = readCounts(file);
  if (code !== 0 && counts.failed === 0) counts.failed += 1; // It broke.
  console.log(`  ${Math.round((performance.now() - start) / 1_000)} s: ${sentence(counts)}`);
  for (const each of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[each] += counts[each];
}
console.log(`\n${sentence(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

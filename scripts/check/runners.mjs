import { globSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, findFirefox, findQuickBrowser, findWebKit } from '../browser.mjs';
import { root, runTool } from '../commands.mjs';
import { engineVariable } from '../engines/engine-variable.mjs';
import { buildStorybook } from './build-storybook.mjs';
import { writeSkipped } from './counts.mjs';
import { coveredVariable } from './coverage.mjs';
import { startOtherPostgres } from './other-postgres.mjs';

/**
 * @typedef {object} Runner A set of tests and how to run them.
 * @property {string} name What `npm test -- <name>` calls it.
 * @property {readonly string[]} files Globs of its test files.
 * @property {() => string} [browser] Finds the one it needs.
 * @property {boolean} [beside] Whether it runs together with what comes before: each leaves half of two cores idle.
 * @property {(options: import('../run.mjs').RunOptions, files: readonly string[]) => Promise<number>} run
 */

const onePostgres = 'test/server/shop/one-postgres.ts';

export const elementTests = ['test/widget/**/*.test.ts'];

/** Those of payment forms, and of what stands in for Stripe's script. */
const payments = ['stripe-js', 'stripe/*', 'ports/*'].map((name) => `test/widget/${name}.test.ts`);

/** Element tests of what is the same in every engine: logic, and what is said. */
const alike = [
  'appearance',
  'bad-input',
  'card-list',
  'checkout-panel',
  'controllers',
  'docs',
  'element-api',
  'endpoint',
  'events',
  'headless/*',
  'past-receipts',
  'payment-form',
  'plan-names',
  'readme',
  'receipt',
  'reminder',
  'resume',
  'return',
  'sandbox',
  'sign-in',
  'tabs',
  'tokens-paper',
  'validity-bar',
  'ways-in',
].map((name) => `test/widget/${name}.test.ts`);

/** Long walks through what core can do, on ways that the others have covered: they are slow to be watched. */
const walks = [
  'extend.laws',
  'extend.second-reading',
  'renewal.guards',
  'renewal.model',
  'renewal.walk',
  'term.differential',
].map((name) => `test/core/${name}.test.ts`);

/**
 * Those of the server that `npm run test:postgres` has time for: many renewals at once, a back end broken in every way for
 * the checker, a full database, and what becomes of an embedded one.
 */
const long = ['many', 'check-breaks', 'indexes', 'embedded-postgres'].map(
  (name) => `test/server/${name}.test.ts`,
);

/** @type {readonly Runner[]} */
export const runners = [
  {
    name: 'core',
    beside: true,
    files: globSync('test/core/**/*.test.ts', { cwd: root, exclude: walks }),
    run: (options, files) => runInNode(options, files, { covers: 'packages/core/src/**/*.ts' }),
  },
  { name: 'house', beside: true, files: ['test/house/**/*.test.ts'], run: runInNode },
  {
    name: 'core-walks',
    files: walks,
    run: runInNode,
  },
  {
    name: 'widget-firefox',
    beside: true,
    // What hangs on the engine; `npm run test:engines` runs all tests in all three.
    files: globSync(elementTests, { cwd: root, exclude: [...alike, ...payments] }),
    run: (options, files) => runInEngine('firefox', options, files),
  },
  {
    name: 'server',
    files: globSync('test/server/**/*.test.ts', { cwd: root, exclude: long }),
    run: (options, files) => runInNode(options, files, { concurrency: 4, setup: onePostgres }),
  },
  {
    name: 'other-postgres',
    // What asks most of the database; `npm run test:postgres` runs all of the server's tests on it.
    files: ['test/server/store.test.ts'],
    run: runOnOtherPostgres,
  },
  {
    name: 'widget',
    files: globSync(elementTests, { cwd: root, exclude: payments }),
    browser: findBrowser,
    run: (options, files) => runInEngine('chromium', options, files),
  },
  {
    name: 'payments',
    files: payments,
    browser: findBrowser,
    run: (options, files) => runInEngine('chromium', options, files),
  },
  {
    name: 'stories',
    files: ['test/stories/**/*.test.ts'],
    browser: findBrowser,
    run: async (options, files) =>
      (await buildStorybook({ ...options, quiet: true })) || (await runInNode(options, files)),
  },
  {
    name: 'flows',
    files: ['test/flows/**/*.test.ts'],
    browser: findQuickBrowser, // `npm run test:journeys` walks them in the whole one.
    run: (options, files) => runInNode(options, files, { concurrency: 3 }),
  },
];

const names = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKitGTK' };

/** Finds what each engine needs beside Chromium, of which there always is one. */
const extras = { chromium: () => true, firefox: findFirefox, webkit: findWebKit };

/**
 * Runs the element tests in one of the engines.
 *
 * @param {keyof typeof extras} engine
 * @param {import('../run.mjs').RunOptions} options
 * @param {readonly string[]} files
 */
export async function runInEngine(engine, { env = process.env, ...options }, files) {
  if (!extras[engine]()) {
    console.log(`  skipped: there is no ${names[engine]} on this machine, and none was installed`);
    writeSkipped(globSync(files, { cwd: root }).length, env);
    return 0;
  }
  return runTool('web-test-runner', ['--files', ...files], {
    ...options,
    env: { ...env, [engineVariable]: engine },
  });
}

/** @param {Runner} runner */
export function hasTests({ files }) {
  return globSync([...files], { cwd: root }).length > 0;
}

/**
 * @param {import('../run.mjs').RunOptions} options
 * @param {readonly string[]} files
 * @param {{ concurrency?: number, covers?: string, setup?: string, minutes?: number }} [how] Files at a time; the sources
 *   that must be run in full; what is called before the first file and after the last; how long a test may take.
 */
export function runInNode(
  { env = process.env, ...options },
  files,
  { concurrency = 2, covers, setup, minutes = 3 } = {},
) {
  const here = (/** @type {string} */ name) => new URL(name, import.meta.url).href;
  const args = [
    '--disable-warning=ExperimentalWarning', // Of type stripping, in Node 22.
    '--conditions=@leb-renew/source',
    '--test',
    `--test-concurrency=${concurrency}`,
    `--test-timeout=${minutes * 60_000}`,
    `--import=${here('no-leftovers.mjs')}`,
    `--test-reporter=${here('node-reporter.mjs')}`,
    '--test-reporter-destination=stdout',
    ...(setup === undefined ? [] : [`--test-global-setup=${setup}`]),
    ...(covers === undefined ? [] : ['--experimental-test-coverage', `--test-coverage-include=${covers}`]),
  ];
  // Every file is a process of its own, and most of its start is the same sources again. What is kept of them would blur what is covered.
  const kept = covers === undefined ? { NODE_COMPILE_CACHE: join(root, '.cache/compiled') } : {};
  return runTool('node', [...args, ...files], {
    ...options,
    env: { ...env, ...kept, [coveredVariable]: covers },
  });
}

/**
 * @param {import('../run.mjs').RunOptions} options
 * @param {readonly string[]} files
 */
export async function runOnOtherPostgres(options, files) {
  const postgres = await startOtherPostgres();
  if (postgres === undefined) {
    console.log('  skipped: there is no PostgreSQL on this machine but the embedded one');
    writeSkipped(files.length, options.env);
    return 0;
  }
  try {
    console.log(`  on PostgreSQL ${postgres.version}`);
    return await runInNode({ ...options, env: { ...options.env, DATABASE_URL: postgres.url } }, files, {
      setup: onePostgres,
    });
  } finally {
    postgres.stop();
  }
}

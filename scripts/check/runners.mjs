import { globSync } from 'node:fs';
import { root, runTool } from '../commands.mjs';
import { buildStorybook } from './build-storybook.mjs';
import { writeSkipped } from './counts.mjs';
import { coveredVariable } from './coverage.mjs';
import { startOtherPostgres } from './other-postgres.mjs';

/**
 * @typedef {object} Runner A set of tests and how to run them.
 * @property {string} name What `npm test -- <name>` calls it.
 * @property {readonly string[]} files Globs of its test files.
 * @property {boolean} [browser] Whether it needs one.
 * @property {(options: import('../run.mjs').RunOptions, files: readonly string[]) => Promise<number>} run
 */

/** @type {readonly Runner[]} */
export const runners = [
  {
    name: 'core',
    files: ['test/core/**/*.test.ts'],
    run: (options, files) => runInNode(options, files, { covers: 'packages/core/src/**/*.ts' }),
  },
  { name: 'house', files: ['test/house/**/*.test.ts'], run: runInNode },
  { name: 'server', files: ['test/server/**/*.test.ts'], run: runInNode },
  {
    name: 'other-postgres',
    // What asks most of the database; `npm run test:postgres` runs all of the server's tests on it.
    files: ['store', 'once', 'renew', 'sweep', 'throttling'].map((name) => `test/server/${name}.test.ts`),
    run: runOnOtherPostgres,
  },
  {
    name: 'widget',
    files: ['test/widget/**/*.test.ts'],
    browser: true,
    run: (options) => runTool('web-test-runner', [], options),
  },
  {
    name: 'stories',
    files: ['test/stories/**/*.test.ts'],
    browser: true,
    run: async (options, files) =>
      (await buildStorybook({ ...options, quiet: true })) || (await runOneByOneInNode(options, files)),
  },
  { name: 'flows', files: ['test/flows/**/*.test.ts'], browser: true, run: runOneByOneInNode },
];

/** @param {Runner} runner */
export function hasTests({ files }) {
  return globSync([...files], { cwd: root }).length > 0;
}

/**
 * @param {import('../run.mjs').RunOptions} options
 * @param {readonly string[]} files
 * @param {{ concurrency?: number, covers?: string }} [how] Files at a time; the sources that must be run in full.
 */
function runInNode({ env = process.env, ...options }, files, { concurrency = 2, covers } = {}) {
  const here = (/** @type {string} */ name) => new URL(name, import.meta.url).href;
  const args = [
    '--disable-warning=ExperimentalWarning', // Of type stripping, in Node 22.
    '--conditions=@leb-renew/source',
    '--test',
    `--test-concurrency=${concurrency}`,
    '--test-timeout=180000',
    `--import=${here('no-leftovers.mjs')}`,
    `--test-reporter=${here('node-reporter.mjs')}`,
    '--test-reporter-destination=stdout',
    ...(covers === undefined ? [] : ['--experimental-test-coverage', `--test-coverage-include=${covers}`]),
  ];
  return runTool('node', [...args, ...files], { ...options, env: { ...env, [coveredVariable]: covers } });
}

/**
 * @param {import('../run.mjs').RunOptions} options
 * @param {readonly string[]} files
 */
function runOneByOneInNode(options, files) {
  return runInNode(options, files, { concurrency: 1 });
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
    return await runInNode({ ...options, env: { ...options.env, DATABASE_URL: postgres.url } }, files);
  } finally {
    postgres.stop();
  }
}

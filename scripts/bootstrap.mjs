/**
 * From a fresh clone to a running task, with nothing installed but a Node and its npm:
 *
 *     node scripts/bootstrap.mjs <task> [arguments]
 *
 * Fetches pnpm, and a newer Node if this one is too old, into `.cache/tools`; installs the dependencies if they have
 * changed; then runs `scripts/<task>.mjs` with both on the PATH.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { cleanEnvironment } from './setup/environment.mjs';
import { locked } from './setup/lock.mjs';
import { fetchTools } from './setup/tools.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
const cache = join(root, '.cache');

/** @param {string} line */
const say = (line) => console.error(`› ${line}`);

/**
 * @param {string} task
 * @param {string[]} args
 */
async function main(task, args) {
  const script = ['mjs', 'ts']
    .map((type) => join(root, 'scripts', `${task}.${type}`))
    .find((file) => existsSync(file));
  if (!script) throw new Error(`There is no task "${task}": scripts/${task}.mjs is missing.`);

  mkdirSync(cache, { recursive: true });
  const env = cleanEnvironment(cache);
  const { node, path } = await locked(
    join(cache, 'setup.lock'),
    () => setUp(env),
    () => say('Waiting for another setup'),
  );
  return run(node, [script, ...args], { cwd: root, env: { ...env, PATH: path } });
}

/** @param {NodeJS.ProcessEnv} env */
async function setUp(env) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const pnpmVersion = /^pnpm@([\d.]+)/.exec(packageManager)?.[1] ?? '';
  const { node, pnpm } = await fetchTools({ folder: join(cache, 'tools'), pnpmVersion, env, say });
  const path = [join(root, 'node_modules/.bin'), dirname(pnpm), dirname(node), env['PATH']].join(delimiter);
  if (task !== 'pnpm') await installDependencies({ root, pnpm, env: { ...env, PATH: path }, say });
  return { node, path };
}

const [task = '', ...args] = process.argv.slice(2);
try {
  process.exitCode = await main(task, args);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

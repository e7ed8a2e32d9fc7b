import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** By their scripts and not by their names on the PATH, which on Windows are no programs. */
const scripts = {
  changeset: '@changesets/cli/bin.js',
  depcruise: 'dependency-cruiser/bin/dependency-cruiser.mjs',
  eslint: 'eslint/bin/eslint.js',
  oxlint: 'oxlint/bin/oxlint',
  prettier: 'prettier/bin/prettier.cjs',
  storybook: 'storybook/dist/bin/dispatcher.js',
  tsc: '@typescript/native/bin/tsc',
  'web-test-runner': '@web/test-runner/dist/bin.js',
};

/**
 * Runs one of our tools in the root folder and gives its exit code.
 *
 * @param {keyof typeof scripts | 'node'} name
 * @param {readonly string[]} args
 * @param {import('./run.mjs').RunOptions} [options]
 */
export function runTool(name, args, options) {
  const script = name === 'node' ? [] : [join(root, 'node_modules', scripts[name])];
  return run(process.execPath, [...script, ...args], { cwd: root, ...options });
}

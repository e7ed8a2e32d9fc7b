import { runTool } from '../commands.mjs';

/**
 * @typedef {{ name: string, run: (options?: import('../run.mjs').RunOptions) => Promise<number> }} StaticCheck
 * What can be said of the code without running it.
 */

/** @type {StaticCheck} */
export const types = {
  name: 'types',
  run: (options) => runTool('tsc', ['-b', 'tsconfig.json', 'scripts'], options),
};

/** Where ESLint has rules; oxlint has them everywhere. */
export const ofEslint = ['packages', 'stories'];

const formatCache = ['--cache', '--cache-strategy=content', '--cache-location=.cache/prettier'];

/** @type {readonly StaticCheck[]} */
export const lint = [
  {
    name: 'code rules',
    run: (options) => runTool('oxlint', [], options),
  },
  {
    name: 'rules for elements',
    run: (options) => runTool('eslint', [...ofEslint, '--max-warnings=0'], options),
  },
  {
    name: 'import rules',
    run: (options) => runTool('depcruise', ['packages', 'test', 'stories', 'examples', 'bench'], options),
  },
  {
    name: 'format',
    run: (options) =>
      runTool('prettier', ['--check', '--log-level=warn', '--no-color', ...formatCache, '.'], options),
  },
];

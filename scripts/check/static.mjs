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

/** @type {readonly StaticCheck[]} */
export const lint = [
  { name: 'code rules', run: (options) => runTool('eslint', ['.', '--max-warnings=0'], options) },
  {
    name: 'import rules',
    run: (options) => runTool('depcruise', ['packages', 'test', 'stories', 'examples', 'bench'], options),
  },
  {
    name: 'format',
    run: (options) => runTool('prettier', ['--check', '--log-level=warn', '--no-color', '.'], options),
  },
];

import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { relative, resolve } from 'node:path';
import { root } from '../commands.mjs';

/** Names the glob of the sources that the tests must run in full. */
export const coveredVariable = 'TEST_COVERS';

/**
 * What the tests did not run of the sources that they must: one text per file.
 *
 * @param {{ files: { path: string, lines: Line[], branches: Line[], functions: Line[] }[] }} summary Node's, which
 *   knows nothing of a file that was never loaded.
 * @returns {string[]}
 *
 * @typedef {{ line: number, count: number }} Line
 */
export function gaps({ files }) {
  const loaded = new Set(files.map(({ path }) => path));
  const unloaded = globSync(process.env[coveredVariable] ?? [], { cwd: root })
    .map((file) => resolve(root, file))
    .filter((file) => !loaded.has(file) && runs(file));
  return [
    ...unloaded.map((file) => `${relative(root, file)} is never loaded`),
    ...files.flatMap(({ path, lines, branches, functions }) => {
      const missed = [
        ...missing('line', lines),
        ...missing('branch', branches),
        ...missing('function', functions),
      ];
      return missed.length === 0 ? [] : [`${relative(root, path)}: never run: ${missed.join(', ')}`];
    }),
  ];
}

/**
 * @param {string} what
 * @param {Line[]} all
 */
function missing(what, all) {
  const at = all.filter(({ count }) => count === 0).map(({ line }) => line);
  return at.length === 0 ? [] : [`${what} ${[...new Set(at)].join(' ')}`];
}

/**
 * Whether anything is left of a file without its types and comments.
 *
 * @param {string} file
 */
function runs(file) {
  const code = stripTypeScriptTypes(readFileSync(file, 'utf8'));
  return code.replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '').trim() !== '';
}

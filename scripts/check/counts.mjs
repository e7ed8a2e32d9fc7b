import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../commands.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** Names the file a test runner's reporter writes its counts to. */
export const countsVariable = 'TEST_COUNTS_FILE';

/** @param {string} runner */
export function countsFile(runner) {
  const file = join(root, '.cache/results', `${runner}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/**
 * @param {Counts} counts
 * @param {NodeJS.ProcessEnv} [env]
 */
export function writeCounts(counts, env = process.env) {
  const file = env[countsVariable];
  if (file) writeFileSync(file, JSON.stringify(counts));
}

/**
 * Says that tests could not be run here.
 *
 * @param {number} skipped
 * @param {NodeJS.ProcessEnv} [env]
 */
export function writeSkipped(skipped, env) {
  writeCounts({ passed: 0, failed: 0, skipped }, env);
}

/**
 * @param {string} file
 * @returns {Counts}
 */
export function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }; // The runner ended before any test did.
  }
}

/** @param {Counts} counts */
export function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

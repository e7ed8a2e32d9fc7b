import { relative } from 'node:path';
import { inspect } from 'node:util';
import { root } from '../commands.mjs';
import { writeCounts } from './counts.mjs';
import { gaps } from './coverage.mjs';

/**
 * A reporter for node:test: a line per file, every failure in full, what should have been run and was not, and the
 * counts where the check looks for them.
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* report(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  /** @type {string[]} */
  const path = [];
  for await (const { type, data } of events) {
    switch (type) {
      case 'test:stdout':
      case 'test:stderr':
        yield data.message;
        break;
      case 'test:start':
        path.splice(data.nesting, path.length, data.name);
        break;
      case 'test:pass':
        if (isSuite(data)) break;
        if (isSkipped(data)) counts.skipped += 1;
        else if (isFile(data)) yield `  ✖ ${data.name} has no tests\n`;
        else counts.passed += 1;
        break;
      case 'test:fail': {
        const { error } = data.details;
        const isOwn = !('failureType' in error) || error.failureType !== 'subtestsFailed';
        if (isSuite(data) && !isOwn) break;
        if (isSkipped(data)) counts.skipped += 1;
        else counts.failed += 1;
        if (isOwn) yield `  ✖ ${path.slice(0, data.nesting + 1).join(' › ')}\n${explain(error.cause)}\n`;
        break;
      }
      case 'test:summary':
        if (data.file) {
          const { passed, tests } = data.counts;
          yield `  ${data.success ? '✓' : '✖'} ${relative(root, data.file)} ${passed}/${tests}\n`;
        }
        writeCounts(counts);
        break;
      case 'test:coverage':
        for (const gap of gaps(data.summary)) {
          counts.failed += 1;
          yield `  ✖ ${gap}\n`;
        }
        writeCounts(counts);
        break;
      default:
        break;
    }
  }
}

/** @param {{ details: { type?: string } }} test */
const isSuite = ({ details }) => details.type === 'suite';

/** @param {{ skip?: string | boolean, todo?: string | boolean }} test */
const isSkipped = ({ skip, todo }) => skip !== undefined || todo !== undefined;

/**
 * Node reports a file in which it finds no test as one passed test named after it.
 *
 * @param {{ nesting: number, name: string, file?: string }} test
 */
const isFile = ({ nesting, name, file }) => nesting === 0 && file !== undefined && file.endsWith(name);

/** @param {unknown} error */
function explain(error) {
  const lines = typeof error === 'string' ? [error] : inspect(error).split('\n');
  return lines
    .filter((line) => !/^\s+at .*node:internal/.test(line))
    .map((line) => `      ${line}`)
    .join('\n');
}

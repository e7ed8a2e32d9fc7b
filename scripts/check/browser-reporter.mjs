import { relative } from 'node:path';
import { inspect } from 'node:util';
import { root } from '../commands.mjs';
import { writeCounts } from './counts.mjs';

/**
 * A reporter for Web Test Runner: a line per file, every failure in full, what was left out and why, and the counts
 * where the check looks for them.
 *
 * @param {{ allMustRun: boolean }} how Whether a test that is left out has failed.
 * @returns {import('@web/test-runner').Reporter}
 */
export function browserReporter({ allMustRun }) {
  return {
    reportTestFileResults({ testFile, sessionsForTestFile }) {
      for (const session of sessionsForTestFile) {
        const tests = testsOf(session.testResults);
        const passed = tests.filter((test) => test.passed);
        const lines = [
          ...session.logs.map((values) => `    ${values.map((value) => toText(value)).join(' ')}`),
          ...session.request404s.map((url) => `    not found: ${url}`),
          ...session.errors.map((error) => `  ✖ ${relative(root, testFile)}\n${explain(error)}`),
          ...tests
            .filter(({ skipped }) => skipped)
            .map(({ path, error }) => `  skipped: ${path}: ${error?.message}`),
          ...tests.filter(isFailed).map(({ path, error }) => `  ✖ ${path}\n${explain(error)}`),
          `  ${session.passed ? '✓' : '✖'} ${relative(root, testFile)} ${passed.length}/${tests.length}`,
        ];
        process.stdout.write(`${lines.join('\n')}\n`); // Not by the logger, which moves the cursor even in a file.
      }
    },

    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const tests = testsOf(session.testResults);
        for (const { passed, skipped } of tests)
          counts[skipped && !allMustRun ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
        // A file that could not be loaded, or failed outside its tests.
        if (!session.passed && !tests.some(isFailed)) counts.failed += 1;
      }
      writeCounts(counts);
    },
  };
}

/** @typedef {import('@web/test-runner').TestResult & { path: string }} Test */

/**
 * @param {import('@web/test-runner').TestSuiteResult | undefined} suite
 * @param {string} [path]
 * @returns {Test[]}
 */
function testsOf(suite, path = '') {
  if (!suite) return [];
  return [
    ...suite.tests.map((test) => ({ ...test, path: path + test.name })),
    ...suite.suites.flatMap((inner) => testsOf(inner, `${path}${inner.name} › `)),
  ];
}

/** @param {Test} test */
const isFailed = ({ passed, skipped }) => !passed && !skipped;

/** @param {import('@web/test-runner').TestResultError} [error] */
function explain({ name = 'Error', message, stack = '', expected, actual } = { message: 'no reason given' }) {
  const difference = expected === undefined ? '' : `\nexpected: ${expected}\nactual:   ${actual ?? ''}`;
  const where = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : `\n${stack}`;
  return `${name}: ${message}${difference}${where}`.trimEnd().replaceAll(/^/gm, '      ');
}

/** @param {unknown} value */
const toText = (value) => (typeof value === 'string' ? value : inspect(value));

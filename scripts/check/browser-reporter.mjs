import { writeCounts } from './counts.mjs';

/**
 * A reporter for Web Test Runner that leaves the counts where the check looks for them.
 *
 * @returns {import('@web/test-runner').Reporter}
 */
export function countsReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const { testResults, passed } of sessions) {
        const tests = testResults ? testsOf(testResults) : [];
        for (const test of tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
        // A file that could not be loaded, or failed outside its tests.
        if (!passed && tests.every((test) => test.passed || test.skipped)) counts.failed += 1;
      }
      writeCounts(counts);
    },
  };
}

/**
 * @param {import('@web/test-runner').TestSuiteResult} suite
 * @returns {import('@web/test-runner').TestResult[]}
 */
function testsOf({ tests, suites }) {
  return [...tests, ...suites.flatMap(testsOf)];
}

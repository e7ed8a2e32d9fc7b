import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { browserReporter } from '../../scripts/check/browser-reporter.mjs';
import { root } from './root.ts';

/** What our reporter counts and prints when these lines stand in a test file. */
function report(t: TestContext, lines: string) {
  const folder = mkdtempSync(join(tmpdir(), 'counts-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const [file, countsFile] = [join(folder, 'sample.test.mjs'), join(folder, 'counts.json')];
  writeFileSync(file, `import { after, describe, test } from 'node:test';\n${lines}`);

  const reporter = pathToFileURL(join(root, 'scripts/check/node-reporter.mjs')).href;
  const env: NodeJS.ProcessEnv = { ...process.env, TEST_COUNTS_FILE: countsFile };
  delete env['NODE_TEST_CONTEXT']; // Else Node takes the test run in the test for a mistake.
  const args = ['--test', `--test-reporter=${reporter}`, '--test-reporter-destination=stdout', file];
  const { stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  return { stdout, counts: JSON.parse(readFileSync(countsFile, 'utf8')) as unknown };
}

describe('The counts of npm test', () => {
  test('hold every test once, and no suite', (t) => {
    const { counts } = report(
      t,
      `describe('suite', () => {
         test('passes', () => {});
         test('fails', () => { throw new Error('on purpose'); });
         test.skip('is left out', () => {});
       });`,
    );
    assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 1 });
  });

  test('name the failed test with its suite, and its reason', (t) => {
    const { stdout } = report(
      t,
      `describe('a', () => { test('b', () => { throw new Error('on purpose'); }); });`,
    );
    assert.match(stdout, /✖ a › b\n +Error: on purpose/);
  });

  test('count a file that breaks off as a failure', (t) => {
    assert.deepEqual(report(t, `throw new Error('on purpose');`).counts, {
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });

  test('count a failed clean-up as a failure', (t) => {
    const { counts } = report(
      t,
      `describe('suite', () => { test('passes', () => {}); after(() => { throw new Error('on purpose'); }); });`,
    );
    assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 0 });
  });

  test('do not take an empty file for a passed test', (t) => {
    assert.deepEqual(report(t, '').counts, { passed: 0, failed: 0, skipped: 0 });
  });
});

describe('The counts of the element tests', () => {
  /** A test that its browser could not be asked for, as Web Test Runner tells of it. */
  const leftOut = {
    testFile: join(root, 'test/widget/sample.test.ts'),
    sessions: [
      {
        passed: true,
        logs: [],
        request404s: [],
        errors: [],
        testResults: {
          suites: [],
          tests: [{ name: 'is seen', passed: false, skipped: true, error: { message: 'Firefox cannot' } }],
        },
      },
    ],
  };

  /** What our reporter counts and prints of it. */
  function tell(t: TestContext, how: Parameters<typeof browserReporter>[0]) {
    const folder = mkdtempSync(join(tmpdir(), 'counts-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'counts.json');
    const printed: string[] = [];
    t.mock.method(process.stdout, 'write', (text: string) => void printed.push(text));
    t.after(() => delete process.env['TEST_COUNTS_FILE']);
    process.env['TEST_COUNTS_FILE'] = file;
    const { reportTestFileResults, onTestRunFinished } = browserReporter(how);
    const { testFile, sessions } = leftOut;
    reportTestFileResults?.({ testFile, sessionsForTestFile: sessions } as never);
    onTestRunFinished?.({ sessions } as never);
    t.mock.restoreAll();
    return { printed: printed.join(''), counts: JSON.parse(readFileSync(file, 'utf8')) as unknown };
  }

  test('hold what a browser could not be asked for as skipped, and say why', (t) => {
    const { printed, counts } = tell(t, { allMustRun: false });
    assert.deepEqual(counts, { passed: 0, failed: 0, skipped: 1 });
    assert.match(printed, /skipped: is seen: Firefox cannot/);
  });

  test('hold it as failed in Chromium, which can be asked for everything', (t) => {
    assert.deepEqual(tell(t, { allMustRun: true }).counts, { passed: 0, failed: 1, skipped: 0 });
  });
});

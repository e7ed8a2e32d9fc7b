import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from './root.ts';

/** What our reporter says, and counts as failed, when these sources must be run in full by these lines of a test. */
function report(t: TestContext, sources: Readonly<Record<string, string>>, lines: string) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'coverage-')));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text);
  const [file, countsFile] = [join(folder, 'sample.test.mjs'), join(folder, 'counts.json')];
  writeFileSync(file, `import { test } from 'node:test';\n${lines}`);

  const covers = join(folder, '*.ts');
  const env: NodeJS.ProcessEnv = { ...process.env, TEST_COUNTS_FILE: countsFile, TEST_COVERS: covers };
  delete env['NODE_TEST_CONTEXT']; // Else Node takes the test run in the test for a mistake.
  delete env['NODE_V8_COVERAGE'];
  const reporter = pathToFileURL(join(root, 'scripts/check/node-reporter.mjs')).href;
  const { stdout } = spawnSync(
    process.execPath,
    [
      '--test',
      '--experimental-test-coverage',
      `--test-coverage-include=${covers}`,
      `--test-reporter=${reporter}`,
      '--test-reporter-destination=stdout',
      file,
    ],
    { env, cwd: folder, encoding: 'utf8' },
  );
  const { failed } = JSON.parse(readFileSync(countsFile, 'utf8')) as { failed: number };
  return { stdout, failed };
}

const half = `export const half = (it: number): number => {
  if (it < 0) return 0;
  return it / 2;
};`;

test('A source that the tests run in full is not spoken of', (t) => {
  const { stdout, failed } = report(
    t,
    { 'half.ts': half },
    `import { half } from './half.ts'; test('runs', () => { half(-1); half(1); });`,
  );
  assert.doesNotMatch(stdout, /never/);
  assert.equal(failed, 0);
});

test('A line that no test runs fails, and is named', (t) => {
  const { stdout, failed } = report(
    t,
    { 'half.ts': half },
    `import { half } from './half.ts'; test('runs', () => { half(1); });`,
  );
  assert.match(stdout, /✖ .*half\.ts: never run: .*branch 2/);
  assert.equal(failed, 1);
});

test('A source that no test loads fails, unless it has only types', (t) => {
  const { stdout, failed } = report(
    t,
    {
      'half.ts': half,
      'only-types.ts': '/** Of a thing. */\nexport interface Thing { it: number } // that is all',
    },
    `test('runs', () => {});`,
  );
  assert.match(stdout, /✖ .*half\.ts is never loaded/);
  assert.doesNotMatch(stdout, /only-types/);
  assert.equal(failed, 1);
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { asOneLine, explainedIn } from '../../scripts/mutation/survivors.ts';
import { root } from './root.ts';

describe('Mutation testing', () => {
  test('runs the tests on the changed core: each change of a small part of it is noticed', () => {
    const env: NodeJS.ProcessEnv = { ...process.env };
    delete env['NODE_TEST_CONTEXT']; // Else Node takes the test run in the test for a mistake.
    delete env['NODE_V8_COVERAGE'];
    const { stdout, stderr } = spawnSync(process.execPath, ['scripts/mutation.mjs', 'sample'], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    assert.match(stdout, /^sample: 100 % \(\d+ killed, 0 survived\)$/m, stdout + stderr);
  });

  const explained = explainedIn(readFileSync(join(root, 'docs/mutation.md'), 'utf8'));
  for (const { file, before, after } of explained)
    test(`docs/mutation.md speaks of a line that ${file} still has: ${after}`, () => {
      assert.ok(asOneLine(readFileSync(join(root, file), 'utf8')).includes(before));
    });

  test('docs/mutation.md gives a reason below every survivor', () => {
    const text = readFileSync(join(root, 'docs/mutation.md'), 'utf8');
    assert.equal(text.split('```diff').length - 1, explained.length);
  });
});

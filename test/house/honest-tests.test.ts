import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from './root.ts';

const testFiles = globSync('test/**/*.test.ts', { cwd: root, exclude: ['test/house/**'] });

/** The lines of all test files that match. */
function linesWith(pattern: RegExp): readonly string[] {
  return testFiles.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .map((line, index) => `${file}:${index + 1} ${line.trim()}`)
      .filter((line) => pattern.test(line)),
  );
}

describe('The tests', () => {
  test('are all run: none stands outside the folders the runners look into', () => {
    const strays = testFiles.filter(
      (file) => !/^test[/\\](core|server|widget|stories|flows)[/\\]/.test(file),
    );
    assert.deepEqual(strays, []);
  });

  test('leave none out: no .only, .skip or .todo', () => {
    assert.deepEqual(linesWith(/\b(test|it|describe|suite|t)\.(only|skip|todo)\(/), []);
  });

  test('wait for something to happen, never for time to pass', () => {
    assert.deepEqual(linesWith(/new Promise\b.*\bsetTimeout\(|\btimers\/promises\b|\baTimeout\(/), []);
  });
});

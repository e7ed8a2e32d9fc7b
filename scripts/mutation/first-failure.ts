/**
 * Loaded before every test file that runs on a changed core: one failure is enough, so it ends the file at once, and
 * no property looks for its smallest counterexample.
 */
import { writeSync } from 'node:fs';
import { afterEach } from 'node:test';
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: true });

afterEach((context) => {
  if (!('passed' in context) || context.passed) return;
  writeSync(1, `not ok 1 - ${context.fullName}\n1..1\n`); // At once; Node's own line waits for the next turn.
  process.exit(1);
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { usage } from '../../packages/server/src/check/arguments.ts';
import { rules } from '../../packages/server/src/check/rules.ts';
import { supplies } from '../../packages/server/src/check/stage.ts';
import { breaks } from './check/breaks.ts';

const paper = readFileSync(new URL('../../docs/contract-check.md', import.meta.url), 'utf8');

test('the paper about the check has the table of rules, as the code has it', () => {
  const rows = paper
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([first, ...others]) => /^\d+$/.test(first ?? '') && others.length === 4);
  assert.deepEqual(
    rows,
    rules.map(({ number, sentence, needs, source }) => [
      String(number),
      sentence,
      needs.map((need) => `\`${supplies[need]}\``).join(', ') || '–',
      breaks.find(({ rule }) => rule === number)?.fault,
      source,
    ]),
  );
});

test('there are 21 rules, numbered in order, each with a fault that breaks it', () => {
  const numbers = Array.from({ length: 21 }, (_, index) => index + 1);
  assert.deepEqual(
    rules.map(({ number }) => number),
    numbers,
  );
  assert.deepEqual([...new Set(breaks.map(({ rule }) => rule))], numbers);
});

test('the paper names every option and variable of the command', () => {
  const named = [...usage.matchAll(/^ {2}(--\w+|LEB_CHECK_\w+)/gm)].map(([, name]) => name ?? '');
  assert.equal(named.length, 15);
  assert.deepEqual(
    named.filter((name) => !paper.includes(`\`${name}`)),
    [],
  );
});

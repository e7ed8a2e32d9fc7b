import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { liveCases } from '../../scripts/stripe-live/cases.ts';
import { root } from './root.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The rows of docs/stripe-cases.md: number, what, how, why it counts, with keys. */
const rows = read('docs/stripe-cases.md')
  .split('\n')
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter(([first]) => /^\d+$/.test(first ?? ''));

const numbers = rows.map(([number]) => Number(number));

/** Where each number is named in a title. */
const named = new Map<number, string[]>();
for (const file of globSync('test/{core,widget,server,stories,flows,house}/**/*.ts', { cwd: root }))
  for (const [, number] of read(file).matchAll(/\b(?:test|it)\(\s*['"`]case (\d+): /g))
    named.set(Number(number), [...(named.get(Number(number)) ?? []), file]);

describe('docs/stripe-cases.md', () => {
  test('has the cases 1 to 44, each once and in order', () => {
    assert.deepEqual(
      numbers,
      Array.from({ length: 44 }, (_, index) => index + 1),
    );
  });

  test('has no case without a test that names it', () => {
    assert.deepEqual(
      numbers.filter((number) => !named.has(number)),
      [],
    );
  });

  test('has every case that a test names', () => {
    const strangers = [...named].filter(([number]) => !numbers.includes(number));
    assert.deepEqual(strangers, []);
  });

  test('says which cases are also asked of Stripe itself, as the command has them', () => {
    const asked = new Set(liveCases.map(({ number }) => number));
    assert.deepEqual(
      rows.filter(([, , , , live]) => live === 'also').map(([number]) => Number(number)),
      numbers.filter((number) => asked.has(number)),
    );
  });
});

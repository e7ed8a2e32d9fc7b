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

const { runners } = (await import(new URL('../../scripts/check/runners.mjs', import.meta.url).href)) as {
  readonly runners: readonly { readonly files: readonly string[] }[];
};
const run = new Set(runners.flatMap(({ files }) => globSync([...files], { cwd: root })));
const isRun = (file: string): boolean => run.has(file) || !file.endsWith('.test.ts');

/** Below it in a file is only what `npm run test:journeys` runs. */
const onlyJourneys = "\n  if (process.env['JOURNEYS'] !== 'all') return;\n";

const files = globSync('test/{core,widget,server,stories,flows,house}/**/*.ts', { cwd: root });
const casesIn = (text: string): number[] =>
  [...text.matchAll(/\b(?:test|it)\(\s*['"`]case (\d+): /g)].map(([, number]) => Number(number));
const named = new Set(files.flatMap((file) => casesIn(read(file))));
/** Those in a title of a test that `npm test` runs. */
const tried = new Set(
  files.filter(isRun).flatMap((file) => casesIn(read(file).split(onlyJourneys)[0] ?? '')),
);

describe('docs/stripe-cases.md', () => {
  test('has the cases 1 to 44, each once and in order', () => {
    assert.deepEqual(
      numbers,
      Array.from({ length: 44 }, (_, index) => index + 1),
    );
  });

  test('has no case without a test that names it and that `npm test` runs', () => {
    assert.deepEqual(
      numbers.filter((number) => !tried.has(number)),
      [],
    );
  });

  test('has every case that a test names', () => {
    assert.deepEqual(
      [...named].filter((number) => !numbers.includes(number)),
      [],
    );
  });

  test('knows which tests `npm test` leaves to another command', () => {
    const conditions = globSync('test/**/*.ts', { cwd: root, exclude: ['test/house/**'] }).flatMap((file) =>
      [...read(file).matchAll(/^ *if \(.*(?:process\.env|\bisL(?:ong|arge)\b).*\) return;$/gm)].map(
        ([line]) => `${file}: ${line.trim()}`,
      ),
    );
    assert.deepEqual(conditions, [`test/flows/stripe.test.ts: ${onlyJourneys.trim()}`]);
  });

  test('says which cases are also asked of Stripe itself, as the command has them', () => {
    const asked = new Set(liveCases.map(({ number }) => number));
    assert.deepEqual(
      rows.filter(([, , , , live]) => live === 'also').map(([number]) => Number(number)),
      numbers.filter((number) => asked.has(number)),
    );
  });
});

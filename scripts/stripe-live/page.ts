import { format } from 'prettier';
import { liveCases } from './cases.ts';
import { isAsked, type ByHand, type LiveCase } from './live-case.ts';
import type { Result } from './run.ts';

/** A run against Stripe itself. */
export interface Run {
  /** When, and with what: one sentence. */
  readonly heading: string;
  readonly results: readonly Result[];
}

const notYet = 'not run yet';

/** docs/stripe-live.md. What persons have written about what they did by hand stays as it is in `old`. */
export async function page(run: Run | null, old: string): Promise<string> {
  const said = new Map(rowsOf(old).map(([, what = '', result = '']) => [what, result]));
  const results = new Map(run?.results.map((result) => [result.what, inWords(result)]));
  const asked = liveCases.filter(isAsked).map((each) => row(each, results.get(each.what)));
  const byHand = liveCases.filter((each): each is ByHand => !isAsked(each));
  const text = [
    '# Asked of Stripe itself',
    '',
    'The tests of this repository run Stripe’s own SDK, types, signatures and loader, and a double where Stripe’s servers would be. What',
    'only those servers can answer is here, and is not tested until somebody with a test account has asked them:',
    '',
    '```sh',
    'STRIPE_TEST_KEY=sk_test_… npm run check:stripe-live            # asks, and writes this page',
    'npm run check:stripe-live -- --list                            # writes it as it was before anybody asked',
    '```',
    '',
    'It takes a minute or two, leaves some test payments in the account and moves no money: a live key is refused. Cases have the numbers',
    'of [the list of cases](stripe-cases.md).',
    '',
    '## By the command',
    '',
    run === null ? '**Not run yet.** Nothing below has been seen at Stripe.' : run.heading,
    '',
    ...table(asked),
    '',
    '## By hand',
    '',
    'An hour, with a browser, a test account and a phone. Write the day and what you saw behind the line: the command leaves it there.',
    '',
    ...table(byHand.map((each) => row(each, said.get(each.what)))),
    '',
    ...byHand.flatMap(steps),
  ].join('\n');
  return format(text, { parser: 'markdown', printWidth: 110, singleQuote: true });
}

const row = ({ number, what }: LiveCase, result: string = notYet): string =>
  `| ${number ?? ''} | ${what} | ${result} |`;

const table = (rows: readonly string[]): string[] => [
  '| case | what | result |',
  '| --- | --- | --- |',
  ...rows,
];

const inWords = ({ outcome, detail }: Result): string => (detail === '' ? outcome : `${outcome}: ${detail}`);

const steps = ({ what, steps }: ByHand): string[] => [
  `### ${what.charAt(0).toUpperCase()}${what.slice(1)}`,
  '',
  ...steps.map((step, index) => `${index + 1}. ${step}`),
  '',
];

/** The rows of such a page: number, what, result. */
export const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([first = '']) => /^\d*$/.test(first));

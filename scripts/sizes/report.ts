import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { format } from 'prettier';
import { rolldown, type OutputChunk, type RolldownOutput } from 'rolldown';
import { compact } from '../build/compact.ts';

interface Row {
  readonly entry: string;
  /** What a page writes to load it. */
  readonly code: string;
  /** Chunks that count: those that come before anything can be seen, all of them but languages and hints, or what is asked for later. */
  readonly chunks: 'first' | 'all' | RegExp;
  /** Bytes as they were budgeted at the start, where they were. */
  readonly budget: number | null;
  /** Bytes at most: never more than today without a decision. */
  readonly most: number;
}

const core = (entry: string, most: number, budget: number | null = null): Row => {
  const name = entry === '' ? '@leb-renew/core' : `@leb-renew/core/${entry}`;
  return { entry: `\`${name}\``, code: `export * from '${name}'`, chunks: 'all', budget, most };
};

const defined = (...tags: string[]): string =>
  tags.map((tag) => `import '@leb-renew/widget/${tag}/define';`).join('');

const source = (path: string): string =>
  fileURLToPath(new URL(`../../packages/widget/src/${path}`, import.meta.url));

/** One of the two files of a language. */
const language = (entry: string, file: string): Row => ({
  entry,
  code: `export * from '${source('text/load-messages.ts')}'`,
  chunks: new RegExp(`/src/text/${file}\\.`),
  budget: 4_000,
  most: 4_000,
});

/** Every entry of core, whole: what is imported of it is at most this. Then the elements. */
export const rows: readonly Row[] = [
  core('', 6_000, 6_000),
  core('client', 6_200),
  {
    entry: '`@leb-renew/core` and `/client` together',
    code: `export * from '@leb-renew/core'; export * from '@leb-renew/core/client'`,
    chunks: 'all',
    budget: null,
    most: 11_000,
  },
  core('journey', 6_900),
  core('sign-in', 1_900),
  core('plan', 2_800),
  core('reminder', 2_000),
  core('identifiers', 1_300),
  core('stripe', 2_700),
  core('term', 18_700),
  core('sandbox', 26_400),
  {
    entry: '`<leb-status-badge>`',
    code: defined('status-badge'),
    chunks: 'first',
    budget: 8_000,
    most: 16_100,
  },
  {
    entry: '`<leb-status-badge>` and `<leb-plan-picker>`',
    code: defined('status-badge', 'plan-picker'),
    chunks: 'first',
    budget: 11_000,
    most: 23_000,
  },
  {
    entry: '`<leb-renewal>` until something is seen',
    code: defined('renewal'),
    chunks: 'first',
    budget: 13_000,
    most: 46_400,
  },
  {
    entry: '`<leb-renewal>`, all of it',
    code: defined('renewal'),
    chunks: 'all',
    budget: 25_000,
    most: 74_200,
  },
  {
    entry: 'payments through Stripe, Stripe’s loader included',
    code: defined('renewal'),
    chunks: /\/src\/payments\/stripe\/(?!hints)/,
    budget: 5_000,
    most: 5_000,
  },
  {
    entry: '`<leb-payment-form>` until it opens a form',
    code: defined('payment-form'),
    chunks: 'first',
    budget: null,
    most: 18_700,
  },
  {
    entry: '`@leb-renew/widget/return`',
    code: `import '@leb-renew/widget/return'`,
    chunks: 'first',
    budget: 600,
    most: 600,
  },
  {
    entry: '`@leb-renew/themes/soft`, the largest of the themes',
    code: `export { default } from '@leb-renew/themes/soft'`,
    chunks: 'first',
    budget: 2_000,
    most: 500,
  },
  ...['简体中文|zh-hans', 'Русский, the largest of the languages|ru'].flatMap((each): Row[] => {
    const [name = '', folder = ''] = each.split('|');
    return [
      language(`${name}, for a badge, the sign-in and the cards`, `${folder}/first`),
      language(`${name}, what is said after that`, `${folder}/index`),
    ];
  }),
];

export interface Measured extends Row {
  /** Minified, and compressed with Brotli at 11. */
  readonly bytes: number;
}

export async function measureAll(): Promise<Measured[]> {
  return Promise.all(rows.map(async (row) => ({ ...row, bytes: await measure(row) })));
}

async function measure({ code, chunks }: Row): Promise<number> {
  const entry = 'virtual:entry';
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    resolve: { conditionNames: ['@leb-renew/source', 'browser', 'import', 'default'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
      {
        name: 'as it is built',
        transform: {
          filter: { id: /\/widget\/src\/.*\.ts$/ },
          handler: (text, id) => ({ code: compact(id, text) }),
        },
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  const [first, ...rest] = output;
  const text = counted(chunks, first, rest)
    .map((part) => (part.type === 'chunk' ? part.code : ''))
    .join('');
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

type Part = RolldownOutput['output'][number];

function counted(chunks: Row['chunks'], first: OutputChunk, rest: readonly Part[]): readonly Part[] {
  if (chunks === 'first') return loadedWith(first, rest);
  if (chunks === 'all') return [first, ...rest.filter(isUsual)];
  return rest.filter((part) => part.type === 'chunk' && part.moduleIds.some((id) => chunks.test(id)));
}

/** A chunk, and those that it cannot do without. */
function loadedWith(first: OutputChunk, others: readonly Part[]): Part[] {
  const needed = new Set([first.fileName]);
  const parts = [first, ...others];
  for (const name of needed)
    for (const part of parts)
      if (part.fileName === name && part.type === 'chunk') part.imports.forEach((each) => needed.add(each));
  return parts.filter(({ fileName }) => needed.has(fileName));
}

/**
 * Of languages, a person loads one, and an element of themes; English and the default are in the elements. Hints are for the
 * developer of a page with a mistake.
 */
const isUsual = (part: Part): boolean =>
  part.type !== 'chunk' ||
  !part.moduleIds.some((id) =>
    /\/src\/(text\/((?!en\/)[^/]+\/|pseudo)|sheets\/|(page|payments\/stripe)\/hints)/.test(id),
  );

const kB = (bytes: number | null): string => (bytes === null ? '' : `${(bytes / 1000).toFixed(1)} kB`);

export const report = (measured: readonly Measured[]): Promise<string> =>
  format(`${intro}\n${measured.map(line).join('\n')}\n`, { parser: 'markdown' });

const line = ({ entry, bytes, budget, most }: Measured): string =>
  `| ${entry} | ${kB(bytes)} | ${kB(budget)} | ${kB(most)} |`;

const intro = [
  '# What a page pays',
  '',
  'As it is built, without room in style sheets and templates, then minified and compressed with Brotli at 11; every',
  'dependency included, each entry whole and on its own. Entries share parts, so two of them cost less than their sum, and a',
  'bundler takes only what is used. Written by `npm run size`; a test keeps it true and defends the last column.',
  '',
  'The first row is what an interface of one’s own needs: states, dates, prices, problems. `/client` adds the contract and',
  'its check, so that no answer gets by unread; whoever brings a transport of their own does without it. Both together are',
  'more than the 6 kB once set for the core: retries, aborting and the check of every argument came to stand in the same',
  'budget, and were worth more.',
  '',
  'The elements are above what was set for them before they were built. Of the badge, Lit is 5.3 kB, the look that all',
  'elements share 2.2 kB (a brand of any colour that stays readable, and going back to the default where a token is nonsense,',
  'cost 0.4 kB of that), dates by the card’s own zone 1.5 kB, and the words of every state 1.0 kB. What is left is the',
  'badge: its bar, its two forms, its clock, the other languages, and the check of what it is given. Each was worth more',
  'than its bytes. English comes with the elements; a person with another language loads that as well, in two files: a badge,',
  'the sign-in and the cards need one of them. To know where both are costs every page 0.2 kB.',
  '',
  'The whole journey’s first view, the sign-in or the cards, is more than three times its budget. The badge is 16.1 kB of',
  'that, the sign-in 5.7 kB more: with codes, resets, links and a countdown it is no longer two fields. The client, which',
  'believes no answer unread, is another 5.4 kB, and the machines of signing in and of renewing with what joins them to the',
  'world 5.3 kB: they must know from the first moment whether a payment is under way. The other 13 kB are the journey',
  'itself: its cards with their search, the browser’s way back, tabs in step, coming back after a reload or from a',
  'provider’s site, and the words of every problem. The browser’s way back is among them because an entry that is missing',
  'cannot be made later. Plans, checkout and receipt are not in it: they are loaded in two parts as soon as the first view is',
  'on the screen, the frame of a dialog or drawer where there is one, and what a payment takes when there is one. All of it',
  'counts those, the test payments, those through Stripe and the calendar file; not the words in which a developer is told',
  'what is wrong with a page or its keys, which nobody loads where nothing is.',
  '',
  '| entry | size | budget | at most |',
  '| --- | --- | --- | --- |',
].join('\n');

import { brotliCompressSync, constants } from 'node:zlib';
import { format } from 'prettier';
import { rolldown } from 'rolldown';

interface Row {
  readonly entry: string;
  /** What a page writes to load it. */
  readonly code: string;
  /** Bytes at most, where there is a budget. */
  readonly budget: number | null;
}

const core = (entry: string, budget: number | null = null): Row => {
  const name = entry === '' ? '@leb-renew/core' : `@leb-renew/core/${entry}`;
  return { entry: `\`${name}\``, code: `export * from '${name}'`, budget };
};

/** Every entry of core, whole: what is imported of it is at most this. */
export const rows: readonly Row[] = [
  core('', 6_000),
  core('client'),
  {
    entry: '`@leb-renew/core` and `/client` together',
    code: `export * from '@leb-renew/core'; export * from '@leb-renew/core/client'`,
    budget: null,
  },
  core('journey'),
  core('sign-in'),
  core('plan'),
  core('reminder'),
  core('identifiers'),
  core('term'),
  core('sandbox'),
];

export interface Measured extends Row {
  /** Minified, and compressed with Brotli at 11. */
  readonly bytes: number;
}

export async function measureAll(): Promise<Measured[]> {
  return Promise.all(rows.map(async (row) => ({ ...row, bytes: await measure(row.code) })));
}

async function measure(code: string): Promise<number> {
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
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  const text = output.map((part) => (part.type === 'chunk' ? part.code : '')).join('');
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

const kB = (bytes: number | null): string => (bytes === null ? '' : `${(bytes / 1000).toFixed(1)} kB`);

export const report = (measured: readonly Measured[]): Promise<string> =>
  format(`${intro}\n${measured.map(line).join('\n')}\n`, { parser: 'markdown' });

const line = ({ entry, bytes, budget }: Measured): string => `| ${entry} | ${kB(bytes)} | ${kB(budget)} |`;

const intro = [
  '# What a page pays',
  '',
  'Minified and compressed with Brotli at 11, every dependency included, each entry whole and on its own. Entries share',
  'parts, so two of them cost less than their sum, and a bundler takes only what is used. Written by `npm run sizes`; a',
  'test keeps it true.',
  '',
  'The first row is what an interface of one’s own needs: states, dates, prices, problems. `/client` adds the contract and',
  'its check, so that no answer gets by unread; whoever brings a transport of their own does without it. Both together are',
  'more than the 6 kB once set for the core: retries, aborting and the check of every argument came to stand in the same',
  'budget, and were worth more.',
  '',
  '| entry | size | at most |',
  '| --- | --- | --- |',
].join('\n');

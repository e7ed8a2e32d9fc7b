import type { Money } from '@leb-renew/core/contract';
import type { Waiting } from './list.ts';
import type { Story } from './story.ts';

/** What waits, a line each: calm columns, the reason last because it may be long. */
export function listed(waiting: readonly Waiting[]): string {
  if (waiting.length === 0) return 'Nothing waits for a person.\n';
  const rows = waiting.map(({ since, kind, renewal, why, jobId }) => [
    since.slice(0, 16).replace('T', ' '),
    kind,
    renewal?.reference ?? '–',
    renewal === null ? '–' : inWords(renewal.amount),
    renewal?.card ?? '–',
    jobId === null ? why : `${why} [${jobId}]`,
  ]);
  return table([['since (UTC)', 'what', 'renewal', 'amount', 'card', 'why'], ...rows]);
}

/** A renewal and what happened to it. */
export function told(story: Story): string {
  const { provider, supplier } = story;
  const facts: (readonly [string, string])[] = [
    ['renewal', `${story.reference} (${story.renewalId})`],
    ['status', story.review === null ? story.status : `${story.status}, ${story.review}`],
    ['amount', inWords(story.amount)],
    ['plan', story.plan],
    ['card', story.card],
    ['payment', story.paymentRef ?? 'none'],
    ['provider', provider === null ? 'does not tell' : providerInWords(provider)],
    ['supplier', supplier === null ? 'was not asked' : supplierInWords(supplier)],
  ];
  const events = story.events.map(({ at, what }) => [at.slice(0, 19).replace('T', ' '), what]);
  return `${table(facts)}\n${table(events)}`;
}

const providerInWords = (provider: NonNullable<Story['provider']>): string =>
  [
    provider.state,
    `received ${inWords(provider.received)}`,
    `given back ${provider.refunded === null ? 'nothing' : inWords(provider.refunded)}`,
    ...(provider.refunding === null ? [] : [`on its way back ${inWords(provider.refunding)}`]),
    ...(provider.refundFailed === null ? [] : [`refund failed: ${provider.refundFailed}`]),
    ...(provider.dispute === null ? [] : [`dispute ${provider.dispute}`]),
  ].join(', ');

const supplierInWords = ({ tries, promised, trouble, supplierRef }: NonNullable<Story['supplier']>): string =>
  [
    `${tries} ${tries === 1 ? 'try' : 'tries'}`,
    ...(promised === null ? [] : [`until ${promised.to}`]),
    ...(trouble === null ? [] : [trouble]),
    ...(supplierRef === null ? [] : [supplierRef]),
  ].join(', ');

/** `24.00 USD`: no person's language, so that it can be compared with the provider's pages. */
const inWords = ({ minor, exponent, currency }: Money): string =>
  `${(minor / 10 ** exponent).toFixed(exponent)} ${currency}`;

/** Columns as wide as their widest cell, but for the last. */
function table(rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(width(column)))).join('  ');
  return `${rows.map(line).join('\n')}\n`;
}

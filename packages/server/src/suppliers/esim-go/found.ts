import type { Instant } from '@leb-renew/core/contract';
import { integer, list, object, string, type Of } from '@leb-renew/core/schema';
import { instantOf } from '../../store/instant.ts';
import { instantOfMoment } from '../moment.ts';
import type { Applied, ExtensionOrder, Unknown } from '../port.ts';
import type { Assignment, Bundles } from './answers.ts';

/** Before the first try: when that was (epoch ms), how long the bundle lasts, and which of its kind the card had. */
export const Before = object({ at: integer(0), days: integer(1), references: list(string()) });
export type Before = Of<typeof Before>;

export const markOf = (at: number, days: number, bundles: Bundles, name: string): string => {
  const references = [...new Set(of(name, bundles).map(({ assignmentReference }) => assignmentReference))];
  return JSON.stringify({ at, days, references } satisfies Before);
};

/**
 * What the card says of an order. Nothing in it names the order: a bundle of the ordered kind that the card had not
 * before the first try is taken for ours, since one order at a time is out for a card. A bundle that the seller adds by
 * hand at the same time cannot be told from it. Null when there is none.
 */
export function foundIn(
  bundles: Bundles,
  name: string,
  order: ExtensionOrder,
  { days, references }: Before,
): Applied | Unknown | null {
  const since = of(name, bundles).filter(
    ({ assignmentReference }) => !references.includes(assignmentReference),
  );
  const [first] = since.toSorted((one, other) => made(one) - made(other));
  if (first === undefined) return null;
  const ours = since.filter(({ assignmentReference }) => assignmentReference === first.assignmentReference);
  if (ours.some(({ bundleState }) => bundleState === 'processing'))
    return { outcome: 'unknown', detail: 'the bundle is being processed', retryAfterSeconds: 30 };
  if (ours.every(({ bundleState }) => bundleState === 'revoked'))
    return { outcome: 'unknown', detail: 'the bundle was revoked' };
  return { outcome: 'applied', ...datesOf(ours, order, days), supplierRef: first.assignmentReference };
}

/**
 * The dates of the assignments where each has them. A bundle that waits has none: it begins when those before it are
 * used up or over, and lasts its days from then on. Counted from the end that was promised from, because that is the
 * latest moment at which it begins for a card in use.
 */
function datesOf(
  ours: readonly Assignment[],
  order: ExtensionOrder,
  days: number,
): { from: Instant; to: Instant } {
  const starts = momentsOf(ours.map(({ startTime }) => startTime));
  const ends = momentsOf(ours.map(({ endTime }) => endTime));
  const from = starts.length === 0 ? Date.parse(order.from) : Math.min(...starts);
  const known = starts.length === ours.length && ends.length === ours.length;
  const to = known ? Math.max(...ends) : Math.max(from + days * dayMs, ...ends);
  return { from: instantOf(from), to: instantOf(to) };
}

const dayMs = 24 * 3600_000;

const momentsOf = (moments: readonly (string | null | undefined)[]): number[] =>
  moments.flatMap((moment) => ((moment ?? '') === '' ? [] : Date.parse(instantOfMoment(moment as string))));
const made = ({ assignmentDateTime }: Assignment): number => Date.parse(instantOfMoment(assignmentDateTime));
const of = (name: string, bundles: Bundles): Assignment[] =>
  bundles.filter((bundle) => bundle.name === name).flatMap(({ assignments }) => assignments);

import { check, ProfileState, type Card, type Instant } from '@leb-renew/core/contract';
import { instantOf } from '../../store/instant.ts';
import { instantOfMoment } from '../moment.ts';
import type { Assignment, Bundles } from './answers.ts';

/** https://help.esim-go.com, “How Do Queued Bundles Work?” */
export const mostQueued = 30;

const waiting = ['processing', 'queued'];
const inUse = ['active', 'depleted'];
const isIn = (states: readonly string[]) => (each: Assignment) => states.includes(each.bundleState);

/** Bundles that wait, whatever number of assignments each has. */
export const queuedIn = (bundles: Bundles): number =>
  new Set(assigned(bundles, waiting).map(referenceOf)).size;

/**
 * The end of the last bundle that has begun. Null while one waits behind it: when that begins, and so ends, is decided
 * by its first use, and the supplier does not say it before.
 */
export function expiryOf(bundles: Bundles): Instant | null {
  if (assigned(bundles, waiting).length > 0) return null;
  const ends = assigned(bundles, [...inUse, 'expired']).flatMap(({ endTime }) =>
    (endTime ?? '') === '' ? [] : Date.parse(instantOfMoment(endTime as string)),
  );
  return ends.length === 0 ? null : instantOf(Math.max(...ends));
}

/** All that is left of what has not ended. Null where a bundle without limit is among it. */
export function dataOf(bundles: Bundles, asOf: Instant): Card['data'] {
  const live = assigned(bundles, [...waiting, ...inUse]);
  const total = sum(live.map(({ initialQuantity }) => initialQuantity));
  if (live.some(({ unlimited }) => unlimited === true) || total < 1) return null;
  return {
    totalBytes: total,
    remainingBytes: Math.min(total, sum(live.map(({ remainingQuantity }) => remainingQuantity))),
    asOf,
  };
}

/** The words of SGP.22, of which `Released` and `Installed` are documented. */
export function profileOf(status: string): Card['profile'] {
  const known = check(ProfileState, status.toLowerCase());
  return known.ok ? known.value : 'unknown';
}

const assigned = (bundles: Bundles, states: readonly string[]): Assignment[] =>
  bundles.flatMap(({ assignments }) => assignments).filter(isIn(states));
const referenceOf = ({ assignmentReference }: Assignment): string => assignmentReference;
const sum = (amounts: readonly number[]): number =>
  Math.round(amounts.reduce((whole, amount) => whole + Math.max(0, amount), 0));

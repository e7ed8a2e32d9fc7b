import { Instant } from '@leb-renew/core/contract';
import { integer, nullable, object, type Of } from '@leb-renew/core/schema';
import { readMark } from '../mark.ts';
import type { Applied, ExtensionOrder, Mark } from '../port.ts';
import type { Profile } from './answers.ts';
import { expiryOf } from './card.ts';

/** The card before the order: the days of its plan and top-ups together, and its end. */
const Before = object({ days: integer(0), expiresAt: nullable(Instant) });
type Before = Of<typeof Before>;

export const markOf = (card: Profile): string =>
  JSON.stringify({ days: card.totalDuration, expiresAt: expiryOf(card) } satisfies Before);

/**
 * What the card says of an order. Where each of its packages names its transaction, ours is there or was never made.
 * Elsewhere only the sum of days tells: it has grown since the mark, and one order at a time is out for a card.
 */
export function foundIn(card: Profile, order: ExtensionOrder, mark: Mark): Applied | 'absent' | 'unclear' {
  const before = readMark(Before, mark);
  const made = appliedOf(order, mark, card);
  if (card.packageList.some(({ transactionId }) => transactionId === order.key)) return made;
  if (namesAll(card)) return 'absent';
  if (before === null) return 'unclear';
  return card.totalDuration > before.days ? made : 'absent';
}

const namesAll = ({ packageList, totalDuration }: Profile): boolean =>
  packageList.every(({ transactionId }) => (transactionId ?? '') !== '') &&
  packageList.reduce((days, { duration }) => days + duration, 0) === totalDuration;

/**
 * The added days run from the old end to the new one. A card that is not in use keeps no dates: its days begin with
 * its first use, which is not before today, so that what was promised is the least that it gets.
 */
export function appliedOf(order: ExtensionOrder, mark: Mark, card: Profile): Applied {
  const end = expiryOf(card);
  const old = readMark(Before, mark)?.expiresAt ?? order.from;
  const dates = end === null ? { from: order.from, to: order.to } : { from: old, to: end };
  return { outcome: 'applied', ...dates, supplierRef: order.key };
}

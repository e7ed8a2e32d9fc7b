import { expiryOf, noticeFor, type Card, type ExpiryState } from '@leb-renew/core';
import { written } from './card-search.ts';

/** Lower is nearer to the top. */
const ranks: { readonly [state in ExpiryState]: number } = {
  'due-now': 0,
  'due-soon': 0,
  grace: 0,
  expired: 0,
  active: 1,
  'not-started': 2,
  unknown: 3,
  suspended: 3,
  terminated: 3,
  revoked: 3,
};

/**
 * Cards that need something on top, those for which nothing can be done at the bottom; what ends first comes first. `now`
 * is epoch ms.
 */
export const inOrder = (cards: readonly Card[], now: number): Card[] =>
  cards
    .map((card) => ({ card, ...placeOf(card, now) }))
    .sort(
      (one, other) =>
        one.rank - other.rank ||
        (one.end === other.end ? 0 : one.end - other.end) ||
        written(one.card.label).localeCompare(written(other.card.label)),
    )
    .map(({ card }) => card);

function placeOf(card: Card, now: number): { readonly rank: number; readonly end: number } {
  try {
    const { state, lastUsableMoment } = expiryOf(card, noticeFor(card.currentPlan.term), now);
    return { rank: card.openRenewal === null ? ranks[state] : 0, end: lastUsableMoment ?? Infinity };
  } catch {
    return { rank: ranks.unknown, end: Infinity }; // Its badge says what is wrong with it.
  }
}

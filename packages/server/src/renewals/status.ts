import type { RenewalStatus } from '@leb-renew/core/contract';

/** Bands that a renewal only climbs: late news of a lower band is old news. */
export const rankOf: Readonly<Record<RenewalStatus, number>> = {
  'awaiting-payment': 0,
  processing: 0,
  cancelled: 0,
  paid: 1,
  extending: 2,
  review: 2,
  refunding: 2,
  renewed: 4,
  refunded: 4,
};

import type { Stripe } from 'stripe';

/** Every page of a list: as many as Stripe's library gives, which is more than anybody has. */
export const all = <T>(list: Stripe.ApiListPromise<T>): Promise<T[]> =>
  list.autoPagingToArray({ limit: 10_000 });

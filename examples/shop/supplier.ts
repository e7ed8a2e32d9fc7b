import { localSupplier, type LocalSupplierOptions, type Mishap, type Supplier } from '@leb-renew/server';
import { setTimeout as delay } from 'node:timers/promises';

/** How the supplier behaves from now on; the page of the shop offers the same four. */
export type Mood = 'at-once' | 'slow' | 'refuses' | 'silent';

const mishaps: Readonly<Record<Mood, Mishap>> = {
  'at-once': 'none',
  slow: 'none',
  refuses: 'refuse',
  silent: 'lost-order',
};
export const isMood = (text: string): text is Mood => Object.hasOwn(mishaps, text);

export interface MoodySupplier extends Supplier {
  mood: Mood;
}

/** The local supplier, for trying out what a supplier can do to a renewal that is paid. `slowMs`: how long it then takes. */
export function moodySupplier({
  slowMs,
  ...options
}: LocalSupplierOptions & { readonly slowMs: number }): MoodySupplier {
  const supplier = localSupplier({ ...options, mishap: () => mishaps[moody.mood] });
  const moody: MoodySupplier = {
    ...supplier,
    mood: 'at-once',
    async apply(order, mark, signal) {
      if (moody.mood === 'slow') await delay(slowMs, undefined, { signal });
      return supplier.apply(order, mark, signal);
    },
  };
  return moody;
}

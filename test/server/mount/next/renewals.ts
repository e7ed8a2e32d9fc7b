import type { RenewalServer } from '@leb-renew/server';

declare global {
  // Only `var` makes a property of globalThis.
  var renewals: RenewalServer;
}

/** Made once per process, also where the host loads its modules again and again. */
export const { renewals } = globalThis;

import { waitUntil } from '@open-wc/testing';

/** Waits for what must come, also where many pages share two cores. */
export const soon = (look: () => unknown, otherwise: string = look.toString()): Promise<void> =>
  waitUntil(look, otherwise, { timeout: 6_000, interval: 10 });

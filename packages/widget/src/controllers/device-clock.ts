import { Misuse, type Clock } from '@leb-renew/core';
import { warnOnce } from '../page/warn-once.ts';

/** The device's own clock, for pages without a server's. */
export const deviceClock: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Epoch ms by a clock that a page gave.
 *
 * @throws Misuse when it tells no time
 */
export function timeBy(clock: Clock): number {
  let said: unknown;
  try {
    said = clock.now();
  } catch (error) {
    said = error;
  }
  if (typeof said === 'number' && Number.isFinite(said)) return said;
  throw new Misuse(`clock.now() is ${String(said)}, must be epoch ms`);
}

/** The clock that a page gave; the device's where there is none, or none that tells the time, which its developer is told. */
export function clockOf(host: { readonly localName: string }, given: Clock | null | undefined): Clock {
  if (given === null || given === undefined) return deviceClock;
  try {
    timeBy(given);
    return given;
  } catch (error) {
    warnOnce(host, error);
    return deviceClock;
  }
}

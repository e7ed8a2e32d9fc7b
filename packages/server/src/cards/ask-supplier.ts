import { discreetError } from '../discreet.ts';
import type { Unknown } from '../suppliers/port.ts';

/** How long the supplier may take while a customer is waiting for the answer, ms. */
export const whileSomebodyWaitsMs = 2_000;

/**
 * Asks a supplier, for so long (ms) and no longer. One that throws, or goes on although it was told to stop, has not
 * answered: that is `unknown`.
 */
export async function askSupplier<Said>(
  ms: number,
  signal: AbortSignal | null,
  ask: (signal: AbortSignal) => Promise<Said>,
): Promise<Said | Unknown> {
  const limit = AbortSignal.timeout(ms);
  const told = signal === null ? limit : AbortSignal.any([signal, limit]);
  if (told.aborted) return unknown('It was not asked any more.');
  let giveUp: () => void = () => undefined;
  const silence = new Promise<Unknown>((resolve) => {
    giveUp = () => resolve(unknown('It did not answer in time.'));
    told.addEventListener('abort', giveUp);
  });
  try {
    return await Promise.race([ask(told), silence]);
  } catch (error) {
    return unknown(discreetError(error).message);
  } finally {
    told.removeEventListener('abort', giveUp);
  }
}

const unknown = (detail: string): Unknown => ({ outcome: 'unknown', detail });

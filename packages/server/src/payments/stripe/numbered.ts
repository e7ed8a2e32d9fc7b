import { faultIn } from './fault.ts';

/** Stripe keeps the first result under a key, also where that is a failure of its own. So many in a row are an outage. */
const most = 5;

/**
 * Asks under keys that are numbered from 1. The next number is for when Stripe has repeated a stored failure of its own
 * under the last one, so whoever asks again, in any process, comes to the same number.
 *
 * @param found what came of it after all, looked for before a number is given up
 * @see https://docs.stripe.com/api/idempotent_requests
 */
export async function numbered<T>(
  key: string,
  ask: (key: string) => Promise<T>,
  found: () => Promise<T | null> = () => Promise.resolve(null),
): Promise<T> {
  for (let number = 1; ; number += 1) {
    try {
      return await ask(`${key}:${number}`);
    } catch (error) {
      if (number === most || !isStored(error)) throw error;
      const made = await found();
      if (made !== null) return made;
    }
  }
}

function isStored(error: unknown): boolean {
  const { statusCode = 0, headers = {} } = faultIn(error) ?? {};
  return statusCode >= 500 && headers['idempotent-replayed'] === 'true';
}

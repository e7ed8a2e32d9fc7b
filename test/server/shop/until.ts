import { setTimeout as delay } from 'node:timers/promises';

/** Looks again and again until there is something to see, and fails with what it saw last. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  patienceMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (Date.now() > deadline) throw new Error(`Not within ${patienceMs} ms: ${what}`);
    await delay(40);
  }
}

import type { ExtensionOrder } from './port.ts';

/** What became of the orders that this process has sent. Those of a process before it may have been sent just before. */
export interface Sent {
  /** It goes out now. */
  sends(key: string): void;
  /** Whether this process has sent it, and it may still show. */
  isOut(key: string): boolean;
  /** It has surely not been taken. */
  refused(key: string): void;
  /** It was taken: it will show on the card, however long that lasts. */
  taken(key: string): void;
  /** How long it may still be on its way, ms; 0 when it is not. `since`: before its first try, epoch ms. */
  mayArriveFor(order: Pick<ExtensionOrder, 'key' | 'lastSentAt'>, since: number): number;
}

/** Orders remembered at most; the oldest are long written down elsewhere. */
const most = 10_000;

/** An order that was lost is taken for dead after `settlesAfterMs`. */
export function createSent(settlesAfterMs: number, now: () => number): Sent {
  const begun = now();
  const tries = new Map<string, number>();
  return {
    sends(key) {
      for (const [each, at] of tries)
        if (at + settlesAfterMs <= now() || tries.size >= most) tries.delete(each);
      tries.set(key, now());
    },
    isOut: (key) => (tries.get(key) ?? -Infinity) + settlesAfterMs > now(),
    refused: (key) => void tries.set(key, -Infinity),
    taken: (key) => void tries.set(key, Infinity),
    mayArriveFor({ key, lastSentAt }, since) {
      const elsewhere = lastSentAt === undefined ? since : Math.max(since, Date.parse(lastSentAt));
      return Math.max(0, (tries.get(key) ?? Math.max(begun, elsewhere)) + settlesAfterMs - now());
    },
  };
}

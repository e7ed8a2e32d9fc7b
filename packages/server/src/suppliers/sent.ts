import type { ExtensionOrder } from './port.ts';

/** What became of the orders that this process has sent. Those of a process before it may have been sent just before. */
export interface Sent {
  /** It goes out now. */
  sends(order: Pick<ExtensionOrder, 'key' | 'lastSentAt'>): void;
  /** Whether this process has sent it, and it may still show. */
  isOut(key: string): boolean;
  /** It has surely not been taken. */
  refused(key: string): void;
  /** It was taken: it will show on the card, however long that lasts. */
  taken(key: string): void;
  /** How long it may still be on its way, ms; 0 when it is not. `since`: before its first try, epoch ms. */
  mayArriveFor(order: Pick<ExtensionOrder, 'key' | 'lastSentAt'>, since: number): number;
}

interface Try {
  /** Epoch ms; -Infinity when it was refused, Infinity when it was taken. */
  readonly at: number;
  /** Tells it from a try of another process. */
  readonly lastSentAt: ExtensionOrder['lastSentAt'] | undefined;
}

/** Orders remembered at most; the oldest are long written down elsewhere. */
const most = 10_000;

/** An order that was lost is taken for dead after `settlesAfterMs`. */
export function createSent(settlesAfterMs: number, now: () => number): Sent {
  const begun = now();
  const tries = new Map<string, Try>();
  const ended = (key: string, at: number) =>
    void tries.set(key, { at, lastSentAt: tries.get(key)?.lastSentAt });
  return {
    sends({ key, lastSentAt }) {
      for (const [each, { at }] of tries)
        if (at + settlesAfterMs <= now() || tries.size >= most) tries.delete(each);
      tries.set(key, { at: now(), lastSentAt });
    },
    isOut: (key) => (tries.get(key)?.at ?? -Infinity) + settlesAfterMs > now(),
    refused: (key) => ended(key, -Infinity),
    taken: (key) => ended(key, Infinity),
    mayArriveFor({ key, lastSentAt }, since) {
      const ours = tries.get(key);
      const elsewhere = lastSentAt === undefined ? since : Math.max(since, Date.parse(lastSentAt));
      // What became of our try says nothing of one that another process has sent since.
      const isLast = ours !== undefined && ours.lastSentAt === lastSentAt;
      const at = isLast ? ours.at : Math.max(ours?.at ?? begun, elsewhere);
      return Math.max(0, at + settlesAfterMs - now());
    },
  };
}

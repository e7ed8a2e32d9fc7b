import { setTimeout as delay } from 'node:timers/promises';

export interface Post {
  /** Takes a notice from the provider, as it would be sent to the shop. */
  take(request: Request): Promise<Response>;
  /** From now on, notices go to the addresses in the body, a list of strings, in turn. */
  readdress(request: Request): Promise<Response>;
  stop(): void;
}

interface Deliveries {
  readonly copies: number;
  readonly withinMs: number;
}

const againMs = 250;
const patienceMs = 5_000;

/**
 * Delivers every notice several times, each at a moment of its own, so that those of many payments arrive mixed. What
 * the shop does not accept comes again, until it does. Signatures stay the provider's.
 */
export function createPost({ copies, withinMs }: Deliveries): Post {
  const stopping = new AbortController();
  let addresses: readonly string[] = [];
  let turn = 0;

  return {
    async take(request) {
      const body = await request.text();
      const headers = Object.fromEntries(
        [...request.headers].filter(([name]) => name.startsWith('webhook-') || name === 'content-type'),
      );
      for (let copy = 0; copy < copies; copy++) void deliver(headers, body);
      return new Response(null, { status: 204 });
    },
    async readdress(request) {
      addresses = (await request.json()) as string[];
      return new Response(null, { status: 204 });
    },
    stop: () => {
      stopping.abort();
    },
  };

  async function deliver(headers: Record<string, string>, body: string): Promise<void> {
    let pause = Math.random() * withinMs;
    while (!stopping.signal.aborted) {
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      pause = againMs;
      const to = addresses[turn++ % addresses.length];
      if (to === undefined) continue;
      try {
        const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(patienceMs)]);
        const response = await fetch(to, { method: 'POST', headers, body, signal });
        await response.body?.cancel();
        if (response.ok) return;
      } catch {
        // The shop is down, or was while it answered: it comes again.
      }
    }
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { DueNotice, Ledger } from './ledger.ts';

export interface CourierOptions {
  /** Where notices go, e.g. `http://localhost:5173/renewal/notices/sandbox`. */
  readonly url: string;
  readonly secret: string;
}

const everyMs = 150;
const patienceMs = 5_000;

/**
 * Delivers signed notices (Standard Webhooks) until they are accepted, also across restarts. Runs beside the
 * browser's requests, so that no answer to a browser ever waits for a notice.
 */
export function createCourier(
  ledger: Ledger,
  { url, secret }: CourierOptions,
  onError: (error: unknown) => void,
) {
  const webhook = new Webhook(secret, { format: 'raw' });
  const stopping = new AbortController();
  let rounds = Promise.resolve();

  return {
    start(): void {
      rounds = run();
    },
    async stop(): Promise<void> {
      stopping.abort();
      await rounds;
    },
  };

  async function run(): Promise<void> {
    while (isRunning()) {
      await pause();
      try {
        await ledger.settleDue();
        while ((await ledger.deliverDue(deliver)) && isRunning());
      } catch (error) {
        onError(error);
      }
    }
  }

  function isRunning(): boolean {
    return !stopping.signal.aborted;
  }

  async function deliver({ notice_id: id, body }: DueNotice): Promise<boolean> {
    const at = new Date();
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': webhook.sign(id, at, body),
    };
    try {
      const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(patienceMs)]);
      const response = await fetch(url, { method: 'POST', headers, body, signal });
      await response.body?.cancel();
      return response.ok;
    } catch (error) {
      if (!stopping.signal.aborted) onError(error);
      return false;
    }
  }

  function pause(): Promise<void> {
    return delay(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
  }
}

import { serverTimeHeader } from '../contract/calls.ts';
import type { StopSignal } from '../ports.ts';
import type { ServerClock } from '../clock/server-clock.ts';

/** The part of the Fetch standard that the client uses; `globalThis.fetch` fits. */
export type Fetch<Signal> = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body: string | null;
    signal: Signal;
    cache: 'no-store';
    credentials: 'omit' | 'include';
    referrerPolicy: 'no-referrer';
  },
) => Promise<{
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}>;

/** What one request needs of the platform. */
export interface TransportOptions<Signal> {
  readonly fetch: Fetch<Signal>;
  /** `() => new AbortController()`: ends a request that takes too long, or that nobody waits for. */
  readonly aborter: () => { readonly signal: Signal; abort(): void };
  /** Set by every answer. */
  readonly clock: ServerClock;
  /** Whether cookies of the endpoint go with every request, and not only with those about the session. @default `omit` */
  readonly credentials?: 'omit' | 'include';
}

export interface Heard {
  readonly status: number;
  readonly text: string;
  /** From the `Retry-After` header (RFC 9110 §10.2.3); null without it. */
  readonly retryAfterSeconds: number | null;
}

interface Wish {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
  readonly credentials?: 'include';
}

const deadlineMs = 15_000;

/**
 * One request, heard out within the deadline; or why it was not: it took too long, was stopped by whoever asked, or the
 * connection broke. Settles in every case, even where `fetch` does not heed its signal.
 */
export async function send<Signal>(
  { fetch, aborter, clock, credentials = 'omit' }: TransportOptions<Signal>,
  request: Wish,
  stop: StopSignal | undefined,
): Promise<Heard | 'timeout' | 'aborted' | 'broken'> {
  if (stop?.aborted) return 'aborted';
  const { url, ...wish } = request;
  const controller = aborter();
  const askedAt = clock.elapsed();

  async function hear(): Promise<Heard | 'broken'> {
    try {
      const response = await fetch(url, {
        credentials,
        ...wish,
        signal: controller.signal,
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
      const serverTime = Date.parse(response.headers.get(serverTimeHeader) ?? '');
      // The server spoke some time between the question and now: half of it is the best guess.
      if (!Number.isNaN(serverTime)) clock.sync(serverTime + (clock.elapsed() - askedAt) / 2);
      const retryAfterSeconds = secondsIn(response.headers.get('retry-after') ?? '', clock.now());
      return { status: response.status, text: await response.text(), retryAfterSeconds };
    } catch {
      return 'broken';
    }
  }

  const ends: (() => void)[] = [];
  const ended = new Promise<'timeout' | 'aborted'>((settle) => {
    ends.push(
      clock.after(deadlineMs, () => settle('timeout')),
      whenStopped(stop, () => settle('aborted')),
    );
  });
  const heard = await Promise.race([ended, hear()]);
  for (const end of ends) end();
  if (typeof heard === 'string') controller.abort();
  return heard;
}

/** Calls back once nobody waits any more. Returns the way to stop watching. */
export function whenStopped(stop: StopSignal | undefined, call: () => void): () => void {
  stop?.addEventListener('abort', call);
  return () => stop?.removeEventListener('abort', call);
}

/** Seconds, or an HTTP date; nothing else is believed. */
function secondsIn(retryAfter: string, now: number): number | null {
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter);
  const at = / GMT$/.test(retryAfter) ? Date.parse(retryAfter) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
}

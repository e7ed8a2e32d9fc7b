import type { Unknown } from './port.ts';

/** What came back, whole. */
export interface Heard {
  readonly outcome: 'heard';
  readonly status: number;
  readonly headers: Headers;
  /** Undefined where it was not JSON. */
  readonly body: unknown;
}

/** Asks a supplier once. Whatever keeps the whole answer from arriving in time is `unknown`: it may have acted. */
export async function ask(
  url: URL,
  request: RequestInit,
  signal: AbortSignal,
  deadlineMs: number,
): Promise<Heard | Unknown> {
  try {
    signal.throwIfAborted();
    const { status, headers, ...response } = await hear(url, request, signal, deadlineMs);
    return { outcome: 'heard', status, headers, body: json(response.text) };
  } catch (error) {
    return { outcome: 'unknown', detail: `no answer: ${nameOf(error)}` };
  }
}

async function hear(url: URL, request: RequestInit, signal: AbortSignal, deadlineMs: number) {
  const response = await fetch(url, {
    ...request,
    // Neither the order nor the secret goes to an address that nobody has set.
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `Retry-After` in seconds (RFC 9110 §10.2.3), as a member to spread; its form with a date is not used by suppliers. */
export function retryAfter(headers: Headers): { retryAfterSeconds?: number } {
  const seconds = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(seconds) ? { retryAfterSeconds: Number(seconds) } : {};
}

/** The system's code says more than `fetch failed`. Messages stay out: they can repeat the address, with the card's number. */
function nameOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  if (typeof cause !== 'object' || cause === null) return 'Error';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : (cause as Error).name;
}

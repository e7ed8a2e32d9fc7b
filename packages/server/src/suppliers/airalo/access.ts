import { check } from '@leb-renew/core/schema';
import { ask, retryAfter, type Heard } from '../ask.ts';
import type { Unknown } from '../port.ts';
import { Token } from './wire.ts';

export interface AccessOptions {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly deadlineMs: number;
  readonly now: () => number;
}

export interface Wish {
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as a form, which makes it a POST. */
  readonly form?: Readonly<Record<string, string>>;
}

/** Asks Airalo as the partner. */
export type Call = (path: string, wish: Wish, signal: AbortSignal) => Promise<Heard | Unknown>;

/** The page says 24 hours, its sample a year (https://developers.partners.airalo.com/request-access-token-11883021e0). */
const longestSeconds = 86_400;
/** Three tokens a minute are given out. */
const pauseMs = 20_000;

export function accessTo(options: AccessOptions): Call {
  const { deadlineMs } = options;
  const token = tokenOf(options);
  return async (path, { query = {}, form }, signal) => {
    const url = new URL(options.baseUrl + path);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    let refused: string | null = null;
    for (;;) {
      const held = await token(refused, signal);
      if (typeof held !== 'string') return held;
      const heard = await ask(url, request(held, form), signal, deadlineMs);
      // One new token: a second refusal is not the token's.
      if (heard.outcome !== 'heard' || heard.status !== 401 || refused !== null) return heard;
      refused = held;
    }
  };
}

function request(token: string, form: Wish['form']): RequestInit {
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
  if (form === undefined) return { headers };
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.set(name, value);
  return { method: 'POST', headers, body };
}

/** One token for all who ask, fetched by one request at a time; never again one that was `refused`. */
function tokenOf({ baseUrl, clientId, clientSecret, deadlineMs, now }: AccessOptions) {
  let held: { readonly token: string; readonly goodUntil: number } | null = null;
  let asked = -Infinity;
  let coming: Promise<string | Unknown> | null = null;

  return async (refused: string | null, signal: AbortSignal): Promise<string | Unknown> => {
    if (held !== null && held.token !== refused && now() < held.goodUntil) return held.token;
    coming ??= fetchToken().finally(() => (coming = null));
    return unlessStopped(coming, signal);
  };

  async function fetchToken(): Promise<string | Unknown> {
    const pause = asked + pauseMs - now();
    if (pause > 0)
      return { outcome: 'unknown', detail: 'no token', retryAfterSeconds: Math.ceil(pause / 1000) };
    asked = now();
    const body = new URLSearchParams({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'client_credentials',
    });
    const wish = { method: 'POST', headers: { accept: 'application/json' }, body };
    const heard = await ask(new URL(`${baseUrl}/v2/token`), wish, new AbortController().signal, deadlineMs);
    if (heard.outcome !== 'heard') return heard;
    const read = check(Token, heard.status === 200 ? heard.body : null);
    if (!read.ok)
      return { outcome: 'unknown', detail: `no token: ${heard.status}`, ...retryAfter(heard.headers) };
    const { access_token: token, expires_in } = read.value.data;
    held = { token, goodUntil: asked + Math.min(expires_in, longestSeconds) * 900 };
    return token;
  }
}

/** The token is for others too, so that whoever stops only stops waiting for it. */
function unlessStopped<T>(coming: Promise<T>, signal: AbortSignal): Promise<T | Unknown> {
  return new Promise((resolve) => {
    const stop = () => {
      resolve({ outcome: 'unknown', detail: 'no answer: AbortError' });
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    void coming.then((value) => {
      signal.removeEventListener('abort', stop);
      resolve(value);
    });
  });
}

import type * as v from 'valibot';
import { calls, idempotencyHeader, serverTimeHeader, type CallName } from '../contract/calls.ts';
import { fine, trouble, type Answer, type Charged, type SignInAnswer } from '../contract/index.ts';
import type { RenewalApi, TicketKey } from '../ports.ts';
import { readAnswer } from './read-answer.ts';
import type { ServerClock } from './server-clock.ts';

/** The part of the Fetch standard that the client uses; `globalThis.fetch` fits. */
type Fetch<Signal> = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body: string | null;
    signal: Signal;
    cache: 'no-store';
    credentials: 'omit';
    referrerPolicy: 'no-referrer';
  },
) => Promise<{
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}>;

export interface ClientOptions<Signal> {
  /** Where the renewal server is mounted, e.g. `https://shop.example/renewal`. */
  readonly endpoint: string;
  readonly fetch: Fetch<Signal>;
  /** `AbortSignal.timeout`: ends a request that takes longer than `ms`. */
  readonly timeout: (ms: number) => Signal;
  readonly clock: ServerClock;
  /** Whether the device has a connection at all; without it, every failed request counts as `offline`. */
  readonly isOnline?: () => boolean;
  /** Language of the person, BCP 47, sent with every request. */
  readonly locale?: () => string;
}

export type Client = RenewalApi;

const deadlineMs = 15_000;
/** Pauses before a read is tried again. A wish is never repeated here: the machine decides about that. */
const readPauses = [400, 1_600];

interface Wish {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  /** Vouches instead of the session, e.g. for one renewal. */
  readonly token?: string | null;
  readonly idempotencyKey?: string;
}

/** The contract over HTTP. Never rejects; an answer outside the contract is a problem that names the field. */
export function createClient<Signal>(options: ClientOptions<Signal>): Client {
  const { clock, timeout } = options;
  const endpoint = options.endpoint.replace(/\/+$/, '');
  let sessionToken: string | null = null;
  /** Whoever was named last stays: an answer to an older sign-in changes nothing. */
  let changesOfSession = 0;

  async function call<T>(name: CallName, wish: Wish = {}): Promise<Answer<T>> {
    const { method, access } = calls[name];
    // Decided once: who signs in during a pause does not get what another account asked for.
    const bearer = access === 'anyone' ? null : (wish.token ?? sessionToken);
    for (const pause of method === 'GET' ? readPauses : []) {
      const answer = await once<T>(name, wish, bearer);
      if (answer.ok || !passing.has(answer.problem.code)) return answer;
      await new Promise<void>((resume) => clock.after(pause, resume));
    }
    return once<T>(name, wish, bearer);
  }

  async function once<T>(
    name: CallName,
    { path, query, body, idempotencyKey }: Wish,
    bearer: string | null,
  ): Promise<Answer<T>> {
    const { method, path: template, answer } = calls[name];
    const locale = options.locale?.();
    const url = endpoint + fill(template, path) + search(query);
    let status: number;
    let text: string;
    try {
      const response = await options.fetch(url, {
        method,
        headers: {
          accept: 'application/json, application/problem+json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
          ...(locale === undefined ? {} : { 'accept-language': locale }),
          ...(idempotencyKey === undefined ? {} : { [idempotencyHeader]: idempotencyKey }),
        },
        body: body === undefined ? null : JSON.stringify(body),
        signal: timeout(deadlineMs),
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      });
      const serverTime = Date.parse(response.headers.get(serverTimeHeader) ?? '');
      if (!Number.isNaN(serverTime)) clock.sync(serverTime);
      status = response.status;
      text = await response.text();
    } catch (error) {
      const code = isTimeout(error) ? 'timeout' : options.isOnline?.() ? 'unavailable' : 'offline';
      return trouble(code, { charged: unknownTo(name) });
    }
    const read = readAnswer<T>(status, text, answer as v.GenericSchema<unknown, T> | null);
    return read.ok || !lost.has(read.problem.code)
      ? read
      : { ok: false, problem: { ...read.problem, charged: unknownTo(name) } };
  }

  function authorize(token: string | null): void {
    sessionToken = token;
    changesOfSession += 1;
  }

  async function session(name: 'signIn' | 'verifyCode', body: unknown): Promise<Answer<SignInAnswer>> {
    const before = changesOfSession;
    const answer = await call<SignInAnswer>(name, { body });
    if (answer.ok && answer.value.kind === 'session' && changesOfSession === before)
      authorize(answer.value.session.token);
    return answer;
  }

  async function signOut(): Promise<Answer<null>> {
    const token = sessionToken;
    authorize(null);
    const answer = await call<null>('signOut', { token });
    return answer.ok || answer.problem.code === 'not-signed-in' ? fine(null) : answer;
  }

  const of = ({ renewalId, renewalToken }: TicketKey) => ({ path: { renewalId }, token: renewalToken });

  return {
    authorize,
    signIn: (request) => session('signIn', request),
    verifyCode: (request) => session('verifyCode', request),
    requestReset: (request) => call('requestReset', { body: request }),
    signOut,
    cards: () => call('cards'),
    plans: ({ cardRef, currency }) => call('plans', { path: { cardRef }, query: { currency } }),
    quote: (request) => call('quote', { body: request }),
    begin: ({ quoteId }) => call('begin', { body: { quoteId }, idempotencyKey: quoteId }),
    renewal: (ticket, { refresh = false } = {}) =>
      call('renewal', { ...of(ticket), query: { refresh: refresh ? '1' : undefined } }),
    cancel: (ticket) => call('cancel', of(ticket)),
    receipt: (ticket) => call('receipt', of(ticket)),
  };
}

/** What a lost answer says about money: about a renewal that may be being paid, nothing. */
const unknownTo = (name: CallName): Charged => (calls[name].access === 'renewal' ? 'unknown' : 'no');

/** Trouble after which nobody knows what the server did. */
const lost: ReadonlySet<string> = new Set(['server-error', 'unavailable', 'wrong-answer']);

/** Trouble that may be over in a moment. */
const passing: ReadonlySet<string> = new Set(['offline', 'timeout', 'unavailable']);

const isTimeout = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');

const fill = (template: string, path: Readonly<Record<string, string>> = {}): string =>
  template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = path[name];
    if (value === undefined) throw new TypeError(`client: ${template} needs ${name}`);
    return encodeURIComponent(value);
  });

function search(query: Readonly<Record<string, string | undefined>> = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

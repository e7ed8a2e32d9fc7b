import { calls, idempotencyHeader, type CallName } from '../contract/calls.ts';
import {
  fine,
  trouble,
  type Answer,
  type Charged,
  type Session,
  type SignInAnswer,
} from '../contract/index.ts';
import { CurrencyCode } from '../contract/money.ts';
import { Id } from '../contract/text.ts';
import { misuse } from '../misuse.ts';
import { mustCall } from '../must-call.ts';
import type { Connection, CallOptions, RenewalApi, StopSignal, TicketKey } from '../ports.ts';
import { demand } from '../schema/check.ts';
import type { Schema } from '../schema/index.ts';
import { readAnswer } from './read-answer.ts';
import { send, whenStopped, type TransportOptions } from './transport.ts';
import { waitBefore } from './wait-before.ts';

/** Where the server is, and what the client needs of the platform. */
export interface ClientOptions<Signal> extends TransportOptions<Signal> {
  /** Where the renewal server is mounted, e.g. `https://shop.example/renewal`. */
  readonly endpoint: string;
  /** Without it, every request that breaks counts as `offline`. */
  readonly connection?: Connection;
  /** Language of the person, BCP 47, sent with every request. */
  readonly locale?: () => string;
  /** Runs `deed` when no other page of this browser is running one, e.g. by Web Locks. @default at once */
  readonly alone?: <Result>(deed: () => Promise<Result>) => Promise<Result>;
}

/** The contract as functions, over HTTP. */
export type Client = RenewalApi;

interface Wish extends CallOptions {
  /** What the address is about. */
  readonly id?: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Vouches instead of the session, e.g. for one renewal. */
  readonly token?: string | null;
  readonly idempotencyKey?: string;
}

/**
 * The contract over HTTP. Never rejects; an answer outside the contract is a problem that names the field.
 *
 * What can be repeated without harm is, twice, after pauses: reads, and wishes with an idempotency key. Everything else
 * is for the machine to decide.
 *
 * @throws Misuse from every method, at once, when what it is given is no request
 */
export function createClient<Signal>(options: ClientOptions<Signal>): Client {
  const endpoint = addressOf(options);
  const { clock, connection, locale, alone = (deed) => deed() } = options;
  let sessionToken: string | null = null;
  /** Whoever was named last stays: an answer to an older sign-in changes nothing. */
  let changesOfSession = 0;
  /** One for all who wait for it. */
  let refreshing: Promise<Answer<Session>> | null = null;

  async function call<T>(name: CallName, wish: Wish = {}): Promise<Answer<T>> {
    const { method, access } = calls[name];
    // Decided once: who signs in during a pause does not get what another account asked for.
    const whose = changesOfSession;
    const own = wish.token ?? null;
    let bearer = own ?? (access === 'anyone' ? null : sessionToken);
    const mayRepeat = method !== 'POST' || wish.idempotencyKey !== undefined;
    /** Nothing is done for a session that has ended: once it goes on, the call is made again. */
    const ask = async (): Promise<Answer<T>> => {
      const answer = await once<T>(name, wish, bearer);
      if (answer.ok || answer.problem.code !== 'not-signed-in' || own !== null || bearer === null)
        return answer;
      const gone = changesOfSession !== whose || bearer !== sessionToken ? null : await refreshSession();
      if (changesOfSession === whose && bearer !== sessionToken)
        return once<T>(name, wish, (bearer = sessionToken));
      return gone === null || gone.ok || gone.problem.code === 'not-signed-in'
        ? answer
        : { ok: false, problem: { ...gone.problem, charged: unknownTo(name) } };
    };
    const from = async (tries: number): Promise<Answer<T>> => {
      const answer = await ask();
      const ms = answer.ok || !mayRepeat ? null : waitBefore(tries, answer.problem);
      if (ms === null) return answer;
      await pause(ms, wish.signal);
      return from(tries + 1);
    };
    return from(1);
  }

  async function once<T>(
    name: CallName,
    { id = '', query, body, idempotencyKey, signal }: Wish,
    bearer: string | null,
  ): Promise<Answer<T>> {
    const { method, path: template, answer } = calls[name];
    const request = {
      url: endpoint + template.replace(/\{\w+\}/, id) + search(query),
      method,
      headers: {
        accept: 'application/json, application/problem+json',
        ...(body && { 'content-type': 'application/json' }),
        ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
        ...(locale && { 'accept-language': locale() }),
        ...(idempotencyKey && { [idempotencyHeader]: idempotencyKey }),
      },
      body: body ? JSON.stringify(body) : null,
      ...(withCookie.has(name) && { credentials: 'include' as const }),
    };
    const heard = await send(options, request, signal);
    if (typeof heard === 'string') {
      const broken = connection?.isOnline() ? 'unavailable' : 'offline';
      return trouble(heard === 'broken' ? broken : heard, { charged: unknownTo(name) });
    }
    const read = readAnswer<T>(heard, answer as Schema<T> | null);
    return read.ok || read.problem.charged !== 'no' || !lost.has(read.problem.code)
      ? read
      : { ok: false, problem: { ...read.problem, charged: unknownTo(name) } };
  }

  /** Ends early when the connection is back, or when nobody waits any more. */
  async function pause(ms: number, signal: StopSignal | undefined): Promise<void> {
    const ends: ((() => void) | undefined)[] = [];
    await new Promise<void>((end) => {
      ends.push(clock.after(ms, end), whenStopped(signal, end), connection?.onBack(end));
    });
    for (const end of ends) end?.();
  }

  function authorize(token: string | null): void {
    if (token !== null) texts('authorize', { token }, 'token');
    sessionToken = token;
    changesOfSession += 1;
  }

  /** Uses the session that comes of it, unless somebody else was named meanwhile. */
  async function opening<T>(
    name: 'signIn' | 'verifyCode' | 'openLink',
    body: Readonly<Record<string, string>>,
    tokenIn: (value: T) => string | null,
  ): Promise<Answer<T>> {
    const before = changesOfSession;
    const answer = await call<T>(name, { body });
    const token = answer.ok ? tokenIn(answer.value) : null;
    if (token !== null && changesOfSession === before) authorize(token);
    return answer;
  }

  function refreshSession(): Promise<Answer<Session>> {
    refreshing ??= alone(refresh).finally(() => (refreshing = null));
    return refreshing;
  }

  /** Uses the new token of the same session. */
  async function refresh(): Promise<Answer<Session>> {
    const before = changesOfSession;
    const answer = await call<Session>('refreshSession', { token: sessionToken });
    if (answer.ok && changesOfSession === before) sessionToken = answer.value.token;
    return answer;
  }

  async function signOut(): Promise<Answer<null>> {
    const token = sessionToken;
    authorize(null);
    const answer = await call<null>('signOut', { token });
    return answer.ok || answer.problem.code === 'not-signed-in' ? fine(null) : answer;
  }

  return {
    authorize,
    signIn: (request) => opening('signIn', texts('signIn', request, 'email', 'password'), tokenOf),
    verifyCode: (request) =>
      opening('verifyCode', texts('verifyCode', request, 'challengeId', 'code'), tokenOf),
    openLink: (request) =>
      opening('openLink', texts('openLink', request, 'token'), ({ token }: Session) => token),
    requestReset: (request) => call('requestReset', { body: texts('requestReset', request, 'email') }),
    setPassword: (request) =>
      call('setPassword', { body: texts('setPassword', request, 'token', 'password') }),
    refreshSession,
    signOut,
    cards: (asked) => call('cards', until(asked)),
    plans: (request, asked) =>
      call('plans', {
        id: idOf('plans', 'cardRef', request),
        query: { currency: request.currency && demand(CurrencyCode, request.currency, 'plans: currency') },
        ...until(asked),
      }),
    receipts: (request, asked) =>
      call('receipts', { id: idOf('receipts', 'cardRef', request), ...until(asked) }),
    quote: (request) => call('quote', { body: texts('quote', request, 'cardRef', 'planId', 'currency') }),
    begin: (request) =>
      call('begin', {
        body: {
          ...texts('begin', request, 'quoteId'),
          ...(request.consent && { consent: texts('begin: consent', request.consent, 'kind', 'text') }),
        },
        idempotencyKey: request.quoteId,
      }),
    renewal: (ticket, asked) =>
      call('renewal', {
        ...by('renewal', ticket),
        query: { refresh: asked?.refresh ? '1' : undefined },
        ...until(asked),
      }),
    cancel: (ticket) => call('cancel', by('cancel', ticket)),
    receipt: (ticket, asked) => call('receipt', { ...by('receipt', ticket), ...until(asked) }),
  };
}

/** The calls that leave, bring or clear the cookie of a session. */
const withCookie: ReadonlySet<CallName> = new Set(['signIn', 'verifyCode', 'refreshSession', 'signOut']);

const tokenOf = (answer: SignInAnswer): string | null =>
  answer.kind === 'session' ? answer.session.token : null;

/** What a lost answer says about money: about a renewal that may be being paid, nothing. */
const unknownTo = (name: CallName): Charged => (calls[name].access === 'renewal' ? 'unknown' : 'no');

/** Trouble after which nobody knows what the server did. */
const lost: ReadonlySet<string> = new Set(['server-error', 'unavailable', 'wrong-answer']);

type Given = Readonly<Record<string, unknown>> | null | undefined;

/** What an address is about. */
const idOf = (call: CallName, name: string, request: unknown): string =>
  demand(Id, (request as Given)?.[name], `${call}: ${name}`);

/** Just these members of a request, which must be texts. What they say is not repeated: one may be a password. */
function texts(
  call: string,
  request: unknown,
  ...names: readonly string[]
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.map((name) => {
      const text = (request as Given)?.[name];
      if (typeof text !== 'string') throw misuse(`${call}: type of ${name}`, typeof text, 'string');
      return [name, text];
    }),
  );
}

function by(call: CallName, ticket: TicketKey): Pick<Wish, 'id' | 'token'> {
  const id = idOf(call, 'renewalId', ticket);
  const token = ticket.renewalToken;
  if (token !== null) texts(call, ticket, 'renewalToken');
  return { id, token };
}

function until(asked: CallOptions | undefined): CallOptions {
  const signal = asked?.signal;
  if (signal && typeof signal.addEventListener !== 'function')
    throw misuse('client: signal', signal, 'an AbortSignal');
  return { signal };
}

function search(query: Readonly<Record<string, string | undefined>> = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${encodeURIComponent(value)}`,
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Where the server is, once it is sure that it can be asked. */
function addressOf(
  options: Pick<ClientOptions<never>, 'endpoint' | 'clock' | 'connection' | 'locale' | 'alone'>,
): string {
  const endpoint = (options as Given)?.['endpoint'];
  if (typeof endpoint !== 'string' || !/^(https?:\/)?\//.test(endpoint))
    throw misuse('createClient: endpoint', endpoint, 'a web address or a path');
  mustCall('createClient: options', options, 'fetch', 'aborter');
  mustCall('createClient: clock', options.clock, 'now', 'after', 'elapsed', 'sync');
  for (const name of ['locale', 'alone'] as const)
    if (options[name] !== undefined) mustCall('createClient: options', options, name);
  if (options.connection !== undefined)
    mustCall('createClient: connection', options.connection, 'isOnline', 'onBack');
  return endpoint.replace(/\/+$/, '');
}

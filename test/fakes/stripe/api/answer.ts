import Stripe from 'stripe';
import { newId, type Account } from './account.ts';
import { checkParams } from './check-params.ts';
import { expanded } from './expand.ts';
import { invalidRequest, StripeFault } from './fault.ts';
import { readForm, type Params } from './form.ts';
import { openKeys, type Answer, type Keys } from './idempotency.ts';
import { callerOf, secretKeyRequired, type ApiKeys, type Caller } from './keys.ts';
import type { Mishap } from './mishaps.ts';
import { shownTo } from './public-part.ts';
import { findRoute, type Found, type RouteName } from './routes.ts';
import { checkStripeJsForm } from './stripe-js-form.ts';

/** A request as it came. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request as a test sees it. */
export interface SeenRequest {
  readonly route: RouteName | null;
  readonly method: string;
  readonly path: string;
  readonly params: Params;
  readonly idempotencyKey: string | null;
  readonly version: string | null;
  /** The answer's; null while there is none. */
  status: number | null;
  replayed: boolean;
}

export interface Spoken extends Answer {
  readonly headers: Readonly<Record<string, string>>;
  /** The connection ends instead of the answer. */
  readonly cut?: true;
}

export interface Desk {
  readonly account: Account;
  readonly keys: ApiKeys;
  readonly seen: SeenRequest[];
  mishapOf(route: RouteName, id: string): Mishap | null;
}

/** Answers as Stripe's API does, which refuses in one shape only: the SDK takes a 404 without `error` for a success. */
export function answerer({ account, keys, seen, mishapOf }: Desk): (asked: Asked) => Promise<Spoken> {
  const stored = openKeys();

  return async ({ method, url, headers, body }) => {
    const params = readForm(method === 'GET' ? url.search : body);
    const header = (name: string) => {
      const value = headers[name];
      return typeof value === 'string' ? value : null;
    };
    const found = findRoute(method, url.pathname);
    const request: SeenRequest = {
      route: found?.name ?? null,
      method,
      path: url.pathname,
      params,
      idempotencyKey: header('idempotency-key'),
      version: header('stripe-version'),
      status: null,
      replayed: false,
    };
    seen.push(request);
    const requestHeaders: Record<string, string> = {
      'request-id': newId('req'),
      ...(request.version !== null && { 'stripe-version': request.version }),
    };
    const speak = (answer: Answer, cut = false): Spoken => {
      request.status = answer.status;
      return { ...answer, headers: requestHeaders, ...(cut ? { cut } : {}) };
    };
    try {
      if (found === null)
        throw new StripeFault(404, {
          type: 'invalid_request_error',
          message: `Unrecognized request URL (${method}: ${url.pathname}).`,
        });
      const caller = callerOf(keys, keyOf(header('authorization'), params));
      if (caller.isPublic && !found.route.isPublic) throw secretKeyRequired();
      if (!caller.isPublic) checkVersion(request.version);
      const mishap = mishapOf(found.name, found.id);
      if (mishap?.instead !== undefined) throw refusals[mishap.instead]();
      const { answer, replayed } = await once(found, caller, request, mishap);
      request.replayed = replayed;
      if (replayed) requestHeaders['idempotent-replayed'] = 'true';
      const said = mishap?.says === undefined ? answer : { ...answer, body: mishap.says(answer.body) };
      return speak(said, mishap?.after === 'cut' && !replayed);
    } catch (error) {
      return speak(answerTo(error));
    }
  };

  /** Under the request's key, where it has one. */
  async function once(
    found: Found,
    caller: Caller,
    { idempotencyKey: name, path, params }: SeenRequest,
    mishap: Mishap | null,
  ): Promise<{ answer: Answer; replayed: boolean }> {
    const keyed = name !== null && found.name.startsWith('POST');
    const key = `${caller.livemode} ${caller.isPublic} ${name ?? ''}`;
    if (keyed) {
      const before = stored.claim(key, path + JSON.stringify(params));
      if (before !== null) return { answer: before, replayed: true };
    }
    const keep: Pick<Keys, 'store' | 'release'> = keyed ? stored : { store: () => {}, release: () => {} };
    let ready: unknown;
    try {
      ready = caller.isPublic
        ? checkStripeJsForm(found.route.takes, params)
        : checkParams(found.route.takes, params);
      await mishap?.before?.();
    } catch (error) {
      keep.release(key);
      throw error;
    }
    const answer =
      mishap?.after === 'server-error'
        ? brokenAfter(found, caller, params, ready)
        : act(found, caller, params, ready);
    if (isUntouched(answer)) keep.release(key);
    else keep.store(key, answer);
    return { answer, replayed: false };
  }

  function act({ route, id }: Found, caller: Caller, given: Params, ready: unknown): Answer {
    try {
      const { expand } = ready as { expand?: readonly string[] };
      const made = route.act(account, ready, { ...caller, id, given });
      return { status: 200, body: shownTo(caller, expanded(account, made, expand)) };
    } catch (error) {
      return answerTo(error, caller);
    }
  }

  /** It is done, and something breaks before it can be said. */
  function brokenAfter(...deed: Parameters<typeof act>): Answer {
    act(...deed);
    return answerTo(refusals['server-error']());
  }
}

/** Refused for what it asks, before anything was acted upon. */
const isUntouched = ({ status, body }: Answer): boolean =>
  (status === 400 || status === 404) && 'error' in body && !('payment_intent' in (body.error as object));

const refusals = {
  'server-error': () =>
    new StripeFault(500, {
      type: 'api_error',
      message: 'Sorry! There was an error while talking to one of our backends.',
    }),
  'rate-limit': () =>
    new StripeFault(429, {
      type: 'rate_limit_error',
      code: 'rate_limit',
      message: 'Too many requests hit the API too quickly.',
    }),
  'lock-timeout': () =>
    new StripeFault(429, {
      type: 'invalid_request_error',
      code: 'lock_timeout',
      message:
        'This object cannot be accessed right now because another API request or Stripe process is currently accessing it.',
    }),
} as const;

function answerTo(error: unknown, caller: Pick<Caller, 'isPublic'> = { isPublic: false }): Answer {
  if (!(error instanceof StripeFault)) throw error;
  const { payment_intent: intent, ...rest } = error.error;
  const shown = intent === undefined ? {} : { payment_intent: shownTo(caller, intent) };
  return { status: error.status, body: { error: { ...rest, ...shown } } };
}

const keyOf = (authorization: string | null, params: Params): string | null => {
  if (authorization?.startsWith('Bearer ')) return authorization.slice('Bearer '.length);
  return typeof params['key'] === 'string' ? params['key'] : null;
};

function checkVersion(version: string | null): void {
  if (version !== Stripe.API_VERSION)
    throw invalidRequest(
      `Invalid Stripe API version: ${String(version)}; the package is pinned to ${Stripe.API_VERSION}.`,
    );
}

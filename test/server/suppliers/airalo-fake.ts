import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

/**
 * What goes wrong with one request. `lost`: it never arrives. `unheard`: it is done, and the connection breaks. `cut`
 * and `garbage`: it is done, and the answer is not whole or not JSON. `late`: it is done, and answered after
 * `answerLate`. `failed`: it is done, and answered with 500. A status: not done, and answered so. `none`: nothing.
 */
export type Mishap = 'none' | 'lost' | 'unheard' | 'cut' | 'garbage' | 'late' | 'failed' | Answer;

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Bought {
  readonly id: number;
  readonly code: string;
  readonly iccid: string;
  readonly packageId: string;
  readonly description: string;
  readonly at: number;
  /** Epoch ms; null before its first use. */
  startedAt: number | null;
  status: 'completed' | 'failed' | 'refunded';
}

export interface FakeRules {
  /** How often usage and history of one card may be asked: the page of 2026, or that of 2025. */
  readonly reads?: { readonly times: number; readonly perMs: number };
  /** How long an order takes to be listed, ms. */
  readonly listsAfterMs?: number;
  /** No page says that descriptions of top-ups are kept; its example shows another than was sent. */
  readonly keepsDescriptions?: boolean;
  readonly tokenSeconds?: number;
}

export type AiraloFake = Awaited<ReturnType<typeof airaloFake>>;

export const clientId = 'client-of-the-test';
export const clientSecret = 'secret-of-the-test';
const minute = 60_000;
const topUps = [
  { id: 'bonbon-7days-1gb-topup', amount: 1024, day: 7 },
  { id: 'bonbon-30days-3gb-topup', amount: 3072, day: 30 },
] as const;

/** Airalo's Partner API v2 over real HTTP, written from its pages (https://developers.partners.airalo.com). */
export async function airaloFake(t: TestContext, rules: FakeRules = {}) {
  const {
    reads = { times: 10, perMs: minute },
    listsAfterMs = 0,
    keepsDescriptions = true,
    tokenSeconds = 31_622_400,
  } = rules;
  let offset = 0;
  const now = () => Date.now() + offset;
  const cards = new Map<string, { recycled: boolean }>();
  const bought: Bought[] = [];
  const tokens = new Map<string, number>();
  const seen: { readonly what: string; readonly at: number }[] = [];
  const mishaps = new Map<string, Mishap[]>();
  let standing: ((what: string) => Mishap | 'silent' | null) | null = null;
  let lateOnes: (() => void)[] = [];
  let tellLate: (late: true) => void = () => undefined;
  const isLate = new Promise<true>((resolve) => (tellLate = resolve));

  const server = createServer((request, response) => {
    void handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://airalo');
    const what = `${request.method} ${url.pathname.replace(/\d{10,}/, ':iccid')}`;
    const mishap = standing?.(what) ?? mishaps.get(what)?.shift() ?? null;
    const body = await bodyOf(request);
    if (mishap === 'silent') return;
    if (mishap === 'lost') return void request.socket.destroy();
    if (typeof mishap === 'object' && mishap !== null) return send(response, mishap);
    const answer = answerTo(what, url, request, body);
    if (mishap === 'unheard') return void request.socket.destroy();
    if (mishap === 'failed') return send(response, { status: 500, body: { message: 'Server Error' } });
    if (mishap === 'garbage') return send(response, { status: 200, body: undefined });
    if (mishap === 'late') {
      lateOnes.push(() => send(response, answer));
      return tellLate(true);
    }
    if (mishap === null || mishap === 'none') return send(response, answer);
    const whole = JSON.stringify(answer.body);
    response.writeHead(answer.status, { 'content-length': String(whole.length) });
    response.write(whole.slice(0, whole.length / 2), () => request.socket.destroy());
  }

  function answerTo(what: string, url: URL, request: IncomingMessage, form: FormData | null): Answer {
    seen.push({ what, at: now() });
    if (request.headers.accept !== 'application/json') return { status: 406 };
    if (what === 'POST /v2/token') return giveToken(form);
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if ((tokens.get(token) ?? 0) <= now()) return unauthorised;
    const iccid = /\d{10,}/.exec(url.pathname)?.[0] ?? '';
    switch (what) {
      case 'POST /v2/orders/topups':
        return order(form);
      case 'GET /v2/orders':
        return orders(url.searchParams);
      case 'GET /v2/sims/:iccid/topups':
        return ofCard(iccid, () => ({ pricing: { model: 'net_pricing' }, data: topUps.map(described) }));
      case 'GET /v2/sims/:iccid/packages':
        return limited(what, iccid) ?? ofCard(iccid, () => ({ data: history(iccid).map(told) }));
      case 'GET /v2/sims/:iccid/usage':
        return limited(what, iccid) ?? usage(iccid);
      default:
        return { status: 404, body: { message: 'Not Found' } };
    }
  }

  /** https://developers.partners.airalo.com/request-access-token-11883021e0 */
  function giveToken(form: FormData | null): Answer {
    if (seen.filter(({ what, at }) => what === 'POST /v2/token' && at > now() - minute).length > 3)
      return { status: 429, body: tooMany, headers: { 'retry-after': '60' } };
    const given = Object.fromEntries(form ?? []);
    if (given['client_id'] !== clientId)
      return { status: 422, body: invalid({ client_id: 'The selected client id is invalid.' }) };
    if (given['client_secret'] !== clientSecret || given['grant_type'] !== 'client_credentials')
      return { status: 401, body: { data: [], meta: { message: 'Client authentication failed' } } };
    const token = `token-${tokens.size + 1}`;
    tokens.set(token, now() + Math.min(tokenSeconds, 86_400) * 1000);
    return fine({ token_type: 'Bearer', expires_in: tokenSeconds, access_token: token });
  }

  /** https://developers.partners.airalo.com/submit-top-up-order-11883026e0 */
  function order(form: FormData | null): Answer {
    const given = Object.fromEntries((form ?? []) as Iterable<[string, string]>);
    const strange = Object.keys(given).filter(
      (name) => !['package_id', 'iccid', 'description'].includes(name),
    );
    if (strange.length > 0) throw new Error(`The order has fields that no page names: ${strange.join()}`);
    const { package_id: packageId = '', iccid = '', description } = given;
    const missing = ['iccid', 'package_id'].filter((name) => (given[name] ?? '') === '');
    if (missing.length > 0)
      return {
        status: 422,
        body: invalid(Object.fromEntries(missing.map((name) => [name, `The ${name} field is required.`]))),
      };
    if (cards.get(iccid)?.recycled === true) return { status: 422, body: recycled(iccid) };
    const topUp = topUps.find(({ id }) => id === packageId);
    if (topUp === undefined) return { status: 422, body: invalid({ package_id: 'invalid topup package' }) };
    const made = buy(iccid, packageId, keepsDescriptions ? description : undefined);
    return fine({ ...line(made), validity: topUp.day });
  }

  function buy(iccid: string, packageId: string, description = `Topup (${iccid})`): Bought {
    const id = bought.length + 700;
    const code = `20260301-${String(id).padStart(6, '0')}`;
    const made: Bought = {
      id,
      code,
      iccid,
      packageId,
      description,
      at: now(),
      startedAt: null,
      status: 'completed',
    };
    bought.push(made);
    return made;
  }

  /** https://developers.partners.airalo.com/get-order-list-11883022e0: newest first, and filters that mean *contains*. */
  function orders(query: URLSearchParams): Answer {
    const filter = query.get('filter[description]') ?? '';
    const limit = Number(query.get('limit') ?? 25);
    const pattern = new RegExp(filter.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('_', '.'));
    const listed = bought
      .filter(({ at, description }) => at + listsAfterMs <= now() && pattern.test(description))
      .reverse();
    const withStatus = query.get('include')?.split(',').includes('status') === true;
    return {
      status: 200,
      body: {
        data: listed.slice(0, limit).map((made) => ({
          ...line(made),
          ...(withStatus ? { status: { name: made.status, slug: made.status } } : {}),
        })),
        meta: {
          message: 'success',
          current_page: 1,
          last_page: Math.max(1, Math.ceil(listed.length / limit)),
          per_page: String(limit),
          total: listed.length,
        },
      },
    };
  }

  function limited(what: string, iccid: string): Answer | null {
    const asked = seen.filter(
      ({ what: each, at }) => each === `${what} ${iccid}` && at > now() - reads.perMs,
    );
    const oldest = asked[asked.length - reads.times];
    if (oldest === undefined) {
      seen.push({ what: `${what} ${iccid}`, at: now() });
      return null;
    }
    const seconds = Math.ceil((oldest.at + reads.perMs - now()) / 1000);
    return { status: 429, body: tooMany, headers: { 'retry-after': String(seconds) } };
  }

  function ofCard(iccid: string, answer: () => unknown): Answer {
    const card = cards.get(iccid);
    if (card === undefined)
      return { status: 404, body: { data: [], meta: { message: 'messages.resource_not_found' } } };
    return card.recycled ? { status: 422, body: recycled(iccid) } : { status: 200, body: answer() };
  }

  /** https://developers.partners.airalo.com/get-usage-data-text-voice-11883030e0 */
  function usage(iccid: string): Answer {
    if (cards.get(iccid)?.recycled === true)
      return fine({
        ...noVoice,
        remaining: 0,
        total: 0,
        expired_at: null,
        is_unlimited: null,
        status: 'RECYCLED',
      });
    return ofCard(iccid, () => {
      const total = history(iccid).reduce((sum, { packageId }) => sum + packageOf(packageId).amount, 0);
      const status = history(iccid).some(({ startedAt }) => startedAt !== null) ? 'ACTIVE' : 'NOT_ACTIVE';
      return {
        data: {
          ...noVoice,
          remaining: total / 2,
          total,
          expired_at: '2026-03-01 00:00:00',
          is_unlimited: false,
          status,
        },
        meta: { message: 'api.succes' },
      };
    });
  }

  const history = (iccid: string) =>
    bought.filter((made) => made.iccid === iccid && made.at + listsAfterMs <= now());

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    now,
    advance: (ms: number) => void (offset += ms),
    /** A card with a first package, whose service began then; not begun without it. */
    addCard(iccid: string, startedAt: number | null = null) {
      cards.set(iccid, { recycled: false });
      const first = buy(iccid, 'bonbon-7days-1gb-topup', 'the first');
      first.startedAt = startedAt;
    },
    recycle: (iccid: string) => void cards.set(iccid, { recycled: true }),
    /** Bought in the seller's portal. */
    buyByHand: (iccid: string, packageId: string) => void buy(iccid, packageId, 'by hand'),
    /** The last package bought for the card is used for the first time. */
    use(iccid: string) {
      const last = bought.findLast((made) => made.iccid === iccid);
      if (last !== undefined) last.startedAt = now();
    },
    mark: (status: Bought['status']) => void (bought.at(-1)!.status = status),
    extensions: (iccid: string) => bought.filter((made) => made.iccid === iccid).length - 1,
    orders: () => bought.filter(({ description }) => !['the first', 'by hand'].includes(description)),
    /** Requests that were taken, `POST /v2/token` for example. */
    count: (what: string) => seen.filter((each) => each.what === what).length,
    endTokens: () => {
      tokens.clear();
    },
    next(what: string, ...more: readonly Mishap[]) {
      mishaps.set(what, [...(mishaps.get(what) ?? []), ...more]);
    },
    always: (rule: typeof standing) => void (standing = rule),
    /** Until a request waits for `answerLate`. */
    isLate: () => isLate,
    /** Mishaps that did not come to pass. */
    forget: () => {
      mishaps.clear();
    },
    answerLate() {
      for (const answer of lateOnes) answer();
      lateOnes = [];
    },
  };
}

const packageOf = (packageId: string) => topUps.find(({ id }) => id === packageId) ?? topUps[0];

/** https://developers.partners.airalo.com/get-top-up-package-list-11883031e0 */
const described = (topUp: (typeof topUps)[number]) => ({
  ...topUp,
  type: 'topup',
  price: 10,
  net_price: 8,
  is_unlimited: false,
  title: `${topUp.amount / 1024} GB - ${topUp.day} Days`,
  short_info: null,
});

/** https://developers.partners.airalo.com/get-esim-package-history-11883032e0 */
function told({ id, packageId, startedAt }: Bought) {
  const { amount, day } = packageOf(packageId);
  const moment = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/, '+00:00');
  return {
    id,
    status: startedAt === null ? 'NOT_ACTIVE' : 'ACTIVE',
    remaining: amount,
    activated_at: startedAt === null ? null : moment(startedAt),
    expired_at: startedAt === null ? null : moment(startedAt + day * 86_400_000),
    finished_at: null,
    package: { id: packageId, type: 'topup', price: 10, net_price: 6, amount, day, is_unlimited: false },
  };
}

const line = ({ id, code, packageId, description, at }: Bought) => ({
  id,
  code,
  created_at: new Date(at).toISOString().slice(0, 19).replace('T', ' '),
  description,
  type: 'topup',
  package_id: packageId,
  quantity: 1,
  package: packageId,
  esim_type: 'Prepaid',
  validity: String(packageOf(packageId).day),
  price: '10.00',
  data: '1 GB',
  currency: 'USD',
});

const fine = (data: unknown): Answer => ({ status: 200, body: { data, meta: { message: 'success' } } });
const invalid = (data: object) => ({ data, meta: { message: 'the parameter is invalid' } });
const recycled = (iccid: string) => ({
  code: 73,
  reason: `The eSIM with iccid ${iccid} has been recycled. It can no longer be used or topped up.`,
});
const tooMany = { message: 'Too Many Attempts.' };
const unauthorised: Answer = {
  status: 401,
  body: { data: [], meta: { message: 'This action is unauthorized.' } },
};
const noVoice = { remaining_voice: 0, remaining_text: 0, total_voice: 0, total_text: 0 };

async function bodyOf(request: IncomingMessage): Promise<FormData | null> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const type = request.headers['content-type'];
  if (request.method !== 'POST' || type === undefined) return null;
  return new Response(Buffer.concat(parts), { headers: { 'content-type': type } }).formData();
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const isJson = body !== undefined;
  response.writeHead(status, { 'content-type': isJson ? 'application/json' : 'text/html', ...headers });
  response.end(isJson ? JSON.stringify(body) : '<html><body>Something went wrong.</body></html>');
}

import type { Renewal } from '@leb-renew/core/contract';
import type { Log, PaymentFact, PaymentGateway, PaymentRequest, Supplier } from '@leb-renew/server';
import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** What a back end is made of, as far as a fault can sit in it. */
export interface Parts {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly payments: PaymentGateway;
  readonly supplier: Supplier;
  readonly log: Log;
}

export interface Break {
  readonly rule: number;
  /** The fault, in a back end that somebody else wrote. */
  readonly fault: string;
  /** What the checker must find. */
  readonly found: RegExp;
  readonly change?: (parts: Parts, databaseUrl: string) => Partial<Parts>;
  /** Run by a process before it takes up its work. */
  readonly atStart?: string;
  /** Columns of `renewals` that are no longer kept unique. */
  readonly notUnique?: readonly ('quote_id' | 'card_ref')[];
}

/** A fault for each rule, and some more where a rule says several things. */
export const breaks: readonly Break[] = [
  {
    rule: 1,
    fault: 'believes a total that the page sends along',
    found: /, and 1 USD with total sent along/,
    change: ({ fetch }) => ({
      async fetch(request) {
        if (!request.url.endsWith('/quotes')) return fetch(request);
        const { total, ...body } = (await request.json()) as Record<string, unknown>;
        const response = await fetch(again(request, body));
        return total === undefined ? response : altered(response, (quote) => ({ ...quote, total }));
      },
    }),
  },
  {
    rule: 1,
    fault: 'prices the same wish anew each time',
    found: /^\d+ USD, and \d+ USD when asked again$/,
    change({ fetch }) {
      let quotes = 0;
      return {
        async fetch(request) {
          const response = await fetch(request);
          if (!request.url.endsWith('/quotes')) return response;
          return altered(response, (quote) => {
            const total = quote['total'] as { minor: number };
            return { ...quote, total: { ...total, minor: total.minor + quotes++ } };
          });
        },
      };
    },
  },
  {
    rule: 2,
    fault: 'has the provider take a minor unit less than it shows',
    found: /^the quote says \d+ USD, the payment is of \d+ USD$/,
    change: ({ payments }) => ({
      payments: {
        ...payments,
        async create(wish, key) {
          const { amount } = wish;
          const made = await payments.create(
            { ...wish, amount: { ...amount, minor: amount.minor - 1 } },
            key,
          );
          return made.ok
            ? { ok: true, value: { ...made.value, handoff: { ...made.value.handoff, amount } } }
            : made;
        },
      },
    }),
  },
  {
    rule: 2,
    fault: 'does not tell the provider which renewal a payment is for',
    found: /^the payment names another renewal$/,
    change: ({ payments }) => ({
      payments: { ...payments, create: (wish, key) => payments.create({ ...wish, renewalId: 'none' }, key) },
    }),
  },
  {
    rule: 3,
    fault: 'makes a new key for every try',
    found: /the next try has another idempotency key/,
    change: ({ payments }) => ({
      payments: { ...payments, create: (wish, key) => payments.create(wish, key + randomUUID()) },
    }),
  },
  {
    rule: 4,
    fault: 'lost the unique constraint on the quote of a renewal',
    found: /^fifty starts made \d+ renewals$/,
    notUnique: ['quote_id', 'card_ref'],
  },
  {
    rule: 5,
    fault: 'lost the unique constraint on the open renewal of a card',
    found: /two renewals of one card are open/,
    notUnique: ['card_ref'],
  },
  {
    rule: 6,
    fault: 'hands the provider’s secret key to the payment form',
    found: /has sk_s… in it/,
    change: ({ payments }) => ({
      payments: {
        ...payments,
        async create(wish, key) {
          const made = await payments.create(wish, key);
          if (!made.ok) return made;
          const { handoff } = made.value;
          const data = { ...(handoff.data as object), secretKey: 'sk_sandbox_of_the_server' };
          return { ok: true, value: { ...made.value, handoff: { ...handoff, data } } };
        },
      },
    }),
  },
  {
    rule: 7,
    fault: 'does not check the signature of a notice',
    found: /^an unsigned notice is answered 204$/,
    change: ({ payments }) => ({
      payments: {
        ...payments,
        readNotice(raw, headers) {
          const { type, paymentId } = JSON.parse(new TextDecoder().decode(raw)) as Record<string, string>;
          const notice = { id: headers.get('webhook-id') ?? '', kind: type ?? '', ref: paymentId ?? '' };
          return Promise.resolve({ ok: true, value: [notice] });
        },
      },
    }),
  },
  {
    rule: 7,
    fault: 'takes a signed notice of any age',
    found: /^a stale notice is answered 204$/,
    change: ({ payments }) => ({
      payments: {
        ...payments,
        async readNotice(raw, headers) {
          const [id, at] = ['webhook-id', 'webhook-timestamp'].map((name) => headers.get(name) ?? '');
          const text = new TextDecoder().decode(raw);
          const mark = createHmac('sha256', process.env['NOTICE_SECRET'] ?? '').update(`${id}.${at}.${text}`);
          if (headers.get('webhook-signature') !== `v1,${mark.digest('base64')}`)
            return payments.readNotice(raw, headers);
          const { type, paymentId } = JSON.parse(text) as Record<string, string>;
          return { ok: true, value: [{ id: id ?? '', kind: type ?? '', ref: paymentId ?? '' }] };
        },
      },
    }),
  },
  {
    rule: 7,
    fault: 'refuses notices that it has no use for',
    found: /^a signed notice of an unknown type is answered 400$/,
    change: ({ fetch }) => ({
      async fetch(request) {
        const isDreamt =
          request.url.includes('/notices/') && (await request.clone().text()).includes('dreamt');
        return isDreamt ? new Response(null, { status: 400 }) : fetch(request);
      },
    }),
  },
  {
    rule: 8,
    fault: 'writes another total on the receipt',
    found: /^the quote says \d+ USD, the receipt \d+ USD$/,
    change: ({ fetch }) => ({
      async fetch(request) {
        const response = await fetch(request);
        if (!request.url.endsWith('/receipt') || !response.ok) return response;
        return altered(response, (receipt) => {
          const total = receipt['total'] as { minor: number };
          return { ...receipt, total: { ...total, minor: total.minor + 1 } };
        });
      },
    }),
  },
  {
    rule: 8,
    fault: 'lists no receipt of a card',
    found: /^the card’s receipts name the receipt 0 times$/,
    change: ({ fetch }) => ({
      async fetch(request) {
        const response = await fetch(request);
        return request.url.endsWith('/receipts') ? altered(response, () => ({ receipts: [] })) : response;
      },
    }),
  },
  {
    rule: 9,
    fault: 'knows of a payment only what a notice told',
    found: /a refreshing look still says awaiting-payment/,
    change({ payments }) {
      const heard = new Set<string>();
      return {
        payments: {
          ...payments,
          async readNotice(raw, headers) {
            const read = await payments.readNotice(raw, headers);
            if (read.ok) for (const { ref } of read.value) heard.add(ref);
            return read;
          },
          async read(ref) {
            const fact = await payments.read(ref);
            return fact.ok && !heard.has(ref) ? { ok: true, value: { ...fact.value, state: 'open' } } : fact;
          },
        },
      };
    },
  },
  {
    rule: 10,
    fault: 'extends with every notice of success',
    found: /^one payment, and the card has \d+ periods more$/,
    change: ({ fetch }, databaseUrl) => ({
      fetch: afterNotice(fetch, async ({ paymentId, isFirst }) => {
        if (!isFirst && (await isRenewed(databaseUrl, paymentId))) await extend(databaseUrl, paymentId);
      }),
    }),
  },
  {
    rule: 11,
    fault: 'believes the last notice',
    found: /made a renewed renewal cancelled|went from \w+ to cancelled/,
    change({ fetch }) {
      const payments = new Map<string, string>();
      const cancelled = new Set<string>();
      const listening = afterNotice(fetch, async ({ type, paymentId }) => {
        if (type === 'payment.canceled') cancelled.add(paymentId);
        if (type === 'payment.succeeded') cancelled.delete(paymentId);
      });
      return {
        async fetch(request) {
          const response = await listening(request);
          if (!/\/renewals(\/[\w-]+)?$/.test(new URL(request.url).pathname) || !response.ok) return response;
          return altered(response, (answer) => {
            const { renewalId, reference, renewalToken, quote, seq, updatedAt, ...news } = answer as Renewal &
              Record<string, unknown>;
            if ('handoff' in news)
              payments.set(renewalId, (news.handoff as { data: { paymentId: string } }).data.paymentId);
            if (!cancelled.has(payments.get(renewalId) ?? '') || news.status !== 'renewed') return answer;
            return { status: 'cancelled', renewalId, reference, renewalToken, quote, seq, updatedAt };
          });
        },
      };
    },
  },
  {
    rule: 12,
    fault: 'gives a payment up when it is declined once',
    found: /^after a decline the renewal is cancelled$/,
    change: ({ payments }) => ({
      payments: {
        ...payments,
        async read(ref) {
          const fact = await payments.read(ref);
          const isDeclined = fact.ok && fact.value.state === 'open' && fact.value.problem !== null;
          return isDeclined ? { ok: true, value: { ...fact.value, state: 'canceled' } } : fact;
        },
      },
    }),
  },
  {
    rule: 12,
    fault: 'does not say why a payment was declined',
    found: /^declined, and the status gives no reason$/,
    change: ({ payments }) => ({
      payments: {
        ...payments,
        async read(ref) {
          const fact = await payments.read(ref);
          return fact.ok ? { ok: true, value: { ...fact.value, problem: null } } : fact;
        },
      },
    }),
  },
  {
    rule: 13,
    fault: 'takes every success for the money that it asked for',
    found: /^a minor unit less: a renewal is renewed instead of review$/,
    change: believing((fact, { amount, renewalId }) => ({ ...fact, received: amount, renewalId })),
  },
  {
    rule: 13,
    fault: 'is content with more than it asked for',
    found: /^a minor unit more: a renewal is renewed instead of review$/,
    change: believing((fact, { amount }) => {
      const minor = Math.min(fact.received.minor, amount.minor);
      return { ...fact, received: { ...fact.received, minor } };
    }),
  },
  {
    rule: 13,
    fault: 'compares numbers and no currencies',
    found: /^the same number in another currency: a renewal is renewed instead of review$/,
    change: believing((fact, { amount: { currency } }) => ({
      ...fact,
      received: { ...fact.received, currency },
    })),
  },
  {
    rule: 13,
    fault: 'does not look which renewal the money is for',
    found: /^money for another renewal: a renewal is renewed instead of review$/,
    change: believing((fact, { renewalId }) => ({ ...fact, renewalId })),
  },
  {
    rule: 14,
    fault: 'does not tell the provider that a renewal was given up',
    found: /^given up, and the payment is succeeded$/,
    change: ({ payments }) => ({
      payments: {
        ...payments,
        async cancel(ref) {
          const fact = await payments.read(ref);
          return fact.ok ? { ok: true, value: { ...fact.value, state: 'canceled' } } : fact;
        },
      },
    }),
  },
  {
    rule: 14,
    fault: 'gives a renewal up whatever the provider answers',
    found: /^the money was faster, and the renewal is cancelled$/,
    change: ({ payments }) => ({
      payments: {
        ...payments,
        async cancel(ref, key) {
          const fact = await payments.cancel(ref, key);
          return fact.ok ? { ok: true, value: { ...fact.value, state: 'canceled' } } : fact;
        },
      },
    }),
  },
  {
    rule: 15,
    fault: 'orders again when the supplier does not answer, under another key',
    found: /^the supplier made 2 extensions instead of 1$/,
    change: ({ supplier }) => ({
      supplier: {
        ...supplier,
        async apply(order, mark, signal) {
          const outcome = await supplier.apply(order, mark, signal);
          return outcome.outcome === 'unknown'
            ? supplier.apply({ ...order, key: `${order.key}:again` }, mark, signal)
            : outcome;
        },
      },
    }),
  },
  {
    rule: 15,
    fault: 'takes silence of the supplier for a refusal',
    found: /^a renewal is review instead of renewed$/,
    change: ({ supplier }) => ({
      supplier: {
        ...supplier,
        async apply(order, mark, signal) {
          const outcome = await supplier.apply(order, mark, signal);
          return outcome.outcome === 'unknown'
            ? { ...outcome, outcome: 'refused', reason: 'other', isFinal: true }
            : outcome;
        },
      },
    }),
  },
  {
    rule: 16,
    fault: 'keeps in memory what is still to be extended',
    found: /^a renewal is still (paid|extending) after \d+ ms$/,
    atStart: 'update leb_renew.fulfilments set done_at = now() where done_at is null',
  },
  {
    rule: 17,
    fault: 'remembers what it extended in each process alone',
    found: /^one payment, and the card has 2 periods more$|^renewed until \S+, and the card ends at/,
    change({ fetch, supplier }, databaseUrl) {
      const extendedHere = new Set<string>();
      return {
        supplier: {
          ...supplier,
          async apply(order, mark, signal) {
            extendedHere.add(order.key);
            return supplier.apply(order, mark, signal);
          },
        },
        fetch: afterNotice(fetch, async ({ paymentId }) => {
          const renewalId = await isRenewed(databaseUrl, paymentId);
          const key = `renewal:${renewalId ?? ''}:extend`;
          if (renewalId === null || extendedHere.has(key)) return;
          extendedHere.add(key);
          await extend(databaseUrl, paymentId);
        }),
      };
    },
  },
  {
    rule: 18,
    fault: 'answers otherwise for renewals that exist',
    found: /: not-signed-in for what is known, unknown-renewal for what is not$/,
    change({ fetch }) {
      const known = new Set<string>();
      return {
        async fetch(request) {
          const response = await fetch(request);
          const id = /\/renewals\/([\w-]+)/.exec(request.url)?.[1];
          return altered(response, (answer) => {
            if (typeof answer['renewalId'] === 'string') known.add(answer['renewalId']);
            return id !== undefined && known.has(id) && answer['code'] === 'unknown-renewal'
              ? { ...answer, code: 'not-signed-in' }
              : answer;
          });
        },
      };
    },
  },
  {
    rule: 18,
    fault: 'shows a renewal to anyone who knows its id',
    found: /^renewal is answered to no token$/,
    change({ fetch }) {
      const tokens = new Map<string, string>();
      return {
        async fetch(request) {
          const id = /\/renewals\/([\w-]+)$/.exec(request.url)?.[1] ?? '';
          const { url, method, headers } = request;
          const token = tokens.get(id);
          if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
          const response = await fetch(token === undefined ? request : new Request(url, { method, headers }));
          return altered(response, (answer) => {
            const { renewalId, renewalToken } = answer as Partial<Renewal>;
            if (renewalId !== undefined && renewalToken !== undefined) tokens.set(renewalId, renewalToken);
            return answer;
          });
        },
      };
    },
  },
  {
    rule: 18,
    fault: 'shows the receipts of a card to every account',
    found: /^receipts is answered to another account’s session$/,
    change: ({ fetch }) => ({
      async fetch(request) {
        const response = await fetch(request);
        return request.url.endsWith('/receipts') && response.status === 404
          ? Response.json({ receipts: [] }, { headers: response.headers })
          : response;
      },
    }),
  },
  {
    rule: 19,
    fault: 'answers a notice when the card is extended',
    found: /^a notice is answered after \d+(\.\d+)? s$/,
    change: ({ fetch }, databaseUrl) => ({
      fetch: afterNotice(fetch, async ({ paymentId }) => {
        await isRenewed(databaseUrl, paymentId);
      }),
    }),
  },
  {
    rule: 20,
    fault: 'does not look at what was given back',
    found: /^all of the money is back, and the renewal is review$/,
    change: ({ payments }) => ({
      payments: {
        ...payments,
        async read(ref) {
          const fact = await payments.read(ref);
          return fact.ok ? { ok: true, value: { ...fact.value, refunded: null } } : fact;
        },
      },
    }),
  },
  {
    rule: 21,
    fault: 'logs every request whole',
    found: /^the log has a session token in it$/,
    change: ({ fetch, log }) => ({
      async fetch(request) {
        const detail = `${request.headers.get('authorization') ?? ''} ${await request.clone().text()}`;
        log({ level: 'info', event: 'http.request', detail });
        return fetch(request);
      },
    }),
  },
];

/** A gateway that sees what it would like to see. */
function believing(
  wished: (fact: PaymentFact, wish: PaymentRequest) => PaymentFact,
): (parts: Parts) => Partial<Parts> {
  return ({ payments }) => {
    const asked = new Map<string, PaymentRequest>();
    return {
      payments: {
        ...payments,
        async create(wish, key) {
          const made = await payments.create(wish, key);
          if (made.ok) asked.set(made.value.ref, wish);
          return made;
        },
        async read(ref) {
          const fact = await payments.read(ref);
          const wish = asked.get(ref);
          return fact.ok && wish !== undefined && fact.value.state === 'succeeded'
            ? { ok: true, value: wished(fact.value, wish) }
            : fact;
        },
      },
    };
  };
}

const again = (request: Request, body: unknown): Request =>
  new Request(request.url, { method: request.method, headers: request.headers, body: JSON.stringify(body) });

/** An answer with another body; one without JSON stays as it is. */
async function altered(
  response: Response,
  change: (answer: Record<string, unknown>) => object,
): Promise<Response> {
  const { status, headers } = response;
  if (status === 204) return response;
  const answer = (await response.json()) as Record<string, unknown>;
  return new Response(JSON.stringify(change(answer)), { status, headers });
}

interface Heard {
  readonly type: string;
  readonly paymentId: string;
  /** Whether no notice of success about this payment came before. */
  readonly isFirst: boolean;
}

/** Does something after a notice was taken, and before it is answered. */
function afterNotice(fetch: Parts['fetch'], work: (heard: Heard) => Promise<void>): Parts['fetch'] {
  const seen = new Set<string>();
  return async (request) => {
    if (!request.url.includes('/notices/')) return fetch(request);
    const copy = request.clone();
    const response = await fetch(request);
    if (!response.ok) return response;
    const { type, paymentId } = (await copy.json()) as { type: string; paymentId: string };
    const isFirst = !seen.has(paymentId);
    if (type === 'payment.succeeded') seen.add(paymentId);
    await work({ type, paymentId, isFirst });
    return response;
  };
}

let pool: pg.Pool | null = null;

/** Behind the back of the server that runs in this process. */
const books = (databaseUrl: string): pg.Pool =>
  (pool ??= new pg.Pool({ connectionString: databaseUrl, max: 2 }).on('error', () => undefined));

/** The renewal of a payment, once it is renewed; null when it is not within ten seconds. */
async function isRenewed(databaseUrl: string, paymentId: string): Promise<string | null> {
  for (let look = 0; look < 100; look++) {
    const { rows } = await books(databaseUrl).query<{ renewal_id: string }>(
      `select renewal_id from leb_renew.renewals where payment_ref = $1 and status = 'renewed'`,
      [paymentId],
    );
    if (rows[0] !== undefined) return rows[0].renewal_id;
    await delay(100);
  }
  return null;
}

/** A month more for the card of a payment, whatever was there before. */
async function extend(databaseUrl: string, paymentId: string): Promise<void> {
  await books(databaseUrl).query(
    `with moved as (
       update leb_renew.cards set expires_at = expires_at + interval '30 days', version = version + 1
       where card_ref = (select card_ref from leb_renew.renewals where payment_ref = $1)
       returning card_ref, expires_at)
     insert into leb_renew.service_periods (period_id, card_ref, plan, starts_at, ends_at)
     select 'p_' || md5(random()::text), card_ref,
       (select plan from leb_renew.service_periods of where of.card_ref = moved.card_ref limit 1),
       expires_at - interval '30 days', expires_at from moved`,
    [paymentId],
  );
}

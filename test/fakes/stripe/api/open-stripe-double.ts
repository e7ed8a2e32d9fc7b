import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { newId, type Account } from './account.ts';
import { answerer, type SeenRequest } from './answer.ts';
import { decide, settle, confirmIntent, type Decision } from './confirm.ts';
import { closeDispute, disputeCharge } from './disputes.ts';
import { StripeFault } from './fault.ts';
import { answerOver, type Handler } from './http.ts';
import type { ApiKeys } from './keys.ts';
import { openMishaps, type Mishap } from './mishaps.ts';
import { openNotices, type Notices, type NoticesOptions } from './notices.ts';
import { meansGiven, meansNamed } from './payment-methods.ts';
import { createRefund, settleRefund } from './refunds.ts';
import type { RouteName } from './routes.ts';
import { domainObject } from './shelf.ts';
import { serveStripeJs } from './serve-stripe-js.ts';

export interface StripeDoubleOptions {
  /** Of the account, e.g. `DE`. @default 'US' */
  readonly country?: string;
  /** @default any that is free */
  readonly port?: number;
  readonly notices?: NoticesOptions;
  /** Registered for wallets, the newest first. */
  readonly domains?: readonly string[];
  /** Addresses of more webhook end-points, newer than that of `notices`: nothing is sent there. */
  readonly otherEndpoints?: readonly string[];
}

/** Stripe, for tests: the API over HTTP, and what a test may decide or see behind it. */
export interface StripeDouble extends ApiKeys {
  /** For `STRIPE_API_BASE`, e.g. `http://127.0.0.1:12111`. */
  readonly apiBase: string;
  /** The end-point's, of now. */
  readonly webhookSecret: string;
  readonly notices: Notices;
  /** What was asked of the API, in order. */
  readonly requests: readonly SeenRequest[];
  requestsTo(route: RouteName): readonly SeenRequest[];
  /** The object itself: a change is what the next request reads. */
  intent(id: string): Stripe.PaymentIntent;
  readonly intents: readonly Stripe.PaymentIntent[];
  refundsOf(intentId: string): readonly Stripe.Refund[];

  /** The customer pays, by a name of Stripe's for a test card, or a wallet: answers whether the bank agreed. */
  pay(intentId: string, by?: string): Stripe.PaymentIntent;
  /** What the bank or the wallet says after it was asked. */
  decide(intentId: string, decision: Decision): Stripe.PaymentIntent;
  /** The end of what was processing. */
  settle(intentId: string, end: 'succeed' | 'fail'): Stripe.PaymentIntent;
  /** By the seller in Stripe's dashboard. */
  refund(intentId: string, amount?: number): Stripe.Refund;
  settleRefund(refundId: string, end: 'succeed' | 'fail'): Stripe.Refund;
  dispute(intentId: string): Stripe.Dispute;
  closeDispute(disputeId: string, end: 'won' | 'lost'): Stripe.Dispute;

  /** Goes wrong at the next request to `route`, or the next few. */
  mishap(route: RouteName, mishap: Mishap, times?: number): void;
  /** Answers everything below a path, e.g. `/js`. */
  mount(path: string, handler: Handler): void;
  stop(): Promise<void>;
}

export interface Closing {
  after(close: () => Promise<void>): void;
}

export async function openStripeDouble(t: Closing, options: StripeDoubleOptions = {}): Promise<StripeDouble> {
  const double = await startStripeDouble(options);
  t.after(() => double.stop());
  return double;
}

export async function startStripeDouble({
  country = 'US',
  port = 0,
  notices: noticesOptions = {},
  domains = [],
  otherEndpoints = [],
}: StripeDoubleOptions = {}): Promise<StripeDouble> {
  const notices = openNotices(noticesOptions);
  const mishaps = openMishaps();
  const mounted = new Map<string, Handler>([['/js/', (request) => serveStripeJs(request)]]);
  const requests: SeenRequest[] = [];
  const secret = (kind: string) => newId(kind);
  const keys: ApiKeys = {
    secretKey: secret('sk_test'),
    publishableKey: secret('pk_test'),
    restrictedKey: secret('rk_test'),
    liveSecretKey: secret('sk_live'),
    livePublishableKey: secret('pk_live'),
  };
  const registered = [false, true].flatMap((livemode) => domains.map((name) => domainObject(name, livemode)));
  let apiBase = '';
  const account: Account = {
    country,
    domains: (livemode) => registered.filter((each) => each.livemode === livemode),
    origin: () => apiBase,
    intents: new Map(),
    methods: new Map(),
    means: new Map(),
    charges: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    endpoints: (livemode) => endpointsOf(notices, otherEndpoints, livemode),
    events: () => notices.events,
    tell: notices.announce,
  };
  const answer = answerer({ account, keys, seen: requests, mishapOf: mishaps.of });
  const server = createServer(
    (request, response) => void answerOver(request, response, { account, answer, mounted }),
  );
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  apiBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const intent = (id: string) => known(account.intents, id);
  const chargeOf = (id: string) => known(account.charges, intent(id).latest_charge as string);
  return {
    ...keys,
    apiBase,
    get webhookSecret() {
      return notices.secret;
    },
    notices,
    requests,
    requestsTo: (route) => requests.filter((request) => request.route === route),
    intent,
    get intents() {
      return [...account.intents.values()];
    },
    refundsOf: (id) => [...account.refunds.values()].filter(({ payment_intent: of }) => of === id),
    pay(id, by = 'pm_card_visa') {
      const means = by.startsWith('pm_') ? meansNamed(by) : meansGiven({ type: by });
      try {
        return confirmIntent(account, intent(id), {
          means,
          returnUrl: 'https://shop.example/',
          usesSdk: true,
        });
      } catch (error) {
        // A decline is an answer; everything else is the test's mistake.
        if (error instanceof StripeFault && error.status === 402) return intent(id);
        throw error;
      }
    },
    decide: (id, decision) => decide(account, intent(id), decision),
    settle: (id, end) => settle(account, intent(id), end),
    refund: (id, amount) =>
      createRefund(
        account,
        { payment_intent: id, ...(amount === undefined ? {} : { amount }) },
        intent(id).livemode,
      ),
    settleRefund: (id, end) => settleRefund(account, known(account.refunds, id), end),
    dispute: (id) => disputeCharge(account, chargeOf(id)),
    closeDispute: (id, end) => closeDispute(account, known(account.disputes, id), end),
    mishap: (route, mishap, times = 1) => mishaps.expect(route, mishap, times),
    mount: (path, handler) => void mounted.set(path, handler),
    async stop() {
      await new Promise((resolve) => (server.close(resolve), server.closeAllConnections()));
      await notices.settled();
    },
  };
}

function known<T>(things: ReadonlyMap<string, T>, id: string): T {
  const thing = things.get(id);
  if (thing === undefined) throw new Error(`The double knows no ${id}.`);
  return thing;
}

const endpointsOf = (
  { url, enabledEvents }: Notices,
  others: readonly string[],
  livemode: boolean,
): Stripe.WebhookEndpoint[] =>
  [...others, ...(url === null ? [] : [url])].map(
    (address, index) =>
      ({
        id: `we_${index + 1}`,
        object: 'webhook_endpoint',
        api_version: Stripe.API_VERSION,
        application: null,
        created: 1_780_000_000,
        description: null,
        enabled_events: [...enabledEvents],
        livemode,
        metadata: {},
        status: 'enabled',
        url: address,
      }) satisfies Stripe.WebhookEndpoint,
  );

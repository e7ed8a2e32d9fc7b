import type { Admin, Log } from '@leb-renew/server';
import type { StripeGatewayOptions } from '@leb-renew/server/stripe';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { preparedDatabase, query } from '../server/shop/cluster.ts';
import type { StripeDouble } from '../fakes/stripe/api/open-stripe-double.ts';
import { fill } from '../server/shop/open-shop.ts';
import { bundledPages, type Pages } from './bundled-pages.ts';

type Mood = 'at-once' | 'slow' | 'refuses' | 'silent';

/** The example shop's own parts. By address, because the example is a project of its own. */
const shopPart = <Part>(file: string): Promise<Part> =>
  import(new URL(`../../examples/shop/${file}`, import.meta.url).href) as Promise<Part>;
const { openShop } = await shopPart<{
  openShop(options: {
    readonly databaseUrl: string;
    readonly url: string;
    readonly secrets: Readonly<Record<'server' | 'provider' | 'notices', string>>;
    readonly pages: Pages;
    readonly supplier: { readonly delayMs: number; readonly slowMs: number };
    readonly stripe: StripeGatewayOptions | null;
    readonly now: () => number;
    readonly log: Log;
  }): Promise<{ readonly listener: RequestListener; readonly admin: Admin; close(): Promise<void> }>;
}>('open-shop.ts');

/** The demo shop with its six cards, opened here, so that a test may move its clock and look into its books. */
export interface Demo {
  /** Without a slash at the end. */
  readonly url: string;
  readonly admin: Admin;
  now(): number;
  /** Moves the server's clock, and with it what the provider holds open; ms. */
  advance(ms: number): Promise<void>;
  /** As the shop's page does. */
  supplier(mood: Mood): Promise<void>;
  /** What the provider has of everything that was ever paid here, minor units. */
  money(): Promise<{ readonly taken: number; readonly givenBack: number }>;
  query<Row extends Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** Those of all shops of a test file. */
const pages = bundledPages();

const secrets = {
  server: 'a secret of the demo that has enough characters',
  provider: 'sk_sandbox_of_the_demo',
  notices: 'notices-of-the-demo-are-signed-with-this',
};

/** What goes wrong here is meant to. */
const quiet: Log = () => undefined;

export interface DemoOptions {
  /** Takes the payments, in place of the sandbox. */
  readonly stripe?: StripeDouble | null;
  /** Gets to see what the server logs. @default nobody */
  readonly log?: Log;
}

export async function openDemo(
  t: TestContext,
  { stripe = null, log = quiet }: DemoOptions = {},
): Promise<Demo> {
  const [databaseUrl, { middlewares }] = await Promise.all([preparedDatabase(fill), pages]);
  let offset = 0;
  const now = () => Date.now() + offset;
  let listener: RequestListener = (_, response) => response.writeHead(503).end();
  const http = createServer((request, response) => listener(request, response));
  await new Promise((resolve) => http.listen(0, '127.0.0.1', () => resolve(null)));
  t.after(() => {
    http.close();
    http.closeAllConnections();
  });
  const url = `http://localhost:${(http.address() as AddressInfo).port}`;
  if (stripe !== null) stripe.notices.url = `${url}/renewal/notices/stripe`;
  const supplier = { delayMs: 0, slowMs: 2_500 };
  const shop = await openShop({
    databaseUrl,
    url,
    secrets,
    pages: { middlewares },
    supplier,
    stripe: stripe && keysOf(stripe),
    now,
    log,
  });
  listener = shop.listener;
  t.after(() => shop.close());
  return {
    url,
    admin: shop.admin,
    now,
    async advance(ms) {
      offset += ms;
      if (stripe !== null) return;
      await query(
        databaseUrl,
        `update sandbox_provider.payments set expires_at = expires_at - $1 * interval '1 ms'`,
        [ms],
      );
    },
    async supplier(mood) {
      const answer = await fetch(`${url}/supplier`, { method: 'POST', body: mood });
      if (!answer.ok) throw new Error(await answer.text());
    },
    money: async () => (stripe === null ? sandboxMoney(databaseUrl) : stripeMoney(stripe)),
    query: (text, values) => query(databaseUrl, text, values),
  };
}

const keysOf = ({
  secretKey,
  publishableKey,
  webhookSecret,
  apiBase,
}: StripeDouble): StripeGatewayOptions => ({
  secretKey,
  publishableKey,
  webhookSecrets: [webhookSecret],
  apiBase,
});

type Money = Awaited<ReturnType<Demo['money']>>;

async function sandboxMoney(databaseUrl: string): Promise<Money> {
  const [money] = await query<Money & Record<string, unknown>>(
    databaseUrl,
    `select coalesce(sum(received), 0)::int as taken, coalesce(sum(refunded), 0)::int as "givenBack"
     from sandbox_provider.payments`,
  );
  return money ?? { taken: 0, givenBack: 0 };
}

function stripeMoney({ intents, refundsOf }: StripeDouble): Money {
  const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);
  const refunds = intents.flatMap(({ id }) => refundsOf(id));
  return {
    taken: sum(intents.map(({ amount_received: amount }) => amount)),
    givenBack: sum(refunds.filter(({ status }) => status === 'succeeded').map(({ amount }) => amount)),
  };
}

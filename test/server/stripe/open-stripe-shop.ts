import type { Renewal } from '@leb-renew/core/contract';
import { readStripeHandoff } from '@leb-renew/core/stripe';
import { stripeGateway, type StripeGatewayOptions } from '@leb-renew/server/stripe';
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { createCustomer, type Customer } from '../../../bench/server/customer.ts';
import { onDatabase, type BenchDatabase } from '../../../bench/server/database.ts';
import { fill, type FilledCard } from '../../../bench/server/fill.ts';
import { startProcess, type Process } from '../../../bench/server/processes.ts';
import { openStripeDouble, type StripeDouble } from '../../fakes/stripe/api/open-stripe-double.ts';
import { emptyDatabase } from '../shop/cluster.ts';
import { openShop, type Shop, type ShopChanges } from '../shop/open-shop.ts';
import { until } from '../shop/until.ts';
import type { ServerSettings } from './server-process.ts';

/** A renewal that waits for its money. */
export interface Begun {
  readonly card: FilledCard;
  readonly begun: Renewal;
  /** Its payment intent. */
  readonly ref: string;
}

/** Renewal servers on a real Postgres whose payments are Stripe's double, and cards to renew. */
export interface StripeShop {
  readonly double: StripeDouble;
  readonly database: Pick<BenchDatabase, 'query'>;
  /** One that nobody has renewed yet. */
  nextCard(): FilledCard;
  customerOf(card: FilledCard): Customer;
  begin(card?: FilledCard): Promise<Begun>;
  /** A few at once. */
  beginMany(count: number): Promise<readonly Begun[]>;
  /** When every notice that was taken has been looked into. */
  settled(): Promise<void>;
  /** How often the supplier has extended a card, and for how many periods there is a receipt. */
  books(card: FilledCard): Promise<{ readonly extensions: number; readonly receipts: number }>;
}

interface Size {
  readonly cards: number;
  readonly accounts?: number;
}

/** One server in this process, with everything that a test may change about it. */
export async function openStripeShop(
  t: TestContext,
  { cards, accounts = 4, ...changes }: Size & ShopChanges,
): Promise<StripeShop & { readonly shop: Shop }> {
  const double = await openStripeDouble(t);
  const filled = await fillDatabase(t, { cards, accounts });
  const shop = await openShop(t, {
    ...changes,
    databaseUrl: filled.databaseUrl,
    options: { payments: stripeGateway(gatewayOptions(double)), ...changes.options },
  });
  double.notices.url = `${shop.url}/notices/stripe`;
  return { ...stripeShop(double, filled, () => [shop]), shop };
}

type How = Pick<ServerSettings, 'supplier'>;

export interface StripeServers extends StripeShop {
  /** Those that have not ended. */
  readonly servers: readonly Process[];
  start(how?: How): Promise<Process>;
  end(server: Process, how: 'stop' | 'kill'): Promise<void>;
}

/** Servers in processes of their own, to which notices are delivered by hand. */
export async function openStripeServers(t: TestContext, size: Size): Promise<StripeServers> {
  const double = await openStripeDouble(t);
  const filled = await fillDatabase(t, { accounts: 4, ...size });
  let servers: readonly Process[] = [];
  t.after(() => Promise.all(servers.map((server) => server.kill())));
  return {
    ...stripeShop(double, filled, () => servers),
    get servers() {
      return servers;
    },
    async start(how = {}) {
      const { databaseUrl } = filled;
      const settings: ServerSettings = { databaseUrl, stripe: gatewayOptions(double), ...how };
      const server = await startProcess(new URL('server-process.ts', import.meta.url).href, settings);
      servers = [...servers, server];
      return server;
    },
    async end(server, how) {
      servers = servers.filter((each) => each !== server);
      await server[how]();
    },
  };
}

const gatewayOptions = ({
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

export function refOf(renewal: Renewal): string {
  assert.equal(renewal.status, 'awaiting-payment');
  const handoff = readStripeHandoff(renewal.handoff);
  assert.ok(handoff.ok, 'a handoff that Stripe’s adapter cannot read');
  return handoff.value.clientSecret.split('_secret_')[0] ?? '';
}

interface Filled {
  readonly databaseUrl: string;
  readonly database: Pick<BenchDatabase, 'query'>;
  readonly cards: readonly FilledCard[];
}

async function fillDatabase(t: TestContext, size: Required<Size>): Promise<Filled> {
  const databaseUrl = await emptyDatabase();
  const { query, end } = onDatabase(databaseUrl);
  t.after(end);
  const cards = await fill({ url: databaseUrl, query }, size);
  return { databaseUrl, database: { query }, cards };
}

function stripeShop(
  double: StripeDouble,
  { database, cards }: Filled,
  servers: () => readonly { readonly url: string }[],
): StripeShop {
  const unused = [...cards];
  const customers = new Map<string, Customer>();
  const shop: StripeShop = {
    double,
    database,
    nextCard: () => unused.pop() ?? assert.fail('more cases than cards'),
    customerOf({ email }) {
      const customer = customers.get(email) ?? createCustomer({ servers, email });
      customers.set(email, customer);
      return customer;
    },
    async begin(card = shop.nextCard()) {
      const customer = shop.customerOf(card);
      const begun = await customer.begin(await customer.quote(card.cardRef));
      return { card, begun, ref: refOf(begun) };
    },
    async beginMany(count) {
      const begun: Begun[] = [];
      let left = count;
      const walk = async () => {
        while (left-- > 0) begun.push(await shop.begin());
      };
      await Promise.all(Array.from({ length: 8 }, walk));
      return begun;
    },
    async settled() {
      await until('every notice is settled', async () => {
        const open = await database.query(
          `select 1 from leb_renew.notices where settled_at is null
           union all select 1 from leb_renew_jobs.job where name = 'settle' and state < 'completed' limit 1`,
        );
        return open.length === 0;
      });
    },
    async books({ cardRef }) {
      const [books] = await database.query<{ extensions: number; receipts: number }>(
        `select (select count(*)::int from leb_local_supplier.extensions join leb_renew.cards using (iccid)
                 where card_ref = $1) extensions,
                (select count(*)::int from leb_renew.receipts join leb_renew.renewals using (renewal_id)
                 where card_ref = $1) receipts`,
        [cardRef],
      );
      return books ?? assert.fail('no books');
    },
  };
  return shop;
}

import { serve } from '@hono/node-server';
import type { Seller } from '@leb-renew/core/contract';
import {
  createRenewalServer,
  localSupplier,
  mailboxMailer,
  type LocalSupplierOptions,
  type Log,
  type Mailer,
  type PaymentGateway,
  type RenewalServer,
  type RenewalServerOptions,
  type Supplier,
} from '@leb-renew/server';
import { sandboxGateway, sandboxProvider, type SandboxProvider } from '@leb-renew/server/sandbox';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { seed } from './seed.ts';
import { createCaller, type Caller } from './caller.ts';
import { emptyDatabase, preparedDatabase, sharedTemplate } from './cluster.ts';
import { snapshot } from './snapshot.ts';

export interface Shop extends Caller {
  readonly databaseUrl: string;
  /** Where the contract is answered. */
  readonly url: string;
  readonly server: RenewalServer;
  /** Moves the server's clock; ms. */
  advance(ms: number): void;
  now(): number;
  /** Everything the server keeps about cards, quotes, renewals and mails, to see whether something changed. */
  snapshot(): Promise<string>;
  stopServer(): Promise<void>;
  /** A new server on the same database, at the same address. */
  restartServer(changes?: ShopChanges): Promise<void>;
  /** One more server on the same database, which takes no requests and does its share of the work. */
  addServer(changes?: ShopChanges): Promise<void>;
}

export interface ShopChanges {
  /** Where the shop is; a new one with the seed by default. */
  readonly databaseUrl?: string;
  /** How far the server's clock is from ours, ms. */
  readonly offset?: number;
  readonly supplier?: Omit<LocalSupplierOptions, 'databaseUrl'>;
  /** Stands between the server and the supplier. */
  readonly aroundSupplier?: (supplier: Supplier) => Supplier;
  /** Stands between the server and the gateway. */
  readonly aroundPayments?: (gateway: PaymentGateway) => PaymentGateway;
  /** Stands between the server and the mailbox. */
  readonly aroundMailer?: (mailer: Mailer) => Mailer;
  readonly log?: Log;
  /** Whether the shop mails reminders; which of the seed's cards are due depends on the hour of the day. */
  readonly reminds?: boolean;
  /** Of the server, instead of what the others have. */
  readonly options?: Partial<RenewalServerOptions>;
  /** Gets a server before it starts. */
  readonly onMade?: (server: RenewalServer) => void;
  /** Where the provider sends its notices; the server by default. */
  readonly noticesTo?: 'server' | 'nowhere';
}

export const noticeSecret = 'notices-of-the-test-are-signed-with-this';
const secretKey = 'sk_sandbox_for_tests';
const secret = 'a secret of the shop that has enough characters';

export const seller: Seller = {
  name: 'LEB Test Shop',
  address: '1 Test Street, Testville',
  taxId: null,
  support: 'mailto:help@shop.example',
  termsUrl: null,
};

/** A whole shop over real HTTP on its own database: server, provider, seed. Closed with the test. */
export async function openShop(t: TestContext, changes: ShopChanges = {}): Promise<Shop> {
  const databaseUrl = changes.databaseUrl ?? (await filledShop());
  let { offset = 0 } = changes;
  const now = () => Date.now() + offset;
  let server: RenewalServer | null = null;
  const others: RenewalServer[] = [];
  let provider: SandboxProvider | null = null;

  const http = serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: async (request) => {
      const to = new URL(request.url).pathname.startsWith('/sandbox-pay') ? provider : server;
      return (await to?.fetch(request)) ?? new Response(null, { status: 503 });
    },
  }) as Server;
  await new Promise((resolve) => (http.listening ? resolve(null) : http.once('listening', resolve)));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const url = `${origin}/renewal`;

  provider = sandboxProvider({
    databaseUrl,
    publicUrl: `${origin}/sandbox-pay`,
    secretKey,
    notices: {
      url: changes.noticesTo === 'nowhere' ? `${origin}/nowhere` : `${url}/notices/sandbox`,
      secret: noticeSecret,
    },
    allowedOrigins: [origin],
    slowMs: 300,
    processingMs: 600,
    log: quiet,
  });
  await provider.start();
  const startServer = async ({
    supplier = {},
    aroundSupplier = same,
    aroundPayments = same,
    aroundMailer = same,
    log = quiet,
    options = {},
    onMade,
  }: ShopChanges) => {
    const gateway = sandboxGateway({ baseUrl: `${origin}/sandbox-pay`, secretKey, noticeSecret });
    const started = createRenewalServer({
      ...settings(databaseUrl, origin),
      payments: aroundPayments(gateway),
      supplier: aroundSupplier(localSupplier({ databaseUrl, log: quiet, ...supplier })),
      mailer: aroundMailer(mailboxMailer({ databaseUrl, log: quiet })),
      log,
      now,
      ...(changes.reminds ? {} : { reminders: [] }),
      ...options,
    });
    onMade?.(started);
    await started.start();
    return started;
  };
  server = await startServer(changes);
  t.after(async () => {
    await Promise.all([server, ...others].map(async (each) => each?.stop()));
    await provider.stop();
    await new Promise((resolve) => (http.close(resolve), http.closeAllConnections()));
  });

  function current(): RenewalServer {
    if (server === null) throw new Error('The server of the test is stopped.');
    return server;
  }
  return {
    ...createCaller(url),
    databaseUrl,
    url,
    get server() {
      return current();
    },
    now,
    advance: (ms) => void (offset += ms),
    async stopServer() {
      const running = current();
      server = null;
      await running.stop();
    },
    async restartServer(more = changes) {
      server = await startServer(more);
    },
    async addServer(more = changes) {
      others.push(await startServer(more));
    },
    snapshot: () => snapshot(databaseUrl),
  };
}

const quiet: Log = () => undefined;
const same = <T>(part: T): T => part;

const settings = (databaseUrl: string, origin: string): RenewalServerOptions => ({
  databaseUrl,
  publicUrl: `${origin}/renewal`,
  allowedOrigins: [origin],
  payments: sandboxGateway({ baseUrl: `${origin}/sandbox-pay`, secretKey, noticeSecret }),
  supplier: localSupplier({ databaseUrl }),
  mailer: mailboxMailer({ databaseUrl, log: quiet }),
  seller,
  secret,
  log: quiet,
});

const filledShop = (): Promise<string> => {
  const template = process.env[sharedTemplate];
  return template === undefined ? preparedDatabase(fill) : emptyDatabase(template);
};

/** Tables, accounts, cards and plans. */
export async function fill(databaseUrl: string): Promise<void> {
  const server = createRenewalServer(settings(databaseUrl, 'http://127.0.0.1'));
  await server.start();
  await seed(server.admin, Date.now());
  await server.stop();
}

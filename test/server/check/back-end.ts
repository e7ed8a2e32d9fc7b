import { serve } from '@hono/node-server';
import {
  createRenewalServer,
  localSupplier,
  mailboxMailer,
  type Log,
  type Supplier,
} from '@leb-renew/server';
import { sandboxGateway } from '@leb-renew/server/sandbox';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Mood } from '../../../packages/server/src/check/stage.ts';
import { query } from '../shop/cluster.ts';
import { seller } from '../shop/open-shop.ts';
import { breaks, type Parts } from './breaks.ts';
import { fill } from './fill.ts';

/** What the process is told: how its supplier behaves, and which fault it has, by its place in the list; -1 for none. */
export type Order = { readonly mood: Mood } | { readonly fault: number };

/** Run as a process of its own: our server, or a broken one, on a database that others may use too. */
const { DATABASE_URL = '', PROVIDER_URL = '', PROVIDER_KEY = '', NOTICE_SECRET = '' } = process.env;
let mood: Mood = 'well';
let failures = 0;

function moody(supplier: Supplier): Supplier {
  const fails = () => failures > 0 && failures-- > 0;
  const down = { outcome: 'unknown', detail: 'down' } as const;
  return {
    ...supplier,
    async apply(order, mark, signal) {
      if (fails()) return down;
      if (mood === 'slow') await delay(2_500, undefined, { signal });
      const losesAnswer = mood === 'loses-answer';
      if (losesAnswer) mood = 'well';
      const outcome = await supplier.apply(order, mark, signal);
      return losesAnswer ? down : outcome;
    },
    find: async (...asked) => (fails() ? down : supplier.find(...asked)),
  };
}

const log: Log = ({ error, ...entry }) => {
  const what = error instanceof Error ? { error: error.stack } : {};
  console.log(JSON.stringify({ ...entry, ...what }));
};
const gateway = sandboxGateway({
  baseUrl: PROVIDER_URL,
  secretKey: PROVIDER_KEY,
  noticeSecret: NOTICE_SECRET,
});
const supplier = moody(localSupplier({ databaseUrl: DATABASE_URL, log }));

const http = serve({
  port: Number(process.env['PORT'] ?? 0),
  hostname: '127.0.0.1',
  fetch: (request) => parts.fetch(request),
}) as Server;
await new Promise((resolve) => (http.listening ? resolve(null) : http.once('listening', resolve)));
const { port } = http.address() as AddressInfo;
const server = createRenewalServer({
  databaseUrl: DATABASE_URL,
  publicUrl: `http://127.0.0.1:${port}/renewal`,
  allowedOrigins: [],
  payments: {
    ...gateway,
    create: (...asked) => parts.payments.create(...asked),
    read: (...asked) => parts.payments.read(...asked),
    cancel: (...asked) => parts.payments.cancel(...asked),
    readNotice: (...asked) => parts.payments.readNotice(...asked),
  },
  supplier: {
    ...supplier,
    apply: (...asked) => parts.supplier.apply(...asked),
    find: (...asked) => parts.supplier.find(...asked),
  },
  mailer: mailboxMailer({ databaseUrl: DATABASE_URL, log }),
  seller,
  secret: 'a secret of the shop that has enough characters',
  log: (entry) => parts.log(entry),
});
const whole: Parts = { fetch: server.fetch, payments: gateway, supplier, log };
let parts = whole;

function obey(order: Order): void {
  if ('mood' in order) {
    mood = order.mood;
    failures = mood === 'fails-thrice' ? 3 : 0;
  } else parts = { ...whole, ...breaks[order.fault]?.change?.(whole, DATABASE_URL) };
}

process.on('message', (order: Order) => {
  obey(order);
  process.send?.({ obeyed: order });
});
// Nobody is left to serve.
process.on('disconnect', () => process.exit());

const fault = Number(process.env['FAULT'] ?? -1);
obey({ fault });
const atStart = breaks[fault]?.atStart;
if (atStart !== undefined) await query(DATABASE_URL, atStart);
await server.start();
await fill(server.admin, Date.now());
process.send?.({ port });

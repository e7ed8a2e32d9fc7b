import { startEmbeddedPostgres } from '@leb-renew/server/embedded-postgres';
import { createServer, type RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import { emptied } from './emptied.ts';
import { listenFrom } from './listen.ts';
import { openShop } from './open-shop.ts';
import { servePages } from './pages.ts';
import { keptSecrets } from './secrets.ts';
import { accounts, password } from './seed.ts';
import { stripeKeys } from './stripe-keys.ts';

/** What keeps the shop from opening, in a line. */
function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const stripe = await Promise.resolve(process.env).then(stripeKeys).catch(fail);
const dataDir = process.env['DATA_DIR'] ?? fileURLToPath(new URL('../../.data/shop', import.meta.url));

let listener: RequestListener = (_, response) => {
  response.writeHead(503, { 'retry-after': '1' }).end('The shop is being opened.');
};
const http = createServer((request, response) => listener(request, response));
const port = await listenFrom(http, process.env['PORT'] ?? '8080').catch(fail);
const url = `http://localhost:${String(port)}`;

const postgres = await startEmbeddedPostgres({ dataDir });
const pages = await servePages();
const shop = await openShop({
  databaseUrl: process.argv.includes('--fresh') ? await emptied(postgres.url) : postgres.url,
  url,
  secrets: await keptSecrets(postgres.dataDir),
  pages,
  supplier: { delayMs: Number(process.env['SUPPLIER_DELAY_SECONDS'] ?? 1) * 1_000, slowMs: 10_000 },
  stripe,
}).catch(async (error: unknown) => {
  await Promise.allSettled([pages.close(), postgres.stop()]);
  return fail(error);
});
listener = shop.listener;

console.log(`
LEB Renew demo shop

  Shop      ${url}
  Mailbox   ${url}/mailbox
  Accounts  ${Object.values(accounts)
    .map(({ email }) => email)
    .join(', ')} · password ${password}
  Payments  ${
    stripe === null
      ? 'sandbox: no money moves, you choose what happens'
      : `Stripe with test keys: no money moves · notices go to ${url}/renewal/notices/stripe`
  }
  Data      ${postgres.dataDir}${postgres.elsewhere ? ' (another shop runs on the usual folder)' : ''}

Ctrl-C ends it.`);

let closing = false;
async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  http.close();
  http.closeAllConnections();
  const ends = await Promise.allSettled([shop.close(), pages.close()]);
  await postgres.stop();
  for (const end of ends) if (end.status === 'rejected') console.error(end.reason);
  process.exit(ends.every(({ status }) => status === 'fulfilled') ? 0 : 1);
}
process.on('SIGINT', () => void close());
process.on('SIGTERM', () => void close());

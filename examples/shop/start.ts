import { getRequestListener } from '@hono/node-server';
import { createRenewalServer, localSupplier, mailboxMailer } from '@leb-renew/server';
import { startEmbeddedPostgres } from '@leb-renew/server/embedded-postgres';
import { sandboxGateway, sandboxProvider } from '@leb-renew/server/sandbox';
import { Hono } from 'hono';
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import { listenFrom } from './listen.ts';
import { mailboxPage } from './mailbox.ts';
import { servePages } from './pages.ts';
import { keptSecrets } from './secrets.ts';
import { accounts, password, seed } from './seed.ts';
import { seller } from './seller.ts';
import { emptied } from './emptied.ts';

const dataDir = process.env['DATA_DIR'] ?? fileURLToPath(new URL('../../.data/shop', import.meta.url));

let listener: RequestListener = (_, response) => {
  response.writeHead(503, { 'retry-after': '1' }).end('The shop is being opened.');
};
const http = createServer((request, response) => listener(request, response));
const port = await listenFrom(http, process.env['PORT'] ?? '8080').catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
const url = `http://localhost:${String(port)}`;

const postgres = await startEmbeddedPostgres({ dataDir });
const databaseUrl = process.argv.includes('--fresh') ? await emptied(postgres.url) : postgres.url;
const secrets = await keptSecrets(postgres.dataDir);

const provider = sandboxProvider({
  databaseUrl,
  publicUrl: `${url}/sandbox-pay`,
  secretKey: secrets.provider,
  notices: { url: `${url}/renewal/notices/sandbox`, secret: secrets.notices },
  allowedOrigins: [url],
});
const renewals = createRenewalServer({
  databaseUrl,
  publicUrl: `${url}/renewal`,
  pageUrl: url,
  // Beside the usual days, those around the one on which the seed is sown: there is a reminder to look at.
  reminders: [30, 13, 12, 7, 1],
  allowedOrigins: [url],
  payments: sandboxGateway({
    baseUrl: `${url}/sandbox-pay`,
    secretKey: secrets.provider,
    noticeSecret: secrets.notices,
  }),
  supplier: localSupplier({
    databaseUrl,
    delayMs: Number(process.env['SUPPLIER_DELAY_SECONDS'] ?? 1) * 1_000,
  }),
  mailer: mailboxMailer({ databaseUrl }),
  seller,
  secret: secrets.server,
});

const pages = await servePages();
const shop = new Hono();
shop.all('/renewal/*', (c) => renewals.fetch(c.req.raw));
shop.all('/sandbox-pay/*', (c) => provider.fetch(c.req.raw));
shop.get('/', async (c) => c.html(await readFile(new URL('index.html', import.meta.url), 'utf8')));
shop.get('/mailbox', async (c) => c.html(mailboxPage(await renewals.admin.mails())));
const answer = getRequestListener(shop.fetch);
const ours = /^\/((renewal|sandbox-pay|mailbox)(\/|\?|$)|(\?|$))/;

await provider.start();
await renewals.start();
await seed(renewals.admin, Date.now());
await renewals.admin.remind();
listener = (request, response) => {
  if (ours.test(request.url ?? '')) void answer(request, response);
  else pages.middlewares(request, response);
};

console.log(`
LEB Renew demo shop

  Shop      ${url}
  Mailbox   ${url}/mailbox
  Accounts  ${Object.values(accounts)
    .map(({ email }) => email)
    .join(', ')} · password ${password}
  Payments  sandbox: no money moves, you choose what happens
  Data      ${postgres.dataDir}${postgres.elsewhere ? ' (another shop runs on the usual folder)' : ''}

Ctrl-C ends it.`);

let closing = false;
async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  http.close();
  http.closeAllConnections();
  const ends = await Promise.allSettled([renewals.stop(), provider.stop(), pages.close()]);
  await postgres.stop();
  for (const end of ends) if (end.status === 'rejected') console.error(end.reason);
  process.exit(ends.every(({ status }) => status === 'fulfilled') ? 0 : 1);
}
process.on('SIGINT', () => void close());
process.on('SIGTERM', () => void close());

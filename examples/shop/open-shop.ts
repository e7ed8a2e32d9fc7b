import { getRequestListener } from '@hono/node-server';
import { createRenewalServer, mailboxMailer, type Admin, type Log } from '@leb-renew/server';
import { sandboxGateway, sandboxProvider } from '@leb-renew/server/sandbox';
import { stripeGateway, type StripeGatewayOptions } from '@leb-renew/server/stripe';
import { Hono } from 'hono';
import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { contentPolicy } from './content-policy.ts';
import { mailboxPage } from './mailbox.ts';
import type { Secrets } from './secrets.ts';
import { seed } from './seed.ts';
import { seller } from './seller.ts';
import { isMood, moodySupplier, type Mood } from './supplier.ts';

export interface ShopOptions {
  readonly databaseUrl: string;
  /** Where browsers reach the shop, without a slash at the end. */
  readonly url: string;
  readonly secrets: Secrets;
  /** Answers for the page's scripts and sheets. */
  readonly pages: { readonly middlewares: RequestListener };
  /** How long the supplier takes for an order, and how long when it is slow; ms. */
  readonly supplier: { readonly delayMs: number; readonly slowMs: number };
  /** Takes payments through Stripe, in place of the sandbox. */
  readonly stripe: StripeGatewayOptions | null;
  /** The server's clock, epoch ms. @default Date.now */
  readonly now?: () => number;
  /** @default warnings and errors on standard error */
  readonly log?: Log;
}

export interface OpenShop {
  readonly listener: RequestListener;
  readonly admin: Admin;
  close(): Promise<void>;
}

/** Opens the shop on a database, and fills one that is empty. */
export async function openShop(options: ShopOptions): Promise<OpenShop> {
  const { databaseUrl, url, secrets, pages, stripe, now = Date.now } = options;
  const log = options.log === undefined ? {} : { log: options.log };
  const provider = sandboxProvider({
    databaseUrl,
    publicUrl: `${url}/sandbox-pay`,
    secretKey: secrets.provider,
    notices: { url: `${url}/renewal/notices/sandbox`, secret: secrets.notices },
    allowedOrigins: [url],
    ...log,
  });
  const supplier = moodySupplier({ databaseUrl, ...options.supplier, ...log });
  const renewals = createRenewalServer({
    databaseUrl,
    publicUrl: `${url}/renewal`,
    pageUrl: url,
    // Beside the usual days, those around the one on which the seed is sown: there is a reminder to look at.
    reminders: [30, 13, 12, 7, 1],
    allowedOrigins: [url],
    payments:
      stripe === null
        ? sandboxGateway({
            baseUrl: `${url}/sandbox-pay`,
            secretKey: secrets.provider,
            noticeSecret: secrets.notices,
          })
        : stripeGateway(stripe),
    supplier,
    mailer: mailboxMailer({ databaseUrl, ...log }),
    seller,
    secret: secrets.server,
    now,
    ...log,
  });

  const page = { withStripe: stripe !== null };
  const shop = new Hono();
  shop.all('/renewal/*', (c) => renewals.fetch(c.req.raw));
  shop.all('/sandbox-pay/*', (c) => provider.fetch(c.req.raw));
  shop.get('/', async (c) =>
    c.html(await front(supplier.mood, page), 200, { 'content-security-policy': contentPolicy(page) }),
  );
  shop.post('/supplier', async (c) => {
    const mood = await c.req.text();
    if (!isMood(mood)) return c.text('The supplier has no such mood.', 400);
    supplier.mood = mood;
    return c.body(null, 204);
  });
  shop.get('/mailbox', async (c) => c.html(mailboxPage(await renewals.admin.mails())));
  const answer = getRequestListener(shop.fetch);
  const ours = /^\/((renewal|sandbox-pay|mailbox|supplier)(\/|\?|$)|(\?|$))/;

  const close = async () => {
    const ends = await Promise.allSettled([renewals.stop(), provider.stop()]);
    const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    if (reasons.length > 0) throw new AggregateError(reasons, 'The shop did not close well.');
  };
  try {
    await provider.start();
    await renewals.start();
    await seed(renewals.admin, now());
    await renewals.admin.remind();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    close,
    admin: renewals.admin,
    listener(request, response) {
      if (ours.test(request.url ?? '')) void answer(request, response);
      else pages.middlewares(request, response);
    },
  };
}

/** The shop's page, with what the supplier does now chosen in it. */
async function front(mood: Mood, { withStripe }: { readonly withStripe: boolean }): Promise<string> {
  const page = await readFile(new URL('index.html', import.meta.url), 'utf8');
  const shown = page.replace(`value="${mood}"`, '$& selected');
  return withStripe
    ? shown
        .replace('<html lang="en"', '$& data-with-stripe')
        .replace('No money moves.', 'Stripe takes the payments: with test keys no money moves.')
    : shown;
}

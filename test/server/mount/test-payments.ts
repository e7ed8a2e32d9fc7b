import { createRenewalServer, localSupplier, mailboxMailer } from '@leb-renew/server';
import { sandboxGateway, sandboxProvider } from '@leb-renew/server/sandbox';
import { Hono } from 'hono';
import { seller } from '../shop/open-shop.ts';

const [secretKey, noticeSecret] = ['a key of both halves', 'another secret of both halves'];

export function withTestPayments(databaseUrl: string, shopUrl: string) {
  const options = {
    databaseUrl,
    allowedOrigins: [shopUrl],
    supplier: localSupplier({ databaseUrl }),
    mailer: mailboxMailer({ databaseUrl, log: () => undefined }),
    seller,
    secret: 'a secret of the shop that has enough characters',
  };
  const provider = sandboxProvider({
    databaseUrl,
    publicUrl: `${shopUrl}/sandbox-pay`,
    secretKey,
    notices: { url: `${shopUrl}/renewal/notices/sandbox`, secret: noticeSecret },
    allowedOrigins: [shopUrl],
  });
  const renewals = createRenewalServer({
    ...options,
    publicUrl: `${shopUrl}/renewal`,
    payments: sandboxGateway({ baseUrl: `${shopUrl}/sandbox-pay`, secretKey, noticeSecret }),
  });
  const shop = new Hono();
  shop.all('/sandbox-pay/*', (c) => provider.fetch(c.req.raw));
  shop.all('/renewal/*', (c) => renewals.fetch(c.req.raw));
  return {
    shop,
    async start(): Promise<void> {
      await provider.start();
      await renewals.start();
    },
    async stop(): Promise<void> {
      await renewals.stop();
      await provider.stop();
    },
  };
}

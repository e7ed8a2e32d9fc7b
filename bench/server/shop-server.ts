import {
  createRenewalServer,
  localSupplier,
  mailboxMailer,
  type Mishap,
  type RenewalServer,
} from '@leb-renew/server';
import { sandboxGateway } from '@leb-renew/server/sandbox';
import { noticeSecret, origin, paymentKey, renewalPath, secret, seller } from './shop.ts';

/** A server of the shop, in this process. `paymentsUrl` is the provider's, as `startProvider` says it. */
export const shopOn = (databaseUrl: string, paymentsUrl: string, mishaps = 0): RenewalServer =>
  createRenewalServer({
    databaseUrl,
    publicUrl: origin + renewalPath,
    allowedOrigins: [origin],
    pageUrl: `${origin}/renew`,
    payments: sandboxGateway({ baseUrl: paymentsUrl, secretKey: paymentKey, noticeSecret }),
    supplier: localSupplier({ databaseUrl, mishap: () => mishap(mishaps) }),
    mailer: mailboxMailer({ databaseUrl }),
    seller,
    secret,
  });

function mishap(share: number): Mishap {
  if (Math.random() >= share) return 'none';
  return Math.random() < 0.5 ? 'lost-order' : 'lost-answer';
}

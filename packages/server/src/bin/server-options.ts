import { keyFor } from '../keys.ts';
import { mailboxMailer } from '../mail/mailbox-mailer.ts';
import { smtpMailer } from '../mail/smtp-mailer.ts';
import type { RenewalServerOptions } from '../options.ts';
import { sandboxGateway } from '../payments/sandbox/index.ts';
import { stripeGateway } from '../payments/stripe/index.ts';
import { localSupplier } from '../suppliers/local/index.ts';
import { clientAddressBy } from './client-address.ts';
import type { Settings } from './read-settings.ts';

export interface Addresses {
  readonly databaseUrl: string;
  /** How browsers reach the server. */
  readonly url: string;
  /** How this machine reaches it, with the path and without a slash at the end. */
  readonly base: string;
}

export const paymentsPath = '/sandbox-pay';

export const sandboxKeys = (secret: string): { secretKey: string; noticeSecret: string } => ({
  secretKey: keyFor(secret, 'sandbox'),
  noticeSecret: keyFor(secret, 'sandbox-notices'),
});

/** The server that the settings ask for; the same for every command. */
export function serverOptions(
  settings: Settings,
  { databaseUrl, url, base }: Addresses,
): RenewalServerOptions {
  const { secret, allowedOrigins, seller, withdrawal, pageUrl, smtp, stripe } = settings;
  return {
    databaseUrl,
    publicUrl: url,
    allowedOrigins,
    payments:
      stripe === null
        ? sandboxGateway({ baseUrl: base + paymentsPath, ...sandboxKeys(secret) })
        : stripeGateway(stripe),
    supplier: localSupplier({ databaseUrl }),
    mailer: smtp === null ? mailboxMailer({ databaseUrl }) : smtpMailer(smtp),
    clientAddress: clientAddressBy(settings.clientAddressHeader),
    seller,
    secret,
    withdrawal,
    ...(pageUrl === null ? {} : { pageUrl }),
  };
}

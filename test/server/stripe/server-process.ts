/** A renewal server with the Stripe gateway, in a process of its own. */
import { createRenewalServer, localSupplier, mailboxMailer } from '@leb-renew/server';
import { stripeGateway, type StripeGatewayOptions } from '@leb-renew/server/stripe';
import { listen } from '../../../bench/server/listen.ts';
import { answersAt, settings } from '../../../bench/server/processes.ts';
import { origin, renewalPath, secret, seller } from '../../../bench/server/shop.ts';

export interface ServerSettings {
  readonly databaseUrl: string;
  readonly stripe: StripeGatewayOptions;
  /** `mute`: it does what it is asked, and nobody ever hears of it. `slow`: it takes a minute. */
  readonly supplier?: 'mute' | 'slow';
}

const { databaseUrl, stripe, supplier: kind } = settings() as ServerSettings;
const isMute = kind === 'mute';
const supplier = localSupplier({
  databaseUrl,
  delayMs: kind === 'slow' ? 60_000 : 0,
  mishap: () => (isMute ? 'lost-answer' : 'none'),
});
const server = createRenewalServer({
  databaseUrl,
  publicUrl: origin + renewalPath,
  allowedOrigins: [origin],
  payments: stripeGateway(stripe),
  supplier: isMute
    ? { ...supplier, find: () => Promise.resolve({ outcome: 'unknown', detail: 'no answer' }) }
    : supplier,
  mailer: mailboxMailer({ databaseUrl, log: () => undefined }),
  seller,
  secret,
  log: () => undefined,
});
await server.start();
const { url, close } = await listen((request) => server.fetch(request));
answersAt(url + renewalPath, async () => {
  close();
  await server.stop();
});

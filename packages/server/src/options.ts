import { check, Seller, type Quote } from '@leb-renew/core/contract';
import type { Log } from './log.ts';
import type { Mailer } from './mail/port.ts';
import type { PaymentGateway } from './payments/port.ts';
import type { Supplier } from './suppliers/port.ts';

export interface RenewalServerOptions {
  /** A PostgreSQL, e.g. `startEmbeddedPostgres(…).url`. Tables live in schemas that begin with `leb_renew`. */
  readonly databaseUrl: string;
  /** Where browsers reach this server, e.g. `https://shop.example/renewal`; requests are expected below this path. */
  readonly publicUrl: string;
  /** Origins of the pages that carry the widget, e.g. `https://shop.example`. */
  readonly allowedOrigins: readonly string[];
  readonly payments: PaymentGateway;
  readonly supplier: Supplier;
  readonly mailer: Mailer;
  /** Printed on quotes, receipts and mails. */
  readonly seller: Seller;
  /** At least 32 characters, kept between starts: sessions and renewal tokens follow from it. */
  readonly secret: string;
  /** What the seller grants after the purchase. @default `none` */
  readonly withdrawal?: Quote['withdrawal'];
  /** The page that carries the widget, for links in mails. */
  readonly pageUrl?: string;
  /** The clock, epoch ms. For tests. @default Date.now */
  readonly now?: () => number;
  /** @default warnings and errors, one line of JSON each, on standard error */
  readonly log?: Log;
}

/** Throws on a wrong setting, naming it and the rule. No secret is repeated. */
export function checkOptions(options: RenewalServerOptions): void {
  const { databaseUrl, publicUrl, allowedOrigins, secret, seller, pageUrl } = options;
  must(/^postgres(ql)?:\/\//.test(databaseUrl), 'databaseUrl', 'must be a postgres:// address');
  must(isWeb(publicUrl), 'publicUrl', `is ${publicUrl}, must be a web address without query`);
  for (const origin of allowedOrigins) {
    must(
      isWeb(origin) && new URL(origin).origin === origin,
      'allowedOrigins',
      `has ${origin}, must be origins like https://shop.example`,
    );
  }
  must(secret.length >= 32, 'secret', `has ${secret.length} characters, must have at least 32`);
  must(pageUrl === undefined || isWeb(pageUrl), 'pageUrl', `is ${pageUrl}, must be a web address`);
  must(
    check(Seller, seller).ok,
    'seller',
    'must have name, address, taxId, support (mailto: or https:) and termsUrl',
  );
  for (const part of ['payments', 'supplier', 'mailer'] as const)
    must(typeof options[part] === 'object', part, 'is missing');
}

function must(holds: boolean, name: string, rule: string): asserts holds {
  if (!holds) throw new TypeError(`createRenewalServer: ${name} ${rule}`);
}

function isWeb(text: string): boolean {
  try {
    const { protocol, search, hash } = new URL(text);
    return /^https?:$/.test(protocol) && search === '' && hash === '';
  } catch {
    return false;
  }
}

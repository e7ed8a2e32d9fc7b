import { check, Seller, type Quote } from '@leb-renew/core/contract';
import { faultOfOrigin, isPostgresAddress, isWebAddress } from './addresses.ts';
import type { Authenticate } from './accounts/host-accounts.ts';
import type { Log } from './log.ts';
import type { Mailer } from './mail/port.ts';
import type { PaymentGateway } from './payments/port.ts';
import type { Supplier } from './suppliers/port.ts';

export interface RenewalServerOptions {
  /**
   * A PostgreSQL, e.g. `startEmbeddedPostgres(…).url`. Tables live in schemas that begin with
   * `leb_renew`. One database belongs to one seller: receipts are numbered in it without gaps.
   */
  readonly databaseUrl: string;
  /** Where browsers reach this server, e.g. `https://shop.example/renewal`; requests are expected below this path. */
  readonly publicUrl: string;
  /** Origins of the pages that carry the widget, e.g. `https://shop.example`. */
  readonly allowedOrigins: readonly string[];
  readonly payments: PaymentGateway;
  readonly supplier: Supplier;
  readonly mailer: Mailer;
  /** Printed on quotes, receipts and mails; what was issued keeps the seller it was issued with. */
  readonly seller: Seller;
  /** At least 32 characters, kept between starts: sessions and renewal tokens follow from it. */
  readonly secret: string;
  /** What the seller grants after the purchase. @default `none` */
  readonly withdrawal?: Quote['withdrawal'];
  /** The page that carries the widget, for links in mails; without it nobody can be sent a new password or a reminder. */
  readonly pageUrl?: string;
  /**
   * On how many days before its end a card's owner is reminded, whatever the term, at nine in the morning in the card's
   * zone; `[]` for never. @default 30, 7 and 1 for terms of three months or more, 7 and 1 for shorter ones
   */
  readonly reminders?: readonly number[];
  /** For a seller with accounts of their own, whose ids then own the cards. Without it, we keep accounts with a password. */
  readonly authenticate?: Authenticate;
  /**
   * The network address that a request comes from; behind a proxy, what the proxy says of it, and never a header that
   * a client can write. Without it, tries are counted per account and card only.
   */
  readonly clientAddress?: (request: Request) => string | null;
  /** Whether too many tries are slowed down; off only where something in front of the server does it. @default true */
  readonly throttling?: boolean;
  /** The clock, epoch ms. For tests. @default Date.now */
  readonly now?: () => number;
  /** @default warnings and errors, one line of JSON each, on standard error */
  readonly log?: Log;
}

/** Throws on a wrong setting, naming it and the rule. No secret is repeated. */
export function checkOptions(options: RenewalServerOptions): void {
  const given: unknown = options;
  must(typeof given === 'object' && given !== null, 'the argument', 'must be an object of options');
  const { databaseUrl, publicUrl, secret, seller, pageUrl } = options;
  const allowedOrigins: unknown = options.allowedOrigins;
  must(isPostgresAddress(databaseUrl), 'databaseUrl', 'must be a postgres:// address');
  must(isWebAddress(publicUrl), 'publicUrl', 'must be a web address without query, fragment or password');
  must(Array.isArray(allowedOrigins), 'allowedOrigins', 'must be a list');
  for (const origin of allowedOrigins) {
    const fault = faultOfOrigin(origin);
    must(fault === null, 'allowedOrigins', fault ?? '');
  }
  must(typeof secret === 'string' && secret.length >= 32, 'secret', 'must have at least 32 characters');
  must(
    pageUrl === undefined || isWebAddress(pageUrl),
    'pageUrl',
    'must be a web address without query, fragment or password',
  );
  const reminders: unknown = options.reminders ?? [];
  must(
    Array.isArray(reminders) && reminders.every((days) => Number.isInteger(days) && days >= 1 && days <= 365),
    'reminders',
    'must be whole numbers of days from 1 to 365',
  );
  must(
    check(Seller, seller).ok,
    'seller',
    'must have name, address, taxId, support (mailto: or https:) and termsUrl',
  );
  for (const part of ['payments', 'supplier', 'mailer'] as const) {
    const port: unknown = options[part];
    must(typeof port === 'object' && port !== null, part, 'is missing');
  }
}

function must(holds: boolean, name: string, rule: string): asserts holds {
  if (!holds) throw new TypeError(`createRenewalServer: ${name} ${rule}`);
}

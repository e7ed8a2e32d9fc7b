import { isIP } from 'node:net';
import { check, Seller, type Quote } from '@leb-renew/core/contract';
import { faultOfOrigin, isOrigin, isPostgresAddress, isWebAddress } from '../addresses.ts';
import { smtpMailer, type SmtpMailerOptions } from '../mail/smtp-mailer.ts';
import { keyRules } from '../payments/stripe/options.ts';

export interface Setting {
  readonly about: string;
  /** Follows the name of the variable: `PORT must be …`. */
  readonly rule: string;
  /** In words, what holds when it is not set; null where it has to be. */
  readonly otherwise: string | null;
  readonly fits: (text: string) => boolean;
}

const webAddress = {
  rule: 'must be a web address without query, fragment or password',
  fits: isWebAddress,
};
export const withdrawals = [
  'none',
  '14-days',
  'waived-with-consent',
] as const satisfies Quote['withdrawal'][];

/** Every environment variable that the command reads. docs/server.md prints this table. */
export const settings = {
  PORT: {
    about: 'The port to listen on; 0 takes any that is free.',
    rule: 'must be a whole number from 0 to 65535',
    otherwise: '8080',
    fits: (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
  },
  HOST: {
    about: 'The address to listen on; 0.0.0.0 to be reached from other machines.',
    rule: 'must be an IP address, or localhost',
    otherwise: '127.0.0.1',
    fits: (text) => text === 'localhost' || isIP(text) !== 0,
  },
  PUBLIC_URL: {
    about: 'Where browsers reach this server. Requests are expected below its path.',
    ...webAddress,
    otherwise: 'http://localhost and the port',
  },
  ALLOWED_ORIGINS: {
    about: 'The origins of the pages that carry the widget, with commas between.',
    rule: 'must be origins like https://shop.example, with commas between, lower case, no path and no slash at the end; never *, with which pages that nobody knows could act for a signed-in customer',
    otherwise: 'none but its own',
    fits: (text) => listIn(text).every((origin) => faultOfOrigin(origin) === null),
  },
  CLIENT_ADDRESS_HEADER: {
    about:
      'The header in which the proxy in front says where a request comes from, so that floods are told apart.',
    rule: 'must be the name of a header, like x-forwarded-for',
    otherwise: 'the address of the connection',
    fits: (text) => /^[a-z0-9-]{1,64}$/i.test(text),
  },
  PAGE_URL: {
    about:
      'The page that carries the widget, for links in mails; without it nobody can be sent a new password.',
    ...webAddress,
    otherwise: 'no links',
  },
  DATABASE_URL: {
    about: 'A PostgreSQL server. One database belongs to one seller.',
    rule: 'must be a postgres:// address',
    otherwise: 'an embedded one, in DATA_DIR',
    fits: isPostgresAddress,
  },
  DATA_DIR: {
    about: 'The folder in which the embedded PostgreSQL keeps everything.',
    rule: 'must be a folder that a database can be kept in',
    otherwise: '.data/leb-renew',
    fits: (text) => !text.includes('\0'),
  },
  SMTP_URL: {
    about: 'The mail server, with name and password if it wants them.',
    rule: 'must be smtp://user:password@host:port or smtps://…, without a query',
    otherwise: 'mails are kept in the database and not sent',
    fits: (url) => canMail({ url, from: 'shop@example.com' }),
  },
  MAIL_FROM: {
    about: 'Whom mails come from; needed with SMTP_URL.',
    rule: 'must be a mail address, like Shop <help@shop.example>',
    otherwise: 'nobody',
    fits: (from) => canMail({ url: 'smtp://localhost', from }),
  },
  STRIPE_SECRET_KEY: {
    about: 'Takes payments through Stripe, with the two beside it.',
    rule: keyRules.secretKey.rule,
    otherwise: 'payments are the sandbox',
    fits: (text) => keyRules.secretKey.form.test(text),
  },
  STRIPE_PUBLISHABLE_KEY: {
    about: 'What browsers get; of the same mode. Needed with STRIPE_SECRET_KEY.',
    rule: keyRules.publishableKey.rule,
    otherwise: 'payments are the sandbox',
    fits: (text) => keyRules.publishableKey.form.test(text),
  },
  STRIPE_WEBHOOK_SECRET: {
    about:
      'Of the webhook end-point; two with a comma between while one is being replaced. Needed with STRIPE_SECRET_KEY.',
    rule: 'must be one or two that begin with whsec_, with a comma between',
    otherwise: 'payments are the sandbox',
    fits: (text) =>
      [1, 2].includes(listIn(text).length) &&
      listIn(text).every((secret) => keyRules.webhookSecret.form.test(secret)),
  },
  STRIPE_COUNTRY: {
    about: 'Country of the Stripe account, for a restricted key that may not read it.',
    rule: 'must be two capital letters, like DE',
    otherwise: 'what Stripe says',
    fits: (text) => /^[A-Z]{2}$/.test(text),
  },
  STRIPE_API_BASE: {
    about: 'Where Stripe’s API is. For tests.',
    rule: 'must be scheme, host and port of a web address',
    otherwise: 'https://api.stripe.com',
    fits: isOrigin,
  },
  SECRET: {
    about: 'Sessions and renewal tokens follow from it: the same after every start, and in every process.',
    rule: 'must have at least 32 characters',
    otherwise: null,
    fits: (text) => text.length >= 32,
  },
  SELLER_NAME: {
    about: 'Who sells, on quotes, receipts and mails.',
    rule: 'must have 1 to 500 characters',
    otherwise: null,
    fits: (name) => isSeller({ name }),
  },
  SELLER_ADDRESS: {
    about: 'The seller’s postal address.',
    rule: 'must have 1 to 500 characters',
    otherwise: null,
    fits: (address) => isSeller({ address }),
  },
  SELLER_SUPPORT: {
    about: 'Where a customer gets help.',
    rule: 'must be a mailto: or https:// address',
    otherwise: null,
    fits: (support) => isSeller({ support }),
  },
  SELLER_TAX_ID: {
    about: 'The seller’s tax number.',
    rule: 'must have 1 to 500 characters',
    otherwise: 'none',
    fits: (taxId) => isSeller({ taxId }),
  },
  SELLER_TERMS_URL: {
    about: 'The seller’s terms.',
    rule: 'must be a web address',
    otherwise: 'none',
    fits: (termsUrl) => isSeller({ termsUrl }),
  },
  WITHDRAWAL: {
    about: 'What the seller grants after the purchase.',
    rule: `must be one of ${withdrawals.join(', ')}`,
    otherwise: 'none',
    fits: (text) => withdrawals.some((each) => each === text),
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

/** Settings with commas between, as a list. */
export const listIn = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

/** Whether a seller may say this of themselves, the rest being in order. */
const isSeller = (part: Partial<Seller>): boolean =>
  check(Seller, { name: '-', address: '-', taxId: null, support: 'mailto:-', termsUrl: null, ...part }).ok;

/** Asks the mailer itself, which opens no connection before its first mail. */
function canMail(options: SmtpMailerOptions): boolean {
  try {
    void smtpMailer(options).stop?.();
    return true;
  } catch {
    return false;
  }
}

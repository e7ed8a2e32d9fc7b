import type { Instant, Quote, Seller } from '@leb-renew/core/contract';
import type { Jobs } from '../jobs.ts';
import type { Log } from '../log.ts';
import type { Language, Mailer } from '../mail/port.ts';
import type { PaymentGateway } from '../payments/port.ts';
import { instantOf } from '../store/instant.ts';
import type { Database } from '../store/database.ts';
import type { Supplier } from '../suppliers/port.ts';
import type { Telemetry } from '../telemetry.ts';
import type { Papers } from './papers.ts';
import type { RenewalTokens } from './token.ts';

export interface Customer {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

/** Who renews, as far as renewing has to know. */
export interface Customers {
  byId(accountId: string): Promise<Customer | null>;
}

/** What renewing needs of the world. */
export interface Context {
  readonly database: Database;
  readonly customers: Customers;
  readonly payments: PaymentGateway;
  readonly supplier: Supplier;
  readonly mailer: Mailer;
  readonly jobs: Jobs;
  readonly seller: Seller;
  readonly withdrawal: Quote['withdrawal'];
  /** The page that carries the widget, for links in mails. */
  readonly pageUrl: string | null;
  /** Days before a card's end at which its owner is reminded; null for what is usual for the card's term. */
  readonly reminders: readonly number[] | null;
  readonly tokens: RenewalTokens;
  readonly papers: Papers;
  /** Epoch ms. */
  readonly now: () => number;
  readonly log: Log;
  readonly telemetry: Telemetry;
}

export const nowOf = ({ now }: Context): Instant => instantOf(now());

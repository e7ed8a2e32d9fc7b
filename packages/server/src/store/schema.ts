import type {
  Consent,
  Handoff,
  LineByLanguage,
  LinesByLanguage,
  Plan,
  Problem,
  Quote,
  Receipt,
  RenewalStatus,
  Term,
} from '@leb-renew/core/contract';
import type { Extension, ExtensionPolicy } from '@leb-renew/core/term';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { RenewalLetter } from '../mail/port.ts';
import type { CardReading } from '../suppliers/port.ts';

type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;

/** Our tables live in a schema of their own, so that the server may share a database. */
export const schema = 'leb_renew';
/** Accounts, passwords and sessions, in the shape better-auth wants them. */
export const accountsSchema = 'leb_renew_accounts';
/** The job queue of pg-boss. */
export const jobsSchema = 'leb_renew_jobs';

export interface Tables {
  plans: PlanRow;
  plan_prices: PlanPriceRow;
  cards: CardRow;
  service_periods: ServicePeriodRow;
  quotes: QuoteRow;
  renewals: RenewalRow;
  fulfilments: FulfilmentRow;
  receipts: ReceiptRow;
  receipt_years: ReceiptYearRow;
  notices: NoticeRow;
  mails: MailRow;
  throttles: ThrottleRow;
  customers: CustomerRow;
  reminders: ReminderRow;
  renewal_letters: RenewalLetterRow;
  password_changes: PasswordChangeRow;
  refreshes: RefreshRow;
  consents: ConsentRow;
  audit: AuditRow;
}

export interface PlanRow {
  plan_id: string;
  /** Only plans of one family may extend each other. */
  family: string;
  name: string;
  /** Both in other languages, by their tags. */
  name_in: NullableJson<LineByLanguage>;
  includes_in: NullableJson<LinesByLanguage>;
  term: JSONColumnType<Term>;
  allowance: JSONColumnType<Plan['allowance']>;
  includes: JSONColumnType<string[]>;
  policy: JSONColumnType<ExtensionPolicy>;
  /** Inside the price; hundredths of a percent. */
  tax_rate_basis_points: number;
  /** Order on show. */
  position: number;
}

export interface PlanPriceRow {
  plan_id: string;
  currency: string;
  minor: number;
  exponent: number;
  /** The first is the seller's default currency. */
  position: number;
}

export interface CardRow {
  card_ref: string;
  account_id: string;
  iccid: string;
  label: string;
  region: string;
  devices: JSONColumnType<string[]>;
  plan_id: string;
  zone: string;
  /** Local day of month and wall time that terms aim for. */
  anchor_day: number;
  anchor_time: string;
  starts_on: 'purchase' | 'install' | 'first-use';
  /** Null while service has not started. */
  expires_at: Date | null;
  grace_days: number;
  grace_service_on: boolean;
  /** Null when the number is never lost. */
  recover_days: number | null;
  suspended: Generated<boolean>;
  revoked: Generated<boolean>;
  profile: string;
  data: NullableJson<{ remainingBytes: number; totalBytes: number; asOf: string }>;
  as_of: Date;
  /** When the supplier was last asked. */
  read_at: Date | null;
  /** What it said then, also where we do not go by it. */
  reading: NullableJson<CardReading>;
  /** Raised with every change of the dates, and of what forbids a renewal. */
  version: Generated<number>;
}

export interface ServicePeriodRow {
  period_id: string;
  card_ref: string;
  plan: JSONColumnType<Quote['plan']>;
  starts_at: Date;
  ends_at: Date;
  /** Unique: one renewal, one period. Null for what was issued or corrected. */
  renewal_id: string | null;
  /** Set when a supplier restarted the term before this one began. */
  dropped_at: Date | null;
}

export interface QuoteRow {
  quote_id: string;
  account_id: string;
  card_ref: string;
  plan_id: string;
  valid_until: Date;
  /** The promise itself, never changed. */
  quote: JSONColumnType<Quote>;
  /** Whether a renewal came of it. */
  begun: Generated<boolean>;
}

export interface RenewalRow {
  renewal_id: string;
  /** Unique: one quote, one renewal. */
  quote_id: string;
  account_id: string;
  card_ref: string;
  status: RenewalStatus;
  /** Band of the status; it never falls. 0 unpaid, 1 paid, 2 extending, in review or refunding, 4 final. */
  rank: number;
  /** Counts the changes. */
  seq: number;
  /** Unique per card while true: at most one renewal of a card is open. */
  holds_card: boolean;
  reference: string;
  /** Begun by whoever held a renewal link, who need not be the owner. */
  by_link: Generated<boolean>;
  provider: string;
  payment_ref: string | null;
  handoff: NullableJson<Handoff>;
  handoff_expires_at: Date | null;
  last_problem: NullableJson<Problem>;
  /** The try that `last_problem` is about, in the provider's name for it; null where it has none. */
  last_attempt: string | null;
  paid_at: Date | null;
  paid_with: string | null;
  receipt_number: string | null;
  /** Why a person has to look at it. */
  review: string | null;
  renewed_at: Date | null;
  /** Where the confirmation went, masked. */
  sent_to: string | null;
  /** Why no confirmation can be sent. */
  unsendable: string | null;
  /** When the sweep last asked the provider about it. */
  looked_at: Date | null;
  /** The key under which the provider is asked for a refund, stored before it is. Null again when it refuses. */
  refund_key: string | null;
  /** Why the provider refused the last refund. */
  refund_refused: string | null;
  /** Why the last refund did not arrive, although the provider had agreed. */
  refund_failed: string | null;
  /** Whether the payer's bank may take the payment back, or has. */
  dispute: 'open' | 'lost' | null;
  /** When one of these two was last news. */
  alarmed_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

/** One row per paid renewal. Whoever asks the supplier holds a claim on it, which ends by itself. */
export interface FulfilmentRow {
  /** Unique: one payment, one extension. */
  renewal_id: string;
  /** The dates asked for. Fixed before the first try, so that every try asks for the same. */
  target: NullableJson<Extension>;
  tries: Generated<number>;
  /** Names the try that is under way. */
  claimed_by: string | null;
  /** Nobody else tries before, by the database's clock. */
  claimed_until: Date | null;
  /** What the supplier showed before the first order; its adapter reads it. */
  mark: string | null;
  /** When the last order was about to go out: it may have arrived. */
  ordered_at: Date | null;
  /** What was in the way the last time. */
  trouble: string | null;
  /** The supplier's name for the extension. */
  supplier_ref: string | null;
  done_at: Date | null;
}

export interface ReceiptRow {
  number: string;
  renewal_id: string;
  /** The receipt that this one corrects. One per renewal corrects none. */
  corrects: string | null;
  receipt: JSONColumnType<IssuedPaper>;
}

/** A receipt as it was issued: what is known when the money arrives, or goes back. The rest is added when it is read. */
export type IssuedPaper = Omit<Receipt, 'period' | 'sentTo' | 'corrects' | 'correctedBy' | 'links'>;

export interface ReceiptYearRow {
  year: number;
  last: number;
}

export interface NoticeRow {
  provider: string;
  notice_id: string;
  kind: string;
  ref: string;
  received_at: Date;
  /** When the provider was asked and its answer applied. */
  settled_at: Date | null;
}

export interface MailRow {
  /** What the mail is about; sending it twice keeps the first. */
  mail_key: string;
  sent_at: Date;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  attachments: JSONColumnType<{ filename: string; type: string; content: string }[]>;
}

/** How often somebody has tried something of late; see `accounts/throttle.ts`. */
export interface ThrottleRow {
  /** Of what and of whom, hashed. */
  key: string;
  /** They leak away with time. */
  tries: number;
  /** The next try is heard from here on. */
  free_at: Date;
  seen_at: Date;
}

/** How often a session of better-auth's was gone on with; see `accounts/sessions.ts`. */
export interface RefreshRow {
  session_id: string;
  generation: number;
  refreshed_at: Date;
  /** However much it is used. */
  ends_at: Date;
}

/** What a customer agreed to when a renewal began. Written once, never changed. */
export interface ConsentRow {
  renewal_id: string;
  kind: Consent['kind'];
  /** The words as they were shown. */
  text: string;
  /** Of these words, hexadecimal. */
  sha256: string;
  given_at: Date;
}

/** What mails need to know of an account, beside what our own accounts know. */
export interface CustomerRow {
  account_id: string;
  /** Of the last page that asked for it. */
  language: string;
  /** Both are null for our own accounts. */
  email: string | null;
  name: string | null;
}

/** What persons did at the desk. Rows are only added; a trigger refuses the rest. */
export interface AuditRow {
  audit_id: Generated<number>;
  at: Date;
  done_by: string;
  act: string;
  why: string;
  renewal_id: string | null;
  /** The dead letter that was queued anew. */
  job_id: string | null;
  status_before: RenewalStatus | null;
  status_after: RenewalStatus | null;
}

/** One mail ahead of one end of a card. A row is made days before it is due, and kept. */
export interface ReminderRow extends Errand {
  card_ref: string;
  ends_at: Date;
  /** Local days before the last usable one. */
  days: number;
}

/** One mail about a renewal that did not go the short way. */
export interface RenewalLetterRow extends Errand {
  renewal_id: string;
  about: RenewalLetter;
}

/** A mail that somebody will have to be sent. */
interface Errand {
  due_at: Date;
  /** When there was a job for it. */
  queued_at: Date | null;
  sent_at: Date | null;
  /** Why it cannot be sent. */
  unsendable: string | null;
}

/** An account whose new password its owner has not been told of. */
export interface PasswordChangeRow {
  account_id: string;
}

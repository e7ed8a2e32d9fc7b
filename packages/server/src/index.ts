export { createRenewalServer, type RenewalServer } from './create-renewal-server.ts';
export type { RenewalServerOptions } from './options.ts';
export type { Admin, SentMail } from './admin/admin.ts';
export type { DisputedCard } from './admin/disputed-cards.ts';
export type { CardIssue } from './admin/issue-card.ts';
export type { PlanOffer } from './admin/publish-plans.ts';
export type { Account } from './accounts/account.ts';
export type { NewAccount } from './accounts/accounts.ts';
export type { Authenticate } from './accounts/host-accounts.ts';
export type { Log, LogEntry } from './log.ts';
export type { DiscreetError } from './discreet.ts';
export type { Desk } from './desk/desk.ts';
export type { Moved } from './desk/extend.ts';
export type { Person } from './desk/audit.ts';
export type { RefundAct } from './desk/give-back.ts';
export type { DeskAnswer, RefusalCode } from './desk/refusals.ts';
export type { Story, StoryEvent } from './desk/story.ts';
export type { Waiting } from './desk/list.ts';
export type {
  PaymentFact,
  PaymentGateway,
  PaymentNotice,
  PaymentPlace,
  PaymentRequest,
  PaymentState,
} from './payments/port.ts';
export type {
  Applied,
  CardReading,
  ExtensionOrder,
  Mark,
  Refusal,
  Supplier,
  SupplierNotice,
  Unknown,
} from './suppliers/port.ts';
export { localSupplier, type LocalSupplierOptions, type Mishap } from './suppliers/local/index.ts';
export type { Mail, MailAttachment, Mailer } from './mail/port.ts';
export { smtpMailer, type SmtpMailerOptions } from './mail/smtp-mailer.ts';
export { mailboxMailer, type MailboxMailerOptions } from './mail/mailbox-mailer.ts';

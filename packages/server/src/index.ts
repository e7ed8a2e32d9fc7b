export { createRenewalServer, type RenewalServer } from './create-renewal-server.ts';
export type { RenewalServerOptions } from './options.ts';
export type { Admin, SentMail } from './admin/admin.ts';
export type { CardIssue } from './admin/issue-card.ts';
export type { PlanOffer } from './admin/publish-plans.ts';
export type { Account, NewAccount } from './accounts/accounts.ts';
export type { Authenticate } from './accounts/host-accounts.ts';
export type { Log, LogEntry } from './log.ts';
export type {
  PaymentFact,
  PaymentGateway,
  PaymentNotice,
  PaymentRequest,
  PaymentState,
} from './payments/port.ts';
export type { Extended, ExtensionOrder, ExtensionOutcome, FindOutcome, Supplier } from './suppliers/port.ts';
export { localSupplier, type LocalSupplierOptions, type Mishap } from './suppliers/local/index.ts';
export type { Mail, MailAttachment, Mailer } from './mail/port.ts';
export { smtpMailer, type SmtpMailerOptions } from './mail/smtp-mailer.ts';
export { mailboxMailer, type MailboxMailerOptions } from './mail/mailbox-mailer.ts';

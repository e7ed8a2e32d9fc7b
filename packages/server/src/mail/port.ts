/** A language that mails are written in, BCP 47. */
export type Language = 'en' | 'zh-Hans';

export interface Mail {
  /** What the mail is about, e.g. `renewal:r_…:confirmation`. A mailer that can tell sends each key once. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly MailAttachment[];
}

export interface MailAttachment {
  readonly filename: string;
  readonly type: string;
  readonly content: string;
}

export interface Mailer {
  /**
   * `sent` when the mail is handed over, `refused` when it never can be, as for an address that does not exist. Rejects
   * when it has to be tried again.
   */
  send(mail: Mail): Promise<'sent' | 'refused'>;
  /** Called with the server's start and stop, for what has to be opened and closed. */
  start?(): Promise<void>;
  stop?(): Promise<void>;
}

/** What a customer is told about a renewal that did not go the short way. */
export type RenewalLetter = 'still-extending' | 'payment-failed' | 'review' | 'refunded';

/** What somebody is to be written about. Neither token nor code is in it: both are made when they are sent. */
export type LetterOrder =
  | { readonly about: 'reset'; readonly email: string; readonly language: Language }
  | { readonly about: 'code'; readonly challengeId: string; readonly language: Language }
  | { readonly about: 'password-changed'; readonly accountId: string }
  | RenewalLetterOrder;

export interface RenewalLetterOrder {
  readonly about: 'renewal';
  readonly renewalId: string;
  readonly letter: RenewalLetter;
}

import { discreet, logToConsole, type Log } from '../log.ts';
import { openStore, type Store } from '../store/database.ts';
import type { Mailer } from './port.ts';

export interface MailboxMailerOptions {
  /** The server's own database: the mails are kept beside the renewals, for `server.admin.mails()`. */
  readonly databaseUrl: string;
  /** @default warnings and errors, one line of JSON each, on standard error */
  readonly log?: Log;
}

/** Keeps mails in the database instead of sending them: for demonstrations and tests. */
export function mailboxMailer({ databaseUrl, log = logToConsole }: MailboxMailerOptions): Mailer {
  let store: Store | null = null;
  return {
    start() {
      store ??= openStore({
        databaseUrl,
        connections: 1,
        onError: (error) => discreet(log)({ level: 'warn', event: 'mailbox.connection', error }),
      });
      return Promise.resolve();
    },
    async stop() {
      await store?.close();
      store = null;
    },
    async send({ key, to, subject, text, html, attachments }) {
      if (store === null) throw new Error('mailboxMailer: start() has not been called');
      await store.database
        .insertInto('mails')
        .values({
          mail_key: key,
          sent_at: new Date(),
          recipient: to,
          subject,
          text,
          html,
          attachments: JSON.stringify(attachments),
        })
        .onConflict((conflict) => conflict.column('mail_key').doNothing())
        .execute();
      return 'sent';
    },
  };
}

import type { Accounts } from '../accounts/accounts.ts';
import type { Links } from '../accounts/links.ts';
import { pageLink } from '../accounts/page-link.ts';
import type { Context } from '../renewals/context.ts';
import { randomUUID } from 'node:crypto';
import { codeMail, passwordChangedMail, resetMail } from './account-letters.ts';
import type { LetterOrder, Mail, RenewalLetterOrder } from './port.ts';
import { sendRenewalLetter } from './send-renewal-letter.ts';

/** Rejects when it has to be tried again; a second try sends a token or a code of its own. */
export async function sendLetter(
  context: Context,
  accounts: Accounts,
  links: Links,
  order: LetterOrder,
): Promise<void> {
  // An earlier version queued these here too.
  if (order.about === 'renewal') return sendRenewalLetter(context, links, order);
  const mail = await write(context, accounts, order, `letter:${randomUUID()}`);
  if (mail !== null && (await context.mailer.send(mail)) === 'refused')
    context.log({ level: 'warn', event: 'mail.unsendable', detail: `${order.about}: refused` });
}

/** The mail; null when there is nobody to write to, or nothing left to write about. */
async function write(
  { seller, pageUrl }: Context,
  accounts: Accounts,
  order: Exclude<LetterOrder, RenewalLetterOrder>,
  key: string,
): Promise<Mail | null> {
  switch (order.about) {
    case 'reset': {
      const made = pageUrl === null ? null : await accounts.resetToken(order.email);
      if (made === null || pageUrl === null) return null;
      const { email: to, name } = made.account;
      const url = pageLink(pageUrl, 'leb-reset', made.token);
      return resetMail(key, { to, name, language: order.language, seller }, url);
    }
    case 'code': {
      const made = await accounts.code(order.challengeId);
      if (made === null) return null;
      const { email: to, name } = made.account;
      return codeMail(key, { to, name, language: order.language, seller }, made.code);
    }
    case 'password-changed': {
      const customer = await accounts.byId(order.accountId);
      if (customer === null) return null;
      const { email: to, ...rest } = customer;
      return passwordChangedMail(key, { to, ...rest, seller });
    }
  }
}

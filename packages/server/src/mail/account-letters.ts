import type { Seller } from '@leb-renew/core/contract';
import { lastMoment } from './last-moment.ts';
import { contactOf, imprint, layOut, type Letter } from './layout.ts';
import type { Language, Mail } from './port.ts';
import { words } from './words/index.ts';

/** Whom a letter is written to. */
export interface Recipient {
  readonly to: string;
  readonly name: string;
  readonly language: Language;
  readonly seller: Seller;
}

/** With a link that lets whoever holds it choose a new password. */
export function resetMail(key: string, recipient: Recipient, url: string): Mail {
  const { title, lead, action, notes } = words[recipient.language].reset;
  return write(key, recipient, title, { title, lead, action: { label: action, url }, notes });
}

/** The code is not in the subject, which a locked telephone shows. */
export function codeMail(key: string, recipient: Recipient, code: string): Mail {
  const { title, lead, notes } = words[recipient.language].code;
  return write(key, recipient, title, { title, lead, action: { code }, notes });
}

export function passwordChangedMail(key: string, recipient: Recipient): Mail {
  const { passwordChanged, notYou } = words[recipient.language];
  const { title, lead } = passwordChanged;
  return write(key, recipient, title, { title, lead, notes: [notYou(contactOf(recipient.seller))] });
}

/** What a reminder tells of a card: what it is called, and never its whole number. */
export interface EndingCard {
  readonly label: string;
  readonly iccidMasked: string;
  readonly expiresAt: string;
  readonly zone: string;
}

/**
 * With a link that lets whoever holds it renew this card.
 *
 * @param days on how many days before the end of such a card there is a mail
 */
export function reminderMail(
  key: string,
  recipient: Recipient,
  card: EndingCard,
  url: string,
  days: readonly number[],
): Mail {
  const { title, subject, lead, action, scope, stop, questions } = words[recipient.language].reminder;
  const until = lastMoment(card.expiresAt, card.zone, recipient.language);
  return write(key, recipient, subject(card.label, until), {
    title,
    lead: lead(`${card.label} (${card.iccidMasked})`, until),
    action: { label: action, url },
    notes: [scope, stop(days), questions(contactOf(recipient.seller))],
  });
}

type Content = Pick<Letter, 'title' | 'lead' | 'action'> & { readonly notes: readonly string[] };

function write(
  key: string,
  { to, name, language, seller }: Recipient,
  subject: string,
  { notes, ...content }: Content,
): Mail {
  const greeting = words[language].hello(name);
  const letter = { language, greeting, ...content, sections: [{ notes }], footer: imprint(seller) };
  return { key, to, subject, ...layOut(letter), attachments: [] };
}

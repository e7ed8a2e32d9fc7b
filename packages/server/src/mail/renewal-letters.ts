import { inLanguage } from '@leb-renew/core';
import type { Quote } from '@leb-renew/core/contract';
import type { Recipient } from './account-letters.ts';
import { contactOf, imprint, layOut } from './layout.ts';
import type { Mail, RenewalLetter } from './port.ts';
import { words } from './words/index.ts';

export interface RenewalNews {
  readonly letter: RenewalLetter;
  readonly renewalId: string;
  readonly reference: string;
  readonly quote: Quote;
  /** Where the card can be renewed after all; null when nowhere, or when there is nothing to pay. */
  readonly url: string | null;
}

/** What a customer is told about a renewal that did not go the short way, with the code that support knows it by. */
export function renewalMail(
  { to, name, language, seller }: Recipient,
  { letter, renewalId, reference, quote: { card, plan }, url }: RenewalNews,
): Mail {
  const { hello, renewed: say, renewal } = words[language];
  const { title, subject, lead, notes } = renewal[letter];
  const { label, iccidMasked } = card;
  const parts = layOut({
    language,
    title,
    greeting: hello(name),
    lead: lead(`${label} (${iccidMasked})`),
    ...(url === null ? {} : { action: { label: renewal.action, url } }),
    sections: [
      {
        rows: [
          [say.card, `${label}, ${iccidMasked}`],
          [say.plan, inLanguage(language, plan.nameIn, plan.name)],
          [say.reference, reference],
        ],
        notes: [...notes, renewal.contact(contactOf(seller))],
      },
    ],
    footer: imprint(seller),
  });
  return { key: `renewal:${renewalId}:${letter}`, to, subject: subject(label), ...parts, attachments: [] };
}

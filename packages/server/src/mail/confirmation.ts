import { formatMoney, inLanguage } from '@leb-renew/core';
import type { Receipt, Seller } from '@leb-renew/core/contract';
import { cardReminder } from './card-reminder.ts';
import { lastMoment } from './last-moment.ts';
import { contactOf, imprint, layOut, type Section } from './layout.ts';
import type { Language, Mail } from './port.ts';
import { words } from './words/index.ts';
import type { Words } from './words/words.ts';

export interface Confirmation {
  readonly to: string;
  readonly name: string;
  readonly language: Language;
  /** With its period: the card is extended. */
  readonly receipt: Receipt & { readonly period: NonNullable<Receipt['period']> };
  /** The page that carries the widget; null when the seller named none. */
  readonly pageUrl: string | null;
  /** Whether the card's profile is on a device, as far as is known. */
  readonly isInstalled: boolean;
  /** Raised with each renewal of the card, so that the calendar replaces the old date. */
  readonly sequence: number;
}

/** The mail after a renewal: what was bought, until when it lasts, and what to do if it does not work. */
export function confirmationMail(confirmation: Confirmation): Mail {
  const { to, name, language, receipt, pageUrl, sequence } = confirmation;
  const { card, period, plan, zone, seller, links } = receipt;
  const { hello, renewed: say } = words[language];
  const until = lastMoment(period.to, zone, language);
  const named = `${card.label} (${card.iccidMasked})`;
  const parts = layOut({
    language,
    title: say.title,
    greeting: hello(name),
    lead: say.lead(named, until),
    ...(links.page === null ? {} : { action: { label: say.openReceipt, url: links.page } }),
    sections: [
      whatWasBought(say, confirmation),
      howItWasPaid(say, confirmation),
      ifItDoesNotWork(say, seller),
    ],
    footer: imprint(seller),
  });
  return {
    key: `renewal:${receipt.renewalId}:confirmation`,
    to,
    subject: say.subject(card.label, until),
    ...parts,
    attachments: [
      cardReminder({
        card,
        plan,
        zone,
        expiresAt: period.to,
        sequence,
        madeAt: receipt.issuedAt,
        isGone: false,
        language,
        pageUrl,
      }),
    ],
  };
}

function whatWasBought(
  say: Words['renewed'],
  { receipt: { card, plan, previousExpiry, period, zone }, language, isInstalled }: Confirmation,
): Section {
  return {
    title: say.bought,
    rows: [
      [say.card, `${card.label}, ${card.iccidMasked}`],
      [say.plan, inLanguage(language, plan.nameIn, plan.name)],
      ...(previousExpiry === null ? [] : [[say.until, lastMoment(previousExpiry, zone, language)] as const]),
      [say.untilNow, lastMoment(period.to, zone, language)],
    ],
    notes: isInstalled ? [say.nothingToInstall] : [],
  };
}

function howItWasPaid(say: Words['renewed'], { receipt, language }: Confirmation): Section {
  const amounts = receipt.lines.map(({ label, labelIn, amount, rateBasisPoints }) => {
    const rate = rateBasisPoints === null ? '' : ` (${rateBasisPoints / 100} %)`;
    return [`${inLanguage(language, labelIn, label)}${rate}`, formatMoney(amount, language, 'code')] as const;
  });
  return {
    title: say.howPaid,
    rows: [
      ...amounts,
      [say.total, formatMoney(receipt.total, language, 'code')],
      [say.paidWith, receipt.paidWith],
      [say.receipt, receipt.number],
      [say.reference, receipt.reference],
    ],
    notes: [say.oneOff],
  };
}

function ifItDoesNotWork(say: Words['renewed'], seller: Seller): Section {
  return {
    title: say.trouble,
    notes: [
      say.noNetwork,
      say.stuck(contactOf(seller)),
      ...(seller.termsUrl === null ? [] : [say.terms(seller.termsUrl)]),
    ],
  };
}

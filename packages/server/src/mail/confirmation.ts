import { formatMoney } from '@leb-renew/core';
import type { Receipt, Seller } from '@leb-renew/core/contract';
import { noticeDays, reminderFile } from '@leb-renew/core/reminder';
import { lastMoment } from './last-moment.ts';
import { layOut, type Section } from './layout.ts';
import type { Mail } from './port.ts';

export interface Confirmation {
  readonly to: string;
  readonly name: string;
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
export function confirmationMail({ to, name, receipt, pageUrl, isInstalled, sequence }: Confirmation): Mail {
  const { card, period, plan, zone, seller } = receipt;
  const until = lastMoment(period.to, zone);
  const parts = layOut({
    title: 'Your card is renewed',
    greeting: `Hello ${name},`,
    lead: `${card.label} (${card.iccidMasked}) is paid and extended. It now works through ${until}.`,
    sections: [whatWasBought(receipt, isInstalled), howItWasPaid(receipt), ifItDoesNotWork(seller)],
    footer: `${seller.name}, ${seller.address}${seller.taxId === null ? '' : `, ${seller.taxId}`}`,
  });
  return {
    key: `renewal:${receipt.renewalId}:confirmation`,
    to,
    subject: `Renewed: ${card.label} until ${until}`,
    ...parts,
    attachments: [
      {
        filename: 'renewal-reminder.ics',
        type: 'text/calendar; charset=utf-8',
        content: reminderFile({
          cardRef: card.cardRef,
          expiresAt: period.to,
          zone,
          sequence,
          madeAt: receipt.issuedAt,
          summary: `${card.label} ends`,
          description: `${plan.name} on ${card.label} (${card.iccidMasked}) ends. Renew it before this moment.`,
          notices: noticeDays(plan.term).map((days) => ({
            days,
            summary: `${card.label} ends in ${days === 1 ? '1 day' : `${days} days`}`,
          })),
          url: pageUrl,
        }),
      },
    ],
  };
}

function whatWasBought(
  { card, plan, previousExpiry, period, zone }: Confirmation['receipt'],
  isInstalled: boolean,
): Section {
  return {
    title: 'What you bought',
    rows: [
      ['Card', `${card.label}, ${card.iccidMasked}`],
      ['Plan', plan.name],
      ...(previousExpiry === null ? [] : [['Worked through', lastMoment(previousExpiry, zone)] as const]),
      ['Now works through', lastMoment(period.to, zone)],
    ],
    notes: isInstalled ? ['There is nothing to install: the same eSIM goes on working.'] : [],
  };
}

function howItWasPaid(receipt: Confirmation['receipt']): Section {
  const amounts = receipt.lines.map(({ label, amount, rateBasisPoints }) => {
    const rate = rateBasisPoints === null ? '' : ` (${rateBasisPoints / 100} %)`;
    return [`${label}${rate}`, formatMoney(amount, 'en', 'code')] as const;
  });
  return {
    title: 'How you paid',
    rows: [
      ...amounts,
      ['Total', formatMoney(receipt.total, 'en', 'code')],
      ['Paid with', receipt.paidWith],
      ['Receipt', receipt.number],
      ['Reference', receipt.reference],
    ],
    notes: ['This was a one-off purchase. It does not renew by itself.'],
  };
}

function ifItDoesNotWork({ support, termsUrl }: Seller): Section {
  return {
    title: 'If it does not work',
    rows: [],
    notes: [
      'No network 15 minutes from now? Switch flight mode on and off once, and check that data roaming is on.',
      `Still stuck? Write to ${support.replace('mailto:', '')} and give the reference above.`,
      ...(termsUrl === null ? [] : [`Terms and withdrawal: ${termsUrl}`]),
    ],
  };
}

import { formatMoney, type Receipt } from '@leb-renew/core';
import { lastFour, percentText } from '../../text/amounts.ts';
import { dateText, lastMoment } from '../../text/dates.ts';
import type { ReceiptWords } from '../../text/messages.ts';
import { startOf } from './facts.ts';

/** The receipt as a page of its own, to save or print: no script, nothing from outside. */
export function receiptDocument(receipt: Receipt, words: ReceiptWords, locale: string): string {
  const { seller, card, plan, period, zone, previousExpiry } = receipt;
  const day = (moment: number) => dateText(moment, 'short', locale, zone);
  const old = period === null ? '' : startOf(period.from, previousExpiry, day);
  const facts: readonly (readonly [string, string])[] = [
    [words.number, receipt.number],
    [words.reference, receipt.reference],
    [words.paidOn, `${day(Date.parse(receipt.paidAt))} (${receipt.paidAt})`],
    [words.card, `${card.label} ${lastFour(card.iccidMasked)}`],
    [words.plan, plan.name],
    [
      words.extended,
      period === null ? words.stillExtending : `${old}${day(lastMoment(period.to))} (${zone})`,
    ],
    ...receipt.lines.map(({ label, amount, rateBasisPoints }): readonly [string, string] => [
      rateBasisPoints === null ? label : `${label} (${percentText(rateBasisPoints / 10_000, locale, 2)})`,
      formatMoney(amount, locale, 'code'),
    ]),
    [words.total, formatMoney(receipt.total, locale, 'code')],
    [words.amount, receipt.paidWith],
    [words.seller, `${seller.name}, ${seller.address}`],
    ...(seller.taxId === null ? [] : [[words.taxId, seller.taxId] as const]),
  ];
  const title = escaped(words.document(receipt.number));
  const table = facts.map(([name, fact]) => `<tr><th>${escaped(name)}<td>${escaped(fact)}`).join('');
  return `<!doctype html><html lang="${escaped(words.tag)}"><meta charset="utf-8"><title>${title}</title><style>${look}</style><h1>${title}</h1><table>${table}</table></html>`;
}

const look =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;font-variant-numeric:tabular-nums}' +
  'h1{font-size:1.4rem}table{border-collapse:collapse;width:100%}' +
  'th,td{padding:.4rem 0;border-bottom:1px solid #ccc;text-align:start;vertical-align:top;font-weight:400}td{text-align:end}';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

import { formatMoney, inLanguage, type Receipt } from '@leb-renew/core';
import { lastFour, percentText } from '../../text/amounts.ts';
import { dateText, lastMoment } from '../../text/dates.ts';
import { isRightToLeft } from '../../text/language.ts';
import type { ReceiptWords } from '../../text/messages.ts';
import { planNameWithin } from '../../text/plan-name.ts';
import { startOf } from './facts.ts';

/** The receipt as a page of its own, to save or print: no script, nothing from outside. */
export function receiptPaper(receipt: Receipt, words: ReceiptWords, locale: string): Document {
  const title =
    receipt.corrects === null ? words.document(receipt.number) : `${words.correction} ${receipt.number}`;
  const paper = document.implementation.createHTMLDocument(title);
  paper.documentElement.lang = words.tag;
  paper.documentElement.dir = isRightToLeft(words.tag) ? 'rtl' : 'ltr';
  const make = (tag: string, ...inside: readonly (Node | string)[]): HTMLElement => {
    const made = paper.createElement(tag);
    made.append(...inside);
    return made;
  };
  const table = make('table');
  for (const [name, fact] of facts(receipt, words, locale))
    table.append(make('tr', make('th', name), make('td', fact)));
  const charset = make('meta');
  charset.setAttribute('charset', 'utf-8');
  paper.head.prepend(charset);
  paper.body.append(make('h1', title), table, make('p', notes(receipt, words)));
  return paper;
}

/** As a file. A style element would be measured by the policy of the page, though nobody sees it there. */
export const fileOf = (paper: Document): string =>
  `<!doctype html>${paper.documentElement.outerHTML.replace('</head>', `<style>${look}</style></head>`)}`;

/**
 * Prints a page alone, without the one around. Works under a content security policy that allows no inline styles, and
 * under Trusted Types: nothing is parsed.
 */
export function printPaper(paper: Document): void {
  const frame = document.createElement('iframe');
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  // What is not displayed is not printed everywhere.
  Object.assign(frame.style, { position: 'fixed', inlineSize: '0', blockSize: '0', border: '0' });
  frame.addEventListener(
    'load',
    () => {
      const { contentWindow: view, contentDocument: inside } = frame;
      if (view === null || inside === null) return;
      inside.documentElement.replaceWith(inside.importNode(paper.documentElement, true));
      const sheet = new (view as typeof globalThis & Window).CSSStyleSheet();
      sheet.replaceSync(look);
      inside.adoptedStyleSheets = [sheet];
      view.addEventListener('afterprint', () => frame.remove());
      view.print();
    },
    { once: true },
  );
  document.body.append(frame);
}

function facts(
  receipt: Receipt,
  words: ReceiptWords,
  locale: string,
): readonly (readonly [string, string])[] {
  const { seller, card, plan, period, zone, previousExpiry, corrects, correctedBy } = receipt;
  const day = (moment: number) => dateText(moment, 'short', locale, zone);
  const money = (amount: Receipt['total']) => formatMoney(amount, locale, 'code');
  const extended = (): readonly (readonly [string, string])[] => {
    if (period !== null)
      return [
        [
          words.extended,
          `${startOf(period.from, previousExpiry, day, locale)}${day(lastMoment(period.to))} (${zone})`,
        ],
      ];
    return corrects !== null || correctedBy.length > 0 ? [] : [[words.extended, words.stillExtending]];
  };
  return [
    [words.seller, `${seller.name}, ${seller.address}`],
    ...(seller.taxId === null ? [] : [[words.taxId, seller.taxId] as const]),
    [words.reference, receipt.reference],
    [words.paidOn, `${dateText(Date.parse(receipt.paidAt), 'moment', locale, zone)} (${zone})`],
    [words.card, `${card.label} ${lastFour(card.iccidMasked)}`],
    [words.plan, planNameWithin(plan, locale)],
    ...extended(),
    ...receipt.lines.map(({ label, labelIn, amount, rateBasisPoints: rate }): readonly [string, string] => [
      rate === null
        ? inLanguage(locale, labelIn, label)
        : words.tax(label, percentText(rate / 10_000, locale, 2)),
      money(amount),
    ]),
    [corrects === null ? words.total : words.returned, `${money(receipt.total)} · ${receipt.paidWith}`],
  ];
}

/** What ties it to other papers, and what may be done about it. */
function notes({ corrects, correctedBy, withdrawal }: Receipt, words: ReceiptWords): string {
  if (corrects !== null) return words.correctionOf(corrects);
  const back = correctedBy.length === 0 ? '' : `${words.correctedBy} ${correctedBy.join(', ')}. `;
  return back + words.withdrawal[withdrawal];
}

const look =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff;' +
  'font-variant-numeric:tabular-nums;overflow-wrap:anywhere}h1{font-size:1.4rem}' +
  'table{border-collapse:collapse;width:100%}' +
  'th,td{padding:.4rem 0;border-bottom:1px solid #ccc;text-align:start;vertical-align:top;font-weight:400}' +
  'td{padding-inline-start:1rem;text-align:end}tr:last-child>*{font-weight:650;border-color:#111}p{color:#555}' +
  '@media print{body{margin:0;padding:0}}';

import { formatMoney, inLanguage } from '@leb-renew/core';
import type { QuoteLine, Receipt } from '@leb-renew/core/contract';
import { html, type Html } from '../html.ts';
import { lastMoment } from '../mail/last-moment.ts';
import type { Language } from '../mail/port.ts';
import { paperPage } from './paper-page.ts';
import { words } from './words/index.ts';
import type { PaperWords } from './words/words.ts';

interface Shown {
  readonly receipt: Receipt;
  readonly language: Language;
  /** Where another paper is read. */
  readonly pageOf: (number: string) => string;
  readonly say: PaperWords;
}

/** A receipt or a correction as a page that is whole by itself: to read, to print on A4 or on a roll, to save. */
export function receiptPage(receipt: Receipt, language: Language, pageOf: Shown['pageOf']): string {
  const say = words[language];
  const shown = { receipt, language, pageOf, say };
  const { seller, number, corrects } = receipt;
  const kind = corrects === null ? say.receipt : say.correction;
  return paperPage(
    language,
    `${kind} ${number}`,
    html`<main class="paper${corrects === null ? '' : ' correction'}">
      <header>
        <div class="seller">
          <p class="name">${seller.name}</p>
          <p>${seller.address}</p>
          ${seller.taxId === null ? '' : html`<p>${say.taxId} <bdi>${seller.taxId}</bdi></p>`}
        </div>
        <div class="kind">
          <h1>${kind}</h1>
          <p class="number"><bdi>${number}</bdi></p>
        </div>
      </header>
      ${marks(shown)} ${facts(shown)} ${service(shown)} ${table(shown)} ${notes(shown)}
    </main>`,
  );
}

/** What ties this paper to others. */
function marks({ receipt: { corrects, correctedBy }, pageOf, say }: Shown): Html | string {
  const link = (number: string) => html`<a href="${pageOf(number)}"><bdi>${number}</bdi></a> `;
  if (corrects !== null)
    return html`<p class="mark"><strong>${say.corrects} ${link(corrects)}</strong> ${say.correctsNote}</p>`;
  return correctedBy.length === 0
    ? ''
    : html`<p class="mark">
        <strong>${say.correctedBy} ${correctedBy.map(link)}</strong> ${say.correctedNote}
      </p>`;
}

function facts({ receipt, language, say }: Shown): Html {
  const { issuedAt, paidAt, paidWith, reference, corrects } = receipt;
  return html`<dl class="facts">
    ${fact(say.issued, momentIn(issuedAt, language))} ${fact(say.paid, momentIn(paidAt, language))}
    ${fact(corrects === null ? say.paidWith : say.returnedTo, html`<bdi>${paidWith}</bdi>`)}
    ${fact(say.reference, html`<bdi class="code">${reference}</bdi>`)}
  </dl>`;
}

function service({ receipt, language, say }: Shown): Html {
  const { card, plan, previousExpiry, period, zone, corrects, correctedBy } = receipt;
  const through = (end: string) => unbroken(lastMoment(end, zone, language));
  const waits = period === null && corrects === null && correctedBy.length === 0;
  return html`<section>
    <h2>${say.service}</h2>
    <dl class="facts">
      ${fact(say.card, html`<bdi>${card.label}</bdi> <bdi class="code" dir="ltr">${card.iccidMasked}</bdi>`)}
      ${fact(say.plan, html`<bdi>${inLanguage(language, plan.nameIn, plan.name)}</bdi>`)}
      ${period === null || previousExpiry === null ? '' : fact(say.until, through(previousExpiry))}
      ${period === null ? '' : fact(say.untilNow, html`<strong>${through(period.to)}</strong>`)}
    </dl>
    ${waits ? html`<p>${say.extending}</p>` : ''}
  </section>`;
}

/** Every amount stands with its currency's code: `$` is the sign of many. */
function table({ receipt: { lines, total, corrects }, language, say }: Shown): Html {
  const money = (amount: Receipt['total']) => html`<bdi>${formatMoney(amount, language, 'code')}</bdi>`;
  const taxes = lines.filter(({ kind }) => kind === 'tax');
  const goods = lines.filter(({ kind }) => kind !== 'tax');
  const net = { ...total, minor: goods.reduce((sum, { amount }) => sum + amount.minor, 0) };
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${say.what}</th>
        <th scope="col">${say.amount}</th>
      </tr>
    </thead>
    <tbody>
      ${goods.map(
        ({ label, labelIn, amount }) =>
          html`<tr>
            <th scope="row">1 × <bdi>${inLanguage(language, labelIn, label)}</bdi></th>
            <td>${money(amount)}</td>
          </tr>`,
      )}
    </tbody>
    <tfoot>
      ${taxes.length === 0 ? '' : sum(say.net, money(net))}
      ${taxes.map((line) => sum(`${say.tax}${rateOf(line, language)}`, money(line.amount)))}
      ${sum(corrects === null ? say.total : say.totalReturned, money(total), 'total')}
    </tfoot>
  </table>`;
}

function notes({ receipt: { seller, withdrawal, corrects }, say }: Shown): Html {
  const { support, termsUrl } = seller;
  return html`<footer>
    ${
      corrects === null
        ? html`<p>${say.oneOff}</p>
            <p>${say.withdrawal[withdrawal]}</p>`
        : ''
    }
    <p>${say.support} <a href="${support}" rel="noreferrer">${support.replace('mailto:', '')}</a></p>
    ${termsUrl === null ? '' : html`<p>${say.terms}: <a href="${termsUrl}" rel="noreferrer">${termsUrl}</a></p>`}
  </footer>`;
}

const fact = (name: string, value: Html | string): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

const sum = (name: string, amount: Html, kind = ''): Html =>
  html`<tr class="${kind}">
    <th scope="row">${name}</th>
    <td>${amount}</td>
  </tr>`;

/** ` 19 %`; nothing where a tax has no rate. */
function rateOf({ rateBasisPoints }: QuoteLine, language: Language): string {
  if (rateBasisPoints === null) return '';
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 });
  return ` ${percent.format(rateBasisPoints / 10_000)}`;
}

/** Papers are numbered by the year in UTC, so they are dated in UTC: `22 November 2026, 15:06 UTC`. */
function momentIn(instant: string, language: Language): string {
  const text = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: 'UTC',
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(instant));
  return unbroken(`${text.replace(' at ', ', ')} UTC`);
}

/** `4 December 2026` stays on one line. */
const unbroken = (date: string): string => date.replace(/^(\d+) (\S+) (\d{4})/, '$1\u00a0$2\u00a0$3');

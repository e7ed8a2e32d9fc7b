import { html, type TemplateResult } from 'lit';
import { dateText } from '../../text/dates.ts';
import type { ReceiptWords } from '../../text/messages.ts';
import type { PaidFacts } from './facts.ts';
import { fineprint } from './fineprint.ts';
import { paidRows } from './paid-rows.ts';

/** As long as most are. */
const usual: PaidFacts = {
  number: 'R-2026-00418',
  reference: '7F3K-Q2',
  seller: { name: 'LEB Shop', address: '', taxId: null, support: '', termsUrl: '' },
  card: { cardRef: '', label: 'LEB Global card', iccidMasked: '8985 •••• •••• 4821' },
  plan: { planId: '', name: '1 year', term: { months: 12 } },
  previousExpiry: null,
  period: null,
  zone: 'Asia/Shanghai',
  lines: [],
  total: { minor: 8400, currency: 'USD', exponent: 2 },
  paidWith: 'Visa •• 4242',
  paidAt: '2026-11-22T10:02:00Z',
  sentTo: null,
  withdrawal: 'none',
  corrects: null,
  correctedBy: [],
};
const lastDay = Date.parse('2027-11-14T00:00:00Z');

/** The place of what is to come: as large as the same for another card, which nobody sees or hears. */
const place = (look: string, content: unknown): TemplateResult =>
  html`<div class="bone ${look}"><div class="unshown">${content}</div></div>`;

/** Until the receipt says how it is kept: no button changes its name under a finger. */
export const actionBones = ({ open, calendar }: ReceiptWords): TemplateResult =>
  html`<div class="actions" aria-hidden="true">${place('button', open)} ${place('button', calendar)}</div>`;

/**
 * Built like the receipt of a renewal that has just gone well, so that nothing moves when it is here. The heading takes
 * the focus already. `said` is read out meanwhile.
 */
export const placeholder = (words: ReceiptWords, locale: string, said: string): TemplateResult =>
  html`<div class="news" aria-busy="true">
      <span class="pill bone">&nbsp;</span>
      <h2 id="title" tabindex="-1" class="bone">
        <span class="unseen">${said}</span
        ><span class="unshown">${words.activeUntil(dateText(lastDay, 'long', locale, usual.zone))}</span>
      </h2>
      <p class="quiet sent"><span class="unshown">${words.sentTo('m•••@example.com')}</span></p>
    </div>
    <div class="two">
      <div class="bar bone"></div>
      <div class="ends quiet">&nbsp;</div>
    </div>
    ${place('', paidRows(usual, words, locale))}
    ${place('quiet', `${words.nothingToInstall} ${words.noNetwork}`)} ${actionBones(words)}`;

/** What comes after the button that leads away. */
export const fineBone = (words: ReceiptWords): TemplateResult => place('', fineprint(usual, words));

import type { Money, Quote } from '@leb-renew/core';
import { html, type TemplateResult } from 'lit';
import type { CheckoutWords } from '../../text/messages.ts';
import { bill } from './bill.ts';
import { cardLine, expiryLine } from './card-line.ts';
import { fineprint } from './fineprint.ts';
import { review } from './review.ts';
import type { View } from './view.ts';

const price: Money = { minor: 8400, currency: 'USD', exponent: 2 };
const plan = { planId: '', name: '1 year', term: { months: 12 } };

/** As long as most are. */
const usual: Quote = {
  quoteId: '',
  cardRef: '',
  card: { label: 'LEB Global card', iccidMasked: '4821', region: '60 countries', zone: 'Asia/Shanghai' },
  entitlementVersion: '',
  plan,
  switchesPlan: false,
  lines: [
    { kind: 'plan', label: plan.name, amount: price, rateBasisPoints: null },
    { kind: 'tax', label: 'Tax', amount: price, rateBasisPoints: 0 },
  ],
  total: price,
  effect: {
    from: '2026-12-04T16:00:00Z',
    to: '2027-12-04T16:00:00Z',
    basis: 'expiry',
    losesDays: 0,
    previousExpiry: '2026-12-04T16:00:00Z',
  },
  issuedAt: '2026-11-22T10:00:00Z',
  validUntil: '2026-11-22T10:15:00Z',
  methods: [],
  seller: { name: 'LEB Shop', address: '1 Harbour Road, Hong Kong', taxId: null, support: '', termsUrl: '#' },
  autoRenews: null,
  withdrawal: 'none',
};

/** The place of what is to come: as large as the same for another card, which nobody sees or hears. */
const place = (look: string, content: unknown): TemplateResult =>
  html`<div class="bone"><div class="unshown ${look}">${content}</div></div>`;

/** Holds the place of a panel whose words or price are on their way, in its final size. */
export function skeleton(words: CheckoutWords, locale: string, title: string, said: string): TemplateResult {
  const view: View = {
    words,
    locale,
    now: 0,
    isOnline: true,
    mayTick: false,
    ticked: new Set(),
    tick: () => {},
    methods: null,
    before: null,
  };
  return html`<div class="panel" aria-busy="true">
    <div>
      <h2 tabindex="-1">${title}</h2>
      <p class="unseen" role="status">${said}</p>
      <div class="card-bone">${place('', html`${cardLine(usual)} ${expiryLine(usual, view)}`)}</div>
    </div>
    ${place('', review(usual, view))} ${place('', bill(usual, view))}
    ${place('', fineprint(usual, words.heldUntil('10:15'), 'opening', view))}
    <div class="bone form-bone"></div>
    ${place(
      'stack',
      html`<div class="button">${words.pay('US$84.00')}</div>
        <div class="button">${words.back}</div>
        <p class="quiet">${words.direct}</p>`,
    )}
  </div>`;
}

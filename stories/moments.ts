import '@leb-renew/widget/checkout-panel/define';
import '@leb-renew/widget/plan-picker/define';
import '@leb-renew/widget/receipt/define';
import '@leb-renew/widget/status-badge/define';
import { problem } from '@leb-renew/core';
import { html, type TemplateResult } from 'lit';
import { awaiting, cards, extending, plans, receipt, stoppedClock } from '../test/widget/fixtures.ts';
import { paymentForm } from './payment-form.ts';

/** The card, the choice, and a payment that did not go through: every colour is in one of them. */
export const moments = (): TemplateResult => html`
  <leb-status-badge .card=${cards.dueSoon} .clock=${stoppedClock()}></leb-status-badge>
  <leb-plan-picker
    .plans=${plans.slice(0, 3)}
    selected="year"
    currency="USD"
    zone="Asia/Shanghai"
    .clock=${stoppedClock()}
  ></leb-plan-picker>
  <leb-checkout-panel
    .state=${{
      status: 'paying',
      run: 1,
      renewal: awaiting(),
      form: 'ready',
      problem: problem('insufficient-funds'),
      inDoubt: false,
    }}
    .clock=${stoppedClock()}
    >${paymentForm()}</leb-checkout-panel
  >
`;

/** What comes after a payment. */
export const paid = (): TemplateResult => html`
  <leb-checkout-panel
    .state=${{ status: 'extending', run: 1, renewal: extending(), asks: 2, problem: null }}
    .clock=${stoppedClock()}
  ></leb-checkout-panel>
  <leb-receipt .receipt=${receipt()} .clock=${stoppedClock(Date.parse('2026-11-22T10:03:00Z'))}></leb-receipt>
`;

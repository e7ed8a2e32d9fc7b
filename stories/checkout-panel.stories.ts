import '@leb-renew/widget/checkout-panel/define';
import { problem, type ProblemCode, type Quote, type RenewalState } from '@leb-renew/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  awaiting,
  effect,
  extending,
  held,
  processing,
  quote,
  renewedUntil,
} from '../test/widget/fixtures.ts';
import { paymentForm } from './payment-form.ts';

interface Args {
  state: RenewalState;
  quote: Quote | null;
}

const meta: Meta<Args> = {
  title: 'Elements/Checkout panel',
  component: 'leb-checkout-panel',
  args: { quote: null },
  render: ({ state, quote }) =>
    html`<leb-checkout-panel .state=${state} .quote=${quote}>${paymentForm()}</leb-checkout-panel>`,
};
export default meta;

type Story = StoryObj<Args>;

const run = 1;
const trouble = (code: ProblemCode) => problem(code, { reference: '7F3K-Q2' });
const paying = (changes: Partial<Extract<RenewalState, { status: 'paying' }>> = {}): Story => ({
  args: {
    state: {
      status: 'paying',
      run,
      renewal: awaiting(),
      form: 'ready',
      problem: null,
      inDoubt: false,
      ...changes,
    },
  },
});
const withQuote = (changes: Partial<Quote>): Story =>
  paying({ renewal: awaiting({ quote: quote(changes) }) });

export const GettingThePrice: Story = {
  args: { state: { status: 'quoting', run, choice: { cardRef: 'card-1', planId: 'year', currency: 'USD' } } },
};
export const Opening: Story = { args: { state: { status: 'opening', run, quote: quote() } } };
export const CouldNotOpen: Story = {
  args: { state: { status: 'reviewing', run, quote: quote(), problem: trouble('unavailable') } },
};
export const Paying: Story = paying();
export const FormLoading: Story = paying({ form: 'loading' });
export const FormBlocked: Story = paying({ form: 'blocked', problem: trouble('payment-form-blocked') });
export const NotEnoughFunds: Story = paying({ problem: trouble('insufficient-funds') });
export const DeclinedByBank: Story = paying({ problem: trouble('payment-declined') });
export const ShopCannotTakeIt: Story = paying({ problem: trouble('payment-setup') });
export const TestMode: Story = paying({
  renewal: awaiting({ handoff: { ...awaiting().handoff, livemode: false } }),
});
export const SwitchesPlan: Story = withQuote({ switchesPlan: true });
export const LosesPaidDays: Story = withQuote({
  effect: { ...effect(renewedUntil), from: '2026-11-22T10:00:00Z', basis: 'now', losesDays: 12 },
});
export const NeedsConsent: Story = {
  args: { state: { status: 'agreeing', run, quote: { ...quote(), withdrawal: 'waived-with-consent' } } },
};
export const MayBeWithdrawn: Story = withQuote({ withdrawal: '14-days' });
export const Confirming: Story = {
  args: { state: { status: 'confirming', run, renewal: awaiting(), inDoubt: false } },
};
export const Cancelling: Story = {
  args: { state: { status: 'cancelling', run, renewal: awaiting(), inDoubt: false } },
};
export const Checking: Story = {
  args: { state: { status: 'checking', run, renewal: processing(), asks: 1, problem: null, inDoubt: false } },
};
export const CheckingOffline: Story = {
  args: {
    state: {
      status: 'checking',
      run,
      renewal: awaiting(),
      asks: 3,
      problem: trouble('offline'),
      inDoubt: false,
    },
  },
};
export const Resuming: Story = {
  args: {
    state: {
      status: 'resuming',
      run,
      ticket: { renewalId: 'renewal-1', renewalToken: null, confirming: true },
      asks: 0,
      problem: null,
    },
  },
};
export const StillExtending: Story = {
  args: { state: { status: 'extending', run, renewal: extending(), asks: 2, problem: null } },
};
export const HeldForReview: Story = { args: { state: { status: 'held', run, renewal: held('review') } } };
export const Refunding: Story = { args: { state: { status: 'held', run, renewal: held('refunding') } } };
export const Refunded: Story = { args: { state: { status: 'held', run, renewal: held('refunded') } } };

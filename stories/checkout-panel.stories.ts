import '@leb-renew/widget/checkout-panel/define';
import { problem, type ProblemCode, type Quote, type RenewalState } from '@leb-renew/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import {
  awaiting,
  effect,
  extending,
  held,
  processing,
  quote,
  renewedUntil,
  stoppedClock,
} from '../test/widget/fixtures.ts';
import { longQuote } from './long-texts.ts';
import { paymentForm } from './payment-form.ts';
import { rightToLeft } from './right-to-left.ts';

interface Args {
  state: RenewalState;
  quote: Quote | null;
  methods: readonly string[] | null;
  lang: string;
}

const meta: Meta<Args> = {
  title: 'Elements/Checkout panel',
  component: 'leb-checkout-panel',
  args: { quote: null, methods: null, lang: '' },
  render: ({ state, quote, methods, lang }) =>
    html`<leb-checkout-panel
      .state=${state}
      .quote=${quote}
      .methods=${methods}
      .clock=${stoppedClock()}
      lang=${lang || nothing}
      >${'renewal' in state ? paymentForm() : nothing}</leb-checkout-panel
    >`,
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
export const PriceHasRunOut: Story = {
  args: { state: { status: 'reviewing', run, quote: quote(), problem: trouble('quote-expired') } },
};
export const SeeingThePriceAgain: Story = {
  args: {
    state: {
      status: 'quoting',
      run,
      choice: { cardRef: 'card-1', planId: 'year', currency: 'USD' },
      before: quote(),
    },
  },
};
export const CardHasChanged: Story = {
  args: { state: { status: 'reviewing', run, quote: quote(), problem: trouble('card-changed') } },
};
export const NoNewPrice: Story = {
  args: {
    state: { status: 'reviewing', run, quote: quote(), problem: trouble('unavailable'), isOver: true },
  },
};
export const CouldNotOpen: Story = {
  args: { state: { status: 'reviewing', run, quote: quote(), problem: trouble('unavailable') } },
};
export const Paying: Story = paying();
export const FormLoading: Story = paying({ form: 'loading' });
export const FormBlocked: Story = paying({ form: 'blocked', problem: trouble('payment-form-blocked') });
export const NotEnoughFunds: Story = paying({ problem: trouble('insufficient-funds') });
export const DeclinedByBank: Story = paying({ problem: trouble('payment-declined') });
export const AskYourBank: Story = paying({ problem: trouble('authentication-failed') });
export const CardDetails: Story = paying({ problem: trouble('card-details') });
export const CardExpired: Story = paying({ problem: trouble('expired-card') });
export const LimitReached: Story = paying({ problem: trouble('limit-reached') });
export const MethodNotUsable: Story = paying({ problem: trouble('method-not-usable') });
export const PaymentCancelled: Story = paying({ problem: trouble('payment-cancelled') });
export const BankDidNotAnswer: Story = paying({ problem: trouble('bank-unreachable') });
export const WalletFailed: Story = paying({ problem: trouble('wallet-failed') });
export const ProviderDown: Story = paying({ problem: trouble('provider-down') });
export const TestCard: Story = paying({ problem: trouble('test-card') });
/** A payment just like this one was made: it may be this one, so nobody says that nothing was charged. */
export const DuplicatePayment: Story = paying({ problem: trouble('duplicate-payment'), inDoubt: true });
export const OpenInAnotherTab: Story = paying({ problem: trouble('paying-elsewhere'), inDoubt: true });
/** The outcome was lost, and so far no payment has arrived. */
export const PaymentNotSeen: Story = paying({ problem: trouble('payment-not-seen'), inDoubt: true });
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
export const LosesPaidDaysAndNeedsConsent: Story = {
  args: {
    state: {
      status: 'agreeing',
      run,
      quote: quote({
        effect: { ...effect(renewedUntil), from: '2026-11-22T10:00:00Z', basis: 'now', losesDays: 12 },
        withdrawal: 'waived-with-consent',
      }),
    },
  },
};
export const LastMinutesOfThePrice: Story = paying({
  renewal: awaiting({ handoff: { ...awaiting().handoff, expiresAt: '2026-11-22T10:04:00Z' } }),
});
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
export const CheckingForLong: Story = {
  args: { state: { status: 'checking', run, renewal: processing(), asks: 8, problem: null, inDoubt: false } },
};
export const ExtendingForLong: Story = {
  args: { state: { status: 'extending', run, renewal: extending(), asks: 8, problem: null } },
};
export const ExtensionIsDelayed: Story = {
  args: {
    state: { status: 'extending', run, renewal: extending(), asks: 8, problem: trouble('extension-delayed') },
  },
};
export const ExtendingOffline: Story = {
  args: { state: { status: 'extending', run, renewal: extending(), asks: 3, problem: trouble('offline') } },
};
export const ResumingForLong: Story = {
  args: {
    state: {
      status: 'resuming',
      run,
      ticket: { renewalId: 'renewal-1', renewalToken: null, confirming: false },
      asks: 8,
      problem: null,
    },
  },
};
export const HeldForReview: Story = { args: { state: { status: 'held', run, renewal: held('review') } } };
export const Refunding: Story = { args: { state: { status: 'held', run, renewal: held('refunding') } } };
export const Refunded: Story = { args: { state: { status: 'held', run, renewal: held('refunded') } } };
/** A state that makes no sense: the console says why, once. */
export const NotReadable: Story = { args: { state: { status: 'asleep' } as unknown as RenewalState } };
export const LongTexts: Story = paying({ renewal: awaiting({ quote: longQuote }) });
export const LongTextsDeclined: Story = paying({
  renewal: awaiting({ quote: longQuote }),
  problem: trouble('insufficient-funds'),
});
export const RightToLeft: Story = { ...paying(), decorators: [rightToLeft] };
export const RightToLeftDeclined: Story = {
  ...paying({ problem: trouble('insufficient-funds') }),
  decorators: [rightToLeft],
};

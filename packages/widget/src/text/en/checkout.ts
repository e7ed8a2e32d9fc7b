import type { Term } from '@leb-renew/core';
import { counter } from '../counter.ts';
import type { CheckoutWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('en');

const length = (term: Term): string =>
  'days' in term
    ? count(term.days, { one: '# day', other: '# days' })
    : term.months % 12 === 0
      ? count(term.months / 12, { one: '# year', other: '# years' })
      : count(term.months, { one: '# month', other: '# months' });

const lost = (days: number): string =>
  days === 0 ? 'nothing lost' : count(days, { one: '# paid day lost', other: '# paid days lost' });

export const checkout: CheckoutWords = {
  tag: 'en',
  title: 'Review and pay',
  loading: 'Getting your price',
  switched: 'Not the plan your card runs on now',
  now: 'Today',
  until: (date) => `Now to ${date}`,
  added: (term) => `+ ${length(term)}`,
  gain: (term, losesDays) => `${length(term)} added, ${lost(losesDays)}`,
  fromToday: (term, losesDays) => `${length(term)} from today, ${lost(losesDays)}`,
  startsNow: 'The new plan starts now.',
  losesDays: (days) =>
    count(days, {
      one: '# day that you have already paid for is lost.',
      other: '# days that you have already paid for are lost.',
    }),
  tax: (label, rate) => `${label} (${rate})`,
  total: 'Total today',
  once: 'One payment. It does not renew by itself.',
  direct: 'Your payment details go straight to the payment service, not to the shop.',
  soldBy: (seller) => `Sold by ${seller}`,
  terms: 'Terms',
  heldUntil: (time) => `Price held until ${time}`,
  testMode: 'Test mode: no real money moves.',
  withdrawal: 'You can withdraw from this purchase within 14 days.',
  consent: 'Start at once. I understand that I then can no longer withdraw from this purchase.',
  agree: 'Continue to payment',
  pay: (amount) => `Pay ${amount}`,
  back: 'Back',
  retry: 'Try again',
  look: 'Check now',
  done: 'Done',
  formLoading: 'Loading the payment form',
  opening: 'Preparing your payment',
  confirming: 'Sending your payment. Your bank may ask you to confirm it.',
  cancelling: 'Going back to the plans.',
  charged: {
    no: 'You have not been charged.',
    unknown: 'We do not know yet whether you were charged. You will not be charged twice.',
    yes: 'Your payment has arrived and is safe.',
  },
  service: (date) =>
    date === null ? 'Nothing has changed on your card.' : `Your card still works until ${date}.`,
  resumingTitle: 'Your renewal',
  resuming: 'Looking up where your renewal stands.',
  checkingTitle: 'Checking your payment',
  checking: 'We are asking whether your payment went through.',
  checkingSafe:
    'Please do not pay again. This page updates by itself; if you close it, come back here and we go on.',
  receivedTitle: 'Payment received',
  received: 'We are still extending your card.',
  receivedSafe: (amount, number) =>
    `Your payment of ${amount} is safe (receipt ${number}). This page updates by itself; you may close it.`,
  steps: {
    paid: 'Payment received',
    extending: 'Extending your card',
    active: (date) => `Then active until ${date}`,
  },
  heldTitle: {
    review: 'Payment received',
    refunding: 'Your money is coming back',
    refunded: 'Your money was sent back',
  },
  held: {
    review: () =>
      'Your payment has arrived and is safe. Your card is not extended yet: a person at the shop is looking at it.',
    refunding: (amount, number) =>
      `Your card could not be extended. We are sending ${amount} back to where it came from (receipt ${number}).`,
    refunded: (amount, number) =>
      `Your card could not be extended. ${amount} was sent back to where it came from (receipt ${number}); your bank may take some days to show it.`,
  },
  problem,
};

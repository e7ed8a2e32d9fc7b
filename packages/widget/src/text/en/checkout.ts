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
  term: length,
  expires: (moment, zone) => `Expires ${moment} (${zone})`,
  ended: (moment, zone) => `Ended ${moment} (${zone})`,
  plan: 'Plan',
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
  acceptLoss: (days) =>
    count(days, {
      one: 'I understand that # paid day is dropped.',
      other: 'I understand that # paid days are dropped.',
    }),
  tax: (label, rate) => `${label} (${rate})`,
  total: 'Total today',
  once: 'One payment. It does not renew by itself.',
  direct: 'Your payment details go straight to the payment service, not to the shop.',
  soldBy: (seller) => `Sold by ${seller}`,
  terms: 'Terms',
  heldUntil: (time) => `This price holds until ${time}.`,
  heldFor: (minutes, time) =>
    minutes === 1
      ? `This price holds for less than a minute, until ${time}.`
      : `This price holds for ${minutes} more minutes, until ${time}.`,
  runOutNext: 'See the price again; if anything has changed, we say what.',
  seeAgain: 'See the price again',
  changed: 'Please look again: something has changed.',
  sameAsBefore: 'Nothing has changed.',
  priceChanged: (was, now) => `The price was ${was}; now it is ${now}.`,
  endChanged: (was, now) => `The new end was ${was}; now it is ${now}.`,
  lossChanged: (was, now) => `Before: ${was}. Now: ${now}.`,
  lost,
  testMode: 'Test mode: no real money moves.',
  withdrawal: {
    none: 'No right to withdraw is granted after the purchase.',
    '14-days': 'You can withdraw from this purchase within 14 days.',
    'waived-with-consent':
      'You asked for a start at once: from then on you can no longer withdraw from this purchase.',
  },
  consent: 'Start at once. I understand that I then can no longer withdraw from this purchase.',
  agree: 'Continue to payment',
  pay: (amount) => `Pay ${amount} and renew`,
  back: 'Back',
  chooseAgain: 'Choose again',
  retry: 'Try again',
  reload: 'Reload the page',
  mayBeBlocked: 'An ad blocker or a filter in your network may be holding it back.',
  look: 'Check now',
  done: 'Done',
  ways: 'Ways to pay',
  card: 'Card',
  formLoading: 'Loading the payment form',
  opening: 'Preparing your payment',
  confirming: 'Sending your payment. You may be asked to confirm it.',
  cancelling: 'Going back to the plans.',
  charged: {
    no: 'You have not been charged.',
    unknown: 'We do not know yet whether you were charged. You will not be charged twice.',
    yes: 'Your payment has arrived and is safe.',
  },
  notTwice: 'You will not be charged twice.',
  service: (date) =>
    date === null ? 'Nothing has changed on your card.' : `Your card still works until ${date}.`,
  offline: 'Nothing is lost. This goes on by itself when you are back.',
  unreadable: 'Your renewal cannot be shown right now. Please reload this page, or contact the shop.',
  resumingTitle: 'Your renewal',
  resuming: 'Looking up where your renewal stands.',
  resumingLong: (wasSent) =>
    wasSent
      ? 'The shop has not answered yet. We keep asking. Please do not pay again: if your payment went through, it is safe, and this page finds it when you come back.'
      : 'The shop has not answered yet. We keep asking; you can also go back and come later.',
  checkingTitle: 'Checking your payment',
  checking: 'We are asking whether your payment went through.',
  checkingSafe:
    'Please do not pay again. This page updates by itself; if you close it, come back here and we go on.',
  checkingLong:
    'This takes longer than usual. You may close this page: the shop goes on asking, and your card shows the result when you come back.',
  receivedTitle: 'Payment received',
  received: 'We are still extending your card.',
  receivedSafe: (amount, number) =>
    `Your payment of ${amount} is safe (receipt ${number}). This page updates by itself; you may close it.`,
  receivedLong:
    'This takes longer than usual. Nobody has to wait here: the shop goes on until your card is extended, or your money goes back.',
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

import { counter } from '../counter.ts';
import type { PlanWords } from '../messages.ts';

const count = counter('en');

const when = (date: string | null): string => (date === null ? '' : ` Possible from ${date}.`);

export const plans: PlanWords = {
  tag: 'en',
  title: 'Choose a plan',
  loading: 'Looking up plans',
  none: 'There is no plan for this card at the moment.',
  unreadable: 'We cannot show the plans right now. Please try again later or ask support.',
  currency: 'Currency',
  current: 'Current plan',
  perMonth: (price) => `${price}/month`,
  save: (percent) => `Save ${percent}`,
  comparedWith: (name, times) => `compared with ${times} × ${name}`,
  allowance: (amount, per) => (per === 'term' ? amount : `${amount} each ${per}`),
  unlimited: 'Unlimited data',
  newEnd: (date) => `Valid until ${date}`,
  startsNow: 'This plan starts now.',
  losesDays: (days) =>
    count(days, {
      one: 'You would lose # day that you have already paid for.',
      other: 'You would lose # days that you have already paid for.',
    }),
  refused: {
    terminated: () => 'The number of this card was given up. It cannot be renewed.',
    'would-shorten': () => 'Your card is valid for longer than this plan would last.',
    'beyond-horizon': (date) => `Your card would be valid for too long ahead.${when(date)}`,
    'not-open-yet': (date) => `It is too early to renew with this plan.${when(date)}`,
    'closed-until': (date) => `Renewals are closed right now.${when(date)}`,
    'max-stacked': (date) => `Your card has as many plans waiting as it can hold.${when(date)}`,
    suspended: () => 'The supplier has paused this card.',
    revoked: () => 'The supplier has withdrawn this card.',
    'other-family': () => 'This plan does not fit your card.',
    'not-sold': () => 'The supplier does not sell this plan for your card at the moment.',
  },
  next: (name) => `Continue with ${name}`,
  choose: 'Choose a plan to continue',
  busy: 'Getting your price',
  best: 'Best for you',
  need: 'How long do you need it?',
  needDays: 'Days from today',
  needUntil: 'Or until',
  needCovered: (date) => `You are covered already: your card is valid until ${date}.`,
  needMet: (name, date) => `${name} costs the least of all that last long enough. It lasts until ${date}.`,
  needTooLong: (name, date, days) =>
    `No plan lasts that long. ${name} comes nearest: until ${date}, ${count(days, { one: '# day', other: '# days' })} short.`,
  columns: { plan: 'Plan', data: 'Data', included: 'Included', end: 'Valid until', price: 'Price' },
};

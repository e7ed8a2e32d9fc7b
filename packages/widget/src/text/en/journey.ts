import { counter } from '../counter.ts';
import type { JourneyWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('en');

export const journey: JourneyWords = {
  tag: 'en',
  label: 'Renew your card',
  cards: 'Your cards',
  noCards: 'There are no cards in this account.',
  signOut: 'Sign out',
  allCards: 'All cards',
  retry: 'Try again',
  charged: {
    no: 'Nothing was charged.',
    unknown: 'We do not know whether you were charged. Please ask support before you pay again.',
    yes: 'Your payment has arrived. Please ask support before you pay again.',
  },
  reminderSummary: (label) => `${label} ends`,
  reminderText: (label, date) =>
    `${label} works until ${date}. Renew before then to keep your number and data.`,
  reminderNotice: (label, days) =>
    `${label} ${count(days, { one: 'ends in # day', other: 'ends in # days' })}`,
  problem,
};

import { counter } from '../counter.ts';
import type { JourneyWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('en');

export const journey: JourneyWords = {
  tag: 'en',
  label: 'Renew your card',
  cards: 'Your cards',
  noCards: 'There are no cards in this account.',
  search: 'Find a card by its name, region or last four digits',
  found: (found, all) =>
    found === 0 ? `None of your ${all} cards is called that.` : `${found} of ${all} cards`,
  showAll: 'Show all cards',
  showMore: (more) => count(more, { one: 'Show # more card', other: 'Show # more cards' }),
  receipts: 'Receipts',
  receiptsOf: (label) => `Receipts of ${label}`,
  signOut: 'Sign out',
  allCards: 'All cards',
  linkOpened: 'You opened a link to renew this card.',
  everything: 'Sign in to see everything',
  signInToKnow: 'A payment of yours may be under way. Sign in to see what became of it.',
  loading: 'Loading',
  notLoaded: 'This part of the page could not be loaded.',
  notLoadedNext: 'Nothing is lost. Try again, or reload the page.',
  retry: 'Try again',
  close: 'Close',
  sending: 'Your payment is being sent. This stays open until that is done.',
  charged: {
    no: 'Nothing was charged.',
    unknown: 'We do not know whether you were charged. Please ask support before you pay again.',
    yes: 'Your payment has arrived. Please ask support before you pay again.',
  },
  reminderSummary: (label) => `${label} ends`,
  reminderText: (label, date) => `${label} works until ${date}. Renew before then to stay connected.`,
  reminderNotice: (label, days) =>
    `${label} ${count(days, { one: 'ends in # day', other: 'ends in # days' })}`,
  problem,
};

import type { JourneyWords } from '../messages.ts';
import { problem } from './problem.ts';

export const journey: JourneyWords = {
  tag: 'en',
  label: 'Renew your card',
  cards: 'Your cards',
  noCards: 'There are no cards in this account.',
  signOut: 'Sign out',
  allCards: 'All cards',
  retry: 'Try again',
  untouched: 'Nothing was charged.',
  reminderSummary: (label) => `${label} ends`,
  reminderText: (label, date) =>
    `${label} works until ${date}. Renew before then to keep your number and data.`,
  problem,
};

import { counter } from '../counter.ts';
import type { StatusWords } from '../messages.ts';

const count = counter('en');

const starts = {
  purchase: 'Its time has not started yet.',
  install: 'Its time starts when you install it.',
  'first-use': 'Its time starts when you first use it.',
};

export const status: StatusWords = {
  tag: 'en',
  loading: 'Looking up your card',
  short: {
    unknown: () => 'Not confirmed',
    'not-started': () => 'Not started yet',
    active: () => 'Active',
    // The last day may be longer than the 24 hours that are counted, when clocks change.
    'due-soon': ({ days }) =>
      days === 0 ? 'Ends today' : count(days, { one: '# day left', other: '# days left' }),
    'due-now': ({ hours }) =>
      hours < 1 ? 'Less than an hour left' : count(hours, { one: '# hour left', other: '# hours left' }),
    grace: ({ works }) => (works ? 'Ended, still works' : 'Ended, can be renewed'),
    expired: () => 'Expired',
    terminated: () => 'Number given up',
    suspended: () => 'Paused',
    revoked: () => 'Withdrawn',
  },
  long: {
    unknown: ({ date }) => `We could not confirm this date lately: until ${date}.`,
    'not-started': ({ startsOn }) => starts[startsOn],
    active: ({ date }) => `Your service runs until ${date}.`,
    'due-soon': ({ date }) => `Your service stops on ${date}. Renew before then to stay connected.`,
    'due-now': ({ date, time }) =>
      `Your service stops on ${date} at ${time}. Renew before then to stay connected.`,
    grace: ({ works, date, graceDate }) =>
      works
        ? `Your plan ended on ${date}. The card still works until ${graceDate}.`
        : `Your plan ended on ${date} and the card is offline. Renew by ${graceDate} to get back online.`,
    expired: ({ date, keepDate }) =>
      keepDate === null
        ? `Your plan ended on ${date}. Renew to get back online.`
        : `Your plan ended on ${date}. Renew by ${keepDate} to keep your number.`,
    terminated: ({ date }) =>
      `Your plan ended on ${date} and the number was given up. This card cannot be renewed; you need a new one.`,
    suspended: () => 'The supplier has paused this card. Support can tell you why.',
    revoked: () => 'The supplier has withdrawn this card. Support can tell you why.',
  },
  activeUntil: (date) => `Active until ${date}`,
  asOf: (said, day) => `${said}, as\u00a0of ${day}`,
  unreadable: {
    short: 'Not confirmed',
    long: 'We cannot tell right now until when this card runs. Please try again later or ask support.',
  },
  devices: {
    phone: 'Phone',
    tablet: 'Tablet',
    watch: 'Watch',
    laptop: 'Laptop',
    router: 'Router',
    other: 'Other device',
  },
  expires: 'Expires',
  ended: 'Ended',
  exact: (moment, zone) => `${moment} (${zone})`,
  dataLeft: (left, total, asOf) => `${left} of ${total} data left${asOf === null ? '' : `, as of ${asOf}`}.`,
  underWay: 'A renewal of this card has been started. Continue to see where it stands.',
  renew: 'Renew',
  resume: 'Continue renewal',
  reminder: 'Remind me',
  bar: (start, end, state, next) =>
    `Valid from ${start} to ${end}: ${state}${next.map((day) => `, next period from ${day}`).join('')}`,
};

import type { Term } from '@leb-renew/core';
import type { Messages, StatusFacts } from './messages.ts';

/** Of every text that is made from facts, one call: what shows that a text given for it can be said. */
type Examples<Part> = {
  readonly [key in keyof Part as HasCalls<Part[key]> extends true ? key : never]: Part[key] extends (
    ...facts: infer Facts
  ) => string
    ? Readonly<Facts>
    : Examples<Part[key]>;
};

type HasCalls<Part> = Part extends string | undefined
  ? false
  : Part extends (...facts: never) => string
    ? true
    : true extends { [key in keyof Part]: HasCalls<Part[key]> }[keyof Part]
      ? true
      : false;

const facts: StatusFacts = {
  days: 7,
  hours: 23,
  date: '4 December 2026',
  time: '23:59',
  works: true,
  graceDate: '11 December 2026',
  keepDate: '3 January 2027',
  startsOn: 'first-use',
};

const states = {
  unknown: [facts],
  'not-started': [facts],
  active: [facts],
  'due-soon': [facts],
  'due-now': [facts],
  grace: [facts],
  expired: [facts],
  terminated: [facts],
  suspended: [facts],
  revoked: [facts],
} as const;

const year: Term = { months: 12 };
const problem = { retryIn: [23], reference: ['REF-4821'] } as const;

export const examples: Examples<Messages> = {
  status: {
    short: states,
    long: states,
    activeUntil: ['4 Dec 2026'],
    asOf: ['Active', '22 Nov 2026'],
    exact: ['Friday 4 December 2026', 'Asia/Shanghai'],
    dataLeft: ['3.2 GB', '15 GB', '22 Nov 2026'],
    bar: ['4 Dec 2025', '4 Dec 2026', 'Active', ['5 Dec 2026']],
  },
  plans: {
    perMonth: ['US$7.00'],
    save: ['22%'],
    comparedWith: ['1 month', 12],
    allowance: ['15 GB', 'month'],
    newEnd: ['4 Dec 2027'],
    losesDays: [12],
    refused: {
      terminated: ['4 Dec 2026'],
      'would-shorten': ['4 Dec 2026'],
      'beyond-horizon': ['4 Dec 2026'],
      'not-open-yet': ['4 Dec 2026'],
      'closed-until': ['4 Dec 2026'],
      'max-stacked': ['4 Dec 2026'],
      suspended: ['4 Dec 2026'],
      revoked: ['4 Dec 2026'],
      'other-family': ['4 Dec 2026'],
      'not-sold': ['4 Dec 2026'],
    },
    next: ['1 year'],
    needCovered: ['4 Dec 2026'],
    needMet: ['1 year', '4 Dec 2027'],
    needTooLong: ['2 years', '4 Dec 2028', 12],
  },
  signIn: {
    codeSent: ['m•••@example.com', 6],
    codeUntil: ['23:59'],
    needCode: [6],
    resetSent: ['mira@example.com'],
    signedIn: ['m•••@example.com'],
    problem,
  },
  checkout: {
    term: [year],
    expires: ['4 Dec 2026, 23:59', 'Asia/Shanghai'],
    ended: ['4 Dec 2026, 23:59', 'Asia/Shanghai'],
    until: ['4 Dec 2027'],
    added: [year],
    gain: [year, 12],
    fromToday: [year, 12],
    losesDays: [12],
    acceptLoss: [12],
    tax: ['VAT', '19%'],
    soldBy: ['Harbour SIM'],
    heldUntil: ['23:59'],
    heldFor: [7, '23:59'],
    priceChanged: ['US$84.00', 'US$91.00'],
    endChanged: ['4 December 2027', '11 December 2027'],
    lossChanged: ['nothing lost', '12 paid days lost'],
    lost: [12],
    pay: ['US$84.00'],
    service: ['4 December 2026'],
    resumingLong: [true],
    receivedSafe: ['US$84.00', 'R-4821'],
    steps: { active: ['4 December 2027'] },
    held: {
      review: ['US$84.00', 'R-4821'],
      refunding: ['US$84.00', 'R-4821'],
      refunded: ['US$84.00', 'R-4821'],
    },
    problem,
  },
  receipt: {
    activeUntil: ['4 December 2027'],
    ranUntil: ['4 December 2026'],
    correctionOf: ['R-4821'],
    sentTo: ['m•••@example.com'],
    tax: ['VAT', '19%'],
    more: [12],
    document: ['R-4821'],
    problem,
  },
  journey: {
    found: [7, 23],
    showMore: [12],
    receiptsOf: ['Global card'],
    reminderSummary: ['Global card'],
    reminderText: ['Global card', '4 December 2026'],
    reminderNotice: ['Global card', 7],
    problem,
  },
};

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  firstRenewal,
  problem,
  renewalStep,
  type Payable,
  type Problem,
  type Quote,
  type RenewalCommand,
  type RenewalEvent,
  type RenewalState,
  type RenewalStep,
  type Ticket,
} from '@leb-renew/core';
import { quote } from './examples/quote.ts';
import {
  answers,
  askingConsent,
  blocked,
  calm,
  calmSince,
  choice,
  consent,
  declined,
  declinedBefore,
  declinedHere,
  elsewhere,
  events,
  extending,
  incomplete,
  joining,
  lost,
  madeAlready,
  news,
  next,
  paying,
  payingSince,
  processing,
  renewalId,
  returned,
  run,
  states,
  trouble,
  waiting,
  waitingBehind,
} from './examples/renewal-steps.ts';

type Moves = { readonly [name in keyof typeof events]?: RenewalStep };

const remember = (ticket: Ticket): RenewalCommand => ({ type: 'remember', ticket });
const forget: RenewalCommand = { type: 'forget' };
const ask = (ticket: Ticket, delayMs: number): RenewalCommand => ({
  type: 'ask',
  run: next,
  ticket,
  delayMs,
});

const toPlans = (reason: Problem | null): RenewalState => ({
  status: 'choosing',
  run: next,
  problem: reason,
});
const toForm = (renewal: Payable, reason: Problem | null, inDoubt = false): RenewalStep => [
  { status: 'paying', run: next, renewal, form: 'loading', problem: reason, inDoubt },
  remember(inDoubt ? paying : renewal.isBehind ? calm : { ...calm, since: renewal.seq }),
  { type: 'open-form', renewal },
];
const toBegin: RenewalStep = [
  { status: 'opening', run: next, quote },
  { type: 'begin', run: next, quoteId: quote.quoteId },
];
const toReview = (reason: Problem): RenewalStep => [
  { status: 'reviewing', run: next, quote, problem: reason },
];
const toReviewAgain = (reason: Problem): RenewalStep => [
  { status: 'reviewing', run: next, quote, problem: reason, isOver: true },
];
const toBeginAgreed: RenewalStep = [
  { status: 'opening', run: next, quote: askingConsent, consent },
  { type: 'begin', run: next, quoteId: quote.quoteId, consent },
];
const toReviewAgreed = (reason: Problem): RenewalStep => [
  { status: 'reviewing', run: next, quote: askingConsent, consent, problem: reason },
];
const toCheck = (
  renewal: typeof waiting | typeof processing,
  asks: number,
  delayMs: number,
  reason: Problem | null = null,
  inDoubt = false,
): RenewalStep => [
  { status: 'checking', run: next, renewal, asks, problem: reason, inDoubt },
  ask(paying, delayMs),
];
const toExtend = (
  renewal: typeof news.paid | typeof extending,
  asks: number,
  delayMs: number,
  reason: Problem | null = null,
): RenewalStep => [{ status: 'extending', run: next, renewal, asks, problem: reason }, ask(paying, delayMs)];
const toResume = (
  ticket: Ticket,
  asks: number,
  delayMs: number,
  reason: Problem | null = null,
): RenewalStep => [{ status: 'resuming', run: next, ticket, asks, problem: reason }, ask(ticket, delayMs)];

/** News that needs no more questions. */
const settled = {
  'news: renewed': [{ status: 'renewed', run: next, renewal: news.renewed }, forget],
  'news: review': [{ status: 'held', run: next, renewal: news.review }],
  'news: refunding': [{ status: 'held', run: next, renewal: news.refunding }],
  'news: refunded': [{ status: 'held', run: next, renewal: news.refunded }],
} as const satisfies Moves;
/** Said while a payment may be on its way, or after it has arrived. */
const doubted = (reason: Problem): Problem => ({ ...reason, charged: 'unknown' });
const arrived = (reason: Problem): Problem => ({ ...reason, charged: 'yes' });
const notSeen = problem('payment-not-seen');

/** A renewal that the server ended without money. */
const ended: RenewalStep = [...toReview(trouble.expired), forget];
const endedInDoubt: RenewalStep = [toPlans(doubted(trouble.expired)), forget];
const old: RenewalStep = [{ status: 'renewed', run: next, renewal: news.old }, forget];

/** Trouble with a question that is asked for as long as it takes. */
const askedOn = (step: (reason: Problem) => RenewalStep): Moves => ({
  'refused: offline': step(trouble.offline),
  'refused: failed': step(trouble.failed),
  'refused: outside the contract': step(trouble.outside),
  'refused: quote expired': step(trouble.expired),
  'refused: card changed': step(trouble.changed),
  'refused: unknown renewal': step(trouble.gone),
  'refused: signed out': step(trouble.signedOut),
  'refused: other open': step(trouble.otherOpen),
});

/** Somewhere else the renewal went on while its form is open here. */
const wentOn = {
  'news: processing': toCheck(news.processing, 0, 0),
  'news: paid': toExtend(news.paid, 0, 0),
  'news: extending': toExtend(news.extending, 0, 0),
  'news: cancelled': ended,
  ...settled,
} as const satisfies Moves;

const wentOnInDoubt = {
  ...wentOn,
  'news: processing': toCheck(news.processing, 0, 0, null, true),
  'news: cancelled': endedInDoubt,
} as const satisfies Moves;

/** A form that knows of a payment leaves a doubt, and a reload finds it. */
const knowsOfPayment = (state: Extract<RenewalState, { status: 'paying' }>): Moves => ({
  'form blocked, for its payment was made': [
    { ...state, run: next, form: 'blocked', problem: madeAlready, inDoubt: true },
    remember(paying),
    ask(paying, 0),
  ],
  'form blocked by another tab': [
    { ...state, form: 'blocked', problem: elsewhere, inDoubt: true },
    remember(paying),
  ],
});

/** Nothing was sent, for another tab is sending. */
const sentElsewhere = (renewal: Payable): Moves => ({
  'outcome: paying elsewhere': [
    { status: 'paying', run: next, renewal, form: 'ready', problem: elsewhere, inDoubt: true },
    remember(paying),
  ],
});

/** A form that never tells keeps nobody waiting: the server may be asked, and what the form tells still counts. */
const whileConfirming = (state: RenewalState): Moves => ({
  look: [state, { type: 'ask', run, ticket: paying, delayMs: 0 }],
  ...wentOnInDoubt,
});

/** Every pair that does something. Every other pair must do nothing. */
/** What comes of asking for the payment of a price that stands. */
const opened: Moves = {
  'news: awaiting': toForm(waiting, null),
  'news: declined since': toForm(news.declinedSince, declined),
  'news: processing': toCheck(news.processing, 0, 0),
  'news: paid': toExtend(news.paid, 0, 0),
  'news: extending': toExtend(news.extending, 0, 0),
  'news: cancelled': ended,
  'news: old': old,
  ...settled,
  'refused: offline': toReview(trouble.offline),
  'refused: failed': toReview(trouble.failed),
  'refused: outside the contract': [toPlans(trouble.outside)],
  'refused: quote expired': toReview(trouble.expired),
  'refused: card changed': toReview(trouble.changed),
  'refused: unknown renewal': [toPlans(trouble.gone)],
  'refused: signed out': [toPlans(trouble.signedOut)],
  'refused: other open': toResume(joining, 0, 0, doubted(trouble.otherOpen)),
};

/** The same choice at a new price, beside the one that was read. */
const toQuoteAgain = (before: Quote): RenewalStep => [
  { status: 'quoting', run: next, choice, before },
  { type: 'quote', run: next, choice },
];

const quoting: Moves = {
  quoted: toBegin,
  'quoted: asking for a consent': [{ status: 'agreeing', run: next, quote: askingConsent }],
  back: [toPlans(null)],
  'refused: offline': [toPlans(trouble.offline)],
  'refused: failed': [toPlans(trouble.failed)],
  'refused: outside the contract': [toPlans(trouble.outside)],
  'refused: quote expired': [toPlans(trouble.expired)],
  'refused: card changed': [toPlans(trouble.changed)],
  'refused: unknown renewal': [toPlans(trouble.gone)],
  'refused: signed out': [toPlans(trouble.signedOut)],
  'refused: other open': toResume(joining, 0, 0, doubted(trouble.otherOpen)),
};

/** What was sent may be on its way: asked about for as long as patience lasts, and nobody is told that nothing was charged. */
const resumingInDoubt = (ticket: Ticket): Moves => ({
  look: toResume(ticket, 0, 0, lost),
  'news: awaiting': toResume(ticket, 2, 1_000),
  'news: declined since': toResume(ticket, 2, 1_000),
  'news: processing': toCheck(news.processing, 0, 0, null, true),
  'news: paid': toExtend(news.paid, 0, 0),
  'news: extending': toExtend(news.extending, 0, 0),
  'news: cancelled': endedInDoubt,
  'news: old': old,
  ...settled,
  ...askedOn((reason) => toResume(ticket, 2, 1_000, doubted(reason))),
  'refused: quote expired': [toPlans(doubted(trouble.expired)), forget],
  'refused: card changed': [toPlans(doubted(trouble.changed)), forget],
  'refused: unknown renewal': [toPlans(doubted(trouble.gone)), forget],
  // Not forgotten: money may be on its way, and whoever signs in finds it again.
  'refused: signed out': [toPlans(doubted(trouble.signedOut))],
});

const moves: { readonly [name in keyof typeof states]?: Moves } = {
  choosing: {
    choose: [
      { status: 'quoting', run: next, choice },
      { type: 'quote', run: next, choice },
    ],
    resume: toResume(paying, 0, 0),
  },
  'choosing again': {
    choose: [
      { status: 'quoting', run: next, choice },
      { type: 'quote', run: next, choice },
    ],
    resume: toResume(paying, 0, 0),
    dismiss: [states.choosing],
  },
  quoting,
  // Whoever was reading keeps what they read until there is a new price.
  'quoting again': {
    ...quoting,
    'refused: offline': toReviewAgain(trouble.offline),
    'refused: failed': toReviewAgain(trouble.failed),
  },
  // The old price is never begun, nor without the consent that it may have asked for.
  'reviewing without a new price': {
    retry: toQuoteAgain(quote),
    look: toQuoteAgain(quote),
    back: [toPlans(null)],
  },
  opening: opened,
  reviewing: { retry: toBegin, look: toBegin, back: [toPlans(null)] },
  'reviewing what has run out': { retry: toQuoteAgain(quote), back: [toPlans(null)] },
  'reviewing what is no longer so': { retry: toQuoteAgain(quote), back: [toPlans(null)] },
  agreeing: { agree: toBeginAgreed, retry: toQuoteAgain(askingConsent), back: [toPlans(null)] },
  'opening what was agreed to': {
    ...opened,
    'refused: offline': toReviewAgreed(trouble.offline),
    'refused: failed': toReviewAgreed(trouble.failed),
    'refused: quote expired': toReviewAgreed(trouble.expired),
    'refused: card changed': toReviewAgreed(trouble.changed),
  },
  'reviewing what was agreed to': { retry: toBeginAgreed, look: toBeginAgreed, back: [toPlans(null)] },
  'form loading': {
    look: [{ ...states['form loading'], run: next }, ask(calmSince, 0)],
    ...wentOn,
    'form ready': [{ ...states['form loading'], form: 'ready' }],
    'form blocked': [{ ...states['form loading'], form: 'blocked', problem: blocked }],
    'form lost': toForm(waiting, declined),
    ...knowsOfPayment(states['form loading']),
    back: [
      { status: 'cancelling', run: next, renewal: waiting, inDoubt: false },
      { type: 'cancel', run: next, ticket: calmSince },
    ],
  },
  'form ready': {
    look: [{ ...states['form ready'], run: next }, ask(calmSince, 0)],
    ...wentOn,
    pay: [
      { status: 'confirming', run: next, renewal: waiting, inDoubt: false },
      remember(payingSince),
      { type: 'confirm', run: next },
    ],
    'form blocked': [{ ...states['form ready'], form: 'blocked', problem: blocked }],
    'form lost': toForm(waiting, null),
    ...knowsOfPayment(states['form ready']),
    back: [
      { status: 'cancelling', run: next, renewal: waiting, inDoubt: false },
      { type: 'cancel', run: next, ticket: calmSince },
    ],
  },
  'form blocked': {
    look: [...toForm(waiting, null), ask(calmSince, 0)],
    ...wentOn,
    retry: toForm(waiting, null),
    'form ready': [{ ...states['form blocked'], form: 'ready' }],
    ...knowsOfPayment(states['form blocked']),
    back: [
      { status: 'cancelling', run: next, renewal: waiting, inDoubt: false },
      { type: 'cancel', run: next, ticket: calmSince },
    ],
  },
  // Whatever the form comes to, it waits for the other tab. When that is done or gone, its payment is asked about before there is a form again.
  'form blocked by another tab': {
    look: [{ ...states['form blocked by another tab'], run: next }, ask(paying, 0)],
    ...wentOnInDoubt,
    retry: [
      { status: 'checking', run: next, renewal: waiting, asks: 0, problem: null, inDoubt: true },
      remember(paying),
      ask(paying, 0),
    ],
    back: [
      { status: 'cancelling', run: next, renewal: waiting, inDoubt: true },
      { type: 'cancel', run: next, ticket: paying },
    ],
  },
  'form ready in doubt': {
    look: [{ ...states['form ready in doubt'], run: next }, ask(paying, 0)],
    ...wentOnInDoubt,
    pay: [
      { status: 'confirming', run: next, renewal: waiting, inDoubt: true },
      remember(paying),
      { type: 'confirm', run: next },
    ],
    'form blocked': [{ ...states['form ready in doubt'], form: 'blocked', problem: doubted(blocked) }],
    'form lost': toForm(waiting, notSeen, true),
    ...knowsOfPayment(states['form ready in doubt']),
    back: [
      { status: 'cancelling', run: next, renewal: waiting, inDoubt: true },
      { type: 'cancel', run: next, ticket: paying },
    ],
  },
  'form blocked in doubt': {
    look: [...toForm(waiting, notSeen, true), ask(paying, 0)],
    ...wentOnInDoubt,
    retry: toForm(waiting, notSeen, true),
    'form ready': [{ ...states['form blocked in doubt'], form: 'ready' }],
    'form blocked': [{ ...states['form blocked in doubt'], problem: doubted(blocked) }],
    ...knowsOfPayment(states['form blocked in doubt']),
    back: [
      { status: 'cancelling', run: next, renewal: waiting, inDoubt: true },
      { type: 'cancel', run: next, ticket: paying },
    ],
  },
  confirming: {
    ...whileConfirming(states.confirming),
    ...sentElsewhere(waiting),
    'outcome: ask the server': toCheck(waiting, 0, 0),
    // It was to tell what became of the payment, which may not have arrived yet: a decline may be another device's.
    'form lost': toCheck(waiting, 0, 0, null, true),
    // Timers of a page that was left do not run; one that is looked at again asks at once.
    'outcome: leaving': toCheck(waiting, 0, 15_000, null, true),
    'outcome: unknown': toCheck(waiting, 0, 0, lost, true),
    'outcome: invalid': [
      { status: 'paying', run: next, renewal: waiting, form: 'ready', problem: incomplete, inDoubt: false },
      remember(calmSince),
    ],
    'outcome: declined': [
      {
        status: 'paying',
        run: next,
        renewal: declinedHere,
        form: 'ready',
        problem: declined,
        inDoubt: false,
      },
      remember(calm),
    ],
  },
  // What this try came to says nothing about the one before.
  'confirming in doubt': {
    ...whileConfirming(states['confirming in doubt']),
    ...sentElsewhere(waiting),
    'form lost': toCheck(waiting, 0, 0, null, true),
    'outcome: ask the server': toCheck(waiting, 0, 0, null, true),
    'outcome: leaving': toCheck(waiting, 0, 15_000, null, true),
    'outcome: unknown': toCheck(waiting, 0, 0, lost, true),
    'outcome: invalid': [
      {
        status: 'paying',
        run: next,
        renewal: waiting,
        form: 'ready',
        problem: doubted(incomplete),
        inDoubt: true,
      },
      remember(paying),
    ],
    'outcome: declined': [
      {
        status: 'paying',
        run: next,
        renewal: declinedHere,
        form: 'ready',
        problem: doubted(declined),
        inDoubt: true,
      },
      remember(paying),
    ],
  },
  'confirming after a decline': {
    ...whileConfirming(states['confirming after a decline']),
    ...sentElsewhere(declinedHere),
    'form lost': toCheck(declinedHere, 0, 0, null, true),
    'outcome: ask the server': toCheck(declinedHere, 0, 0, null, true),
    'outcome: leaving': toCheck(declinedHere, 0, 15_000, null, true),
    'outcome: unknown': toCheck(declinedHere, 0, 0, lost, true),
    'outcome: invalid': [
      {
        status: 'paying',
        run: next,
        renewal: declinedHere,
        form: 'ready',
        problem: incomplete,
        inDoubt: false,
      },
      remember(calm),
    ],
    'outcome: declined': [
      {
        status: 'paying',
        run: next,
        renewal: declinedHere,
        form: 'ready',
        problem: declined,
        inDoubt: false,
      },
      remember(calm),
    ],
  },
  // News after that is of this payment, once it has arrived.
  'confirming after a decline that the server knows of': {
    ...whileConfirming(states['confirming after a decline that the server knows of']),
    ...sentElsewhere(declinedBefore),
    'outcome: ask the server': toCheck(declinedBefore, 0, 0),
    'form lost': toCheck(declinedBefore, 0, 0, null, true),
    'outcome: leaving': toCheck(declinedBefore, 0, 15_000, null, true),
    'outcome: unknown': toCheck(declinedBefore, 0, 0, lost, true),
    'outcome: invalid': [
      {
        status: 'paying',
        run: next,
        renewal: declinedBefore,
        form: 'ready',
        problem: incomplete,
        inDoubt: false,
      },
      remember(calmSince),
    ],
    'outcome: declined': [
      {
        status: 'paying',
        run: next,
        renewal: declinedHere,
        form: 'ready',
        problem: declined,
        inDoubt: false,
      },
      remember(calm),
    ],
  },
  checking: {
    look: toCheck(waiting, 0, 0, lost),
    'news: awaiting': toCheck(waiting, 2, 1_000),
    // Newer, but it may be about a payment of another page, and this one is still on its way.
    'news: declined since': toCheck(waiting, 2, 1_000),
    'news: processing': toCheck(news.processing, 2, 1_000),
    'news: paid': toExtend(news.paid, 0, 0),
    'news: extending': toExtend(news.extending, 0, 0),
    'news: cancelled': endedInDoubt,
    'news: old': toCheck(waiting, 2, 1_000),
    ...settled,
    ...askedOn((reason) => toCheck(waiting, 2, 1_000, doubted(reason))),
  },
  'checking at the end of patience': {
    look: toCheck(waiting, 3, 0),
    'news: awaiting': toForm(waiting, notSeen, true),
    'news: declined since': toForm(news.declinedSince, declined),
    'news: processing': toCheck(news.processing, 5, 8_000),
    'news: paid': toExtend(news.paid, 0, 0),
    'news: extending': toExtend(news.extending, 0, 0),
    'news: cancelled': endedInDoubt,
    'news: old': toCheck(waiting, 5, 8_000),
    ...settled,
    ...askedOn((reason) => toCheck(waiting, 5, 8_000, doubted(reason))),
  },
  'checking after a decline that the server knows of': {
    look: toCheck(declinedBefore, 3, 0),
    'news: awaiting': toForm(waiting, notSeen, true),
    'news: declined since': toForm(news.declinedSince, declined),
    'news: processing': toCheck(news.processing, 5, 8_000),
    'news: paid': toExtend(news.paid, 0, 0),
    'news: extending': toExtend(news.extending, 0, 0),
    'news: cancelled': endedInDoubt,
    'news: old': toCheck(declinedBefore, 5, 8_000),
    ...settled,
    ...askedOn((reason) => toCheck(declinedBefore, 5, 8_000, doubted(reason))),
  },
  // An earlier payment may be on its way, too: a decline may be about either.
  'checking in doubt': {
    look: toCheck(waiting, 3, 0, null, true),
    'news: awaiting': toForm(waiting, notSeen, true),
    'news: declined since': toForm(news.declinedSince, doubted(declined), true),
    'news: processing': toCheck(news.processing, 5, 8_000, null, true),
    'news: paid': toExtend(news.paid, 0, 0),
    'news: extending': toExtend(news.extending, 0, 0),
    'news: cancelled': endedInDoubt,
    'news: old': toCheck(waiting, 5, 8_000, null, true),
    ...settled,
    ...askedOn((reason) => toCheck(waiting, 5, 8_000, doubted(reason), true)),
  },
  'checking what the provider has': {
    look: toCheck(processing, 8, 0),
    'news: awaiting': toForm(waiting, notSeen, true),
    'news: declined since': toForm(news.declinedSince, declined),
    'news: processing': toCheck(news.processing, 10, 15_000),
    'news: paid': toExtend(news.paid, 0, 0),
    'news: extending': toExtend(news.extending, 0, 0),
    'news: cancelled': endedInDoubt,
    'news: old': toCheck(processing, 10, 15_000),
    ...settled,
    ...askedOn((reason) => toCheck(processing, 10, 15_000, doubted(reason))),
  },
  extending: {
    look: toExtend(extending, 0, 0),
    // Paid once is paid: whatever comes after, there is no way back to a pay button.
    'news: awaiting': toExtend(extending, 2, 1_000),
    'news: declined since': toExtend(extending, 2, 1_000),
    'news: processing': toExtend(extending, 2, 1_000),
    'news: cancelled': toExtend(extending, 2, 1_000),
    'news: old': toExtend(extending, 2, 1_000),
    'news: paid': toExtend(news.paid, 2, 1_000),
    'news: extending': toExtend(news.extending, 2, 1_000),
    ...settled,
    ...askedOn((reason) => toExtend(extending, 2, 1_000, arrived(reason))),
  },
  cancelling: {
    'news: cancelled': [toPlans(null), forget],
    'news: awaiting': toForm(waiting, null),
    'news: declined since': toForm(news.declinedSince, declined),
    'news: processing': toCheck(news.processing, 0, 0),
    'news: paid': toExtend(news.paid, 0, 0),
    'news: extending': toExtend(news.extending, 0, 0),
    'news: old': old,
    ...settled,
    ...askedOn((reason) => toForm(waiting, reason)),
  },
  // To give it up, the server has to ask the provider, and knows everything then.
  'cancelling after a decline': {
    'news: cancelled': [toPlans(null), forget],
    'news: awaiting': toForm(waiting, null),
    'news: declined since': toForm(news.declinedSince, declined),
    'news: processing': toCheck(news.processing, 0, 0),
    'news: paid': toExtend(news.paid, 0, 0),
    'news: extending': toExtend(news.extending, 0, 0),
    'news: old': old,
    ...settled,
    ...askedOn((reason) => toForm(declinedHere, reason)),
  },
  'cancelling in doubt': {
    'news: cancelled': [toPlans(null), forget],
    'news: awaiting': toForm(waiting, notSeen, true),
    'news: declined since': toForm(news.declinedSince, doubted(declined), true),
    'news: processing': toCheck(news.processing, 0, 0, null, true),
    'news: paid': toExtend(news.paid, 0, 0),
    'news: extending': toExtend(news.extending, 0, 0),
    'news: old': old,
    ...settled,
    ...askedOn((reason) => toForm(waiting, doubted(reason), true)),
  },
  'resuming unpaid': {
    look: toResume(calmSince, 0, 0),
    back: [toPlans(null)],
    'news: awaiting': toForm(waiting, null),
    'news: declined since': toForm(news.declinedSince, declined),
    'news: processing': toCheck(news.processing, 0, 0),
    'news: paid': toExtend(news.paid, 0, 0),
    'news: extending': toExtend(news.extending, 0, 0),
    'news: cancelled': ended,
    'news: old': old,
    ...settled,
    ...askedOn((reason) => toResume(calmSince, 1, 1_000, reason)),
    'refused: quote expired': [toPlans(trouble.expired), forget],
    'refused: card changed': [toPlans(trouble.changed), forget],
    'refused: unknown renewal': [toPlans(trouble.gone), forget],
    'refused: signed out': [toPlans(trouble.signedOut)],
  },
  // Also with a ticket of before, which does not tell what the server knew.
  'resuming unpaid after a decline': {
    look: toResume(calm, 0, 0),
    back: [toPlans(null)],
    'news: awaiting': toForm(waitingBehind, null),
    'news: declined since': toForm({ ...news.declinedSince, isBehind: true }, declined),
    'news: processing': toCheck(news.processing, 0, 0),
    'news: paid': toExtend(news.paid, 0, 0),
    'news: extending': toExtend(news.extending, 0, 0),
    'news: cancelled': ended,
    'news: old': old,
    ...settled,
    ...askedOn((reason) => toResume(calm, 1, 1_000, reason)),
    'refused: quote expired': [toPlans(trouble.expired), forget],
    'refused: card changed': [toPlans(trouble.changed), forget],
    'refused: unknown renewal': [toPlans(trouble.gone), forget],
    'refused: signed out': [toPlans(trouble.signedOut)],
  },
  'resuming a payment': resumingInDoubt(paying),
  // It may not have reached the provider yet: a decline may be another page's.
  'resuming the first payment': resumingInDoubt(payingSince),
  // It has, and the server knew of every earlier one: what it tells since is of this one.
  'resuming a payment that led back': {
    ...resumingInDoubt(returned),
    'news: declined since': toForm(news.declinedSince, declined),
    'news: processing': toCheck(news.processing, 0, 0),
  },
  'resuming a payment that led back, in doubt': resumingInDoubt({ ...paying, returned: true }),
  renewed: { done: [toPlans(null), forget] },
  held: {
    look: [{ ...states.held, run: next }, ask(paying, 0)],
    'news: paid': toExtend(news.paid, 0, 0),
    'news: extending': toExtend(news.extending, 0, 0),
    ...settled,
    done: [toPlans(null), forget],
  },
};

const entries = <Name extends string, Value>(table: Record<Name, Value>) =>
  Object.entries(table) as [Name, Value][];

describe('renewalStep', () => {
  for (const [stateName, state] of entries(states))
    for (const [eventName, event] of entries(events)) {
      const move = moves[stateName]?.[eventName];
      test(`${stateName} + ${eventName} ${move ? `→ ${move[0].status}` : 'does nothing'}`, () => {
        assert.deepEqual(renewalStep(state, event), move ?? [state]);
      });
    }

  for (const [stateName, state] of entries(states))
    test(`${stateName}: an answer to an older question does nothing`, () => {
      for (const event of Object.values(answers(run - 1))) {
        const [after, ...commands] = renewalStep(state, event);
        assert.equal(after, state);
        assert.deepEqual(commands, []);
      }
    });

  test('the first state offers plans, and nobody has been asked anything', () => {
    assert.deepEqual(firstRenewal, { status: 'choosing', run: 0, problem: null });
  });

  test('questions come faster at first and then every 15 s', () => {
    const delays: number[] = [];
    let step: RenewalStep = renewalStep(states.confirming, events['outcome: ask the server']);
    while (delays.length < 8) {
      const [state, command] = step;
      if (command?.type !== 'ask') throw new Error(`no question in ${state.status}`);
      delays.push(command.delayMs);
      step = renewalStep(state, { type: 'news', run: state.run, renewal: news.processing });
    }
    assert.deepEqual(delays, [0, 1_000, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  test('a payment on its way gets eight seconds to arrive before the pay button comes back', () => {
    let patience = 0;
    let [state, command]: RenewalStep = renewalStep(states.confirming, events['outcome: unknown']);
    while (command?.type === 'ask') {
      patience += command.delayMs;
      [state, command] = renewalStep(state, { type: 'news', run: state.run, renewal: waiting });
    }
    assert.equal(state.status, 'paying');
    assert.equal(patience, 8_000);
  });

  test('a renewal whose payment was never made leads back to the plans, and its ticket is forgotten', () => {
    const down = problem('provider-down', { renewalId });
    assert.deepEqual(renewalStep(states['resuming a payment'], { type: 'refused', run, problem: down }), [
      toPlans(down),
      forget,
    ]);
  });

  test('a doubt outlives a reload, a form that does not load and a second decline', () => {
    let state = askedOut(renewalStep(states.choosing, events.resume));
    const tell = (event: RenewalEvent) => ([state] = renewalStep(state, event));
    const word = () => ('problem' in state ? state.problem?.charged : undefined);
    tell(events['form blocked']);
    assert.equal(word(), 'unknown');
    tell(events.retry);
    assert.equal(word(), 'unknown');
    tell(events['form ready']);
    tell(events.pay);
    tell({ ...events['outcome: declined'], run: state.run });
    assert.equal(word(), 'unknown');
    const [, ticket] = renewalStep(states['form blocked in doubt'], events.retry);
    assert.deepEqual(ticket, remember(paying));
  });

  test('a decline that was known when the payment was sent does not decide it, however often it is told', () => {
    const known = { type: 'news', run, renewal: declinedBefore } as const;
    assert.deepEqual(
      renewalStep(states['checking after a decline that the server knows of'], known),
      toForm(declinedBefore, doubted(declined), true),
    );
    assert.deepEqual(
      renewalStep(states['resuming a payment that led back'], known),
      toResume(returned, 2, 1_000),
    );
  });

  test('older news than a ticket knows of is of a server that may not know of a decline', () => {
    const older = { type: 'news', run, renewal: { ...waiting, seq: 1 } } as const;
    const [state, ticket] = renewalStep(states['resuming unpaid'], older);
    assert.ok(state.status === 'paying' && state.renewal.isBehind);
    assert.deepEqual(ticket, remember(calm));
  });

  test('what a form was declined for decides nothing about a payment that leads away and back', () => {
    let state: RenewalState = states.confirming;
    let sent: Ticket | null = null;
    const tell = (event: RenewalEvent) => {
      const [after, ...commands] = renewalStep(state, event);
      state = after;
      for (const command of commands) if (command.type === 'remember') sent = command.ticket;
    };
    tell(events['outcome: declined']);
    tell(events.pay);
    tell({ ...events['outcome: leaving'], run: state.run });
    assert.deepEqual(sent, paying);
    const back = renewalStep(firstRenewal, { type: 'resume', ticket: { ...paying, returned: true } })[0];
    const late = { type: 'news', run: back.run, renewal: news.declinedSince } as const;
    assert.equal(renewalStep(back, late)[0].status, 'resuming');
  });

  test('a form whose payment another tab keeps from being sent can still be closed', () => {
    let [state] = renewalStep(states.confirming, events['outcome: paying elsewhere']);
    [state] = renewalStep(state, events['form blocked by another tab']);
    assert.ok(state.status === 'paying');
    assert.deepEqual([state.form, state.problem], ['blocked', elsewhere]);
  });

  test('a form that knows of a payment is believed, though the server was not reached', () => {
    let [state] = renewalStep(states['form loading'], events['form blocked, for its payment was made']);
    [state] = renewalStep(state, { type: 'refused', run: state.run, problem: trouble.offline });
    [state] = renewalStep(state, events.retry);
    assert.ok(state.status === 'paying');
    assert.deepEqual([state.problem, state.inDoubt], [notSeen, true]);
    [state] = renewalStep(state, events['form blocked']);
    assert.ok(state.status === 'paying');
    assert.deepEqual(state.problem, doubted(blocked));
  });

  test('what the form tells still counts after the server was asked while it was silent', () => {
    const [asked] = renewalStep(states.confirming, events.look);
    const [told] = renewalStep(asked, events['news: awaiting']);
    const [state] = renewalStep(told, events['outcome: declined']);
    assert.equal(state.status, 'paying');
  });

  test('news that was overtaken does not end a payment that is being sent', () => {
    assert.deepEqual(renewalStep(states.confirming, events['news: old']), [states.confirming]);
  });

  /** Answers every question with an unpaid renewal until no more are asked. */
  function askedOut(step: RenewalStep): RenewalState {
    let [state, command] = step;
    while (command?.type === 'ask')
      [state, command] = renewalStep(state, { type: 'news', run: state.run, renewal: waiting });
    return state;
  }

  test('trouble that knows of a charge keeps saying so', () => {
    const charged = problem('server-error', { charged: 'yes' });
    const [state] = renewalStep(states.checking, { type: 'refused', run, problem: charged });
    assert.ok(state.status === 'checking');
    assert.deepEqual(state.problem, charged);
  });

  test('news with the number that is known already is not old while the form is open', () => {
    const [state] = renewalStep(states['form ready'], { type: 'news', run, renewal: processing });
    assert.equal(state.status, 'checking');
  });

  test('a form that lost the outcome cannot say that nothing was charged', () => {
    const outcome = { kind: 'unknown', problem: problem('timeout') } as const;
    const [state] = renewalStep(states.confirming, { type: 'outcome', run, outcome });
    assert.ok(state.status === 'checking');
    assert.equal(state.problem?.charged, 'unknown');
  });

  test('a pay button that comes back after a reload says that a payment was not seen', () => {
    const state = askedOut(renewalStep(states.choosing, events.resume));
    assert.ok(state.status === 'paying');
    assert.equal(state.problem?.code, 'payment-not-seen');
    assert.equal(state.problem.charged, 'unknown');
  });

  test('who was led into an open renewal still sees why when its pay button comes', () => {
    const state = askedOut(renewalStep(states.opening, events['refused: other open']));
    assert.ok(state.status === 'paying');
    assert.deepEqual(state.problem, doubted(trouble.otherOpen));
  });

  test('where nothing is wrong there is nothing to dismiss: nobody is told of a change', () => {
    assert.equal(renewalStep(states.choosing, events.dismiss)[0], states.choosing);
  });

  test('after a reload, too, a payment on its way gets eight seconds to arrive', () => {
    let patience = 0;
    let [state, command]: RenewalStep = renewalStep(states.choosing, events.resume);
    while (command?.type === 'ask') {
      patience += command.delayMs;
      [state, command] = renewalStep(state, { type: 'news', run: state.run, renewal: waiting });
    }
    assert.equal(patience, 8_000);
  });

  test('only the word that its payment was never made ends a renewal that is resumed', () => {
    for (const reason of [
      problem('provider-down'),
      problem('provider-down', { renewalId: 'renewal-9' }),
      problem('server-error', { renewalId }),
    ]) {
      const [state] = renewalStep(states['resuming a payment'], { type: 'refused', run, problem: reason });
      assert.equal(state.status, 'resuming');
    }
  });

  test('an extra question does not use up patience: a payment on its way gets its time', () => {
    let state: RenewalState = states.checking;
    for (let looks = 0; looks < 20; looks++) {
      [state] = renewalStep(state, { type: 'look' });
      [state] = renewalStep(state, { type: 'news', run: state.run, renewal: waiting });
    }
    assert.equal(state.status, 'checking');
  });
});

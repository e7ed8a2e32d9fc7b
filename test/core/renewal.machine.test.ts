import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  firstRenewal,
  problem,
  renewalStep,
  type Problem,
  type RenewalCommand,
  type RenewalEvent,
  type RenewalState,
  type RenewalStep,
  type Ticket,
} from '@leb-renew/core';
import { quote } from './examples/quote.ts';
import { renewalIn } from './examples/renewal.ts';

const run = 5;
const next = run + 1;
const choice = { cardRef: 'card-1', planId: 'global-12m', currency: 'USD' };
const { renewalId } = renewalIn('paid');

const waiting = renewalIn('awaiting-payment', { seq: 2 });
const processing = renewalIn('processing', { seq: 2 });
const extending = renewalIn('extending', { seq: 2 });

const declined = problem('payment-declined');
const news = {
  awaiting: waiting,
  declinedSince: renewalIn('awaiting-payment', { seq: 3, lastProblem: declined }),
  processing: renewalIn('processing', { seq: 3 }),
  paid: renewalIn('paid', { seq: 3 }),
  extending: renewalIn('extending', { seq: 3 }),
  renewed: renewalIn('renewed', { seq: 3 }),
  cancelled: renewalIn('cancelled', { seq: 3 }),
  review: renewalIn('review', { seq: 3 }),
  refunding: renewalIn('refunding', { seq: 3 }),
  refunded: renewalIn('refunded', { seq: 3 }),
  old: renewalIn('renewed', { seq: 1 }),
};
const trouble = {
  offline: problem('offline'),
  failed: problem('server-error'),
  outside: problem('wrong-answer'),
  expired: problem('quote-expired'),
  gone: problem('unknown-renewal'),
  signedOut: problem('not-signed-in'),
  otherOpen: problem('renewal-open', { renewalId: 'renewal-9' }),
};
const lost = problem('offline', { charged: 'unknown' });
const incomplete = problem('card-details');
const blocked = problem('payment-form-blocked');

const calm: Ticket = { renewalId, renewalToken: waiting.renewalToken, confirming: false };
const paying: Ticket = { ...calm, confirming: true };
/** To a renewal that another page, or this one before it forgot, may be paying. */
const joining: Ticket = { renewalId: 'renewal-9', renewalToken: null, confirming: true };

const states = {
  choosing: { status: 'choosing', run, problem: null },
  'choosing again': { status: 'choosing', run, problem: declined },
  quoting: { status: 'quoting', run, choice },
  opening: { status: 'opening', run, quote },
  reviewing: { status: 'reviewing', run, quote, problem: trouble.offline },
  'form loading': { status: 'paying', run, renewal: waiting, form: 'loading', problem: declined },
  'form ready': { status: 'paying', run, renewal: waiting, form: 'ready', problem: null },
  'form blocked': { status: 'paying', run, renewal: waiting, form: 'blocked', problem: blocked },
  confirming: { status: 'confirming', run, renewal: waiting },
  checking: { status: 'checking', run, renewal: waiting, asks: 1, problem: lost },
  'checking at the end of patience': { status: 'checking', run, renewal: waiting, asks: 4, problem: null },
  'checking what the provider has': { status: 'checking', run, renewal: processing, asks: 9, problem: null },
  extending: { status: 'extending', run, renewal: extending, asks: 1, problem: null },
  cancelling: { status: 'cancelling', run, renewal: waiting },
  'resuming unpaid': { status: 'resuming', run, ticket: calm, asks: 0, problem: null },
  'resuming a payment': { status: 'resuming', run, ticket: paying, asks: 1, problem: lost },
  renewed: { status: 'renewed', run, renewal: news.renewed },
  held: { status: 'held', run, renewal: news.review },
} as const satisfies Record<string, RenewalState>;

/** Answers carry the number of their question. */
const answers = (to: number) =>
  ({
    quoted: { type: 'quoted', run: to, quote },
    'news: awaiting': { type: 'news', run: to, renewal: news.awaiting },
    'news: declined since': { type: 'news', run: to, renewal: news.declinedSince },
    'news: processing': { type: 'news', run: to, renewal: news.processing },
    'news: paid': { type: 'news', run: to, renewal: news.paid },
    'news: extending': { type: 'news', run: to, renewal: news.extending },
    'news: renewed': { type: 'news', run: to, renewal: news.renewed },
    'news: cancelled': { type: 'news', run: to, renewal: news.cancelled },
    'news: review': { type: 'news', run: to, renewal: news.review },
    'news: refunding': { type: 'news', run: to, renewal: news.refunding },
    'news: refunded': { type: 'news', run: to, renewal: news.refunded },
    'news: old': { type: 'news', run: to, renewal: news.old },
    'refused: offline': { type: 'refused', run: to, problem: trouble.offline },
    'refused: failed': { type: 'refused', run: to, problem: trouble.failed },
    'refused: outside the contract': { type: 'refused', run: to, problem: trouble.outside },
    'refused: quote expired': { type: 'refused', run: to, problem: trouble.expired },
    'refused: unknown renewal': { type: 'refused', run: to, problem: trouble.gone },
    'refused: signed out': { type: 'refused', run: to, problem: trouble.signedOut },
    'refused: other open': { type: 'refused', run: to, problem: trouble.otherOpen },
    'outcome: ask the server': { type: 'outcome', run: to, outcome: { kind: 'ask-server' } },
    'outcome: leaving': { type: 'outcome', run: to, outcome: { kind: 'leaving' } },
    'outcome: unknown': { type: 'outcome', run: to, outcome: { kind: 'unknown', problem: lost } },
    'outcome: invalid': { type: 'outcome', run: to, outcome: { kind: 'invalid', problem: incomplete } },
    'outcome: declined': { type: 'outcome', run: to, outcome: { kind: 'declined', problem: declined } },
  }) as const satisfies Record<string, RenewalEvent>;

const events = {
  choose: { type: 'choose', choice },
  pay: { type: 'pay' },
  back: { type: 'back' },
  retry: { type: 'retry' },
  done: { type: 'done' },
  dismiss: { type: 'dismiss' },
  resume: { type: 'resume', ticket: paying },
  look: { type: 'look' },
  'form ready': { type: 'form-ready', renewalId },
  'other form ready': { type: 'form-ready', renewalId: 'renewal-0' },
  'form blocked': { type: 'form-blocked', renewalId, problem: blocked },
  'other form blocked': { type: 'form-blocked', renewalId: 'renewal-0', problem: blocked },
  ...answers(run),
} as const satisfies Record<string, RenewalEvent>;

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
const toForm = (renewal: typeof waiting, reason: Problem | null): RenewalStep => [
  { status: 'paying', run: next, renewal, form: 'loading', problem: reason },
  remember(calm),
  { type: 'open-form', renewal },
];
const toBegin: RenewalStep = [
  { status: 'opening', run: next, quote },
  { type: 'begin', run: next, quoteId: quote.quoteId },
];
const toReview = (reason: Problem): RenewalStep => [
  { status: 'reviewing', run: next, quote, problem: reason },
];
const toCheck = (
  renewal: typeof waiting | typeof processing,
  asks: number,
  delayMs: number,
  reason: Problem | null = null,
): RenewalStep => [{ status: 'checking', run: next, renewal, asks, problem: reason }, ask(paying, delayMs)];
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
/** A renewal that the server ended without money. */
const ended: RenewalStep = [toPlans(trouble.expired), forget];
const doubted = (reason: typeof declined) => ({ ...reason, charged: 'unknown' }) as const;
const endedInDoubt: RenewalStep = [toPlans(doubted(trouble.expired)), forget];
const old: RenewalStep = [{ status: 'renewed', run: next, renewal: news.old }, forget];

/** Trouble with a question that is asked for as long as it takes. */
const askedOn = (step: (reason: Problem) => RenewalStep): Moves => ({
  'refused: offline': step(trouble.offline),
  'refused: failed': step(trouble.failed),
  'refused: outside the contract': step(trouble.outside),
  'refused: quote expired': step(trouble.expired),
  'refused: unknown renewal': step(trouble.gone),
  'refused: signed out': step(trouble.signedOut),
  'refused: other open': step(trouble.otherOpen),
});

/** Somewhere else the renewal went on while its form is open here. */
const elsewhere = {
  'news: processing': toCheck(news.processing, 0, 0),
  'news: paid': toExtend(news.paid, 0, 0),
  'news: extending': toExtend(news.extending, 0, 0),
  'news: cancelled': ended,
  ...settled,
} as const satisfies Moves;

/** Every pair that does something. Every other pair must do nothing. */
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
  quoting: {
    quoted: toBegin,
    back: [toPlans(null)],
    'refused: offline': [toPlans(trouble.offline)],
    'refused: failed': [toPlans(trouble.failed)],
    'refused: outside the contract': [toPlans(trouble.outside)],
    'refused: quote expired': [toPlans(trouble.expired)],
    'refused: unknown renewal': [toPlans(trouble.gone)],
    'refused: signed out': [toPlans(trouble.signedOut)],
    'refused: other open': toResume(joining, 0, 0, trouble.otherOpen),
  },
  opening: {
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
    'refused: quote expired': [toPlans(trouble.expired)],
    'refused: unknown renewal': [toPlans(trouble.gone)],
    'refused: signed out': [toPlans(trouble.signedOut)],
    'refused: other open': toResume(joining, 0, 0, trouble.otherOpen),
  },
  reviewing: { retry: toBegin, look: toBegin, back: [toPlans(null)] },
  'form loading': {
    look: [{ ...states['form loading'], run: next }, ask(calm, 0)],
    ...elsewhere,
    'form ready': [{ ...states['form loading'], form: 'ready' }],
    'form blocked': [{ ...states['form loading'], form: 'blocked', problem: blocked }],
    back: [
      { status: 'cancelling', run: next, renewal: waiting },
      { type: 'cancel', run: next, ticket: calm },
    ],
  },
  'form ready': {
    look: [{ ...states['form ready'], run: next }, ask(calm, 0)],
    ...elsewhere,
    pay: [
      { status: 'confirming', run: next, renewal: waiting },
      remember(paying),
      { type: 'confirm', run: next },
    ],
    'form blocked': [{ ...states['form ready'], form: 'blocked', problem: blocked }],
    back: [
      { status: 'cancelling', run: next, renewal: waiting },
      { type: 'cancel', run: next, ticket: calm },
    ],
  },
  'form blocked': {
    look: [{ ...states['form blocked'], run: next }, ask(calm, 0)],
    ...elsewhere,
    retry: toForm(waiting, null),
    'form ready': [{ ...states['form blocked'], form: 'ready' }],
    back: [
      { status: 'cancelling', run: next, renewal: waiting },
      { type: 'cancel', run: next, ticket: calm },
    ],
  },
  confirming: {
    'outcome: ask the server': toCheck(waiting, 0, 0),
    // Timers of a page that was left do not run; one that is looked at again asks at once.
    'outcome: leaving': toCheck(waiting, 0, 15_000),
    'outcome: unknown': toCheck(waiting, 0, 0, lost),
    'outcome: invalid': [
      { status: 'paying', run: next, renewal: waiting, form: 'ready', problem: incomplete },
      remember(calm),
    ],
    'outcome: declined': [
      { status: 'paying', run: next, renewal: waiting, form: 'ready', problem: declined },
      remember(calm),
    ],
  },
  checking: {
    look: toCheck(waiting, 0, 0, lost),
    'news: awaiting': toCheck(waiting, 2, 1_000),
    // Newer, but it may be about an earlier try than the one on its way.
    'news: declined since': toCheck(news.declinedSince, 2, 1_000),
    'news: processing': toCheck(news.processing, 2, 1_000),
    'news: paid': toExtend(news.paid, 0, 0),
    'news: extending': toExtend(news.extending, 0, 0),
    'news: cancelled': endedInDoubt,
    'news: old': toCheck(waiting, 2, 1_000),
    ...settled,
    ...askedOn((reason) => toCheck(waiting, 2, 1_000, reason)),
  },
  'checking at the end of patience': {
    look: toCheck(waiting, 3, 0),
    'news: awaiting': toForm(waiting, null),
    'news: declined since': toForm(news.declinedSince, declined),
    'news: processing': toCheck(news.processing, 5, 8_000),
    'news: paid': toExtend(news.paid, 0, 0),
    'news: extending': toExtend(news.extending, 0, 0),
    'news: cancelled': endedInDoubt,
    'news: old': toCheck(waiting, 5, 8_000),
    ...settled,
    ...askedOn((reason) => toCheck(waiting, 5, 8_000, reason)),
  },
  'checking what the provider has': {
    look: toCheck(processing, 8, 0),
    'news: awaiting': toForm(waiting, null),
    'news: declined since': toForm(news.declinedSince, declined),
    'news: processing': toCheck(news.processing, 10, 15_000),
    'news: paid': toExtend(news.paid, 0, 0),
    'news: extending': toExtend(news.extending, 0, 0),
    'news: cancelled': endedInDoubt,
    'news: old': toCheck(processing, 10, 15_000),
    ...settled,
    ...askedOn((reason) => toCheck(processing, 10, 15_000, reason)),
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
    ...askedOn((reason) => toExtend(extending, 2, 1_000, reason)),
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
  'resuming unpaid': {
    look: toResume(calm, 0, 0),
    'news: awaiting': toForm(waiting, null),
    'news: declined since': toForm(news.declinedSince, declined),
    'news: processing': toCheck(news.processing, 0, 0),
    'news: paid': toExtend(news.paid, 0, 0),
    'news: extending': toExtend(news.extending, 0, 0),
    'news: cancelled': ended,
    'news: old': old,
    ...settled,
    ...askedOn((reason) => toResume(calm, 1, 1_000, reason)),
    'refused: quote expired': [toPlans(trouble.expired), forget],
    'refused: unknown renewal': [toPlans(trouble.gone), forget],
    'refused: signed out': [toPlans(trouble.signedOut)],
  },
  'resuming a payment': {
    look: toResume(paying, 0, 0, lost),
    'news: awaiting': toResume(paying, 2, 1_000),
    'news: declined since': toResume(paying, 2, 1_000),
    'news: processing': toCheck(news.processing, 0, 0),
    'news: paid': toExtend(news.paid, 0, 0),
    'news: extending': toExtend(news.extending, 0, 0),
    'news: cancelled': endedInDoubt,
    'news: old': old,
    ...settled,
    ...askedOn((reason) => toResume(paying, 2, 1_000, reason)),
    'refused: quote expired': [toPlans(doubted(trouble.expired)), forget],
    'refused: unknown renewal': [toPlans(doubted(trouble.gone)), forget],
    // Not forgotten: money may be on its way, and whoever signs in finds it again.
    'refused: signed out': [toPlans(doubted(trouble.signedOut))],
  },
  renewed: { done: [toPlans(null), forget] },
  held: { done: [toPlans(null), forget] },
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

  test('an extra question does not use up patience: a payment on its way gets its time', () => {
    let state: RenewalState = states.checking;
    for (let looks = 0; looks < 20; looks++) {
      [state] = renewalStep(state, { type: 'look' });
      [state] = renewalStep(state, { type: 'news', run: state.run, renewal: waiting });
    }
    assert.equal(state.status, 'checking');
  });
});

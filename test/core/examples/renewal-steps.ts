import { problem, type Payable, type RenewalEvent, type RenewalState, type Ticket } from '@leb-renew/core';
import { quote } from './quote.ts';
import { renewalIn } from './renewal.ts';

/** One state of each sort, and one event of each sort: what the tables and the diagrams are made of. */
export const run = 5;
export const next = run + 1;
export const choice = { cardRef: 'card-1', planId: 'global-12m', currency: 'USD' };
export const { renewalId } = renewalIn('paid');

export const waiting = renewalIn('awaiting-payment', { seq: 2 });
export const processing = renewalIn('processing', { seq: 2 });
export const extending = renewalIn('extending', { seq: 2 });

export const declined = problem('payment-declined');
export const news = {
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
export const trouble = {
  offline: problem('offline'),
  failed: problem('server-error'),
  outside: problem('wrong-answer'),
  expired: problem('quote-expired'),
  changed: problem('card-changed'),
  gone: problem('unknown-renewal'),
  signedOut: problem('not-signed-in'),
  otherOpen: problem('renewal-open', { renewalId: 'renewal-9' }),
};
export const lost = problem('offline', { charged: 'unknown' });
export const incomplete = problem('card-details');
export const blocked = problem('payment-form-blocked');
/** From a form that knows that its payment was made, or has ended. */
export const madeAlready = problem('payment-form-blocked', { charged: 'unknown' });
export const elsewhere = problem('paying-elsewhere');

export const calm: Ticket = { renewalId, renewalToken: waiting.renewalToken, confirming: false };
export const paying: Ticket = { ...calm, confirming: true };
/** The same while the server knows of every earlier payment, and none of them is in doubt. */
export const calmSince: Ticket = { ...calm, since: waiting.seq };
export const payingSince: Ticket = { ...paying, since: waiting.seq };
/** The provider has led the person back. */
export const returned: Ticket = { ...payingSince, returned: true };
/** To a renewal that another page, or this one before it forgot, may be paying. */
export const joining: Ticket = { renewalId: 'renewal-9', renewalToken: null, confirming: true };

/** Asks for a consent before it begins. */
export const askingConsent = { ...quote, withdrawal: 'waived-with-consent' } as const;
export const consent = 'Start at once. I know that I cannot withdraw then.';

const inDoubt = false;
const doubt = { problem: problem('payment-not-seen'), inDoubt: true } as const;
/** Declined earlier, as the server told. */
export const declinedBefore = renewalIn('awaiting-payment', { seq: 2, lastProblem: declined });
/** Its decline was heard from the form, which knows no numbers. */
export const declinedHere: Payable = { ...declinedBefore, isBehind: true };
export const waitingBehind: Payable = { ...waiting, isBehind: true };

export const states = {
  choosing: { status: 'choosing', run, problem: null },
  'choosing again': { status: 'choosing', run, problem: declined },
  quoting: { status: 'quoting', run, choice },
  'quoting again': { status: 'quoting', run, choice, before: quote },
  agreeing: { status: 'agreeing', run, quote: askingConsent },
  opening: { status: 'opening', run, quote },
  reviewing: { status: 'reviewing', run, quote, problem: trouble.offline },
  'reviewing what has run out': { status: 'reviewing', run, quote, problem: trouble.expired },
  'reviewing what is no longer so': { status: 'reviewing', run, quote, problem: trouble.changed },
  'reviewing without a new price': {
    status: 'reviewing',
    run,
    quote,
    problem: trouble.offline,
    isOver: true,
  },
  'opening what was agreed to': { status: 'opening', run, quote: askingConsent, consent },
  'reviewing what was agreed to': {
    status: 'reviewing',
    run,
    quote: askingConsent,
    consent,
    problem: trouble.offline,
  },
  'form loading': { status: 'paying', run, renewal: waiting, form: 'loading', problem: declined, inDoubt },
  'form ready': { status: 'paying', run, renewal: waiting, form: 'ready', problem: null, inDoubt },
  'form ready in doubt': { status: 'paying', run, renewal: waiting, form: 'ready', ...doubt },
  'form blocked': { status: 'paying', run, renewal: waiting, form: 'blocked', problem: blocked, inDoubt },
  'form blocked by another tab': {
    status: 'paying',
    run,
    renewal: waiting,
    form: 'blocked',
    problem: elsewhere,
    inDoubt: true,
  },
  'form blocked in doubt': { status: 'paying', run, renewal: waiting, form: 'blocked', ...doubt },
  confirming: { status: 'confirming', run, renewal: waiting, inDoubt },
  'confirming in doubt': { status: 'confirming', run, renewal: waiting, inDoubt: true },
  'confirming after a decline': { status: 'confirming', run, renewal: declinedHere, inDoubt },
  'confirming after a decline that the server knows of': {
    status: 'confirming',
    run,
    renewal: declinedBefore,
    inDoubt,
  },
  checking: { status: 'checking', run, renewal: waiting, asks: 1, problem: lost, inDoubt },
  'checking at the end of patience': {
    status: 'checking',
    run,
    renewal: waiting,
    asks: 4,
    problem: null,
    inDoubt,
  },
  'checking after a decline that the server knows of': {
    status: 'checking',
    run,
    renewal: declinedBefore,
    asks: 4,
    problem: null,
    inDoubt,
  },
  'checking in doubt': { status: 'checking', run, renewal: waiting, asks: 4, problem: null, inDoubt: true },
  'checking what the provider has': {
    status: 'checking',
    run,
    renewal: processing,
    asks: 9,
    problem: null,
    inDoubt,
  },
  extending: { status: 'extending', run, renewal: extending, asks: 1, problem: null },
  cancelling: { status: 'cancelling', run, renewal: waiting, inDoubt },
  'cancelling after a decline': { status: 'cancelling', run, renewal: declinedHere, inDoubt },
  'cancelling in doubt': { status: 'cancelling', run, renewal: waiting, inDoubt: true },
  'resuming unpaid': { status: 'resuming', run, ticket: calmSince, asks: 0, problem: null },
  'resuming unpaid after a decline': { status: 'resuming', run, ticket: calm, asks: 0, problem: null },
  'resuming a payment': { status: 'resuming', run, ticket: paying, asks: 1, problem: lost },
  'resuming the first payment': { status: 'resuming', run, ticket: payingSince, asks: 1, problem: lost },
  'resuming a payment that led back': { status: 'resuming', run, ticket: returned, asks: 1, problem: lost },
  'resuming a payment that led back, in doubt': {
    status: 'resuming',
    run,
    ticket: { ...paying, returned: true },
    asks: 1,
    problem: lost,
  },
  renewed: { status: 'renewed', run, renewal: news.renewed },
  held: { status: 'held', run, renewal: renewalIn('review', { seq: 2 }) },
} as const satisfies Record<string, RenewalState>;

/** Answers carry the number of their question. */
export const answers = (to: number) =>
  ({
    quoted: { type: 'quoted', run: to, quote },
    'quoted: asking for a consent': { type: 'quoted', run: to, quote: askingConsent },
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
    'refused: card changed': { type: 'refused', run: to, problem: trouble.changed },
    'refused: unknown renewal': { type: 'refused', run: to, problem: trouble.gone },
    'refused: signed out': { type: 'refused', run: to, problem: trouble.signedOut },
    'refused: other open': { type: 'refused', run: to, problem: trouble.otherOpen },
    'outcome: ask the server': { type: 'outcome', run: to, outcome: { kind: 'ask-server' } },
    'outcome: leaving': { type: 'outcome', run: to, outcome: { kind: 'leaving' } },
    'outcome: unknown': { type: 'outcome', run: to, outcome: { kind: 'unknown', problem: lost } },
    'outcome: invalid': { type: 'outcome', run: to, outcome: { kind: 'invalid', problem: incomplete } },
    'outcome: paying elsewhere': {
      type: 'outcome',
      run: to,
      outcome: { kind: 'invalid', problem: elsewhere },
    },
    'outcome: declined': { type: 'outcome', run: to, outcome: { kind: 'declined', problem: declined } },
  }) as const satisfies Record<string, RenewalEvent>;

export const events = {
  choose: { type: 'choose', choice },
  agree: { type: 'agree', text: consent },
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
  'form blocked, for its payment was made': { type: 'form-blocked', renewalId, problem: madeAlready },
  'form blocked by another tab': { type: 'form-blocked', renewalId, problem: elsewhere },
  'form lost': { type: 'form-lost', renewalId },
  'other form lost': { type: 'form-lost', renewalId: 'renewal-0' },
  ...answers(run),
} as const satisfies Record<string, RenewalEvent>;

/** Does not compile when a state or an event is left out: the error names it. */
type Shown<Name extends Example, Example> = Name;
export type ShownStates = Shown<RenewalState['status'], (typeof states)[keyof typeof states]['status']>;
export type ShownEvents = Shown<RenewalEvent['type'], (typeof events)[keyof typeof events]['type']>;

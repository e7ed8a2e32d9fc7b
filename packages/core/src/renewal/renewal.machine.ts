/**
 * Renewal: from choosing a plan to a card that lives longer.
 *
 *     choosing ──choose──▶ quoting ──▶ opening ──▶ paying ──pay──▶ confirming
 *        ▲                                │         ▲  │                │
 *        │                            reviewing     │  back         checking ──▶ extending ──▶ renewed
 *        └──────────── cancelling ◀─────────────────┼──┘                │            └───────▶ held
 *                                                   └────── declined ───┘
 *     resuming ──news──▶ wherever the server says
 *
 * Pure: reads no clock, network or page. A step returns the next state and the commands for the outside
 * world. An event that means nothing in a state changes nothing, so a second click on Pay pays once. Only
 * news from the server leads to `extending` and `renewed`; a payment form never does.
 */
import { problem, type Problem, type Renewal } from '../contract/index.ts';
import { nextRun } from '../machine.ts';
import { misuse } from '../misuse.ts';
import { answers, demandAsks, demandBoth, known, there } from './demand.ts';
import type { PaymentOutcome } from './outcome.ts';
import type { RenewalCommand, RenewalEvent, RenewalIn, RenewalState } from './state.ts';
import type { Ticket } from './ticket.ts';

export type RenewalStep = readonly [state: RenewalState, ...commands: RenewalCommand[]];

export const firstRenewal: RenewalState = { status: 'choosing', run: 0, problem: null };

/**
 * How often an unpaid renewal is asked about, after its outcome was lost, before the pay button comes back:
 * a payment that was on its way gets time to arrive.
 */
const patience = 5;

/** What to say then. */
const notSeen = problem('payment-not-seen');

/** @throws Misuse when the state or the event is none of this machine's */
export function renewalStep(state: RenewalState, event: RenewalEvent): RenewalStep {
  try {
    const step = stepOf(state, event);
    if (step[0] === state) demandBoth(state, event);
    return step;
  } catch (error) {
    // Looked for only now: a step that goes well pays nothing for it.
    demandBoth(state, event);
    throw error;
  }
}

function stepOf(state: RenewalState, event: RenewalEvent): RenewalStep {
  const run = nextRun('renewalStep', state);
  if ('run' in event ? event.run !== state.run : answers.has(event.type)) return [state];

  switch (state.status) {
    case 'choosing':
      if (event.type === 'choose')
        return [
          { status: 'quoting', run, choice: there(event.choice) },
          { type: 'quote', run, choice: event.choice },
        ];
      if (event.type === 'resume')
        return ask({ status: 'resuming', run, ticket: event.ticket, asks: 0, problem: null });
      if (event.type === 'dismiss' && state.problem !== null) return [{ ...state, problem: null }];
      return [state];

    case 'quoting':
      if (event.type === 'quoted') return open(event.quote, run);
      if (event.type === 'refused') return refuse(event.problem, run);
      if (event.type === 'back') return [{ status: 'choosing', run, problem: null }];
      return [state];

    case 'opening':
      if (event.type === 'news') return follow(event.renewal, run, 0, null);
      if (event.type === 'refused')
        return event.problem.next === 'try-again' || event.problem.next === 'wait'
          ? [{ status: 'reviewing', run, quote: state.quote, problem: event.problem }]
          : refuse(event.problem, run);
      return [state];

    case 'reviewing':
      if (event.type === 'retry' || event.type === 'look') return open(state.quote, run);
      if (event.type === 'back') return [{ status: 'choosing', run, problem: null }];
      return [state];

    case 'paying':
      return pay(state, event, run);

    case 'confirming':
      if (event.type !== 'outcome') return [state];
      switch (event.outcome.kind) {
        case 'leaving':
          // Timers of a page that is left do not run. One that comes back, or stays after all, asks.
          return ask(
            { status: 'checking', run, renewal: state.renewal, asks: 0, problem: null },
            longestPause,
          );
        case 'invalid':
        case 'declined':
          return [
            { status: 'paying', run, renewal: state.renewal, form: 'ready', problem: event.outcome.problem },
            { type: 'remember', ticket: ticketOf(state.renewal, false) },
          ];
        case 'unknown':
          return ask({
            status: 'checking',
            run,
            renewal: state.renewal,
            asks: 0,
            problem: inDoubt(event.outcome.problem, true),
          });
        case 'ask-server':
          return ask({ status: 'checking', run, renewal: state.renewal, asks: 0, problem: null });
      }
      throw misuse('renewalStep: kind of the outcome', (event.outcome as PaymentOutcome).kind, known);

    case 'checking':
    case 'extending':
      demandAsks(state.asks);
      if (event.type === 'look') return askNow({ ...state, run });
      if (event.type === 'refused')
        return ask({
          ...state,
          run,
          asks: state.asks + 1,
          problem:
            state.status === 'extending'
              ? { ...there(event.problem), charged: 'yes' }
              : inDoubt(event.problem, true),
        });
      if (event.type === 'news')
        return isOld(event.renewal, state)
          ? ask({ ...state, run, asks: state.asks + 1, problem: null })
          : follow(
              event.renewal,
              run,
              state.status === 'checking' && 'paidAt' in event.renewal ? 0 : state.asks + 1,
              notSeen,
            );
      return [state];

    case 'cancelling':
      if (event.type === 'news')
        return event.renewal.status === 'cancelled'
          ? [{ status: 'choosing', run, problem: null }, { type: 'forget' }]
          : follow(event.renewal, run, 0, null);
      if (event.type === 'refused') return openForm(state.renewal, run, there(event.problem));
      return [state];

    case 'resuming':
      demandAsks(state.asks);
      if (event.type === 'look') return askNow({ ...state, run });
      if (event.type === 'news')
        return event.renewal.status === 'awaiting-payment' &&
          state.ticket.confirming &&
          state.asks + 1 < patience
          ? ask({ ...state, run, asks: state.asks + 1, problem: whyJoined(state.problem) })
          : follow(
              event.renewal,
              run,
              event.renewal.status === 'awaiting-payment' ? patience : 0,
              state.ticket.confirming ? (whyJoined(state.problem) ?? notSeen) : null,
            );
      if (event.type === 'refused') {
        // The server knows that no payment was ever made for it: a new choice takes its place.
        if (event.problem.code === 'provider-down' && event.problem.renewalId === state.ticket.renewalId)
          return [{ status: 'choosing', run, problem: event.problem }, { type: 'forget' }];
        switch (event.problem.next) {
          case 'choose-again':
            return [...refuse(inDoubt(event.problem, state.ticket.confirming), run), { type: 'forget' }];
          case 'sign-in':
            // The ticket stays: money may be on its way, and after signing in the renewal is found again.
            return refuse(inDoubt(event.problem, state.ticket.confirming), run);
          default:
            return ask({
              ...state,
              run,
              asks: state.asks + 1,
              problem: inDoubt(event.problem, state.ticket.confirming),
            });
        }
      }
      return [state];

    case 'renewed':
    case 'held':
      return event.type === 'done'
        ? [{ status: 'choosing', run, problem: null }, { type: 'forget' }]
        : [state];
  }
  return [state]; // It has no such status, and `demandBoth` says so.
}

function pay(
  state: Extract<RenewalState, { status: 'paying' }>,
  event: RenewalEvent,
  run: number,
): RenewalStep {
  const { renewal } = state;
  switch (event.type) {
    case 'form-ready':
      return event.renewalId === renewal.renewalId ? [{ ...state, form: 'ready' }] : [state];
    case 'form-blocked':
      return event.renewalId === renewal.renewalId
        ? [{ ...state, form: 'blocked', problem: there(event.problem) }]
        : [state];
    case 'retry':
      return state.form === 'blocked' ? openForm(renewal, run, null) : [state];
    case 'pay':
      return state.form === 'ready'
        ? [
            { status: 'confirming', run, renewal },
            { type: 'remember', ticket: ticketOf(renewal, true) },
            { type: 'confirm', run },
          ]
        : [state];
    case 'back':
      return [
        { status: 'cancelling', run, renewal },
        { type: 'cancel', run, ticket: ticketOf(renewal, false) },
      ];
    case 'look':
      // Another tab or device may have paid it meanwhile. The form stays until the server says so.
      return [
        { ...state, run },
        { type: 'ask', run, ticket: ticketOf(renewal, false), delayMs: 0 },
      ];
    case 'news':
      return event.renewal.status === 'awaiting-payment' || event.renewal.seq < renewal.seq
        ? [state]
        : follow(event.renewal, run, 0, null);
    default:
      return [state];
  }
}

/** Overtaken by what is known already. Money that has arrived is never unpaid again, whatever the numbers say. */
const isOld = (
  news: Renewal,
  { status, renewal }: Extract<RenewalState, { status: 'checking' | 'extending' }>,
): boolean => news.seq < renewal.seq || (status === 'extending' && !('paidAt' in news));

/**
 * Goes where the server says. A payment may still be on its way to the provider unless `doubt` is null; it is what
 * the person is told when the pay button comes back without a word about that payment. News of an unpaid renewal
 * does not end the doubt, however new it is: it may be about an earlier try.
 */
function follow(renewal: Renewal, run: number, asks: number, doubt: Problem | null): RenewalStep {
  switch (renewal.status) {
    case 'awaiting-payment':
      return doubt !== null && asks < patience
        ? ask({ status: 'checking', run, renewal, asks, problem: null })
        : openForm(renewal, run, renewal.lastProblem ?? doubt);
    case 'processing':
      return ask({ status: 'checking', run, renewal, asks, problem: null });
    case 'paid':
    case 'extending':
      return ask({ status: 'extending', run, renewal, asks, problem: null });
    case 'renewed':
      return [{ status: 'renewed', run, renewal }, { type: 'forget' }];
    case 'cancelled':
      return [...refuse(inDoubt(problem('quote-expired'), doubt !== null), run), { type: 'forget' }];
    case 'review':
    case 'refunding':
    case 'refunded':
      return [{ status: 'held', run, renewal }];
  }
  throw misuse('renewalStep: status of the renewal', (renewal as Renewal).status, known);
}

const open = (quote: RenewalIn<'paid'>['quote'], run: number): RenewalStep => [
  { status: 'opening', run, quote },
  { type: 'begin', run, quoteId: quote.quoteId },
];

const openForm = (
  renewal: RenewalIn<'awaiting-payment'>,
  run: number,
  trouble: Problem | null,
): RenewalStep => [
  { status: 'paying', run, renewal, form: 'loading', problem: trouble },
  { type: 'remember', ticket: ticketOf(renewal, false) },
  { type: 'open-form', renewal },
];

/** Nobody may say that nothing was charged while a payment may have been on its way. */
const inDoubt = (trouble: Problem, inFlight: boolean): Problem =>
  trouble.charged === 'no' && inFlight ? { ...trouble, charged: 'unknown' } : trouble;

/** Back to the plans with a reason, or into the renewal that is open already, which another page may be paying. */
const refuse = (trouble: Problem, run: number): RenewalStep =>
  trouble.renewalId === undefined
    ? [{ status: 'choosing', run, problem: trouble }]
    : ask({
        status: 'resuming',
        run,
        ticket: { renewalId: trouble.renewalId, renewalToken: null, confirming: true },
        asks: 0,
        problem: whyJoined(inDoubt(trouble, true)),
      });

/** Why a person is led into a renewal that they have not chosen just now stays on the screen; other trouble passes. */
const whyJoined = (trouble: Problem | null): Problem | null =>
  trouble?.code === 'renewal-open' ? trouble : null;

type Waiting = Extract<RenewalState, { status: 'checking' | 'extending' | 'resuming' }>;

function ask(state: Waiting, delayMs: number = pauses[state.asks] ?? longestPause): RenewalStep {
  const ticket = state.status === 'resuming' ? there(state.ticket) : ticketOf(state.renewal, true);
  return [state, { type: 'ask', run: state.run, ticket, delayMs }];
}

/** An extra question. It uses up no patience, so that looking often does not hurry a payment on its way. */
const askNow = (state: Waiting): RenewalStep => ask({ ...state, asks: Math.max(0, state.asks - 1) }, 0);

/** Milliseconds before each question; then the longest, for as long as the page is open. */
const pauses = [0, 1_000, 1_000, 2_000, 4_000, 8_000];
const longestPause = 15_000;

const ticketOf = ({ renewalId, renewalToken }: Renewal, confirming: boolean): Ticket => ({
  renewalId,
  renewalToken,
  confirming,
});

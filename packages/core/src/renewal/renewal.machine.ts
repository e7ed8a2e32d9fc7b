/**
 * Renewal: from choosing a plan to a card that lives longer.
 *
 *     choosing ──choose──▶ quoting ──▶ opening ──▶ paying ──pay──▶ confirming
 *        ▲                    └─ agreeing ─┤         ▲  │                │
 *        │                            reviewing     │  back         checking ──▶ extending ──▶ renewed
 *        └──────────── cancelling ◀─────────────────┼──┘                │            └───────▶ held
 *                                                   └────── declined ───┘
 *     resuming ──news──▶ wherever the server says
 *
 * Pure: reads no clock, network or page. A step returns the next state and the commands for the outside
 * world. An event that means nothing in a state changes nothing, so a second click on Pay pays once. Only
 * news from the server leads to `extending` and `renewed`; a payment form never does. Where a price has run out
 * (`agreeing`, `reviewing`), `retry` asks for the same choice again.
 */
import { problem, type Problem, type Quote, type Renewal } from '../contract/index.ts';
import { nextRun } from '../machine.ts';
import { misuse } from '../misuse.ts';
import { answers, demandBoth, demandNews, demandText, demandWhole, known, there } from './demand.ts';
import type { PaymentOutcome } from './outcome.ts';
import type { Payable, RenewalCommand, RenewalEvent, RenewalState } from './state.ts';
import type { Ticket } from './ticket.ts';

export type RenewalStep = readonly [state: RenewalState, ...commands: RenewalCommand[]];

export const firstRenewal: RenewalState = { status: 'choosing', run: 0, problem: null };

/**
 * How often an unpaid renewal is asked about, after its outcome was lost, before the pay button comes back:
 * a payment that was on its way gets time to arrive.
 */
const patience = 5;

/** What to say then, for as long as nobody knows what became of that payment. */
const notSeen = problem('payment-not-seen');

/** What to say of a renewal that the server has ended without money: its price no longer stands. */
const outdated = problem('quote-expired');

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
  if (event.type === 'news') demandNews(event.renewal);
  if (event.type === 'agree') demandText('text of agree', event.text);

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
      if (event.type === 'quoted')
        return event.quote.withdrawal === 'waived-with-consent'
          ? [{ status: 'agreeing', run, quote: event.quote }]
          : open(event.quote, run);
      if (event.type === 'refused')
        return state.before !== undefined && mayPass(event.problem)
          ? [{ status: 'reviewing', run, quote: state.before, problem: event.problem, isOver: true }]
          : refuse(event.problem, run);
      if (event.type === 'back') return [{ status: 'choosing', run, problem: null }];
      return [state];

    case 'agreeing':
      if (event.type === 'agree') return open(state.quote, run, event.text);
      if (event.type === 'retry') return quoteAgain(state.quote, run);
      if (event.type === 'back') return [{ status: 'choosing', run, problem: null }];
      return [state];

    case 'opening':
      if (event.type === 'news') return follow(event.renewal, run, false);
      if (event.type === 'refused')
        return mayPass(event.problem) || isOutdated(event.problem)
          ? [{ ...state, status: 'reviewing', run, problem: event.problem }]
          : refuse(event.problem, run);
      return [state];

    case 'reviewing':
      if (event.type === 'retry' || (event.type === 'look' && !isOutdated(state.problem)))
        return state.isOver || isOutdated(state.problem)
          ? quoteAgain(state.quote, run)
          : open(state.quote, run, state.consent);
      if (event.type === 'back') return [{ status: 'choosing', run, problem: null }];
      return [state];

    case 'paying':
      return pay(state, event, run);

    case 'confirming':
      return confirm(state, event, run);

    case 'checking':
      demandWhole('asks', state.asks);
      if (event.type === 'look') return askNow({ ...state, run });
      if (event.type === 'refused')
        return ask({ ...state, run, asks: state.asks + 1, problem: inDoubt(event.problem, true) });
      if (event.type === 'news') {
        const { renewal } = event;
        if (isOld(renewal, state) || (renewal.status === 'awaiting-payment' && state.asks + 1 < patience))
          return ask({ ...state, run, asks: state.asks + 1, problem: null });
        if (renewal.status === 'processing')
          return ask({ ...state, run, renewal, asks: state.asks + 1, problem: null });
        return follow(renewal, run, state.inDoubt || !isDecided(renewal, state.renewal.seq));
      }
      return [state];

    case 'extending':
      demandWhole('asks', state.asks);
      if (event.type === 'look') return askNow({ ...state, run });
      if (event.type === 'refused')
        return ask({
          ...state,
          run,
          asks: state.asks + 1,
          problem: { ...there(event.problem), charged: 'yes' },
        });
      if (event.type === 'news')
        return isOld(event.renewal, state)
          ? ask({ ...state, run, asks: state.asks + 1, problem: null })
          : follow(event.renewal, run, false, null, false, state.asks + 1);
      return [state];

    case 'cancelling':
      if (event.type === 'news')
        return event.renewal.status === 'cancelled'
          ? [{ status: 'choosing', run, problem: null }, { type: 'forget' }]
          : follow(event.renewal, run, state.inDoubt);
      if (event.type === 'refused') return openForm(state.renewal, run, state.inDoubt, there(event.problem));
      return [state];

    case 'resuming':
      demandWhole('asks', state.asks);
      if (event.type === 'look') return askNow({ ...state, run });
      if (event.type === 'news') {
        const { ticket } = state;
        const since = ticket.since ?? Infinity;
        const doubt = ticket.confirming && !(ticket.returned && isDecided(event.renewal, since));
        return event.renewal.status === 'awaiting-payment' && doubt && state.asks + 1 < patience
          ? ask({ ...state, run, asks: state.asks + 1, problem: whyJoined(state.problem) })
          : follow(event.renewal, run, doubt, whyJoined(state.problem), event.renewal.seq < since);
      }
      // Nothing is under way: a person who does not want to wait finds the plans, and the ticket stays.
      if (event.type === 'back' && !state.ticket.confirming)
        return [{ status: 'choosing', run, problem: null }];
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

    case 'held':
      if (event.type === 'look')
        return [
          { ...state, run },
          { type: 'ask', run, ticket: ticketOf(state.renewal, true), delayMs: 0 },
        ];
      if (event.type === 'news')
        return 'paidAt' in event.renewal && event.renewal.seq > state.renewal.seq
          ? follow(event.renewal, run, false)
          : [state];
      return event.type === 'done' ? finish(run) : [state];

    case 'renewed':
      return event.type === 'done' ? finish(run) : [state];
  }
  return [state]; // It has no such status, and `demandBoth` says so.
}

function pay(
  state: Extract<RenewalState, { status: 'paying' }>,
  event: RenewalEvent,
  run: number,
): RenewalStep {
  const { renewal } = state;
  /** Whatever becomes of the form behind it, the other tab is waited for. */
  const isElsewhere = state.form === 'blocked' && state.problem?.code === 'paying-elsewhere';
  switch (event.type) {
    case 'form-ready':
      return event.renewalId === renewal.renewalId && !isElsewhere ? [{ ...state, form: 'ready' }] : [state];
    case 'form-blocked': {
      if (event.renewalId !== renewal.renewalId || isElsewhere) return [state];
      const doubt = state.inDoubt || mayBeCharged(there(event.problem));
      const reason = inDoubt(event.problem, doubt);
      const blocked = { ...state, form: 'blocked', problem: reason, inDoubt: doubt } as const;
      if (!mayBeCharged(event.problem)) return [blocked];
      const ticket = ticketOf(renewal, true);
      const remember = { type: 'remember', ticket } as const;
      // A form that knows of another payment, or of the end of this one, cannot say which: the server can.
      return reason.code === 'paying-elsewhere'
        ? [blocked, remember]
        : [{ ...blocked, run }, remember, { type: 'ask', run, ticket, delayMs: 0 }];
    }
    case 'form-lost':
      return event.renewalId === renewal.renewalId && state.form !== 'blocked'
        ? openForm(renewal, run, state.inDoubt, state.problem)
        : [state];
    case 'retry':
      if (state.form !== 'blocked') return [state];
      return isElsewhere ? checkElsewhere(renewal, run) : openForm(renewal, run, state.inDoubt, null);
    case 'pay':
      return state.form === 'ready'
        ? [
            { status: 'confirming', run, renewal, inDoubt: state.inDoubt },
            { type: 'remember', ticket: ticketOf(renewal, true, state.inDoubt) },
            { type: 'confirm', run },
          ]
        : [state];
    case 'back':
      return [
        { status: 'cancelling', run, renewal, inDoubt: state.inDoubt },
        { type: 'cancel', run, ticket: ticketOf(renewal, state.inDoubt) },
      ];
    case 'look': {
      // Another tab or device may have paid it meanwhile. The form stays until the server says so; one that did not load
      // is tried again, now that there may be a connection.
      const shown: RenewalStep =
        state.form === 'blocked' && !isElsewhere
          ? openForm(renewal, run, state.inDoubt, null)
          : [{ ...state, run }];
      return [...shown, { type: 'ask', run, ticket: ticketOf(renewal, state.inDoubt), delayMs: 0 }];
    }
    case 'news':
      return event.renewal.status === 'awaiting-payment' || event.renewal.seq < renewal.seq
        ? [state]
        : follow(event.renewal, run, state.inDoubt);
    default:
      return [state];
  }
}

function confirm(
  state: Extract<RenewalState, { status: 'confirming' }>,
  event: RenewalEvent,
  run: number,
): RenewalStep {
  const { renewal } = state;
  if (event.type === 'look')
    // A form that never tells must not keep a person waiting. The number stays, so that what it tells still counts.
    return [state, { type: 'ask', run: state.run, ticket: ticketOf(renewal, true), delayMs: 0 }];
  if (event.type === 'news')
    return event.renewal.status === 'awaiting-payment' || event.renewal.seq < renewal.seq
      ? [state]
      : follow(event.renewal, run, true);

  /** While it may not have reached the provider yet, a decline may be another device's: the provider still takes this one. */
  const check = (hasArrived: boolean, trouble: Problem | null = null, delayMs?: number): RenewalStep =>
    ask(
      {
        status: 'checking',
        run,
        renewal,
        inDoubt: !hasArrived || (renewal.isBehind ?? state.inDoubt),
        asks: 0,
        problem: trouble,
      },
      delayMs,
    );
  const payAgain = (unpaid: Payable, trouble: Problem): RenewalStep => {
    const doubt = state.inDoubt || mayBeCharged(trouble);
    return [
      {
        status: 'paying',
        run,
        renewal: unpaid,
        form: 'ready',
        problem: inDoubt(trouble, doubt),
        inDoubt: doubt,
      },
      { type: 'remember', ticket: ticketOf(unpaid, doubt) },
    ];
  };
  // It can no longer tell what became of the payment.
  if (event.type === 'form-lost') return event.renewalId === renewal.renewalId ? check(false) : [state];
  if (event.type !== 'outcome') return [state];
  const { outcome } = event;
  switch (outcome.kind) {
    case 'leaving':
      // Timers of a page that is left do not run. One that comes back, or stays after all, asks.
      return check(false, null, longestPause);
    case 'invalid':
      return payAgain(renewal, outcome.problem);
    case 'declined':
      return payAgain({ ...renewal, lastProblem: outcome.problem, isBehind: true }, outcome.problem);
    case 'unknown':
      return check(false, inDoubt(outcome.problem, true));
    case 'ask-server':
      return check(true);
  }
  throw misuse('renewalStep: kind of the outcome', (outcome as PaymentOutcome).kind, known);
}

/** Overtaken by what is known already. Money that has arrived is never unpaid again, whatever the numbers say. */
const isOld = (
  news: Renewal,
  { status, renewal }: Extract<RenewalState, { status: 'checking' | 'extending' }>,
): boolean => news.seq < renewal.seq || (status === 'extending' && !('paidAt' in news));

/**
 * Whether news tells what became of the payment that was sent when the server was at `since`: declined since, or with the
 * provider, which then takes no other.
 */
const isDecided = (news: Renewal, since: number): boolean =>
  news.seq > since &&
  (news.status === 'processing' || (news.status === 'awaiting-payment' && news.lastProblem !== null));

/**
 * Goes where the server says. `doubt`: a payment may still be on its way to the provider; `isBehind`: the server may not
 * know of every decline.
 */
function follow(
  renewal: Renewal,
  run: number,
  doubt: boolean,
  why: Problem | null = null,
  isBehind = false,
  asks = 0,
): RenewalStep {
  switch (renewal.status) {
    case 'awaiting-payment':
      return openForm(isBehind ? { ...renewal, isBehind } : renewal, run, doubt, renewal.lastProblem ?? why);
    case 'processing':
      return ask({ status: 'checking', run, renewal, inDoubt: doubt, asks: 0, problem: null });
    case 'paid':
    case 'extending':
      return ask({ status: 'extending', run, renewal, asks, problem: null });
    case 'renewed':
      return [{ status: 'renewed', run, renewal }, { type: 'forget' }];
    case 'cancelled':
      return doubt
        ? [...refuse(inDoubt(outdated, true), run), { type: 'forget' }]
        : [{ status: 'reviewing', run, quote: renewal.quote, problem: outdated }, { type: 'forget' }];
    case 'review':
    case 'refunding':
    case 'refunded':
      return [{ status: 'held', run, renewal }];
  }
  throw misuse('renewalStep: status of the renewal', (renewal as Renewal).status, known);
}

const finish = (run: number): RenewalStep => [{ status: 'choosing', run, problem: null }, { type: 'forget' }];

function open(quote: Quote, run: number, consent?: string): RenewalStep {
  const { quoteId } = quote;
  demandText('quoteId of the quote', quoteId);
  const agreed = consent === undefined ? {} : { consent };
  return [
    { status: 'opening', run, quote, ...agreed },
    { type: 'begin', run, quoteId, ...agreed },
  ];
}

/** The same choice at today's price, beside the one that was being read. */
function quoteAgain(before: Quote, run: number): RenewalStep {
  const { cardRef, plan, total } = before;
  demandText('cardRef of the quote', cardRef);
  const choice = { cardRef, planId: plan.planId, currency: total.currency };
  return [
    { status: 'quoting', run, choice, before },
    { type: 'quote', run, choice },
  ];
}

/** What was promised no longer stands, but the same can be asked for again. */
const isOutdated = ({ code }: Problem): boolean => code === 'quote-expired' || code === 'card-changed';

const mayPass = ({ next }: Problem): boolean => next === 'try-again' || next === 'wait';

const openForm = (renewal: Payable, run: number, doubt: boolean, trouble: Problem | null): RenewalStep => [
  {
    status: 'paying',
    run,
    renewal,
    form: 'loading',
    problem: doubt ? inDoubt(trouble ?? notSeen, true) : trouble,
    inDoubt: doubt,
  },
  { type: 'remember', ticket: ticketOf(renewal, doubt) },
  { type: 'open-form', renewal },
];

/** Whichever tab was paying may be gone by now, and what it has sent may be on its way: that is found out first. */
function checkElsewhere(renewal: Payable, run: number): RenewalStep {
  const [checking, ...questions] = ask({
    status: 'checking',
    run,
    renewal,
    inDoubt: true,
    asks: 0,
    problem: null,
  });
  return [checking, { type: 'remember', ticket: ticketOf(renewal, true) }, ...questions];
}

/** A form that knows of another tab's payment, or that this one was made, leaves a doubt behind it. */
const mayBeCharged = ({ charged }: Problem): boolean => charged !== 'no';

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

/** `doubt`: about earlier payments than the one that the ticket is for. */
const ticketOf = (
  { renewalId, renewalToken, seq, isBehind }: Renewal & Pick<Payable, 'isBehind'>,
  confirming: boolean,
  doubt = confirming,
): Ticket => ({
  renewalId,
  renewalToken,
  confirming,
  ...(!(isBehind || doubt) && { since: seq }),
});

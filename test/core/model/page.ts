import {
  problem,
  type Payable,
  type RenewalCommand,
  type RenewalEvent,
  type RenewalState,
  type Ticket,
} from '@leb-renew/core';
import type { Problem, Renewal } from '@leb-renew/core/contract';
import type { RenewalStep } from '@leb-renew/core';
import { quote } from '../examples/quote.ts';

export type Step = (state: RenewalState, event: RenewalEvent) => RenewalStep;
export type { RenewalCommand, RenewalState, Ticket };

/** Every page of the model stands at this run; what is older stands at the one before. */
const run = 1;

/** What a page is told, and whether it is the answer to its last question. */
export interface Told {
  /** Apart from the number of a renewal, which is `seq`. */
  readonly code: string;
  readonly seq: number;
  readonly current: RenewalEvent;
  readonly old: RenewalEvent;
}

const told = new Map<string, Told>();
function tell(code: string, make: (run: number) => RenewalEvent): Told {
  let it = told.get(code);
  if (it === undefined) {
    const current = make(run);
    const renewal = current.type === 'news' ? current.renewal : null;
    it = {
      code: renewal === null ? code : `news ${renewalCode(renewal)}`,
      seq: renewal === null ? 0 : seqOf(renewal),
      current,
      old: make(run - 1),
    };
    told.set(code, it);
  }
  return it;
}

export const problemCode = (it: Problem | null): string =>
  it === null ? '-' : `${it.code === 'renewal-open' ? 'o' : ''}${it.charged[0] ?? ''}`;
/** Orders the news of one renewal; those of different renewals never meet. */
export const seqOf = ({ renewalId, seq }: Pick<Renewal, 'renewalId' | 'seq'>): number =>
  Number(renewalId.slice(-1)) * 1_000 + seq;
/** All but its number: numbers of different states are compared by their order. */
export const renewalCode = (it: Payable | Renewal): string =>
  it.status === 'awaiting-payment'
    ? `${it.renewalId} ${it.status} ${problemCode(it.lastProblem)} ${String(it.handoff.data)}${'isBehind' in it ? ' b' : ''}`
    : `${it.renewalId} ${it.status}`;
/** All but the number that it keeps. */
export const ticketCode = (it: Ticket | null): string =>
  it === null
    ? '-'
    : `${it.renewalId.slice(-1)}${it.confirming ? 'c' : ''}${it.since === undefined ? '' : 's'}${it.returned ? 'r' : ''}`;
/** The number that a ticket keeps, if any. */
export const seqOn = (it: Ticket | null): number =>
  it?.since === undefined ? 0 : seqOf({ renewalId: it.renewalId, seq: it.since });

const choice = { cardRef: 'card-1', planId: 'global-12m', currency: 'USD' };

export const says = {
  choose: tell('choose', () => ({ type: 'choose', choice })),
  pay: tell('pay', () => ({ type: 'pay' })),
  back: tell('back', () => ({ type: 'back' })),
  retry: tell('retry', () => ({ type: 'retry' })),
  done: tell('done', () => ({ type: 'done' })),
  look: tell('look', () => ({ type: 'look' })),
  dismiss: tell('dismiss', () => ({ type: 'dismiss' })),
  resume: (ticket: Ticket) =>
    tell(`resume ${ticketCode(ticket)} ${seqOn(ticket)}`, () => ({ type: 'resume', ticket })),
  formReady: (renewalId: string) => tell(`ready ${renewalId}`, () => ({ type: 'form-ready', renewalId })),
  formBlocked: (renewalId: string) =>
    tell(`blocked ${renewalId}`, () => ({
      type: 'form-blocked',
      renewalId,
      problem: problem('payment-form-blocked'),
    })),
  formMade: (renewalId: string) =>
    tell(`made ${renewalId}`, () => ({
      type: 'form-blocked',
      renewalId,
      problem: problem('payment-form-blocked', { charged: 'unknown' }),
    })),
  formLost: (renewalId: string) => tell(`lost ${renewalId}`, () => ({ type: 'form-lost', renewalId })),
  formElsewhere: (renewalId: string) =>
    tell(`elsewhere ${renewalId}`, () => ({
      type: 'form-blocked',
      renewalId,
      problem: problem('paying-elsewhere'),
    })),
  quoted: (quoteId: number) =>
    tell(`quoted ${quoteId}`, (to) => ({
      type: 'quoted',
      run: to,
      quote: { ...quote, quoteId: String(quoteId) },
    })),
  news: (renewal: Renewal) =>
    tell(`news ${renewal.seq} ${renewalCode(renewal)}`, (to) => ({ type: 'news', run: to, renewal })),
  refused: (trouble: Problem) =>
    tell(`refused ${trouble.code} ${trouble.renewalId ?? ''}`, (to) => ({
      type: 'refused',
      run: to,
      problem: trouble,
    })),
  askServer: tell('ask-server', (to) => ({ type: 'outcome', run: to, outcome: { kind: 'ask-server' } })),
  leaving: tell('leaving', (to) => ({ type: 'outcome', run: to, outcome: { kind: 'leaving' } })),
  unknown: tell('unknown', (to) => ({
    type: 'outcome',
    run: to,
    outcome: { kind: 'unknown', problem: problem('offline', { charged: 'unknown' }) },
  })),
  invalid: tell('invalid', (to) => ({
    type: 'outcome',
    run: to,
    outcome: { kind: 'invalid', problem: problem('card-details') },
  })),
  sentElsewhere: tell('sent elsewhere', (to) => ({
    type: 'outcome',
    run: to,
    outcome: { kind: 'invalid', problem: problem('paying-elsewhere') },
  })),
  declined: tell('declined', (to) => ({
    type: 'outcome',
    run: to,
    outcome: { kind: 'declined', problem: problem('payment-declined') },
  })),
} as const;

/**
 * What tells two states of a page apart. Their runs do not: an answer is to the last question, or it is old. Nor do
 * problems, which are only shown; except the one that a page remembers for later.
 */
function codeOf(state: RenewalState): string {
  const { status } = state;
  switch (status) {
    case 'choosing':
      return status;
    case 'quoting':
      return `${status} ${state.before?.quoteId ?? ''}`;
    case 'agreeing':
    case 'opening':
      return `${status} ${state.quote.quoteId}`;
    case 'reviewing':
      return `${status} ${state.quote.quoteId} ${state.problem.next} ${state.isOver}`;
    case 'paying':
      return `${status} ${state.form} ${state.inDoubt} ${state.problem?.code === 'paying-elsewhere'} ${renewalCode(state.renewal)}`;
    case 'resuming':
      return `${status} ${state.asks} ${ticketCode(state.ticket)} ${state.problem?.code === 'renewal-open'}`;
    case 'confirming':
    case 'cancelling':
      return `${status} ${state.inDoubt} ${renewalCode(state.renewal)}`;
    case 'checking':
      return `${status} ${state.asks} ${state.inDoubt} ${state.renewal.renewalId}`;
    case 'extending':
    case 'renewed':
    case 'held':
      return `${status} ${state.renewal.renewalId}`;
  }
}
const numbered: ReadonlySet<string> = new Set([
  'paying',
  'confirming',
  'cancelling',
  'checking',
  'extending',
  'held',
]);
/** The number of the news that a page knows, where it matters. */
export const seqKnownTo = (state: RenewalState): number =>
  state.status === 'resuming'
    ? seqOn(state.ticket)
    : 'renewal' in state && numbered.has(state.status)
      ? seqOf(state.renewal)
      : 0;

export interface Stepped {
  readonly after: RenewalState;
  readonly commands: readonly RenewalCommand[];
  /** Whether what was asked before is old now. */
  readonly newRun: boolean;
  readonly problem: Problem | null;
  /** Whether the person was told the same before. */
  readonly again: boolean;
}

const problemOf = (state: RenewalState): Problem | null => ('problem' in state ? state.problem : null);

/** Runs the real machine over pages that differ in nothing that matters only once. */
export function pagesOf(step: Step, manyAsks = 6) {
  const pages = new Map<string, RenewalState>();
  const codes = new WeakMap<RenewalState, string>();
  const steps = new WeakMap<RenewalState, WeakMap<RenewalEvent, Stepped>>();

  function settle(state: RenewalState): RenewalState {
    const page: RenewalState =
      'asks' in state
        ? { ...state, run, asks: state.status === 'extending' ? 0 : Math.min(state.asks, manyAsks) }
        : { ...state, run };
    const code = codeOf(page);
    const exact = `${code} ${seqKnownTo(page)}`;
    const known = pages.get(exact);
    if (known !== undefined) return known;
    pages.set(exact, page);
    codes.set(page, code);
    return page;
  }

  return {
    settle,
    codeOf: (page: RenewalState): string => codes.get(page) ?? '',
    step(page: RenewalState, event: RenewalEvent): Stepped {
      let known = steps.get(page);
      if (known === undefined) steps.set(page, (known = new WeakMap()));
      let stepped = known.get(event);
      if (stepped === undefined) {
        const [state, ...commands] = step(page, event);
        stepped =
          state === page
            ? { after: page, commands, newRun: false, problem: problemOf(page), again: true }
            : {
                after: settle(state),
                commands,
                newRun: state.run !== run,
                problem: problemOf(state),
                again: problemOf(state) === problemOf(page),
              };
        known.set(event, stepped);
      }
      return stepped;
    },
  };
}
export type Pages = ReturnType<typeof pagesOf>;

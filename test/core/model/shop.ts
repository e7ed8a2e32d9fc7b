import type { RenewalIn } from '@leb-renew/core';
import type { Renewal, RenewalStatus } from '@leb-renew/core/contract';
import { problem } from '@leb-renew/core';
import { renewalIn } from '../examples/renewal.ts';

/**
 * The server with its provider and its supplier, for one card: `packages/server/src/renewals` without dates, prices
 * and words. Every change gives new objects; nothing is changed in place.
 */

/** What protects money on the server's side. Each can be taken away, to see that it is missed. */
export const serverGuards = [
  'one renewal per quote',
  'one open renewal per card',
  'one payment per renewal',
  'the provider ends a payment that waits for its customer when the next begins',
  'the payment is closed before the renewal is given up',
  'the rank never falls',
  'a fact that was overtaken counts only as money',
  'money wins over a cancellation',
  'money for a card that another renewal pays for is looked at',
  'another sum is looked at',
  'the provider is asked about what is unpaid',
  'the provider is asked about what was declined, too',
  'a decline is told only when the provider was asked',
  'the supplier is asked before a retry',
  'one process at a time extends',
  'a refusal of the supplier is looked at',
  'what was paid is taken up again after the process ended',
] as const;
export type ServerGuard = (typeof serverGuards)[number];

/** What the provider keeps of one payment. */
export interface Payment {
  readonly state: 'open' | 'processing' | 'succeeded' | 'canceled';
  readonly declined: boolean;
  /** Tells a decline from the one before. */
  readonly other: boolean;
  readonly captures: number;
  readonly otherSum: boolean;
  /** Counts the tries since it waited for a customer first: whoever acts for an earlier one acts in vain. */
  readonly turn: number;
}

/** What the provider said at some moment, on its way to be applied. */
interface Fact extends Pick<Payment, 'state' | 'declined' | 'other' | 'otherSum'> {
  /** The renewal's number when the provider was asked. */
  readonly seq: number;
  /** Comes again until it is accepted. */
  readonly sure: boolean;
}

/** A renewal in the server's tables, and beside it what the provider and the supplier know of it. */
export interface Row {
  readonly renewalId: string;
  readonly quote: number;
  readonly status: RenewalStatus;
  readonly seq: number;
  readonly declined: boolean;
  /** Which decline it was. */
  readonly other: boolean;
  readonly holdsCard: boolean;
  /** Which of the payments the server knows; -1 before the provider has made one. */
  readonly ref: number;
  readonly payments: readonly Payment[];
  readonly notice: Fact | null;
  /** What a reader that lags behind still says. */
  readonly before: Renewal | null;
  /** Whether somebody is at it, once it is paid. */
  readonly job: boolean;
  /** Whether the supplier was asked before. */
  readonly tried: boolean;
  /** The supplier has refused, and nobody was told. */
  readonly refused: boolean;
  /** Orders that the supplier has not answered. */
  readonly orders: number;
  /** How often the supplier has extended the card for it. */
  readonly extensions: number;
}

export interface Rules {
  readonly without: ServerGuard | null;
  /** Whether a second try on a payment that succeeded takes the money again. No provider is like that. */
  readonly naiveProvider: boolean;
  /** Whether answers may come from a reader that lags behind. */
  readonly lag: boolean;
}

/** What the provider does with a try that reaches it. `waiting`: for its customer, e.g. for a code. */
export type Landing = 'captured' | 'declined' | 'processing' | 'waiting';

export type Rows = readonly Row[];
export type Answered =
  Renewal | { readonly refused: 'renewal-open' | 'provider-down'; readonly renewalId: string };

export const rankOf: Readonly<Record<RenewalStatus, number>> = {
  'awaiting-payment': 0,
  processing: 0,
  cancelled: 0,
  paid: 1,
  extending: 2,
  review: 2,
  refunding: 3,
  renewed: 4,
  refunded: 4,
};

const freshPayment: Payment = {
  state: 'open',
  declined: false,
  other: false,
  captures: 0,
  otherSum: false,
  turn: 0,
};
const declinedOnce = (payment: Payment): Payment => ({
  ...payment,
  declined: true,
  other: payment.declined && !payment.other,
});
export const paymentOf = (row: Row): Payment => row.payments[row.ref] ?? freshPayment;
export const capturesOf = (row: Row): number => row.payments.reduce((sum, { captures }) => sum + captures, 0);
export const rowOf = (rows: Rows, renewalId: string): Row | undefined =>
  rows.find((row) => row.renewalId === renewalId);
export const put = (rows: Rows, row: Row): Rows =>
  rows.includes(row) ? rows : rows.map((each) => (each.renewalId === row.renewalId ? row : each));

const seen = new Map<string, Renewal>();

/** What the server says of a renewal: the same object for the same words. */
export function newsOf({ renewalId, status, seq, declined, ref }: Row): Renewal {
  const key = [renewalId, status, seq, declined, ref].join();
  let news = seen.get(key);
  if (news === undefined) {
    const lastProblem = declined ? problem('payment-declined') : null;
    news = renewalIn(status, { renewalId, seq, lastProblem });
    if (news.status === 'awaiting-payment') news = { ...news, handoff: { ...news.handoff, data: ref } };
    seen.set(key, news);
  }
  return news;
}

/** The payment that a form was opened for. */
export const refOf = ({ handoff }: RenewalIn<'awaiting-payment'>): number => handoff.data as number;

export function shopOf({ without, naiveProvider, lag }: Rules) {
  const has = (guard: ServerGuard): boolean => guard !== without;
  const endsWhatWaits = has('the provider ends a payment that waits for its customer when the next begins');

  function change(row: Row, status: RenewalStatus, patch: Partial<Row> = {}): Row {
    const before = lag && row.ref >= 0 ? newsOf(row) : null;
    return { ...row, ...patch, status, seq: row.seq + 1, before };
  }

  const answerOf = (row: Row): Answered =>
    row.status === 'awaiting-payment' && row.ref < 0
      ? { refused: 'provider-down', renewalId: row.renewalId }
      : newsOf(row);

  /** Whether it is shown as it was when the provider cannot be asked. */
  const isToldUnasked = (row: Row): boolean =>
    row.status !== 'awaiting-payment' ||
    !row.declined ||
    !has('a decline is told only when the provider was asked');

  const factOf = (row: Row, sure = false): Fact => {
    const { state, declined, other, otherSum } = paymentOf(row);
    return { state, declined, other, otherSum, seq: row.seq, sure };
  };

  /** The one way in which news about a payment reaches a renewal: `judge` and `apply`. */
  function apply(rows: Rows, row: Row, fact: Fact): Row {
    if (rankOf[row.status] > 0 && has('the rank never falls')) return row;
    const stale = fact.seq !== row.seq && has('a fact that was overtaken counts only as money');
    switch (fact.state) {
      case 'succeeded':
        if (row.status === 'cancelled' && !has('money wins over a cancellation')) return row;
        return takeMoney(rows, row, fact);
      case 'processing':
        return stale || row.status !== 'awaiting-payment' ? row : change(row, 'processing');
      case 'canceled':
        return stale || row.status === 'cancelled' ? row : change(row, 'cancelled', { holdsCard: false });
      case 'open':
        return stale ||
          row.status === 'cancelled' ||
          (row.status === 'awaiting-payment' && row.declined === fact.declined && row.other === fact.other)
          ? row
          : change(row, 'awaiting-payment', { declined: fact.declined, other: fact.other });
    }
  }

  function takeMoney(rows: Rows, row: Row, fact: Fact): Row {
    const others = rows.filter(({ renewalId }) => renewalId !== row.renewalId);
    const isHeld = !row.holdsCard && others.some(({ holdsCard }) => holdsCard);
    const wasPaid =
      !row.holdsCard && others.some(({ status }) => rankOf[status] > 0 && status !== 'refunded');
    const isSecond =
      (isHeld || wasPaid) && has('money for a card that another renewal pays for is looked at');
    const isOther = fact.otherSum && has('another sum is looked at');
    return change(row, isSecond || isOther ? 'review' : 'paid', {
      declined: false,
      holdsCard: !isHeld,
      job: true,
    });
  }

  /** Asks the provider and applies what it says. */
  const settle = (rows: Rows, row: Row): Row => (row.ref < 0 ? row : apply(rows, row, factOf(row)));

  const isAskedAbout = (row: Row): boolean =>
    row.ref >= 0 &&
    (rankOf[row.status] === 0 || row.status === 'review') &&
    has('the provider is asked about what is unpaid') &&
    (!row.declined || has('the provider is asked about what was declined, too'));

  function giveUp(rows: Rows, row: Row): Row {
    if (rankOf[row.status] > 0 || row.status === 'cancelled') return row;
    if (row.ref < 0) return change(row, 'cancelled', { holdsCard: false });
    if (!has('the payment is closed before the renewal is given up'))
      return change(row, 'cancelled', { holdsCard: false });
    const payment = paymentOf(row);
    const closed: Row =
      payment.state === 'open' ? withPayment(row, row.ref, { ...payment, state: 'canceled' }) : row;
    return settle(put(rows, closed), closed);
  }

  const withPayment = (row: Row, ref: number, payment: Payment): Row => ({
    ...row,
    payments: row.payments.map((each, at) => (at === ref ? payment : each)),
  });

  /** Has the provider make the payment, unless there is one. */
  const openPayment = (row: Row): Row =>
    row.status !== 'awaiting-payment' || (row.ref >= 0 && has('one payment per renewal'))
      ? row
      : change(row, 'awaiting-payment', {
          ref: row.payments.length,
          payments: [...row.payments, freshPayment],
        });

  const renewed = (row: Row): Row => change(row, 'renewed', { holdsCard: false, job: false, tried: false });

  return {
    answerOf,
    isToldUnasked,
    factOf,
    settle,
    apply,
    giveUp,
    withPayment,

    /** @param providerDown the provider does not answer when it is asked to make the payment */
    begin(rows: Rows, quote: number, providerDown: boolean): [Rows, Answered] {
      const same = has('one renewal per quote') ? rows.find((row) => row.quote === quote) : undefined;
      const holder = rows.find(({ holdsCard }) => holdsCard);
      if (same === undefined && holder !== undefined && has('one open renewal per card'))
        return [rows, { refused: 'renewal-open', renewalId: holder.renewalId }];
      const placed: Row = same ?? {
        renewalId: `renewal-${rows.length + 1}`,
        quote,
        status: 'awaiting-payment',
        seq: 1,
        declined: false,
        other: false,
        holdsCard: true,
        ref: -1,
        payments: [],
        notice: null,
        before: null,
        job: false,
        tried: false,
        refused: false,
        orders: 0,
        extensions: 0,
      };
      const row = providerDown ? placed : openPayment(placed);
      return [same === undefined ? [...rows, row] : put(rows, row), answerOf(row)];
    },

    /** Looks after one renewal by itself: as the sweep does, and a page that asks. */
    refresh: (rows: Rows, row: Row): Row => (isAskedAbout(row) ? settle(rows, row) : row),

    /** A try reaches the provider, or the customer has acted for the one with this `turn`. */
    land(row: Row, ref: number, fate: Landing, otherSum = false, turn?: number): Row | null {
      const before = row.payments[ref] ?? freshPayment;
      if (before.state !== 'open' && !(naiveProvider && before.state !== 'canceled')) return null;
      const isNext = turn === undefined && (before.turn > 0 ? endsWhatWaits : fate === 'waiting');
      const payment = isNext ? { ...before, turn: before.turn + 1 } : before;
      if (turn !== undefined && turn !== payment.turn) return null;
      switch (fate) {
        case 'captured':
          return withPayment(row, ref, {
            ...payment,
            state: 'succeeded',
            declined: false,
            captures: payment.captures + 1,
            otherSum,
          });
        case 'declined':
          return withPayment(row, ref, declinedOnce(payment));
        case 'waiting':
          return withPayment(row, ref, { ...payment, declined: false, other: false });
        case 'processing':
          return payment.state === 'open'
            ? withPayment(row, ref, { ...payment, state: 'processing', declined: false })
            : row;
      }
    },

    /** What was processing ends. */
    end(row: Row, ref: number, fate: 'captured' | 'declined'): Row {
      const payment = row.payments[ref] ?? freshPayment;
      return withPayment(
        row,
        ref,
        fate === 'captured'
          ? { ...payment, state: 'succeeded', declined: false, captures: payment.captures + 1 }
          : { ...declinedOnce(payment), state: payment.state === 'succeeded' ? 'succeeded' : 'open' },
      );
    },

    /** Money arrives on a payment that was closed. */
    landLate: (row: Row, ref: number): Row => {
      const payment = row.payments[ref] ?? freshPayment;
      const paid = withPayment(row, ref, {
        ...payment,
        state: 'succeeded',
        declined: false,
        captures: payment.captures + 1,
      });
      return { ...paid, notice: factOf(paid, true) };
    },

    /** The supplier is asked; what an earlier try did is looked for first. */
    order: (row: Row): Row =>
      row.tried && row.extensions > 0 && has('the supplier is asked before a retry')
        ? renewed(row)
        : { ...row, tried: true, orders: row.orders + 1 },
    mayOrder: ({ status, orders, job, refused }: Row): boolean =>
      status === 'extending' && job && !refused && orders < (has('one process at a time extends') ? 1 : 2),
    extending: (row: Row): Row => change(row, 'extending'),
    extended: (row: Row): Row => ({
      ...(row.status === 'extending' ? renewed(row) : row),
      orders: row.orders - 1,
      extensions: row.extensions + 1,
    }),
    refused: (row: Row): Row => ({
      ...(has('a refusal of the supplier is looked at')
        ? change(row, 'review', { job: false, tried: false })
        : { ...row, refused: true }),
      orders: row.orders - 1,
    }),
    refunded: (row: Row): Row => change(row, 'refunded', { holdsCard: false }),
    takesUpAgain: has('what was paid is taken up again after the process ended'),
  };
}
export type Shop = ReturnType<typeof shopOf>;

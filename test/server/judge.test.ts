import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PaymentFact, PaymentState } from '@leb-renew/server';
import type { RenewalStatus } from '@leb-renew/core/contract';
import { judge, type Verdict } from '../../packages/server/src/renewals/judge.ts';
import { rankOf } from '../../packages/server/src/renewals/status.ts';

const total = { minor: 8_400, currency: 'USD', exponent: 2 } as const;
const states: PaymentState[] = [
  'open',
  'needs-customer',
  'processing',
  'authorised',
  'succeeded',
  'canceled',
];
const statuses = Object.keys(rankOf) as RenewalStatus[];

const fact = (state: PaymentState, more: Partial<PaymentFact> = {}): PaymentFact => ({
  ref: 'pay_1',
  renewalId: 'r_1',
  state,
  received: state === 'succeeded' ? total : { ...total, minor: 0 },
  refunded: null,
  problem: null,
  livemode: false,
  paidWith: null,
  paidAt: null,
  ...more,
});
const verdict = (status: RenewalStatus, of: PaymentFact, stale = false): Verdict['kind'] =>
  judge(of, {
    row: { renewal_id: 'r_1', rank: rankOf[status], status, last_problem: null, last_attempt: null },
    total,
    livemode: false,
    stale,
  }).kind;

test('every state of a payment means one thing to every status of a renewal', () => {
  const seen = Object.fromEntries(
    statuses.map((status) => [status, states.map((state) => verdict(status, fact(state))).join(' ')]),
  );
  assert.deepEqual(seen, {
    'awaiting-payment': 'nothing nothing processing processing paid cancelled',
    processing: 'awaiting awaiting nothing nothing paid cancelled',
    cancelled: 'nothing nothing nothing nothing paid nothing',
    paid: 'nothing nothing nothing nothing nothing nothing',
    extending: 'nothing nothing nothing nothing nothing nothing',
    review: 'nothing nothing nothing nothing nothing nothing',
    refunding: 'nothing nothing nothing nothing nothing nothing',
    renewed: 'nothing nothing nothing nothing nothing nothing',
    refunded: 'nothing nothing nothing nothing nothing nothing',
  });
});

test('of old news only money counts', () => {
  for (const status of ['awaiting-payment', 'processing', 'cancelled'] as const) {
    const seen = states.map((state) => verdict(status, fact(state), true));
    assert.deepEqual(
      seen,
      states.map((state) => (state === 'succeeded' ? 'paid' : 'nothing')),
    );
  }
});

test('money that differs in anything is left to a person', () => {
  const wrong: Record<string, Partial<PaymentFact>> = {
    'other-renewal': { renewalId: 'r_2' },
    'other-mode': { livemode: true },
    'other-currency': { received: { ...total, currency: 'EUR' } },
    'other-amount': { received: { ...total, minor: 8_399 } },
  };
  const row = {
    renewal_id: 'r_1',
    rank: 0,
    status: 'awaiting-payment',
    last_problem: null,
    last_attempt: null,
  } as const;
  for (const [why, more] of Object.entries(wrong)) {
    assert.deepEqual(judge(fact('succeeded', more), { row, total, livemode: false, stale: false }), {
      kind: 'review',
      why,
    });
  }
  for (const more of [
    { renewalId: null },
    { received: { ...total, exponent: 4 as const } },
    { received: { ...total, minor: 0 } },
  ]) {
    assert.equal(
      judge(fact('succeeded', more), { row, total, livemode: false, stale: false }).kind,
      'review',
    );
  }
});

test('a decline is told once, with its reason, and again when the reason changes or another try is declined', () => {
  const row = { renewal_id: 'r_1', rank: 0, status: 'awaiting-payment' } as const;
  const declined = fact('open', { problem: 'insufficient-funds' });
  const first = judge(declined, {
    row: { ...row, last_problem: null, last_attempt: null },
    total,
    livemode: false,
    stale: false,
  });
  assert.ok(first.kind === 'awaiting' && first.lastProblem?.code === 'insufficient-funds');
  const again = {
    row: { ...row, last_problem: first.lastProblem, last_attempt: 'pm_1' },
    total,
    livemode: false,
    stale: false,
  };
  assert.equal(judge(declined, again).kind, 'nothing');
  assert.equal(judge(fact('open', { problem: 'expired-card' }), again).kind, 'awaiting');
  const of = (attempt: string, more = {}) => judge({ ...declined, attempt }, { ...again, ...more }).kind;
  assert.equal(of('pm_1'), 'nothing');
  assert.equal(of('pm_2'), 'awaiting', 'another try, declined alike');
  assert.equal(of('pm_2', { stale: true }), 'nothing');
  // Noted before tries had names.
  assert.equal(of('pm_2', { row: { ...again.row, last_attempt: null } }), 'nothing');
});

test('money on its way back holds the card, and money that does not arrive is a person’s again', () => {
  const onItsWay = fact('succeeded', { refunding: total });
  const failed = fact('succeeded', { refundFailed: 'lost_or_stolen_card' });
  const seen = (of: PaymentFact, stale = false) =>
    Object.fromEntries(
      statuses.flatMap((status) => {
        const kind = rankOf[status] === 0 ? 'nothing' : verdict(status, of, stale);
        return kind === 'nothing' ? [] : [[status, kind]];
      }),
    );
  assert.deepEqual(seen(onItsWay), { paid: 'refunding', review: 'refunding' });
  assert.deepEqual(seen(failed), { refunding: 'refund-failed' });
  assert.deepEqual(seen(failed, true), {}, 'it may be about an earlier refund');
  assert.deepEqual(
    seen(fact('succeeded', { refundFailed: 'unknown', refunded: total })),
    { paid: 'refunded', review: 'refunded', refunding: 'refunded' },
    'another refund has arrived',
  );
  const half = { ...total, minor: total.minor / 2 };
  assert.deepEqual(seen(fact('succeeded', { refunded: half, refunding: half })), {
    paid: 'refunding',
    review: 'refunding',
  });
  assert.deepEqual(seen(fact('succeeded', { refunding: half })), {});
});

test('money that is on its way back when it is first seen is left to a person', () => {
  const row = {
    renewal_id: 'r_1',
    rank: 0,
    status: 'awaiting-payment',
    last_problem: null,
    last_attempt: null,
  } as const;
  const why = (more: Partial<PaymentFact>) => {
    const seen = judge(fact('succeeded', more), { row, total, livemode: false, stale: false });
    return seen.kind === 'review' ? seen.why : seen.kind;
  };
  assert.equal(why({ refunding: total }), 'refunded-already');
  assert.equal(why({ refunded: { ...total, minor: total.minor - 1 } }), 'paid');
  assert.equal(why({ refundFailed: 'unknown' }), 'paid');
});

test('money that the bank has taken back for good ends a renewal that waits for its card, and no other', () => {
  const lost = fact('succeeded', { dispute: 'lost' });
  assert.deepEqual(
    statuses.filter((status) => verdict(status, lost) === 'refunded'),
    ['paid', 'review'],
  );
  const open = fact('succeeded', { dispute: 'open' });
  assert.ok(statuses.every((status) => verdict(status, open) !== 'refunded'));
});

test('money given back before the card is extended ends the renewal', () => {
  const back = fact('succeeded', { refunded: total });
  assert.deepEqual(
    statuses.filter((status) => rankOf[status] > 0 && verdict(status, back) === 'refunded'),
    statuses.filter((status) => ['paid', 'review', 'refunding'].includes(status)),
  );
  assert.equal(verdict('awaiting-payment', back), 'review', 'it came and went before anybody looked');
  assert.equal(verdict('paid', fact('succeeded', { refunded: { ...total, minor: 1 } })), 'nothing');
});

import type { Quote } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorAfter } from '../../packages/server/src/renewals/anchor-after.ts';
import { targetOf } from '../../packages/server/src/renewals/target.ts';

type Record = Parameters<typeof targetOf>[0]['record'];

// Rows A01, K1 and L1 of the worked examples: a card in UTC that ends on 15 March, no grace, one month more.
const plan = {
  plan_id: 'm',
  family: 'f',
  name: '1 month',
  term: { months: 1 },
  policy: {},
} as unknown as Record['plan'];
const record = (more: object = {}): Record => ({
  card: {
    zone: 'UTC',
    anchor_day: 15,
    anchor_time: '00:00:00',
    expires_at: new Date('2026-03-15T00:00:00Z'),
    grace_days: 0,
    grace_service_on: true,
    recover_days: null,
    suspended: false,
    revoked: false,
    version: 1,
    ...more,
  } as unknown as Record['card'],
  plan,
  periods: [],
  openRenewal: null,
});
const quote = {
  entitlementVersion: '1',
  issuedAt: '2026-03-14T23:59:00Z',
  validUntil: '2026-03-15T00:14:00Z',
  effect: {
    from: '2026-03-15T00:00:00Z',
    to: '2026-04-15T00:00:00Z',
    basis: 'expiry',
    losesDays: 0,
    previousExpiry: '2026-03-15T00:00:00Z',
  },
} as Quote;
const target = (paidAt: string, card = record()) => {
  const extension = targetOf({ record: card, plan, quote, paidAt });
  return 'refused' in extension ? extension.refused : [extension.to, extension.anchorDay];
};

test('what is paid while the quote is valid gets what was promised, though service stopped meanwhile (K1)', () => {
  assert.deepEqual(target('2026-03-14T23:59:30Z'), ['2026-04-15T00:00:00Z', 15]);
  assert.deepEqual(target('2026-03-15T00:02:00Z'), ['2026-04-15T00:00:00Z', 15]);
});

test('what is paid days later, with service off, gets a whole term from then (L1)', () => {
  assert.deepEqual(target('2026-03-18T00:00:00Z'), ['2026-04-18T00:00:00Z', 18]);
});

test('what is paid late for a card that still runs gets what was promised', () => {
  const running = record({ expires_at: new Date('2026-03-15T00:00:00Z'), grace_days: 7 });
  assert.deepEqual(target('2026-03-18T00:00:00Z', running), ['2026-04-15T00:00:00Z', 15]);
});

test('what is paid for a card that was extended meanwhile adds to that', () => {
  const extended = record({ expires_at: new Date('2026-04-15T00:00:00Z'), version: 2 });
  assert.deepEqual(target('2026-03-15T00:02:00Z', extended), ['2026-05-15T00:00:00Z', 15]);
});

test('what is paid for a card that is lost meanwhile is left to a person', () => {
  const lost = record({ version: 2, revoked: true });
  assert.equal(target('2026-03-15T00:02:00Z', lost), 'revoked');
});

test('a card that never started aims for the day on which it starts, not for the one on which it was issued', () => {
  const issued = record({ expires_at: null, anchor_day: 10 });
  assert.deepEqual(target('2026-03-31T00:00:00Z', issued), ['2026-04-30T00:00:00Z', 31]);
});

// On 28 March 2027 there is no 02:30 in Berlin: the end moves to 03:30, which is 01:30 in UTC.
const again = {
  from: '2027-02-28T01:30:00Z',
  to: '2027-03-28T01:30:00Z',
  basis: 'now',
  anchorDay: 28,
  losesDays: 0,
} as const;
const berlin = { zone: 'Europe/Berlin', anchor_time: '00:00:00' };

test('terms that begin again aim for the time at which they began, though the first cannot end on it', () => {
  assert.deepEqual(anchorAfter(again, again.to, berlin), { anchorDay: 28, anchorTime: '02:30:00' });
});

test('terms that go on aim for what they aimed for', () => {
  const on = { ...again, basis: 'expiry' } as const;
  assert.deepEqual(anchorAfter(on, on.to, berlin), { anchorDay: 28, anchorTime: '00:00:00' });
});

test('terms after dates that the supplier chose aim for where these end', () => {
  const theirs = '2027-04-05T10:00:00Z';
  assert.deepEqual(anchorAfter(again, theirs, berlin), { anchorDay: 5, anchorTime: '12:00:00' });
});

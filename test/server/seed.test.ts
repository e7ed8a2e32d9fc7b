import { expiryOf, noticeFor } from '@leb-renew/core';
import type { Card, PlanList } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyDatabase, query } from './shop/cluster.ts';
import { openShop } from './shop/open-shop.ts';
import { seed } from './shop/seed.ts';

for (const [when, offset] of [
  ['now', 0],
  ['as Berlin’s day begins', untilMidnight('Europe/Berlin')],
  ['as Shanghai’s day begins', untilMidnight('Asia/Shanghai')],
  ['an hour before New York’s day ends', untilMidnight('America/New_York') - 3_600_000],
] as const) {
  test(`a shop that is filled ${when} has six cards, one for each state`, async (t) => {
    const shop = await openShop(t, { databaseUrl: await emptyDatabase(), offset });
    const filledAt = shop.now();
    await seed(shop.server.admin, filledAt);
    const seen = new Map<string, readonly [state: string, daysLeft: number | null]>();
    for (const who of ['mira', 'tom'] as const) {
      const { cards } = await shop.get<{ cards: Card[] }>('cards', { token: await shop.signIn(who) });
      for (const card of cards) {
        const { state, daysLeft, hoursLeft } = expiryOf(card, noticeFor(card.currentPlan.term), filledAt);
        seen.set(card.label, [state, daysLeft]);
        if (state === 'due-now') assert.ok((hoursLeft ?? 0) >= 2);
      }
    }
    assert.deepEqual(Object.fromEntries(seen), {
      'LEB Global card': ['due-soon', 12],
      'Lena’s tablet': ['active', 231],
      'Travel phone': ['due-now', 0],
      'Spare watch': ['grace', -3],
      'LEB Asia card': ['active', 40],
      'Old laptop': ['expired', -21],
    });
  });
}

/** From now to the next midnight in `zone`, ms, to the minute: at most a minute after it. */
function untilMidnight(zone: string): number {
  const now = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', minute: 'numeric' });
  const [hours = 0, minutes = 0] = now.format().split(':').map(Number);
  return (24 * 60 - hours * 60 - minutes) * 60_000;
}

test('every card ends with a local day', async (t) => {
  const shop = await openShop(t);
  for (const who of ['mira', 'tom'] as const) {
    const { cards } = await shop.get<{ cards: Card[] }>('cards', { token: await shop.signIn(who) });
    for (const { label, entitlement } of cards) {
      const at = new Intl.DateTimeFormat('en-GB', { timeZone: entitlement.zone, timeStyle: 'medium' });
      assert.equal(at.format(Date.parse(entitlement.expiresAt ?? '') - 1), '23:59:59', label);
    }
  }
});

test('plans are priced by month, quarter, year and two years in three currencies', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const { cardRef } = await shop.cardCalled(token, 'LEB Global card');
  const listed = await shop.get<PlanList>('plans', { token, path: { cardRef } });
  assert.deepEqual([listed.currency, listed.currencies], ['USD', ['USD', 'EUR', 'CNY']]);
  assert.deepEqual(
    listed.plans.map(({ name, price, current }) => [
      name,
      price.total.minor,
      price.perMonth?.minor,
      price.saving?.percent ?? null,
      current,
    ]),
    [
      ['1 month', 900, 900, null, false],
      ['3 months', 2_400, 800, 11, false],
      ['1 year', 8_400, 700, 22, true],
      ['2 years', 14_900, 621, 31, false],
    ],
  );
  for (const currency of ['EUR', 'CNY']) {
    const { plans } = await shop.get<PlanList>('plans', {
      token,
      path: { cardRef },
      query: `?currency=${currency}`,
    });
    assert.ok(plans.every(({ price }) => price.total.currency === currency));
    assert.equal(plans.length, 4);
  }
  assert.equal(
    await shop.refused('plans', { token, path: { cardRef }, query: '?currency=XAU' }),
    'unknown-currency',
  );
});

test('a supplier that restarts the term says what is lost, and refuses what would shorten', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn('tom');
  const card = await shop.cardCalled(token, 'LEB Asia card');
  const [month] = await shop.plans(token, card.cardRef);
  assert.deepEqual(month?.offer, { ok: false, reason: 'would-shorten', opensAt: null });
  const refused = await shop.call('quote', {
    token,
    body: { cardRef: card.cardRef, planId: 'asia-1m', currency: 'USD' },
  });
  assert.deepEqual([refused.problem?.code, refused.problem?.reason], ['not-renewable', 'would-shorten']);

  const quote = await shop.quote(token, { label: 'LEB Asia card', planId: 'asia-12m', currency: 'CNY' });
  const left = (Date.parse(card.entitlement.expiresAt ?? '') - Date.parse(quote.issuedAt)) / 86_400_000;
  assert.ok(Math.abs(quote.effect.losesDays - left) < 0.01);
  assert.equal(quote.effect.basis, 'now');
  const begun = await shop.begin(token, quote.quoteId);
  await shop.pay(begun, 'approve', 'wechat_pay');
  const { period } = await shop.reaches(begun, 'renewed');
  const promised = [quote.effect.from, quote.effect.to].map(Date.parse);
  assert.deepEqual([period.from, period.to].map(Date.parse), promised);
  const after = await shop.cardCalled(token, 'LEB Asia card');
  const ends = after.entitlement.periods.slice(-2).map(({ end }) => Date.parse(end));
  assert.deepEqual(ends, promised, 'periods do not overlap');
  const [anchor] = await query(
    shop.databaseUrl,
    `select anchor_day as day, anchor_time as time from leb_renew.cards where label = 'LEB Asia card'`,
  );
  const local = (format: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', ...format }).format(
      Date.parse(period.from),
    );
  assert.deepEqual(
    anchor,
    {
      day: Number(local({ day: 'numeric' })),
      // To the fraction of a second, as the card ends.
      time: local({ timeStyle: 'medium' }) + (/[.]\d*[1-9]/.exec(period.from)?.[0] ?? ''),
    },
    'later terms aim for the day and time at which this one began',
  );
});

test('an expired card begins again now, and one in grace goes on from its end', async (t) => {
  const shop = await openShop(t);
  const tom = await shop.quote(await shop.signIn('tom'), { label: 'Old laptop', planId: 'global-1m' });
  assert.equal(tom.effect.basis, 'now');
  const mira = await shop.quote(await shop.signIn('mira'), { label: 'Spare watch', planId: 'global-1m' });
  assert.equal(mira.effect.from, mira.effect.previousExpiry);
});

test('a shop that has plans is not filled again', async (t) => {
  const shop = await openShop(t);
  const before = await shop.snapshot();
  await seed(shop.server.admin, shop.now());
  assert.equal(await shop.snapshot(), before);
});

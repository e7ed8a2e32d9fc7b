import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expiryOf, noticeFor, type Card, type ServicePeriod } from '@leb-renew/core';
import { readSandboxHandoff, type Renewal } from '@leb-renew/core/contract';
import { demoAccount, demoCards, demoShop, sandboxLink, type SandboxCard } from '@leb-renew/core/sandbox';
import { choice, codeOf, openPage, openShop, valueOf } from './journey/journey.ts';

const start = Date.parse('2026-11-20T08:00:00Z');

/** What the payment form sends for a renewal that waits for it. */
function paymentOf(renewal: Renewal) {
  assert.ok(renewal.status === 'awaiting-payment');
  const handoff = readSandboxHandoff(renewal.handoff.data);
  assert.ok(handoff.ok);
  const { paymentId, clientSecret } = handoff.value;
  return { paymentId, request: { clientSecret, method: 'card', scenario: 'approve' } as const };
}

/** One of the demo cards, changed. */
function shopWith(cardRef: string, entitlement: Partial<Card['entitlement']>) {
  const { cards, ...shop } = demoShop(start);
  return {
    ...shop,
    cards: cards.map((owned): SandboxCard =>
      owned.card.cardRef === cardRef
        ? { ...owned, card: { ...owned.card, entitlement: { ...owned.card.entitlement, ...entitlement } } }
        : owned,
    ),
  };
}

/** Pays for a year of the global card and waits until it is extended. */
async function renewed(shop: Awaited<ReturnType<typeof openShop>>) {
  const page = openPage(shop);
  await page.toForm();
  page.send({ type: 'pay' });
  await shop.clock.pass(10_000);
  assert.ok(page.state.status === 'renewed');
  return page.state.renewal;
}

describe('a renewal from plans to receipt', () => {
  test('goes well', async () => {
    const shop = await openShop();
    const page = openPage(shop);
    await page.toForm();
    assert.deepEqual(page.drawer.ticket, {
      renewalId: 'renewal-2',
      renewalToken: 'token-of-renewal-2',
      confirming: false,
      since: 0,
    });
    page.send({ type: 'pay' });
    assert.equal(page.drawer.ticket.confirming, true);
    await shop.clock.pass(10_000);

    assert.ok(page.state.status === 'renewed');
    const { renewal } = page.state;
    assert.deepEqual(page.way, [
      'choosing',
      'quoting',
      'opening',
      'paying',
      'confirming',
      'checking',
      'extending',
      'renewed',
    ]);
    assert.deepEqual(renewal.period, { from: '2026-12-04T00:00:00Z', to: '2027-12-04T00:00:00Z' });
    assert.equal(page.drawer.ticket, null);
    const card = await shop.cardOf('card-global');
    assert.equal(card.entitlement.expiresAt, renewal.period.to);
    assert.equal(card.openRenewal, null);
    const receipt = await valueOf(shop.api.receipt(renewal));
    assert.deepEqual(
      [receipt.number, receipt.total, receipt.paidWith],
      [renewal.receiptNumber, renewal.quote.total, 'Test Visa •• 4242'],
    );
    assert.deepEqual(receipt.period, renewal.period);
  });

  test('is paid after a decline, in the same form and once', async () => {
    const shop = await openShop();
    const page = openPage(shop);
    await page.toForm();
    page.hand.scenario = 'insufficient-funds';
    page.send({ type: 'pay' });
    await shop.clock.pass(1_000);
    const declined = page.state;
    assert.ok(declined.status === 'paying' && declined.form === 'ready');
    assert.deepEqual([declined.problem?.code, declined.problem?.charged], ['insufficient-funds', 'no']);
    assert.equal(page.drawer.ticket?.confirming, false);

    Object.assign(page.hand, { scenario: 'approve', method: 'paypal' });
    page.send({ type: 'pay' });
    await shop.clock.pass(10_000);
    assert.ok(page.state.status === 'renewed');
    assert.deepEqual(page.confirmed, ['renewal-2', 'renewal-2']);
    assert.equal((await valueOf(shop.api.receipt(page.state.renewal))).paidWith, 'PayPal (test)');
    assert.equal((await shop.cardOf('card-global')).entitlement.expiresAt, '2027-12-04T00:00:00Z');
  });

  test('is in the list of the card’s receipts once it is paid, the newest first', async () => {
    const shop = await openShop();
    const numbersOf = async (cardRef: string) => {
      const { receipts } = await valueOf(shop.api.receipts({ cardRef }));
      return receipts.map(({ number }) => number);
    };
    const first = await renewed(shop);
    await valueOf(shop.api.begin(await valueOf(shop.api.quote(choice))));
    assert.deepEqual(await numbersOf('card-global'), [first.receiptNumber], 'what is not paid has none');
    await shop.clock.pass(16 * 60_000);
    const second = await renewed(shop);
    const { receipts } = await valueOf(shop.api.receipts({ cardRef: 'card-global' }));
    assert.deepEqual(
      receipts.map(({ number, period }) => [number, period]),
      [second, first].map(({ receiptNumber, period }) => [receiptNumber, period]),
    );
    assert.deepEqual(await numbersOf('card-tablet'), []);
    assert.equal(await codeOf(shop.api.receipts({ cardRef: 'card-9' })), 'unknown-card');
  });

  test('has a receipt as soon as it is paid, and the period on it once the card is extended', async () => {
    const { api, clock, sandbox } = await openShop({ supplierDelayMs: 60_000 });
    const begun = await valueOf(api.begin(await valueOf(api.quote(choice))));
    const { paymentId, request } = paymentOf(begun);
    await Promise.all([sandbox.confirm(paymentId, request), clock.pass(100)]);
    assert.equal((await valueOf(api.receipt(begun))).period, null);
    await clock.pass(60_000);
    assert.deepEqual((await valueOf(api.receipt(begun))).period, {
      from: begun.quote.effect.from,
      to: begun.quote.effect.to,
    });
  });

  test('whose answer was lost is found to be paid, and nothing is paid again', async () => {
    const shop = await openShop();
    const page = openPage(shop);
    await page.toForm();
    page.hand.scenario = 'lost-answer';
    page.send({ type: 'pay' });
    page.send({ type: 'pay' });
    await shop.clock.pass(10_000);
    assert.equal(page.state.status, 'renewed');
    assert.deepEqual(page.confirmed, ['renewal-2']);
    assert.ok(!page.way.slice(page.way.indexOf('confirming')).includes('paying'));
  });

  for (const scenario of ['processing', 'slow'] as const)
    test(`is renewed when the payment is ${scenario}, not earlier`, async () => {
      const shop = await openShop();
      const page = openPage(shop);
      await page.toForm();
      page.hand.scenario = scenario;
      page.send({ type: 'pay' });
      await shop.clock.pass(3_900);
      assert.equal(page.state.status, scenario === 'slow' ? 'confirming' : 'checking');
      await shop.clock.pass(30_000);
      assert.equal(page.state.status, 'renewed');
    });

  test('is open again when the payment is declined after a while, and is paid with another card', async () => {
    const shop = await openShop();
    const page = openPage(shop);
    await page.toForm();
    page.hand.scenario = 'processing-fails';
    page.send({ type: 'pay' });
    await shop.clock.pass(3_900);
    assert.equal(page.way.at(-1), 'checking');
    await shop.clock.pass(30_000);
    const declined = page.state;
    assert.ok(declined.status === 'paying');
    assert.equal(declined.problem?.code, 'payment-declined');

    Object.assign(page.hand, { scenario: 'approve', method: 'debit' });
    page.send({ type: 'pay' });
    await shop.clock.pass(10_000);
    assert.ok(page.state.status === 'renewed');
    assert.equal((await valueOf(shop.api.receipt(page.state.renewal))).paidWith, 'Test debit •• 5556');
  });

  for (const scenario of ['approve', 'processing', 'lost-answer'] as const)
    test(`goes on after a reload while the payment is under way (${scenario})`, async () => {
      const shop = await openShop();
      const page = openPage(shop);
      await page.toForm();
      page.hand.scenario = scenario;
      page.send({ type: 'pay' });
      page.close();

      const reloaded = openPage(shop, page.drawer);
      assert.ok(page.drawer.ticket);
      shop.api.authorize(null); // The ticket is enough.
      reloaded.send({ type: 'resume', ticket: page.drawer.ticket });
      await shop.clock.pass(60_000);
      assert.equal(reloaded.state.status, 'renewed');
      assert.deepEqual(reloaded.confirmed, []);
      shop.api.authorize('again');
      assert.equal((await shop.cardOf('card-global')).entitlement.expiresAt, '2027-12-04T00:00:00Z');
    });

  test('that is given up frees the card, and takes no money any more', async () => {
    const shop = await openShop();
    const page = openPage(shop);
    await page.toForm();
    const form = page.state;
    assert.ok(form.status === 'paying');
    const { paymentId, request } = paymentOf(form.renewal);
    page.send({ type: 'back' });
    await shop.clock.pass(0);
    assert.equal(page.state.status, 'choosing');
    assert.equal((await shop.cardOf('card-global')).openRenewal, null);

    const answer = shop.sandbox.confirm(paymentId, request);
    await shop.clock.pass(0);
    assert.deepEqual(await answer, { state: 'requires_payment_method', problemCode: 'quote-expired' });
    await shop.clock.pass(10_000);
    assert.equal((await shop.cardOf('card-global')).entitlement.expiresAt, '2026-12-04T00:00:00.000Z');
    await page.toForm();
    assert.equal(page.state.status, 'paying');
  });
});

describe('one card', () => {
  test('has one renewal: a second quote leads into the one that is open', async () => {
    const shop = await openShop();
    const page = openPage(shop);
    await page.toForm();
    const other = openPage(shop);
    await other.toForm({ ...choice, planId: 'global-1m' });
    await shop.clock.pass(10_000);
    assert.ok(other.state.status === 'paying');
    assert.equal(other.state.renewal.renewalId, 'renewal-2');
    assert.equal(other.state.renewal.quote.plan.planId, 'global-12m');
  });

  test('names the renewal that holds it, until it is extended', async () => {
    const shop = await openShop({ supplierDelayMs: 1_000 });
    const first = await valueOf(shop.api.quote(choice));
    const second = await valueOf(shop.api.quote({ ...choice, planId: 'global-1m' }));
    const begun = await valueOf(shop.api.begin(first));
    const { paymentId, request } = paymentOf(begun);
    const seen: unknown[] = [];
    const look = async () => {
      const { status } = await valueOf(shop.api.renewal(begun));
      const answer = await shop.api.begin(second);
      assert.ok(!answer.ok);
      seen.push([
        status,
        answer.problem.code,
        answer.problem.renewalId,
        (await shop.cardOf('card-global')).openRenewal,
      ]);
    };
    await look();
    void shop.sandbox.confirm(paymentId, request);
    for (const ms of [0, 500, 500]) {
      await shop.clock.pass(ms);
      await look();
    }
    assert.deepEqual(seen, [
      ['awaiting-payment', 'renewal-open', 'renewal-3', 'renewal-3'],
      ['paid', 'renewal-open', 'renewal-3', 'renewal-3'],
      ['extending', 'renewal-open', 'renewal-3', 'renewal-3'],
      ['renewed', 'card-changed', undefined, null],
    ]);
  });

  test('is extended once by a payment that is sent twice', async () => {
    const shop = await openShop();
    const begun = await valueOf(shop.api.begin(await valueOf(shop.api.quote(choice))));
    const { paymentId, request } = paymentOf(begun);
    const answers = [shop.sandbox.confirm(paymentId, request), shop.sandbox.confirm(paymentId, request)];
    await shop.clock.pass(10_000);
    for (const answer of answers) assert.deepEqual(await answer, { state: 'succeeded', problemCode: null });
    const { entitlement } = await shop.cardOf('card-global');
    assert.equal(entitlement.expiresAt, '2027-12-04T00:00:00Z');
    assert.equal(entitlement.version, '2');
  });

  test('waits for a payment that is not decided at once, also when it is sent again', async () => {
    const shop = await openShop();
    const begun = await valueOf(shop.api.begin(await valueOf(shop.api.quote(choice))));
    const { paymentId, request } = paymentOf(begun);
    const undecided = { state: 'processing', problemCode: null };
    const first = shop.sandbox.confirm(paymentId, { ...request, scenario: 'processing' });
    await shop.clock.pass(1_000);
    const second = shop.sandbox.confirm(paymentId, request);
    await shop.clock.pass(0);
    assert.deepEqual([await first, await second], [undecided, undecided]);
    assert.equal((await valueOf(shop.api.cancel(begun))).status, 'processing', 'too late to give it up');
    await shop.clock.pass(3_000);
    assert.equal((await valueOf(shop.api.renewal(begun))).status, 'paid');
  });

  test('begins one renewal by one quote, however often it is asked', async () => {
    const { api } = await openShop();
    const { quoteId } = await valueOf(api.quote(choice));
    assert.deepEqual(await valueOf(api.begin({ quoteId })), await valueOf(api.begin({ quoteId })));
  });

  test('is free again when nobody has paid by the end of the promise', async () => {
    const shop = await openShop();
    const late = await valueOf(shop.api.quote({ ...choice, planId: 'global-1m' }));
    const begun = await valueOf(shop.api.begin(await valueOf(shop.api.quote(choice))));
    await shop.clock.pass(15 * 60_000 - 1);
    assert.equal((await valueOf(shop.api.renewal(begun))).status, 'awaiting-payment');
    await shop.clock.pass(1);
    assert.equal((await valueOf(shop.api.renewal(begun))).status, 'cancelled');
    assert.equal((await shop.cardOf('card-global')).openRenewal, null);
    assert.equal(await codeOf(shop.api.begin(late)), 'quote-expired');
    await valueOf(shop.api.begin(await valueOf(shop.api.quote(choice))));
  });
});

describe('the dates after a renewal', () => {
  /** Renews and gives the card as it is then. */
  async function renew(wanted: typeof choice) {
    const shop = await openShop();
    const page = openPage(shop);
    await page.toForm(wanted);
    page.send({ type: 'pay' });
    await shop.clock.pass(10_000);
    assert.equal(page.state.status, 'renewed');
    return { ...shop, page, card: await shop.cardOf(wanted.cardRef) };
  }
  const inOrder = (periods: readonly ServicePeriod[]) =>
    periods.every(
      ({ start: from }, nth) => nth === 0 || Date.parse(periods[nth - 1]?.end ?? '') <= Date.parse(from),
    );

  test('have new limits of grace and recovery, counted from the new end', async () => {
    const { card } = await renew(choice);
    const { entitlement } = card;
    assert.equal(entitlement.graceEndsAt, '2027-12-11T00:00:00Z');
    assert.equal(entitlement.recoverableUntil, '2028-03-03T00:00:00Z');
    assert.equal(entitlement.asOf, '2026-11-20T08:00:00.600Z');
    assert.equal(
      expiryOf(card, noticeFor({ months: 12 }), Date.parse('2027-08-01T00:00:00Z')).state,
      'active',
    );
    assert.ok(inOrder(entitlement.periods) && entitlement.periods.length === 2);
  });

  test('drop the rest of the period where the supplier starts again from now, as the quote said', async () => {
    const { card, page } = await renew({ cardRef: 'card-asia', planId: 'asia-12m', currency: 'USD' });
    assert.ok(page.state.status === 'renewed');
    assert.ok(page.state.renewal.quote.effect.losesDays > 165);
    const { periods } = card.entitlement;
    assert.deepEqual(
      periods.map(({ start: from, end }) => [from, end]),
      [
        ['2026-05-05T00:00:00.000Z', '2026-11-20T08:00:00Z'],
        ['2026-11-20T08:00:00Z', '2027-11-20T08:00:00Z'],
      ],
    );
  });

  test('aim for the day of the month that the supplier starts again on', async () => {
    const { card, api, clock } = await renew({ cardRef: 'card-ended', planId: 'global-3m', currency: 'USD' });
    assert.equal(card.entitlement.expiresAt, '2027-02-20T08:00:00Z');
    await clock.pass(0);
    const next = await valueOf(api.quote({ cardRef: 'card-ended', planId: 'global-1m', currency: 'USD' }));
    assert.equal(next.effect.to, '2027-03-20T08:00:00Z');
  });
});

const newPassword = { token: 'token-of-a-reset-mail', password: 'renew-me-again' };

describe('who may see what', () => {
  test('nobody sees cards, plans or prices before signing in', async () => {
    const { api } = await openShop({}, { signedIn: false });
    for (const answer of [
      api.cards(),
      api.plans(choice),
      api.quote(choice),
      api.begin({ quoteId: 'quote-1' }),
    ])
      assert.equal(await codeOf(answer), 'not-signed-in');
  });

  test('signing in takes the right password, and signing out ends it', async () => {
    const { api } = await openShop({}, { signedIn: false });
    assert.equal(await codeOf(api.signIn({ ...demoAccount, password: 'guess' })), 'wrong-credentials');
    assert.equal(await codeOf(api.cards()), 'not-signed-in');
    await valueOf(api.signIn({ ...demoAccount, email: ' MIRA@example.com ' }));
    await valueOf(api.cards());
    assert.equal(await codeOf(api.verifyCode({ challengeId: 'challenge-1', code: '123456' })), 'wrong-code');
    await valueOf(api.requestReset({ email: demoAccount.email }));
    assert.equal(await codeOf(api.setPassword(newPassword)), 'link-ended');
    assert.equal(await codeOf(api.setPassword({ ...newPassword, password: '1234567' })), 'invalid-request');
    await valueOf(api.signOut());
    assert.equal(await codeOf(api.cards()), 'not-signed-in');
  });

  test('a session is found again for as long as nobody has signed out', async () => {
    const { api } = await openShop({}, { signedIn: false });
    assert.equal(await codeOf(api.refreshSession()), 'not-signed-in');
    await valueOf(api.signIn(demoAccount));
    await valueOf(api.refreshSession());
    await valueOf(api.signOut());
    assert.equal(await codeOf(api.refreshSession()), 'not-signed-in');
  });

  test('a shop that asks for a consent begins nothing without one', async () => {
    const demo = demoShop(Date.parse('2026-11-20T08:00:00Z'));
    const { api } = await openShop({ shop: { ...demo, withdrawal: 'waived-with-consent' } });
    const { quoteId, withdrawal } = await valueOf(api.quote(choice));
    assert.equal(withdrawal, 'waived-with-consent');
    assert.equal(await codeOf(api.begin({ quoteId })), 'invalid-request');
    await valueOf(api.begin({ quoteId, consent: { kind: 'withdrawal-waived', text: 'Start at once.' } }));
    await valueOf(api.begin({ quoteId }));
  });

  test('a renewal link opens its card, to see and to renew, and nothing else', async () => {
    const shop = await openShop();
    const page = openPage(shop);
    await page.toForm();
    const { renewalId } = page.drawer.ticket ?? { renewalId: '' };
    const session = await valueOf(shop.api.openLink({ token: sandboxLink('card-global') }));
    assert.equal(session.onlyCard, 'card-global');
    shop.api.authorize(session.token);

    const { cards } = await valueOf(shop.api.cards());
    assert.deepEqual(
      cards.map(({ cardRef }) => cardRef),
      ['card-global'],
    );
    assert.ok((await shop.api.plans({ cardRef: 'card-global' })).ok);
    assert.ok((await shop.api.renewal({ renewalId, renewalToken: null })).ok);
    for (const refused of [
      shop.api.plans({ cardRef: 'card-tablet' }),
      shop.api.quote({ ...choice, cardRef: 'card-tablet' }),
    ])
      assert.equal(await codeOf(refused), 'unknown-card');
    page.send({ type: 'pay' });
    await shop.clock.pass(10_000);
    assert.equal(await codeOf(shop.api.receipt({ renewalId, renewalToken: null })), 'unknown-renewal');
    assert.equal(await codeOf(shop.api.receipts({ cardRef: 'card-global' })), 'unknown-card');
  });

  test('a renewal link to another card does not open the renewal of this one', async () => {
    const shop = await openShop();
    const page = openPage(shop);
    await page.toForm();
    const { renewalId } = page.drawer.ticket ?? { renewalId: '' };
    await valueOf(shop.api.openLink({ token: sandboxLink('card-tablet') }));
    assert.equal(await codeOf(shop.api.renewal({ renewalId, renewalToken: null })), 'unknown-renewal');
  });

  test('a link that names no card has ended', async () => {
    const shop = await openShop();
    for (const token of ['some-other-link-token', sandboxLink('card-9'), 'sandbox-link-to-'])
      assert.equal(await codeOf(shop.api.openLink({ token })), 'link-ended');
  });

  test('a request outside the contract is a problem that names the field', async () => {
    const { api } = await openShop();
    for (const [answer, field] of [
      [api.plans({ cardRef: 7 as never }), 'cardRef'],
      [api.quote({ ...choice, currency: 'usd' }), 'currency'],
      [api.begin(undefined as never), undefined],
      [api.renewal({ renewalId: 'renewal-1', renewalToken: 7 as never }), 'renewalToken'],
      [api.signIn({ email: 'mira', password: 'x' }), 'email'],
    ] as const) {
      const { ok, ...said } = await answer;
      assert.ok(!ok && 'problem' in said);
      assert.deepEqual([said.problem.code, said.problem.field], ['invalid-request', field]);
    }
  });

  test('a ticket opens its renewal without a session, a wrong one looks like none', async () => {
    const { api } = await openShop();
    const { renewalId, renewalToken } = await valueOf(api.begin(await valueOf(api.quote(choice))));
    const session = { renewalId, renewalToken: null };
    await valueOf(api.renewal(session));
    await valueOf(api.signOut());
    await valueOf(api.renewal({ renewalId, renewalToken }));
    assert.equal(await codeOf(api.receipt({ renewalId, renewalToken })), 'not-paid-yet');
    for (const ticket of [
      session,
      { renewalId, renewalToken: 'guess' },
      { renewalId: 'renewal-9', renewalToken },
    ])
      for (const answer of [api.renewal(ticket), api.cancel(ticket), api.receipt(ticket)])
        assert.equal(await codeOf(answer), 'unknown-renewal');
  });

  test('a payment needs its secret', async () => {
    const shop = await openShop();
    const begun = await valueOf(shop.api.begin(await valueOf(shop.api.quote(choice))));
    const { paymentId, request } = paymentOf(begun);
    const answer = shop.sandbox.confirm(paymentId, { ...request, clientSecret: 'guess' });
    await shop.clock.pass(10_000);
    assert.deepEqual(await answer, { state: 'requires_payment_method', problemCode: 'payment-setup' });
    assert.equal((await valueOf(shop.api.renewal(begun))).status, 'awaiting-payment');
  });
});

describe('what is on offer', () => {
  test('names plans of the family of the card, priced, with the dates they lead to', async () => {
    const { api } = await openShop();
    const { plans, currencies } = await valueOf(api.plans({ cardRef: 'card-global', currency: 'EUR' }));
    assert.deepEqual(currencies, ['USD', 'EUR', 'CNY']);
    assert.deepEqual(
      plans.map(({ planId, price, current }) => [
        planId,
        price.total.minor,
        price.perMonth?.minor,
        price.saving?.percent,
        current,
      ]),
      [
        ['global-1m', 850, 850, undefined, false],
        ['global-3m', 2_250, 750, 11, false],
        ['global-12m', 7_900, 659, 22, true],
        ['global-24m', 13_900, 580, 31, false],
      ],
    );
    assert.ok(plans.every(({ offer }) => offer.ok));
  });

  test('names plans in other languages, and goes on naming them so on the quote, the card and the receipt', async () => {
    const shop = await openShop();
    const { plans } = await valueOf(shop.api.plans({ cardRef: 'card-global' }));
    const read = plans.map(({ nameIn, includesIn, price }) => [
      nameIn?.['de'],
      includesIn?.['de']?.[0],
      price.saving?.comparedWith.nameIn?.['de'],
    ]);
    assert.deepEqual(read, [
      ['1 Monat', '40 Länder', undefined],
      ['3 Monate', '40 Länder', '1 Monat'],
      ['1 Jahr', '60 Länder', '1 Monat'],
      ['2 Jahre', '60 Länder', '1 Monat'],
    ]);
    const renewal = await renewed(shop);
    const { plan, lines } = await valueOf(shop.api.receipt(renewal));
    const { currentPlan, entitlement } = await shop.cardOf('card-global');
    assert.deepEqual(
      [renewal.quote.plan, plan, currentPlan, entitlement.periods[1]?.plan].map(
        (each) => each?.nameIn?.['zh-Hans'],
      ),
      ['1年', '1年', '1年', '1年'],
    );
    assert.equal(lines[0]?.labelIn?.['zh-Hans'], '1年');
  });

  test('is in one language in a shop that has no other', async () => {
    const { plans, ...shop } = demoShop(start);
    const inEnglish = plans.map((plan) => {
      const { nameIn, includesIn, ...others } = plan;
      assert.ok(nameIn && includesIn);
      return others;
    });
    const { api } = await openShop({ shop: { ...shop, plans: inEnglish } });
    const [first] = (await valueOf(api.plans({ cardRef: 'card-global' }))).plans;
    assert.deepEqual([first?.name, first?.nameIn, first?.includesIn], ['1 month', undefined, undefined]);
    const { plan, lines } = await valueOf(api.quote(choice));
    assert.deepEqual([plan.nameIn, lines[0]?.labelIn], [undefined, undefined]);
  });

  test('says why and when where there is nothing to sell', async () => {
    const { api } = await openShop();
    assert.equal(await codeOf(api.plans({ cardRef: 'card-9' })), 'unknown-card');
    assert.equal(await codeOf(api.plans({ cardRef: 'card-global', currency: 'XXX' })), 'unknown-currency');
    assert.equal(await codeOf(api.quote({ ...choice, cardRef: 'card-9' })), 'unknown-card');
    assert.equal(await codeOf(api.quote({ ...choice, planId: 'global-9m' })), 'unknown-plan');
    assert.equal(await codeOf(api.quote({ ...choice, planId: 'asia-1m' })), 'plan-not-for-card');
    assert.equal(await codeOf(api.quote({ ...choice, currency: 'XXX' })), 'unknown-currency');
    assert.equal(await codeOf(api.begin({ quoteId: 'quote-9' })), 'unknown-quote');
    const shorter = await api.quote({ cardRef: 'card-asia', planId: 'asia-1m', currency: 'USD' });
    assert.ok(
      !shorter.ok && shorter.problem.code === 'not-renewable' && shorter.problem.reason === 'would-shorten',
    );
  });

  test('is no year that adds an hour, where the supplier starts again from now', async () => {
    const inAYear = Date.parse('2027-11-20T08:00:00Z');
    const endingAt = (at: number) => shopWith('card-asia', { expiresAt: new Date(at).toISOString() });
    const hour = 3_600_000;
    const year = { cardRef: 'card-asia', planId: 'asia-12m', currency: 'USD' };
    const { api } = await openShop({ shop: endingAt(inAYear - hour) });
    const refused = await api.quote(year);
    assert.ok(!refused.ok && refused.problem.reason === 'would-shorten');
    const { api: other } = await openShop({ shop: endingAt(inAYear - 24 * hour) });
    await valueOf(other.quote(year));
  });

  for (const reason of ['suspended', 'revoked'] as const)
    test(`is nothing for a card that is ${reason}`, async () => {
      const { api } = await openShop({ shop: shopWith('card-global', { [reason]: true }) });
      const { plans } = await valueOf(api.plans({ cardRef: 'card-global' }));
      assert.ok(plans.every(({ offer }) => !offer.ok && offer.reason === reason));
      const answer = await api.quote(choice);
      assert.ok(!answer.ok && answer.problem.reason === reason);
    });

  test('begins now for a card that was never used', async () => {
    const { api } = await openShop({ shop: shopWith('card-global', { expiresAt: null, periods: [] }) });
    const { effect } = await valueOf(api.quote(choice));
    assert.deepEqual(effect, {
      from: '2026-11-20T08:00:00.000Z',
      to: '2027-11-20T08:00:00Z',
      basis: 'now',
      losesDays: 0,
      previousExpiry: null,
    });
  });

  test('has the decimals of its currency', async () => {
    const shop = demoShop(start);
    const plans = shop.plans.map((plan) => ({ ...plan, prices: { JPY: 1_200, KWD: 3_000, USD: 900 } }));
    const { api } = await openShop({ shop: { ...shop, plans } });
    const exponents = ['JPY', 'KWD', 'USD'].map(
      async (currency) => (await valueOf(api.quote({ ...choice, currency }))).total.exponent,
    );
    assert.deepEqual(await Promise.all(exponents), [0, 3, 2]);
  });

  test('takes as long to answer as it is told', async () => {
    const { api, clock } = await openShop({ answerDelayMs: 250 }, { signedIn: false });
    const answered: string[] = [];
    void api.cards().then(() => answered.push('cards'));
    await clock.pass(249);
    assert.deepEqual(answered, []);
    await clock.pass(1);
    assert.deepEqual(answered, ['cards']);
  });

  test('shows one card for each thing that can be true of its dates', () => {
    const states = demoCards(start).map(
      ({ card }) => expiryOf(card, noticeFor(card.currentPlan.term), start).state,
    );
    assert.deepEqual(states, ['due-soon', 'active', 'due-now', 'grace', 'expired', 'active']);
  });
});

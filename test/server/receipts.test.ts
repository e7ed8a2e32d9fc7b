import type { Quote, Receipt, ReceiptList, Renewal, Session } from '@leb-renew/core/contract';
import type { PaymentFact, PaymentGateway } from '@leb-renew/server';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openStore } from '../../packages/server/src/store/database.ts';
import { migrations } from '../../packages/server/src/store/migrations/index.ts';
import { emptyDatabase, query } from './shop/cluster.ts';
import { sendNotice } from './shop/notice.ts';
import { openShop, type Shop, type ShopChanges } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

const label = 'LEB Global card';

/** A shop with a tax of 19 %, what its provider can be asked for, and what it says. */
async function setup(t: TestContext, changes: ShopChanges = {}) {
  const provider = { says: (fact: PaymentFact): PaymentFact => fact, gateway: null as PaymentGateway | null };
  const shop = await openShop(t, {
    ...changes,
    aroundPayments(gateway) {
      provider.gateway = gateway;
      return {
        ...gateway,
        async read(ref) {
          const answer = await gateway.read(ref);
          return answer.ok ? { ok: true, value: provider.says(answer.value) } : answer;
        },
      };
    },
    options: { throttling: false, pageUrl: 'https://shop.example/renew', ...changes.options },
  });
  await query(shop.databaseUrl, 'update leb_renew.plans set tax_rate_basis_points = 1900');
  const token = await shop.signIn();
  return {
    shop,
    token,
    provider,
    async paid(): Promise<Renewal> {
      const begun = await shop.begin(token, (await shop.quote(token, { label })).quoteId);
      await shop.pay(begun, 'approve');
      return begun;
    },
    /** All of it without an amount. */
    async refund(of: Renewal, minor: number | null = null) {
      const amount = minor === null ? null : { ...of.quote.total, minor };
      assert.ok((await provider.gateway?.refund(await paymentOf(shop, of), amount, `refund:${minor}`))?.ok);
    },
    receipt: (of: Renewal) =>
      shop.get<Receipt>('receipt', { path: { renewalId: of.renewalId }, token: of.renewalToken }),
    /** Begins a renewal as whoever holds a link to the card. */
    async renewByLink(cardRef: string): Promise<Renewal> {
      const link = (await shop.server.admin.renewalLink(cardRef)).replace(/^.*#leb-renew=/, '');
      const { token: holder } = await shop.get<Session>('openLink', { body: { token: link } });
      const body = { cardRef, planId: 'global-1m', currency: 'USD' };
      return shop.begin(holder, (await shop.get<Quote>('quote', { token: holder, body })).quoteId);
    },
    /** As they were issued. */
    papers: () => papersIn(shop),
  };
}

interface Row {
  readonly number: string;
  readonly corrects: string | null;
  readonly receipt: Receipt;
}
const papersIn = ({ databaseUrl }: Shop) =>
  query<Row & Record<string, unknown>>(
    databaseUrl,
    'select number, corrects, receipt from leb_renew.receipts order by number',
  );

async function paymentOf(shop: Shop, { renewalId }: Renewal): Promise<string> {
  const [row] = await query<{ payment_ref: string }>(
    shop.databaseUrl,
    'select payment_ref from leb_renew.renewals where renewal_id = $1',
    [renewalId],
  );
  return row?.payment_ref ?? assert.fail('no payment');
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

test('a receipt has what the law and the customer ask for', async (t) => {
  const { shop, paid, receipt } = await setup(t, { options: { withdrawal: '14-days' } });
  const begun = await paid();
  const { period } = await shop.reaches(begun, 'renewed');
  const { quote } = begun;
  const seen = await receipt(begun);
  assert.deepEqual(
    [seen.seller, seen.plan, seen.reference, seen.total],
    [quote.seller, quote.plan, begun.reference, quote.total],
  );
  assert.deepEqual([seen.previousExpiry, seen.period], [quote.effect.previousExpiry, period]);
  assert.deepEqual([seen.zone, seen.card.iccidMasked], ['Asia/Shanghai', '8985 •••• •••• 4821']);
  assert.deepEqual([seen.withdrawal, seen.paidWith], ['14-days', 'Test Visa •• 4242']);
  assert.deepEqual([seen.corrects, seen.correctedBy], [null, []]);
  // 84.00 with 19 % in it is 70.59 and 13.41.
  assert.deepEqual(
    seen.lines.map(({ kind, amount, rateBasisPoints }) => [kind, amount.minor, rateBasisPoints]),
    [
      ['plan', 7_059, null],
      ['tax', 1_341, 1_900],
    ],
  );
  assert.ok(Math.abs(Date.parse(seen.issuedAt) - shop.now()) < 30_000);
});

test('nobody can change, delete or renumber what was issued', async (t) => {
  const { shop, paid, receipt } = await setup(t);
  const begun = await paid();
  await shop.reaches(begun, 'renewed');
  const before = await receipt(begun);
  const tries = [
    `update leb_renew.receipts set receipt = receipt || '{"reference":"OTHER"}'`,
    `update leb_renew.receipts set number = 'R-2026-00007'`,
    'delete from leb_renew.receipts',
    'truncate leb_renew.receipts cascade',
    'truncate leb_renew.renewals cascade',
    'update leb_renew.receipt_years set last = last + 2',
    'update leb_renew.receipt_years set last = last - 1',
    'update leb_renew.receipt_years set year = year + 1',
    'insert into leb_renew.receipt_years values (1999, 5)',
    'delete from leb_renew.receipt_years',
    'truncate leb_renew.receipt_years',
  ];
  for (const text of tries)
    await assert.rejects(query(shop.databaseUrl, text), /receipts are never changed|count by one/, text);
  const copy = `insert into leb_renew.receipts (number, renewal_id, receipt)
    select 'R-2026-99999', renewal_id, receipt from leb_renew.receipts`;
  await assert.rejects(query(shop.databaseUrl, copy), /receipts_one_per_renewal/);
  assert.deepEqual({ ...(await receipt(begun)), sentTo: null }, { ...before, sentTo: null });
});

test('numbers run on without gaps on two servers, through what is rolled back, and through the turn of the year', async (t) => {
  const { shop, papers, renewByLink } = await setup(t);
  await shop.addServer();
  const year = new Date().getUTCFullYear();
  const half = 12;
  // Cards that live long enough.
  await query(
    shop.databaseUrl,
    `insert into leb_renew.cards
     select (jsonb_populate_record(card, jsonb_build_object(
       'card_ref', 'copy-' || n, 'iccid', 89860000000000000 || lpad(n::text, 2, '0'), 'expires_at', $1::text))).*
     from leb_renew.cards card, generate_series(1, $2::int) n where label = $3`,
    [`${year + 1}-06-01T00:00:00Z`, 2 * half, label],
  );
  // Every other try fails after it took its number.
  for (const statement of [
    'create sequence public.tries',
    `create function public.fail_often() returns trigger language plpgsql as $$
     begin
       if nextval('public.tries') % 2 = 1 then raise exception 'forced to roll back'; end if;
       return new;
     end $$`,
    `create trigger fail_often after insert on leb_renew.receipts
     for each row execute function public.fail_often()`,
  ])
    await query(shop.databaseUrl, statement);

  async function payFor(first: number) {
    const renewals = await Promise.all(
      Array.from({ length: half }, (_, index) => renewByLink(`copy-${first + index}`)),
    );
    await Promise.all(renewals.map((renewal) => shop.pay(renewal, 'approve')));
    await Promise.all(
      renewals.map(({ renewalId, renewalToken: token }) =>
        until('renewed, also by looking', async () => {
          const { value } = await shop.call('renewal', { path: { renewalId }, token, query: '?refresh=1' });
          return (value as Renewal | null)?.status === 'renewed';
        }),
      ),
    );
  }
  shop.advance(Date.UTC(year + 1, 0, 1) - 300_000 - shop.now());
  await payFor(1);
  shop.advance(300_000);
  await payFor(1 + half);
  const numbers = (of: number) =>
    Array.from({ length: half }, (_, index) => `R-${of}-${String(index + 1).padStart(5, '0')}`);
  assert.deepEqual(
    (await papers()).map(({ number }) => number),
    [...numbers(year), ...numbers(year + 1)],
  );
  const [row] = await query<{ tries: number }>(
    shop.databaseUrl,
    'select last_value::int tries from public.tries',
  );
  assert.ok((row?.tries ?? 0) >= 4 * half - 1, `only ${row?.tries} tries`);
});

test('money that goes back is put on corrections, which add up with the receipt to what was kept', async (t) => {
  const { shop, paid, refund, receipt, papers } = await setup(t);
  const begun = await paid();
  const renewed = await shop.reaches(begun, 'renewed');
  const [issued] = await papers();
  // The provider tells how much went back altogether, and may tell it twice and out of order.
  for (const [minor, altogether] of [
    [1_400, 1_400],
    [3, 1_403],
    [997, 2_400],
    [997, 2_400], // The same one again.
    [5_999, 8_399],
  ] as const) {
    await refund(begun, minor);
    await until(`what was kept of 8400 after ${altogether}`, async () => {
      const left = sumOf((await papers()).map(({ receipt: { total } }) => total.minor));
      return left === 8_400 - altogether;
    });
  }
  await refund(begun);
  await until('all went back', async () => (await papers()).length === 6);
  for (const id of ['msg_again', 'msg_again', 'msg_and_again'])
    await sendNotice(shop, await paymentOf(shop, begun), { id });
  await until('the notices are settled', async () => {
    const open = await query(shop.databaseUrl, 'select 1 from leb_renew.notices where settled_at is null');
    return open.length === 0;
  });

  const [original, ...corrections] = await papers();
  assert.deepEqual(original, issued, 'the receipt stays as it was issued');
  assert.deepEqual(
    corrections.map(({ receipt: { total } }) => total.minor),
    [-1_400, -3, -997, -5_999, -1],
  );
  for (const { number, corrects, receipt: paper } of corrections) {
    assert.equal(corrects, original?.number, number);
    assert.equal(sumOf(paper.lines.map(({ amount }) => amount.minor)), paper.total.minor, number);
    assert.ok(
      paper.lines.every(({ amount }) => amount.minor <= 0),
      number,
    );
  }
  for (const line of [0, 1])
    assert.equal(
      sumOf((await papers()).map(({ receipt: { lines } }) => lines[line]?.amount.minor ?? NaN)),
      0,
    );
  // The tax in 14.00 is 2.235, in 9.97 it is 1.59.
  assert.deepEqual(
    [0, 2].map((index) => corrections[index]?.receipt.lines.map(({ amount }) => amount.minor)),
    [
      [-1_176, -224],
      [-838, -159],
    ],
  );

  const seen = await receipt(begun);
  assert.equal(seen.number, renewed.receiptNumber);
  assert.deepEqual(
    seen.correctedBy,
    corrections.map(({ number }) => number),
  );
  assert.deepEqual((await shop.renewal(begun)).status, 'renewed', 'what is done is not undone');
});

test('money that went back before anybody heard of it extends nothing, and leaves two papers', async (t) => {
  const { shop, token, paid, refund, papers } = await setup(t, { noticesTo: 'nowhere' });
  const before = await shop.cardCalled(token, label);
  const begun = await paid();
  await refund(begun);
  assert.equal((await shop.renewal(begun, '?refresh=1')).status, 'review');
  assert.equal((await shop.renewal(begun, '?refresh=1')).status, 'refunded');
  assert.deepEqual(
    (await papers()).map(({ receipt: { total } }) => total.minor),
    [8_400, -8_400],
  );
  assert.deepEqual((await shop.cardCalled(token, label)).entitlement, before.entitlement);
  assert.deepEqual(await query(shop.databaseUrl, 'select * from leb_local_supplier.extensions'), []);
});

test('what arrived beside the total is on no paper, and takes none back when it returns', async (t) => {
  const money = (minor: number, currency = 'USD') => ({ minor, currency, exponent: 2 as const });
  const cases: readonly (readonly [
    what: string,
    received: PaymentFact['received'],
    back: number,
    papers: number[],
  ])[] = [
    ['two cents too much, and one went back', money(8_402), 1, [8_400]],
    ['a cent too much, and a euro went back', money(8_401), 101, [8_400, -100]],
    ['a cent too little, and all of it went back', money(8_399), 8_399, [8_400, -8_400]],
    ['another currency, and some of it went back', money(7_900, 'EUR'), 1_000, [8_400]],
    ['another currency, and all of it went back', money(7_900, 'EUR'), 7_900, [8_400, -8_400]],
  ];
  const { shop, paid, provider, papers } = await setup(t, { noticesTo: 'nowhere' });
  for (const [what, received, back, expected] of cases) {
    provider.says = (fact) => ({ ...fact, received, refunded: null });
    const begun = await paid();
    assert.equal((await shop.renewal(begun, '?refresh=1')).status, 'review', what);
    provider.says = (fact) => ({ ...fact, received, refunded: { ...received, minor: back } });
    await shop.renewal(begun, '?refresh=1');
    const mine = (await papers()).filter(({ receipt }) => receipt.renewalId === begun.renewalId);
    assert.deepEqual(
      mine.map(({ receipt: { total } }) => total.minor),
      expected,
      what,
    );
    await query(shop.databaseUrl, 'update leb_renew.renewals set holds_card = false');
  }
});

test('whoever renewed by a link sees the receipt, and not where the owner’s mail went', async (t) => {
  const { shop, token, receipt, renewByLink } = await setup(t);
  const { cardRef } = await shop.cardCalled(token, label);
  const begun = await renewByLink(cardRef);
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'renewed');
  const path = { renewalId: begun.renewalId };
  await until('the owner sees where the mail went', async () => {
    const { sentTo } = await shop.get<Receipt>('receipt', { path, token });
    return sentTo === 'm•••@example.com';
  });
  const { sentTo, links } = await receipt(begun);
  assert.equal(sentTo, null);
  assert.ok(links.page !== null && links.calendar !== null);
});

test('a card’s receipts are listed to its owner, newest first, with what went back', async (t) => {
  const { shop, token, paid, refund } = await setup(t);
  const { cardRef } = await shop.cardCalled(token, label);
  const path = { cardRef };
  const listed = async () => (await shop.get<ReceiptList>('receipts', { path, token })).receipts;
  assert.deepEqual(await listed(), []);
  const first = await shop.reaches(await paid(), 'renewed');
  shop.advance(60_000);
  const second = await shop.reaches(await paid(), 'renewed');
  await refund(first, 1_400);
  await until('the refund is listed', async () => (await listed()).length === 3);

  const rows = await listed();
  const rowsOf = (renewal: Renewal) => [renewal.renewalId, second.quote.plan.planId] as const;
  assert.deepEqual(
    rows.map(({ renewalId, plan, total, corrects, period }) => [
      [renewalId, plan.planId],
      total.minor,
      corrects,
      period,
    ]),
    [
      [rowsOf(first), -1_400, first.receiptNumber, null],
      [rowsOf(second), 8_400, null, second.period],
      [rowsOf(first), 8_400, null, first.period],
    ],
  );
  // The session alone opens each in full.
  for (const row of rows.slice(1)) {
    const whole = await shop.get<Receipt>('receipt', { path: { renewalId: row.renewalId }, token });
    assert.deepEqual({ ...whole, ...row }, whole);
  }
  for (const { number, links } of rows)
    assert.match(await (await fetch(links.page ?? '')).text(), new RegExp(`<bdi>${number}</bdi>`));

  await query(
    shop.databaseUrl,
    `update leb_renew.renewals set review = 'other-amount' where renewal_id = $1`,
    [second.renewalId],
  );
  assert.deepEqual(
    (await listed()).map(({ renewalId }) => renewalId),
    [first.renewalId, first.renewalId],
    'what does not say the sum that came is shown to nobody',
  );
});

test('a card’s receipts are shown to nobody else, nor to who has the card now', async (t) => {
  const { shop, token, paid } = await setup(t);
  const { cardRef } = await shop.cardCalled(token, label);
  await shop.reaches(await paid(), 'renewed');
  const path = { cardRef };
  const tom = await shop.signIn('tom');
  const link = (await shop.server.admin.renewalLink(cardRef)).replace(/^.*#leb-renew=/, '');
  const { token: holder } = await shop.get<Session>('openLink', { body: { token: link } });
  for (const who of [tom, holder])
    assert.equal(await shop.refused('receipts', { path, token: who }), 'unknown-card');

  await query(
    shop.databaseUrl,
    `update leb_renew.cards set account_id = (select "id" from leb_renew_accounts."user" where email like 'tom%')
     where card_ref = $1`,
    [cardRef],
  );
  assert.deepEqual(await shop.get('receipts', { path, token: tom }), { receipts: [] });
  assert.equal(await shop.refused('receipts', { path, token }), 'unknown-card');
});

test('of very many receipts of a card the newest hundred are listed', async (t) => {
  const { shop, token, paid } = await setup(t);
  const { cardRef } = await shop.cardCalled(token, label);
  const { receiptNumber } = await shop.reaches(await paid(), 'renewed');
  await query(
    shop.databaseUrl,
    `insert into leb_renew.receipts (number, renewal_id, corrects, receipt)
     select 'R-2999-' || lpad(n::text, 5, '0'), renewal_id, number, receipt || jsonb_build_object(
       'number', 'R-2999-' || lpad(n::text, 5, '0'), 'issuedAt', '2999-01-01T00:00:00Z')
     from leb_renew.receipts, generate_series(1, 120) n`,
  );
  const { receipts } = await shop.get<ReceiptList>('receipts', { path: { cardRef }, token });
  assert.deepEqual(
    [receipts.length, receipts[0]?.number, receipts.at(-1)?.number, receipts[0]?.corrects],
    [100, 'R-2999-00120', 'R-2999-00021', receiptNumber],
  );
});

test('a receipt of the first release is kept, and says what its quote said', async (t) => {
  const databaseUrl = await emptyDatabase();
  const store = openStore({ databaseUrl, connections: 1 });
  t.after(() => store.close());
  await query(databaseUrl, 'create schema leb_renew');
  const sale = [
    `insert into leb_renew_accounts."user" values ('a', 'Mira', 'mira@example.com', true)`,
    `insert into leb_renew.plans values ('p', 'f', '1 year', '{"months":12}', '{}', '[]', '{}', 0, 1)`,
    `insert into leb_renew.cards
       (card_ref, account_id, iccid, label, region, devices, plan_id, zone, anchor_day, anchor_time, starts_on, grace_days,
        grace_service_on, profile, as_of)
     values ('c', 'a', '8985990000000004821', 'Card', 'Global', '[]', 'p', 'UTC', 1, '00:00:00', 'purchase', 0, true, 'unknown', now())`,
    `insert into leb_renew.quotes values ('q', 'a', 'c', 'p', now(), '{"withdrawal":"14-days"}')`,
    `insert into leb_renew.renewals
       (renewal_id, quote_id, account_id, card_ref, status, rank, seq, holds_card, reference, provider, paid_at, receipt_number, created_at, updated_at)
     values ('r', 'q', 'a', 'c', 'paid', 1, 3, true, 'ESTK-4B', 'sandbox', now(), 'R-2026-00001', now(), now())`,
    `insert into leb_renew.receipts values ('R-2026-00001', 'r', '{"number":"R-2026-00001"}')`,
    `insert into leb_renew.receipt_years values (2026, 1)`,
  ];
  for (const [name, { up }] of Object.entries(migrations)) {
    await up(store.database as never);
    if (name === '004-sign-in') for (const statement of sale) await query(databaseUrl, statement);
  }
  assert.deepEqual(await query(databaseUrl, 'select * from leb_renew.receipts'), [
    {
      number: 'R-2026-00001',
      renewal_id: 'r',
      receipt: { number: 'R-2026-00001', withdrawal: '14-days' },
      corrects: null,
    },
  ]);
});

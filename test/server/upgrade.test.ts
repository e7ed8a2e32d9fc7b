import type { Receipt, ReceiptList, Renewal } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { emptyDatabase, query } from './shop/cluster.ts';
import { openShop } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

/** What the dump holds, by the reference of each renewal. */
const found = {
  renewed: 'WTJD-46',
  cancelled: 'GJYC-RC',
  review: 'C33D-HM',
  extending: '6DJ5-QY',
  waiting: 'X26W-XA',
  paidUnheard: '8TZ9-YZ',
};
const madeAt = Date.parse('2026-11-22T17:05:00Z');

test('a database that an older version left in the middle of everything is taken up where it was', async (t) => {
  const databaseUrl = await emptyDatabase();
  await query(databaseUrl, await readFile(new URL('released/004.sql', import.meta.url), 'utf8'));
  const receipts = () =>
    query<{ receipt: object }>(databaseUrl, 'select receipt from leb_renew.receipts order by number');
  const before = await receipts();

  const shop = await openShop(t, { databaseUrl, offset: madeAt - Date.now() });
  const mira = await shop.signIn('mira');
  const idOf = async (reference: string) => {
    const [row] = await query<{ id: string }>(
      databaseUrl,
      'select renewal_id id from leb_renew.renewals where reference = $1',
      [reference],
    );
    return row?.id ?? assert.fail(`${reference} is gone`);
  };
  const renewal = async (reference: string, query = '') =>
    shop.get<Renewal>('renewal', { path: { renewalId: await idOf(reference) }, token: mira, query });

  assert.equal((await renewal(found.renewed)).status, 'renewed');
  await until(
    'what was paid for is extended',
    async () => (await renewal(found.extending)).status === 'renewed',
  );
  assert.notEqual((await renewal(found.paidUnheard, '?refresh=1')).status, 'awaiting-payment');
  await until('what nobody had heard of is extended', async () => {
    return (await renewal(found.paidUnheard)).status === 'renewed';
  });
  const waiting = await renewal(found.waiting);
  assert.equal(waiting.status, 'awaiting-payment');
  assert.equal((await shop.begin(mira, waiting.quote.quoteId)).renewalId, waiting.renewalId);

  const tom = await shop.signIn('tom');
  const ofTom = async (reference: string) =>
    shop.get<Renewal>('renewal', { path: { renewalId: await idOf(reference) }, token: tom });
  assert.equal((await ofTom(found.cancelled)).status, 'cancelled');
  assert.equal((await ofTom(found.review)).status, 'review');

  const renewed = await idOf(found.renewed);
  const receipt = await shop.get<Receipt>('receipt', { path: { renewalId: renewed }, token: mira });
  assert.equal(receipt.number, 'R-2026-00001');
  const path = { cardRef: receipt.card.cardRef };
  const listed = await shop.get<ReceiptList>('receipts', { path, token: mira });
  assert.ok(listed.receipts.some(({ number, total }) => number === receipt.number && total.minor > 0));
  const now = await receipts();
  for (const [nth, old] of before.entries())
    assert.deepEqual({ ...now[nth]?.receipt, ...old.receipt }, now[nth]?.receipt, 'a receipt was changed');
  const [books] = await query(
    databaseUrl,
    `select (select count(*)::int from leb_local_supplier.extensions) extensions,
            (select count(*)::int from leb_renew.service_periods where renewal_id is not null) periods`,
  );
  assert.deepEqual(books, { extensions: 3, periods: 3 });
});

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { query } from './shop/cluster.ts';
import { openShop } from './shop/open-shop.ts';

const consent = {
  kind: 'withdrawal-waived',
  text: '请立即开始服务。Start at once; I know that I cannot withdraw then.',
};

test('where the right to withdraw is given up, nothing begins before the customer agrees to it', async (t) => {
  const shop = await openShop(t, { options: { withdrawal: 'waived-with-consent' } });
  const token = await shop.signIn();
  const { quoteId, withdrawal } = await shop.quote(token);
  assert.equal(withdrawal, 'waived-with-consent');
  const before = await shop.snapshot();
  const refused: unknown[] = [
    undefined,
    null,
    true,
    {},
    { kind: consent.kind },
    { ...consent, text: '' },
    { ...consent, kind: 'marketing' },
    { ...consent, text: 'x'.repeat(501) },
    { ...consent, given: '2020-01-01T00:00:00Z' },
  ];
  for (const given of refused) {
    const { status, problem } = await shop.call('begin', { token, body: { quoteId, consent: given } });
    assert.deepEqual([status, problem?.code, problem?.charged], [422, 'invalid-request', 'no']);
    assert.match(problem?.field ?? '', /^consent/);
  }
  assert.equal(await shop.snapshot(), before);
  assert.equal((await shop.call('begin', { token, body: { quoteId, consent } })).status, 200);
});

test('what was agreed to is kept with its words and its time, once, and nobody can change it', async (t) => {
  const shop = await openShop(t, { options: { withdrawal: 'waived-with-consent' } });
  const token = await shop.signIn();
  const { quoteId } = await shop.quote(token);
  const asked = await Promise.all(
    Array.from({ length: 5 }, () => shop.call('begin', { token, body: { quoteId, consent } })),
  );
  assert.ok(asked.every(({ status }) => status === 200));
  // Whoever asks again need not agree again, and cannot agree to something else.
  for (const body of [{ quoteId }, { quoteId, consent: { ...consent, text: 'Nothing.' } }])
    assert.equal((await shop.call('begin', { token, body })).status, 200);
  const kept = await query<{ text: string; sha256: string; given_at: Date }>(
    shop.databaseUrl,
    'select text, sha256, given_at from leb_renew.consents',
  );
  assert.equal(kept.length, 1);
  const sha256 = createHash('sha256').update(consent.text).digest('hex');
  assert.deepEqual([kept[0]?.text, kept[0]?.sha256], [consent.text, sha256]);
  assert.ok(Math.abs((kept[0]?.given_at.getTime() ?? 0) - shop.now()) < 60_000);
  for (const change of [`update leb_renew.consents set text = 'x'`, 'delete from leb_renew.consents'])
    await assert.rejects(query(shop.databaseUrl, change), /kept as it was given/);
});

test('a seller who asks for no consent keeps none', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const { quoteId } = await shop.quote(token);
  assert.equal((await shop.call('begin', { token, body: { quoteId, consent } })).status, 200);
  assert.deepEqual(await query(shop.databaseUrl, 'select 1 from leb_renew.consents'), []);
});

import { problem } from '@leb-renew/core/contract';
import type { CardReading, LogEntry, Supplier } from '@leb-renew/server';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { query } from './shop/cluster.ts';
import { openShop, type Shop, type ShopChanges } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

const label = 'LEB Global card';
const dayMs = 24 * 3_600_000;

/** A shop whose supplier answers what the test says, and takes lines `id iccid` for notices. */
async function setup(
  t: TestContext,
  { readsEveryMs = 0, ...changes }: ShopChanges & { readsEveryMs?: number } = {},
) {
  const reads: string[] = [];
  const told: LogEntry[] = [];
  let says: Partial<CardReading> = {};
  const shop: Shop = await openShop(t, {
    log: (entry) => void told.push(entry),
    aroundSupplier: (supplier): Supplier => ({
      ...supplier,
      name: 'talker',
      readsEveryMs,
      async readCard(iccid, signal) {
        reads.push(iccid);
        const nothing = await supplier.readCard(iccid, signal);
        return { ...(nothing as CardReading), asOf: new Date(shop.now()).toISOString(), ...says };
      },
      parseNotice(raw) {
        const lines = new TextDecoder().decode(raw).split('\n');
        if (lines[0] === 'forged') return Promise.resolve({ ok: false, problem: problem('bad-notice') });
        const value = lines.map((line) => {
          const [id = '', iccid = ''] = line.split(' ');
          return { id: id === '-' ? null : id, kind: 'test', iccid };
        });
        return Promise.resolve({ ok: true, value });
      },
    }),
    ...changes,
  });
  const [card] = await query<{ iccid: string }>(
    shop.databaseUrl,
    `select iccid from leb_renew.cards where label = $1`,
    [label],
  );
  const iccid = card?.iccid ?? assert.fail('no card');
  const send = async (body: string, name = 'talker') => {
    const response = await fetch(`${shop.url}/notices/suppliers/${name}`, { method: 'POST', body });
    return response.status;
  };
  return {
    shop,
    iccid,
    reads,
    told,
    send,
    /** What the supplier says from now on. */
    say: (reading: Partial<CardReading>) => void (says = reading),
    /** Sends a notice about the card, and waits for what comes of it. */
    async notice(id: string) {
      assert.equal(await send(`${id} ${iccid}`), 200);
      await until('the notice is settled', async () => {
        const open = await query(
          shop.databaseUrl,
          `select 1 from leb_renew.notices where provider = 'suppliers/talker' and settled_at is null`,
        );
        return open.length === 0;
      });
    },
    card: async () => shop.cardCalled(await shop.signIn(), label),
    row: async () => {
      const [row] = await query<{ version: number; anchor_day: number; anchor_time: string }>(
        shop.databaseUrl,
        'select version, anchor_day, anchor_time from leb_renew.cards where iccid = $1',
        [iccid],
      );
      return row ?? assert.fail('no card');
    },
  };
}

test('a notice of the supplier has the card read, and a later end is believed', async (t) => {
  const { shop, say, notice, card, row } = await setup(t);
  const before = await card();
  // 09:30 in Shanghai, where the card is at home.
  const expiresAt = '2031-05-17T01:30:00Z';
  const data = { remainingBytes: 5, totalBytes: 10, asOf: '2026-01-01T00:00:00Z' };
  say({ expiresAt, profile: 'disabled', data });
  await notice('n1');
  const after = await card();
  assert.equal(after.entitlement.expiresAt, expiresAt);
  assert.equal(after.entitlement.periods.at(-1)?.end, expiresAt, 'the last period lasts until then');
  assert.deepEqual([after.profile, after.data], ['disabled', data]);
  assert.ok(after.entitlement.asOf > before.entitlement.asOf);
  assert.notEqual(after.entitlement.version, before.entitlement.version);
  const { anchor_day, anchor_time } = await row();
  assert.deepEqual([anchor_day, anchor_time], [17, '09:30:00']);
  assert.deepEqual(await shop.server.admin.disputedCards(), []);
});

test('an end that moves back is not believed, told once, and shown to the seller', async (t) => {
  const { shop, say, notice, card, told } = await setup(t);
  const before = await card();
  const expiresAt = new Date(Date.parse(before.entitlement.expiresAt ?? '') - dayMs).toISOString();
  say({ expiresAt });
  await notice('n1');
  await notice('n2');
  const after = await card();
  assert.equal(after.entitlement.expiresAt, before.entitlement.expiresAt);
  assert.equal(after.entitlement.version, before.entitlement.version);
  const [disputed, ...others] = await shop.server.admin.disputedCards();
  assert.deepEqual(others, []);
  assert.deepEqual(
    [disputed?.cardRef, disputed?.expiresAt, disputed?.reading.expiresAt],
    [before.cardRef, before.entitlement.expiresAt, expiresAt],
  );
  assert.equal(told.filter(({ event }) => event === 'card.supplier-ends-earlier').length, 1);
  say({ expiresAt: before.entitlement.expiresAt });
  await notice('n3');
  assert.deepEqual(await shop.server.admin.disputedCards(), []);
});

test('a card that is suspended is not begun on a quote from before, and its number is never in the log', async (t) => {
  const { shop, say, notice, told, iccid, card } = await setup(t);
  const token = await shop.signIn();
  const { quoteId } = await shop.quote(token);
  say({ suspended: true });
  await notice('n1');
  assert.equal(await shop.refused('begin', { token, body: { quoteId } }), 'card-changed');
  assert.equal((await card()).entitlement.suspended, true);
  say({ suspended: false });
  await notice('n2');
  assert.equal((await card()).entitlement.suspended, false);
  assert.ok(!JSON.stringify(told).includes(iccid));
});

test('news that is older than ours changes nothing', async (t) => {
  const { say, notice, card } = await setup(t);
  const before = await card();
  say({ expiresAt: '2031-05-17T01:30:00Z', suspended: true, asOf: '2020-01-01T00:00:00Z' });
  await notice('n1');
  assert.deepEqual(await card(), before);
});

test('a notice that comes again is looked into once', async (t) => {
  const { notice, reads } = await setup(t);
  await notice('n1');
  await notice('n1');
  assert.equal(reads.length, 1);
});

test('a flood of notices reads the card as often as the supplier allows, and none is forgotten', async (t) => {
  const { shop, iccid, reads, send, notice } = await setup(t, { readsEveryMs: 900_000 });
  await notice('n0');
  const flood = Array.from({ length: 30 }, (_, each) =>
    send(`${each % 2 === 0 ? '-' : `n${each}`} ${iccid}`),
  );
  assert.deepEqual([...new Set(await Promise.all(flood))], [200]);
  const kept = await query(
    shop.databaseUrl,
    `select 1 from leb_renew.notices where provider = 'suppliers/talker'`,
  );
  assert.equal(kept.length, 2, 'one that was looked into, and one that waits');
  await shop.server.admin.sweep();
  assert.equal(reads.length, 1);
  shop.advance(900_000);
  await shop.server.admin.sweep();
  await until('the card is read again', async () => reads.length > 1);
});

test('notices that are forged, for another supplier or for no card of ours change nothing', async (t) => {
  const { shop, send, reads, iccid } = await setup(t);
  const before = await shop.snapshot();
  assert.equal(await send('forged'), 400);
  assert.equal(await send(`n1 ${iccid}`, 'another'), 404);
  assert.equal(await send('n1 8900000000000000000'), 200);
  assert.equal(await shop.snapshot(), before);
  assert.deepEqual(reads, []);
  const probe = (name: string) => fetch(`${shop.url}/notices/suppliers/${name}`, { method: 'HEAD' });
  assert.deepEqual([(await probe('talker')).status, (await probe('another')).status], [200, 404]);
});

test('a card near its end is read by the sweep once the news of it is hours old', async (t) => {
  const { shop, reads, iccid, say, card } = await setup(t);
  await query(
    shop.databaseUrl,
    `update leb_renew.cards set as_of = now(), expires_at = now() + interval '3 days'`,
  );
  await query(
    shop.databaseUrl,
    `update leb_renew.cards set expires_at = now() + interval '30 days' where iccid <> $1`,
    [iccid],
  );
  await shop.server.admin.sweep();
  shop.advance(7 * 3_600_000);
  say({ profile: 'enabled' });
  await shop.server.admin.sweep();
  await until('the news is fresh', async () => {
    return Date.parse((await card()).entitlement.asOf) > Date.now() + 6 * 3_600_000;
  });
  assert.deepEqual(reads, [iccid]);
});

test('an end that shows while a renewal is being extended is left to that renewal', async (t) => {
  const { shop, say, notice, card } = await setup(t, { supplier: { delayMs: 60_000 } });
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'extending');
  const before = await card();
  say({ expiresAt: begun.quote.effect.to });
  await notice('n1');
  const after = await card();
  assert.equal(after.entitlement.expiresAt, before.entitlement.expiresAt);
  assert.equal(after.entitlement.version, before.entitlement.version);
});

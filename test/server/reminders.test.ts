import { noticeTime } from '@leb-renew/core/reminder';
import type { Admin, CardIssue, Mailer } from '@leb-renew/server';
import fc from '../chance.ts';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { createLinks } from '../../packages/server/src/accounts/links.ts';
import { queueReminders } from '../../packages/server/src/reminders/queue.ts';
import { planReminders } from '../../packages/server/src/reminders/plan.ts';
import type { ReminderOrder } from '../../packages/server/src/reminders/order.ts';
import { sendReminder } from '../../packages/server/src/reminders/send.ts';
import type { Context } from '../../packages/server/src/renewals/context.ts';
import { openStore } from '../../packages/server/src/store/database.ts';
import { query } from './shop/cluster.ts';
import { openShop, seller, type Shop, type ShopChanges } from './shop/open-shop.ts';
import { accounts } from './shop/seed.ts';
import { until } from './shop/until.ts';

const [hour, day] = [3_600_000, 86_400_000];
const pageUrl = 'https://shop.example/renew';
const longAgo = '2020-01-01T00:00:00Z';

/** A shop that sends reminders, and a clock that is set by hand. */
async function openReminding(t: TestContext, changes: ShopChanges = {}) {
  let clock = Date.parse('2026-01-01T00:00:00Z');
  const options = { pageUrl, now: () => clock, ...changes.options };
  const shop = await openShop(t, { reminds: true, ...changes, options });
  return { shop, options, setClock: (to: string | number) => void (clock = new Date(to).getTime()) };
}

/** Sends what is due, and waits until it is sent or was given up. */
async function remind(shop: Shop, { admin }: { admin: Admin } = shop.server): Promise<void> {
  await admin.remind();
  await settled(shop);
}
const settled = (shop: Shop) =>
  until('no reminder is on its way', async () => {
    const jobs = await query(
      shop.databaseUrl,
      `select 1 from leb_renew_jobs.job where name = 'send-reminder' and state in ('created', 'retry', 'active')`,
    );
    return jobs.length === 0;
  });

const remindersOf = async (shop: Shop) =>
  (await shop.server.admin.mails()).filter(({ key }) => key.startsWith('reminder:'));

let numbers = 0;
async function issue(shop: Shop, card: { expiresAt: string; startsAt?: string } & Partial<CardIssue>) {
  const { expiresAt, startsAt = longAgo, ...rest } = card;
  const [{ id } = assert.fail()] = await query<{ id: string }>(
    shop.databaseUrl,
    `select id from leb_renew_accounts."user" where email = '${accounts.mira.email}'`,
  );
  return shop.server.admin.issueCard({
    accountId: id,
    iccid: `89859900000${String((numbers += 1)).padStart(8, '0')}`,
    label: 'A card',
    region: 'Global',
    devices: ['phone'],
    planId: 'global-12m',
    zone: 'Europe/Berlin',
    service: { startsAt, expiresAt },
    ...rest,
  });
}

test('a reminder goes at nine in the morning in the card’s zone, on the right day, whatever the clocks do', async (t) => {
  const { shop, setClock } = await openReminding(t);
  const rows: [zone: string, expiresAt: string, days: number, at: string][] = [
    ['Asia/Shanghai', '2026-03-14T16:00:00Z', 30, '2026-02-12T01:00:00Z'],
    ['Europe/Berlin', '2026-04-01T22:00:00Z', 7, '2026-03-25T08:00:00Z'],
    ['Europe/Berlin', '2026-04-01T22:00:00Z', 1, '2026-03-31T07:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-10T13:30:00Z', 7, '2026-04-02T22:00:00Z'],
    ['Asia/Kathmandu', '2026-06-10T18:15:00Z', 1, '2026-06-09T03:15:00Z'],
    ['Pacific/Kiritimati', '2026-06-10T10:00:00Z', 1, '2026-06-08T19:00:00Z'],
    ['Pacific/Pago_Pago', '2026-06-11T11:00:00Z', 7, '2026-06-03T20:00:00Z'],
    ['Europe/London', '2026-07-01T11:30:00Z', 1, '2026-06-30T08:00:00Z'],
    ['America/New_York', '2026-11-05T05:00:00Z', 7, '2026-10-28T13:00:00Z'],
    ['America/New_York', '2026-11-05T05:00:00Z', 1, '2026-11-03T14:00:00Z'],
  ];
  for (const [zone, expiresAt, days, at] of rows) {
    const label = `${zone}, ${days} before`;
    const { cardRef } = await issue(shop, { zone, expiresAt, label });
    const mine = async () =>
      (await remindersOf(shop)).filter(({ key }) => key.startsWith(`reminder:${cardRef}:`));
    setClock(Date.parse(at) - 1_000);
    await remind(shop);
    assert.deepEqual(await mine(), [], `${label} comes too early`);
    setClock(at);
    await remind(shop);
    const [mail, ...others] = await mine();
    assert.ok(mail?.key.endsWith(`:${days}`), `${label} does not come`);
    assert.deepEqual(others, []);
    await query(shop.databaseUrl, 'update leb_renew.cards set revoked = true where card_ref = $1', [cardRef]);
  }
});

test('a reminder has everything in it that it takes to renew, and nothing that it takes to rob', async (t) => {
  const { shop, setClock } = await openReminding(t);
  const label = 'Mum’s <b>card</b>';
  const iccid = '8985990000099999999';
  await issue(shop, { zone: 'Asia/Shanghai', expiresAt: '2026-03-14T16:00:00Z', label, iccid });
  setClock('2026-03-07T01:00:00Z');
  await remind(shop);
  const [mail] = await remindersOf(shop);
  assert.ok(mail);
  assert.equal(mail.to, accounts.mira.email);
  assert.equal(mail.subject, `${label} works through 14 March 2026, 23:59 (Shanghai time)`);
  for (const words of [label, '8985 •••• •••• 9999', accounts.mira.name, seller.name, 'help@shop.example'])
    assert.ok(mail.text.includes(words), words);
  assert.ok(mail.text.includes('We write 30, 7 and 1 days before a card ends'));
  assert.ok(!`${mail.text}${mail.html}${mail.subject}`.includes(iccid));
  assert.ok(!mail.html.includes('<b>'));
  const token = /^https:\/\/shop\.example\/renew#leb-renew=(\S+)$/m.exec(mail.text)?.[1];
  const opened = await shop.call('openLink', { body: { token } });
  assert.equal(opened.status, 200);
});

/** Looks on every day on which a card that ends with June could be written about, and on the days after it. */
const lookingIn = (shop: Shop, setClock: (to: string) => void) => async () => {
  for (const date of ['05-31', '06-16', '06-23', '06-27', '06-29', '06-30', '07-01']) {
    setClock(`2026-${date}T08:00:00Z`);
    await remind(shop);
  }
};

test('a card is reminded of at the days of its term, and never a month before the end of a month', async (t) => {
  const { shop, setClock } = await openReminding(t);
  const look = lookingIn(shop, setClock);
  const expiresAt = '2026-06-30T22:00:00Z';
  for (const planId of ['global-1m', 'global-3m', 'global-12m'])
    await issue(shop, { planId, label: planId, expiresAt });
  await look();
  const sent = (await remindersOf(shop)).map(
    ({ key, subject }) => `${subject.split(' ')[0]} ${key.split(':').at(-1)}`,
  );
  assert.deepEqual(
    sent.sort(),
    ['1m 1', '1m 7', '3m 1', '3m 30', '3m 7', '12m 1', '12m 30', '12m 7']
      .map((each) => `global-${each}`)
      .sort(),
  );
});

test('a seller names other days, or none', async (t) => {
  const { shop, setClock } = await openReminding(t, { options: { reminders: [14, 3] } });
  const look = lookingIn(shop, setClock);
  const expiresAt = '2026-06-30T22:00:00Z';
  await issue(shop, { planId: 'global-1m', expiresAt });
  await look();
  const sent = await remindersOf(shop);
  assert.deepEqual(sent.map(({ key }) => key.split(':').at(-1)).sort(), ['14', '3']);
  assert.ok(sent[0]?.text.includes('We write 14 and 3 days before a card ends'));

  await shop.stopServer();
  await shop.restartServer({
    options: { pageUrl, reminders: [], now: () => Date.parse('2026-07-30T12:00:00Z') },
  });
  await issue(shop, { expiresAt: '2026-07-31T22:00:00Z' });
  await remind(shop);
  assert.equal((await remindersOf(shop)).length, 2);
});

test('nobody is reminded of what is past, of a whole short term, or by a server that knows no page', async (t) => {
  const { shop, setClock } = await openReminding(t);
  setClock('2026-06-01T08:00:00Z');
  // Handed over with five days left; bought just now for seven days; over already; not begun.
  await issue(shop, { label: 'Late', expiresAt: '2026-06-06T22:00:00Z' });
  await shop.server.admin.publishPlans([
    {
      planId: 'global-7d',
      family: 'global',
      name: '7 days',
      term: { days: 7 },
      prices: [{ minor: 500, currency: 'USD', exponent: 2 }],
      allowance: { bytes: 'unlimited', per: 'term' },
      includes: [],
    },
  ]);
  const startsAt = '2026-06-01T07:59:00Z';
  await issue(shop, { label: 'Short', planId: 'global-7d', startsAt, expiresAt: '2026-06-08T07:59:00Z' });
  await issue(shop, { label: 'Over', expiresAt: '2026-05-31T22:00:00Z' });
  await issue(shop, { label: 'New', expiresAt: '', service: null });
  await remind(shop);
  assert.deepEqual(await remindersOf(shop), []);

  setClock('2026-06-05T07:00:00Z');
  await remind(shop);
  assert.deepEqual(
    (await remindersOf(shop)).map(({ subject }) => subject.split(' ')[0]),
    ['Late'],
  );

  await shop.stopServer();
  await shop.restartServer({ options: { now: () => Date.parse('2026-06-07T07:00:00Z') } });
  await remind(shop);
  assert.equal((await remindersOf(shop)).length, 1);
});

test('a stopped card is not written about, and again when it runs', async (t) => {
  const { shop, setClock } = await openReminding(t);
  const due = Date.parse('2026-06-23T07:00:00Z');
  for (const label of ['suspended', 'revoked']) {
    const { cardRef } = await issue(shop, { label, expiresAt: '2026-06-30T22:00:00Z' });
    await query(shop.databaseUrl, `update leb_renew.cards set ${label} = true where card_ref = $1`, [
      cardRef,
    ]);
  }
  setClock(due - 60_000);
  await remind(shop);
  setClock(due + 60_000);
  await remind(shop);
  assert.deepEqual(await remindersOf(shop), []);
  await query(shop.databaseUrl, 'update leb_renew.cards set suspended = false');
  await remind(shop);
  assert.deepEqual(
    (await remindersOf(shop)).map(({ subject }) => subject.split(' ')[0]),
    ['suspended'],
  );
});

test('what a long outage has missed is not sent late: the next one comes', async (t) => {
  const { shop, setClock } = await openReminding(t);
  await issue(shop, { expiresAt: '2026-06-30T22:00:00Z' });
  setClock('2026-06-22T07:00:00Z');
  await remind(shop);
  for (const [at, sent] of [
    ['2026-06-24T07:00:00Z', []],
    ['2026-06-29T07:00:00Z', ['1']],
    ['2026-06-30T21:59:59Z', ['1']],
    ['2026-06-30T22:00:00Z', ['1']],
  ] as const) {
    setClock(at);
    await remind(shop);
    assert.deepEqual(
      (await remindersOf(shop)).map(({ key }) => key.split(':').at(-1)),
      sent,
      at,
    );
  }
});

/** A shop in which it is past nine, seven days before the last one of a card. */
async function openWhenDue(t: TestContext, changes: ShopChanges = {}) {
  const shop = await openShop(t, { reminds: true, ...changes, options: { pageUrl } });
  const label = 'LEB Global card';
  // Where it is between nine and ten.
  const hours = ((9 - new Date(shop.now()).getUTCHours() + 36) % 24) - 12;
  const midnight = Math.floor((shop.now() + hours * hour) / day) * day;
  await query(shop.databaseUrl, 'update leb_renew.cards set zone = $2, expires_at = $3 where label = $1', [
    label,
    `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`,
    new Date(midnight + 8 * day - hours * hour),
  ]);
  const sent = async () => (await remindersOf(shop)).filter(({ subject }) => subject.startsWith(label));
  const begin = async () => {
    const token = await shop.signIn();
    return shop.begin(token, (await shop.quote(token, { label })).quoteId);
  };
  return { shop, sent, begin };
}

test('an open renewal keeps the reminder back; one that is given up lets it go', async (t) => {
  const { shop, sent, begin } = await openWhenDue(t);
  const renewal = await begin();
  await remind(shop);
  assert.deepEqual(await sent(), []);
  await shop.call('cancel', { path: { renewalId: renewal.renewalId }, token: renewal.renewalToken });
  await remind(shop);
  assert.equal((await sent()).length, 1);
});

test('a renewal between the order and the sending of a reminder calls it off', async (t) => {
  let turnedAway = 0;
  const { shop, sent, begin } = await openWhenDue(t, {
    aroundMailer: (mailer) => ({
      ...mailer,
      send: (mail) => {
        // Those of other cards may be due at this hour of the day, too.
        if (!mail.key.startsWith('reminder:') || !mail.subject.startsWith('LEB Global card'))
          return mailer.send(mail);
        turnedAway += 1;
        return Promise.reject(new Error('try later'));
      },
    }),
  });
  await shop.server.admin.remind();
  await until('a try', async () => turnedAway > 0);
  const renewal = await begin();
  await shop.pay(renewal, 'approve');
  await shop.reaches(renewal, 'renewed');
  const before = turnedAway;
  // The longer this took, the longer the next try is put off.
  await query(
    shop.databaseUrl,
    `update leb_renew_jobs.job set start_after = now() where name = 'send-reminder' and state = 'retry'`,
  );
  await settled(shop);
  await remind(shop);
  assert.ok(turnedAway <= before + 1, 'it was tried again on a card that was renewed');
  assert.deepEqual(await sent(), []);
});

/** Counts what is handed over, by key. */
const counting = (counts: Map<string, number>) => (mailer: Mailer) => ({
  ...mailer,
  send: (mail: Parameters<Mailer['send']>[0]) => {
    counts.set(mail.key, (counts.get(mail.key) ?? 0) + 1);
    return mailer.send(mail);
  },
});

/** Many cards whose reminder of a day is due. */
async function issueMany(shop: Shop, count: number): Promise<void> {
  await query(
    shop.databaseUrl,
    `insert into leb_renew.cards (card_ref, account_id, iccid, label, region, devices, plan_id, zone, anchor_day,
       anchor_time, starts_on, expires_at, grace_days, grace_service_on, profile, as_of)
     select 'c_many_' || n, account_id, '8985991' || lpad(n::text, 12, '0'), 'Card ' || n, region, devices, plan_id,
       'Europe/Berlin', 1, '00:00:00', starts_on, '2026-06-30T22:00:00Z', 0, true, profile, as_of
     from leb_renew.cards, generate_series(1, $1) n where label = 'LEB Global card'`,
    [count],
  );
}

test('two servers that look at once, and one that ends in the middle, send every reminder once', async (t) => {
  const counts = new Map<string, number>();
  const { shop, options, setClock } = await openReminding(t, { aroundMailer: counting(counts) });
  const others: Admin[] = [];
  const changes: ShopChanges = {
    options,
    aroundMailer: counting(counts),
    onMade: ({ admin }) => void others.push(admin),
  };
  await shop.addServer(changes);
  await issueMany(shop, 60);
  setClock('2026-06-29T07:00:00Z');
  await Promise.all([shop.server.admin, ...others].flatMap((admin) => [admin.remind(), admin.remind()]));
  await shop.stopServer();
  await shop.restartServer(changes);
  await remind(shop);
  assert.equal((await remindersOf(shop)).length, 60);
  assert.deepEqual(
    [...counts.values()].filter((count) => count > 1),
    [],
  );
  assert.equal(counts.size, 60);
});

test('a connection to the database that dies while a mail is sent loses no reminder', async (t) => {
  const { shop, setClock } = await openReminding(t);
  let deaths = 0;
  await shop.stopServer();
  setClock('2026-06-29T07:00:00Z');
  await shop.restartServer({
    options: { pageUrl, now: () => Date.parse('2026-06-29T07:00:00Z') },
    aroundMailer: (mailer) => ({
      ...mailer,
      async send(mail) {
        if ((deaths += 1) === 1)
          await query(
            shop.databaseUrl,
            `select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and state = 'idle in transaction'`,
          );
        return mailer.send(mail);
      },
    }),
  });
  await issue(shop, { expiresAt: '2026-06-30T22:00:00Z' });
  await remind(shop);
  assert.equal((await remindersOf(shop)).length, 1);
  assert.equal(deaths, 2);
});

test('an address that does not exist is not written to again', async (t) => {
  let asked = 0;
  const { shop, setClock } = await openReminding(t, {
    aroundMailer: (mailer) => ({ ...mailer, send: () => Promise.resolve((asked++, 'refused' as const)) }),
  });
  await issue(shop, { expiresAt: '2026-06-30T22:00:00Z' });
  for (const at of ['2026-06-29T07:00:00Z', '2026-06-29T08:00:00Z']) {
    setClock(at);
    await remind(shop);
  }
  assert.equal(asked, 1);
});

/** The rooms of reminders, on a database of their own, with a queue and a mailbox in hand. */
async function openRooms(t: TestContext) {
  const shop = await openShop(t);
  let clock = 0;
  const orders: ReminderOrder[] = [];
  const sent: { key: string }[] = [];
  const store = openStore({ databaseUrl: shop.databaseUrl });
  t.after(() => store.close());
  const context = {
    database: store.database,
    customers: { byId: async () => ({ email: 'mira@example.com', name: 'Mira', language: 'en' }) },
    jobs: {
      enqueueAll: async (_: string, list: ReminderOrder[]) => void orders.push(...list),
      wake: () => undefined,
    },
    mailer: { send: async ({ key }: { key: string }) => (sent.push({ key }), 'sent') },
    reminders: null,
    pageUrl,
    seller,
    now: () => clock,
    log: () => undefined,
  } as unknown as Context;
  const links = createLinks('key', () => clock);
  return {
    shop,
    store,
    sent,
    orders,
    setClock: (to: number) => void (clock = to),
    async plan() {
      await planReminders(context);
      await queueReminders(context);
    },
    async send() {
      for (const order of orders.splice(0)) await sendReminder(context, links, order);
    },
  };
}

test('a thousand cards are planned and queued in a handful of statements', async (t) => {
  const { shop, store, orders, setClock, plan } = await openRooms(t);
  await issueMany(shop, 1_500);
  let statements = 0;
  store.pool.on('connect', (client) => {
    const run = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: unknown[]) => {
      statements += 1;
      return run(...given);
    }) as never;
  });
  setClock(Date.parse('2026-06-29T07:00:00Z'));
  await plan();
  assert.equal(orders.length, 1_500);
  assert.ok(statements < 30, `${statements} statements`);
});

test('at any times and ends, a reminder goes once where somebody looked on its day, and never late or after the end', async (t) => {
  const { shop, sent, orders, setClock, plan, send } = await openRooms(t);
  const zones = [
    'Asia/Shanghai',
    'Europe/Berlin',
    'America/New_York',
    'Pacific/Kiritimati',
    'Australia/Lord_Howe',
  ];
  const begin = Date.parse('2026-03-01T00:00:00Z');
  const within = (days: number) =>
    fc.integer({ min: 0, max: days * 24 * 60 }).map((minutes) => begin + minutes * 60_000);
  const card = fc.record({
    end: within(40),
    zone: fc.constantFrom(...zones),
    renewedAt: fc.option(within(30)),
  });
  const look = fc.record({ pauseHours: fc.integer({ min: 1, max: 72 }), sends: fc.boolean() });

  const property = fc.asyncProperty(
    fc.array(card, { minLength: 1, maxLength: 5 }),
    fc.array(look, { minLength: 20, maxLength: 30 }),
    async (cards, looks) => {
      await query(
        shop.databaseUrl,
        'truncate leb_renew.reminders; update leb_renew.cards set revoked = true',
      );
      sent.length = orders.length = 0;
      const rows = await Promise.all(
        cards.map(async ({ end, zone, renewedAt }) => {
          const { cardRef } = await issue(shop, { zone, expiresAt: new Date(end).toISOString() });
          const ends = [end, end + 30 * day];
          return { cardRef, zone, ends, endAt: (at: number) => ends[at < (renewedAt ?? Infinity) ? 0 : 1] };
        }),
      );
      const moments: { at: number; sends: boolean }[] = [];
      let at = begin - 5 * day;
      for (const { pauseHours, sends } of looks) {
        const before = at;
        at += pauseHours * hour;
        for (const { cardRef, endAt } of rows)
          if (endAt(before) !== endAt(at))
            await query(
              shop.databaseUrl,
              'update leb_renew.cards set expires_at = $2, version = version + 1 where card_ref = $1',
              [cardRef, new Date(endAt(at) ?? Number.NaN)],
            );
        setClock(at);
        await plan();
        // Otherwise what is queued has to wait.
        if (sends) await send();
        moments.push({ at, sends });
      }
      const expected = rows.flatMap(({ cardRef, zone, ends, endAt }) =>
        ends.flatMap((end) =>
          [30, 7, 1].flatMap((days) => {
            const expiresAt = new Date(end).toISOString();
            const due = noticeTime({ expiresAt, zone, days });
            const isSent = moments.some(
              (moment) =>
                moment.sends &&
                moment.at >= due &&
                moment.at < Math.min(due + day, end) &&
                endAt(moment.at) === end,
            );
            return isSent ? [`reminder:${cardRef}:${expiresAt}:${days}`] : [];
          }),
        ),
      );
      assert.deepEqual(sent.map(({ key }) => key).sort(), expected.sort());
    },
  );
  await fc.assert(property, { numRuns: 5, endOnFailure: true });
});

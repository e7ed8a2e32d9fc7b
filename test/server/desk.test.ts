import { problem, type Renewal } from '@leb-renew/core/contract';
import type { Desk, PaymentFact, PaymentGateway } from '@leb-renew/server';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { query } from './shop/cluster.ts';
import { openShop, type Shop, type ShopChanges } from './shop/open-shop.ts';
import { accounts } from './shop/seed.ts';
import { until } from './shop/until.ts';

const minute = 60_000;
const person = { by: 'Ana', why: 'the customer called' };

const deskOf = (shop: Shop): Desk => shop.server.admin.desk;
const begin = async (shop: Shop, label = 'LEB Global card'): Promise<Renewal> => {
  const token = await shop.signIn();
  return shop.begin(token, (await shop.quote(token, { label })).quoteId);
};
const paid = async (shop: Shop, label?: string): Promise<Renewal> => {
  const begun = await begin(shop, label);
  await shop.pay(begun, 'approve');
  return begun;
};
const extensions = async (shop: Shop): Promise<number> =>
  (await query(shop.databaseUrl, 'select 1 from leb_local_supplier.extensions')).length;
const trail = (shop: Shop) =>
  query<{ act: string }>(
    shop.databaseUrl,
    'select done_by, act, why, status_before, status_after from leb_renew.audit order by audit_id',
  );
const codeOf = (answer: { ok: boolean; code?: string }): string => (answer.ok ? 'done' : (answer.code ?? ''));

/** A shop whose supplier refuses until it is told otherwise. */
async function setup(t: Parameters<typeof openShop>[0], changes: ShopChanges = {}) {
  let refuses = true;
  const shop = await openShop(t, { supplier: { mishap: () => (refuses ? 'refuse' : 'none') }, ...changes });
  return { shop, supplierIsWell: () => void (refuses = false) };
}

/** A provider that is asked for refunds under our eyes. */
function refunds(
  answer: (gateway: PaymentGateway, ref: string, key: string) => ReturnType<PaymentGateway['refund']>,
) {
  const keys: string[] = [];
  const aroundPayments = (gateway: PaymentGateway): PaymentGateway => ({
    ...gateway,
    refund(ref, _, key) {
      keys.push(key);
      return answer(gateway, ref, key);
    },
  });
  return { keys, aroundPayments };
}

function meetingOf(people: number): { both: Promise<void>; come: () => void } {
  let left = people;
  let open: () => void = () => undefined;
  const both = new Promise<void>((resolve) => (open = resolve));
  const come = () => {
    left -= 1;
    if (left <= 0) open();
  };
  return { both, come };
}

describe('The list of what waits for a person', () => {
  test('says of each what it is about, why and since when, and of nobody who it is', async (t) => {
    const { shop } = await setup(t);
    assert.deepEqual(await deskOf(shop).list(), []);
    const begun = await paid(shop);
    await shop.reaches(begun, 'review');
    const [review, ...others] = await deskOf(shop).list();
    assert.deepEqual(others, []);
    assert.ok(review);
    assert.deepEqual(
      { ...review, since: '' },
      {
        kind: 'review',
        since: '',
        why: 'supplier-refused: refused by the local supplier',
        jobId: null,
        renewal: {
          renewalId: begun.renewalId,
          reference: begun.reference,
          amount: begun.quote.total,
          card: begun.quote.card.iccidMasked,
        },
      },
    );
    const story = await deskOf(shop).show(begun.reference.toLowerCase().replace('-', ' '));
    assert.ok(story.ok);
    const text = JSON.stringify([review, story]);
    const [{ iccid } = { iccid: '' }] = await query<{ iccid: string }>(
      shop.databaseUrl,
      `select iccid from leb_renew.cards where label = 'LEB Global card'`,
    );
    for (const secret of [accounts.mira.email, accounts.mira.name, iccid, begun.renewalToken])
      assert.ok(!text.includes(secret), secret);
  });

  test('has what is paid and not extended, unsettled notices and unsent mails, once they are late', async (t) => {
    let isDown = false;
    const shop = await openShop(t, {
      supplier: { mishap: () => 'lost-order' },
      aroundMailer: (mailer) => ({ ...mailer, send: () => Promise.reject(new Error('down')) }),
      aroundPayments: (gateway) => ({
        ...gateway,
        read: (ref) =>
          isDown ? Promise.resolve({ ok: false, problem: problem('provider-down') }) : gateway.read(ref),
      }),
    });
    const slow = await paid(shop);
    await shop.reaches(slow, 'extending');
    await until('the supplier was asked', async () => (await deskOf(shop).list(0))[0]?.why.includes('lost'));
    isDown = true;
    const lost = await paid(shop, 'Lena’s tablet');
    await until('a notice came', async () => (await deskOf(shop).list(0)).length > 1);
    assert.deepEqual(await deskOf(shop).list(), [], 'nothing is late yet');
    shop.advance(11 * minute);
    const waiting = await deskOf(shop).list();
    assert.deepEqual(
      waiting.map(({ kind, renewal }) => [kind, renewal?.reference]),
      [
        ['extending', slow.reference],
        ['notice', lost.reference],
      ],
    );
    assert.match(waiting[0]?.why ?? '', /^\d+ tries, unknown: the order was lost$/);
  });

  test('leaves out a mail that somebody has seen to', async (t) => {
    const shop = await openShop(t);
    const begun = await paid(shop);
    await shop.reaches(begun, 'renewed');
    await query(
      shop.databaseUrl,
      `update leb_renew.renewals set unsendable = 'no-customer', sent_to = null where renewal_id = $1`,
      [begun.renewalId],
    );
    assert.deepEqual(
      (await deskOf(shop).list()).map(({ kind, why }) => [kind, why]),
      [['mail', 'confirmation: no-customer']],
    );
    await deskOf(shop).note(begun.reference, { by: 'Ana', text: 'told on the phone' });
    assert.deepEqual(await deskOf(shop).list(), []);
  });
});

describe('A renewal in review', () => {
  test('is extended once when a person says so, however many say it', async (t) => {
    const { shop, supplierIsWell } = await setup(t);
    const begun = await paid(shop);
    await shop.reaches(begun, 'review');
    supplierIsWell();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => deskOf(shop).fulfil(begun.reference, person)),
    );
    assert.equal(answers.filter(({ ok }) => ok).length, 1);
    assert.ok(
      answers.every((answer) =>
        ['done', 'not-in-review', 'changed-meanwhile', 'is-renewed'].includes(codeOf(answer)),
      ),
    );
    await shop.reaches(begun, 'renewed');
    assert.equal(await extensions(shop), 1);
    assert.equal(codeOf(await deskOf(shop).fulfil(begun.reference, person)), 'is-renewed');
    assert.deepEqual(await trail(shop), [
      { done_by: 'Ana', act: 'fulfil', why: person.why, status_before: 'review', status_after: 'extending' },
    ]);
  });

  test('is never extended and refunded, whoever is faster', async (t) => {
    // Both have read what they decide about before either goes on.
    let meeting: { both: Promise<void>; come: () => void } | null = null;
    const { shop, supplierIsWell } = await setup(t, {
      aroundPayments: (gateway) => ({
        ...gateway,
        async read(ref) {
          meeting?.come();
          await meeting?.both;
          return gateway.read(ref);
        },
      }),
    });
    for (const label of ['LEB Global card', 'Lena’s tablet', 'Travel phone']) {
      const begun = await paid(shop, label);
      await shop.reaches(begun, 'review');
    }
    supplierIsWell();
    const waiting = await deskOf(shop).list();
    assert.equal(waiting.length, 3);
    for (const { renewal } of waiting) {
      const { renewalId } = renewal ?? assert.fail();
      meeting = meetingOf(2);
      const answers = await Promise.all([
        deskOf(shop).refund(renewalId, person),
        deskOf(shop).fulfil(renewalId, person),
      ]);
      assert.equal(answers.filter(({ ok }) => ok).length, 1, JSON.stringify(answers));
    }
    await until('all have ended', async () => {
      const open = `select 1 from leb_renew.renewals where status not in ('renewed', 'refunded')`;
      return (await query(shop.databaseUrl, open)).length === 0;
    });
    const [{ both } = { both: 0 }] = await query<{ both: number }>(
      shop.databaseUrl,
      `select count(*)::int as both from leb_local_supplier.extensions join sandbox_provider.payments p
       on order_key = 'renewal:' || p.renewal_id || ':extend' where refunded > 0`,
    );
    assert.equal(both, 0);
  });

  test('is not extended once its money went back, or when nobody can tell', async (t) => {
    let isDown = false;
    const { shop } = await setup(t, {
      noticesTo: 'nowhere',
      aroundPayments: (gateway) => ({
        ...gateway,
        read: (ref) =>
          isDown ? Promise.resolve({ ok: false, problem: problem('provider-down') }) : gateway.read(ref),
      }),
    });
    const begun = await paid(shop);
    await shop.renewal(begun, '?refresh=1');
    await shop.reaches(begun, 'review');
    await query(shop.databaseUrl, 'update sandbox_provider.payments set refunded = received');
    isDown = true;
    assert.equal(codeOf(await deskOf(shop).fulfil(begun.reference, person)), 'provider-unknown');
    assert.equal(codeOf(await deskOf(shop).refund(begun.reference, person)), 'provider-unknown');
    isDown = false;
    assert.equal(codeOf(await deskOf(shop).fulfil(begun.reference, person)), 'is-refunded');
    assert.deepEqual(await trail(shop), []);
  });

  test('with other money than was asked for is extended if that is accepted, and has no receipt that says otherwise', async (t) => {
    let change = (fact: PaymentFact) => fact;
    let refuses = true;
    const shop = await openShop(t, {
      supplier: { mishap: () => (refuses ? 'refuse' : 'none') },
      aroundPayments: (gateway) => ({
        ...gateway,
        async read(ref) {
          const answer = await gateway.read(ref);
          return answer.ok && answer.value.state === 'succeeded'
            ? { ok: true, value: change(answer.value) }
            : answer;
        },
      }),
    });
    const rows: readonly [string, string, (fact: PaymentFact) => PaymentFact, string][] = [
      [
        'LEB Global card',
        'other-amount',
        (fact) => ({ ...fact, received: { ...fact.received, minor: 1 } }),
        'done',
      ],
      ['Lena’s tablet', 'other-mode', (fact) => ({ ...fact, livemode: true }), 'test-money'],
      ['Travel phone', 'other-renewal', (fact) => ({ ...fact, renewalId: 'r_other' }), 'money-of-another'],
    ];
    for (const [label, why, how, code] of rows) {
      change = how;
      const begun = await paid(shop, label);
      await shop.reaches(begun, 'review');
      assert.equal((await deskOf(shop).list()).at(-1)?.why, why);
      assert.equal(codeOf(await deskOf(shop).fulfil(begun.reference, person)), code);
      if (code !== 'done') continue;
      await until('it is in review again', async () =>
        (await deskOf(shop).list())[0]?.why.includes('refused by'),
      );
      const path = { renewalId: begun.renewalId };
      assert.equal(await shop.refused('receipt', { path, token: begun.renewalToken }), 'not-paid-yet');
      refuses = false;
      assert.ok((await deskOf(shop).fulfil(begun.reference, person)).ok);
      await shop.reaches(begun, 'renewed');
      assert.equal(await shop.refused('receipt', { path, token: begun.renewalToken }), 'not-paid-yet');
    }
    assert.equal(await extensions(shop), 1);
  });

  test('of a card that another renewal holds waits for that one', async (t) => {
    const { shop } = await setup(t);
    const begun = await paid(shop);
    await shop.reaches(begun, 'review');
    await query(shop.databaseUrl, 'update leb_renew.renewals set holds_card = false');
    const other = await begin(shop);
    assert.equal(codeOf(await deskOf(shop).fulfil(begun.reference, person)), 'card-held');
    await shop.get('cancel', { path: { renewalId: other.renewalId }, token: other.renewalToken });
    assert.equal(codeOf(await deskOf(shop).fulfil(begun.reference, person)), 'done');
  });
});

describe('A refund', () => {
  test('is asked for once and said when the provider says so', async (t) => {
    const { keys, aroundPayments } = refunds((gateway, ref, key) => gateway.refund(ref, null, key));
    const { shop } = await setup(t, { aroundPayments });
    const begun = await paid(shop);
    await shop.reaches(begun, 'review');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => deskOf(shop).refund(begun.reference, person)),
    );
    assert.equal(answers.filter(({ ok }) => ok).length, 1, JSON.stringify(answers));
    assert.equal((await shop.renewal(begun)).status, 'refunded');
    assert.deepEqual(keys, [`renewal:${begun.renewalId}:refund:1`]);
    assert.equal(codeOf(await deskOf(shop).refund(begun.reference, person)), 'is-refunded');
    assert.deepEqual(await trail(shop), [
      { done_by: 'Ana', act: 'refund', why: person.why, status_before: 'review', status_after: 'review' },
    ]);
    assert.equal(await extensions(shop), 0);
  });

  test('whose answer is lost is gone on with by the sweep, under the same key', async (t) => {
    let isDown = true;
    const { keys, aroundPayments } = refunds((gateway, ref, key) =>
      isDown
        ? Promise.resolve({ ok: false, problem: problem('provider-down') })
        : gateway.refund(ref, null, key),
    );
    const { shop } = await setup(t, { aroundPayments });
    const begun = await paid(shop);
    await shop.reaches(begun, 'review');
    const answer = await deskOf(shop).refund(begun.reference, person);
    assert.ok(answer.ok && answer.value.status === 'review');
    assert.deepEqual(
      (await deskOf(shop).list()).map(({ kind }) => kind),
      ['refund'],
    );
    assert.equal(codeOf(await deskOf(shop).fulfil(begun.reference, person)), 'refund-asked');
    assert.equal(codeOf(await deskOf(shop).refund(begun.reference, person)), 'refund-asked');
    isDown = false;
    await shop.server.admin.sweep();
    await shop.reaches(begun, 'refunded');
    assert.deepEqual(new Set(keys), new Set([`renewal:${begun.renewalId}:refund:1`]));
  });

  test('that takes its time is refunding until the money is back', async (t) => {
    let isBack = false;
    const shop = await openShop(t, {
      supplier: { mishap: () => 'refuse' },
      noticesTo: 'nowhere',
      aroundPayments: (gateway) => ({
        ...gateway,
        async read(ref) {
          const answer = await gateway.read(ref);
          return answer.ok && !isBack ? { ok: true, value: { ...answer.value, refunded: null } } : answer;
        },
      }),
    });
    const begun = await paid(shop);
    await shop.renewal(begun, '?refresh=1');
    await shop.reaches(begun, 'review');
    const answer = await deskOf(shop).refund(begun.reference, person);
    assert.ok(answer.ok && answer.value.status === 'refunding');
    await shop.server.admin.sweep();
    assert.equal((await shop.renewal(begun, '?refresh=1')).status, 'refunding');
    assert.equal(codeOf(await deskOf(shop).fulfil(begun.reference, person)), 'refund-asked');
    isBack = true;
    await shop.server.admin.sweep();
    assert.equal((await shop.renewal(begun)).status, 'refunded');
  });

  test('that the provider refuses leaves the renewal in review with the reason, and the next has another key', async (t) => {
    let refuses = true;
    const { keys, aroundPayments } = refunds((gateway, ref, key) =>
      refuses
        ? Promise.resolve({ ok: false, problem: problem('payment-setup') })
        : gateway.refund(ref, null, key),
    );
    const { shop } = await setup(t, { aroundPayments });
    const begun = await paid(shop);
    await shop.reaches(begun, 'review');
    const answer = await deskOf(shop).refund(begun.reference, person);
    assert.ok(answer.ok && answer.value.status === 'review');
    const [waiting] = await deskOf(shop).list();
    assert.equal(waiting?.kind, 'review');
    assert.match(waiting.why, /^supplier-refused: .+, refund refused: payment-setup$/);
    await shop.server.admin.sweep();
    assert.equal(keys.length, 1, 'a refusal is not repeated');
    refuses = false;
    await deskOf(shop).refund(begun.reference, person);
    assert.equal((await shop.renewal(begun)).status, 'refunded');
    assert.deepEqual(
      keys,
      [1, 2].map((number) => `renewal:${begun.renewalId}:refund:${number}`),
    );
  });

  test('of a card that the supplier may have extended has to be asked for twice as plainly', async (t) => {
    let isLost = true;
    const shop = await openShop(t, {
      supplier: { mishap: () => 'lost-answer' },
      aroundSupplier: (supplier) => ({
        ...supplier,
        find: (...asked) =>
          isLost ? Promise.resolve({ outcome: 'unknown', detail: 'down' }) : supplier.find(...asked),
      }),
    });
    const [begun, other] = [await paid(shop), await paid(shop, 'Lena’s tablet')];
    for (const each of [begun, other]) await shop.reaches(each, 'extending');
    await until('both were ordered', async () => (await extensions(shop)) === 2);
    const asked = async (each: Renewal, althoughExtended = false) => {
      const refund = () => deskOf(shop).refund(each.reference, { ...person, althoughExtended });
      return until('nobody is at it', async () => {
        const code = codeOf(await refund());
        return code === 'being-extended' || code === 'changed-meanwhile' ? null : code;
      });
    };
    assert.equal(await asked(begun), 'supplier-unknown');
    assert.equal(await asked(begun, true), 'done');
    assert.equal((await shop.renewal(begun)).status, 'refunded');
    isLost = false;
    assert.ok(['is-extended', 'is-renewed'].includes(await asked(other)));
    await shop.reaches(other, 'renewed');
    assert.equal((await shop.renewal(begun)).status, 'refunded');
    assert.equal(
      codeOf(await deskOf(shop).refund(other.reference, { ...person, althoughExtended: true })),
      'is-renewed',
    );
  });

  test('of a paid card that the supplier never heard of ends the waiting', async (t) => {
    const shop = await openShop(t, { supplier: { mishap: () => 'lost-order' } });
    const begun = await paid(shop);
    await shop.reaches(begun, 'extending');
    await until('it is refunded', async () => (await deskOf(shop).refund(begun.reference, person)).ok);
    assert.equal((await shop.renewal(begun)).status, 'refunded');
    await shop.server.admin.sweep();
    assert.equal((await shop.renewal(begun)).status, 'refunded');
  });

  test('of what is not paid is refused', async (t) => {
    const shop = await openShop(t);
    const begun = await begin(shop);
    assert.equal(codeOf(await deskOf(shop).refund(begun.reference, person)), 'not-paid');
    assert.equal(codeOf(await deskOf(shop).fulfil(begun.reference, person)), 'not-in-review');
    assert.equal(codeOf(await deskOf(shop).refund('0000-00', person)), 'unknown-renewal');
  });
});

describe('A dead letter', () => {
  const askReset = (shop: Shop) => shop.call('requestReset', { body: { email: accounts.mira.email } });
  /** Takes the last tries away from what is queued. */
  const lastTry = (shop: Shop, name: string) =>
    query(shop.databaseUrl, `update leb_renew_jobs.job set retry_limit = 0 where name = '${name}'`);
  const queued = (shop: Shop, name: string) =>
    query(
      shop.databaseUrl,
      `select keep_until > now() + interval '29 days' as kept from leb_renew_jobs.job where name = '${name}'`,
    );

  test('waits for a person, tells nobody’s address, and is queued anew once', async (t) => {
    let isDown = true;
    const shop = await openShop(t, {
      options: { pageUrl: 'https://shop.example' },
      aroundMailer: (mailer) => ({
        ...mailer,
        send: (mail) =>
          isDown ? Promise.reject(new Error(`550 <${mail.to}> is unknown here`)) : mailer.send(mail),
      }),
    });
    await askReset(shop);
    const [letter] = await until('it is dead', async () => {
      await lastTry(shop, 'send-letter');
      const waiting = await deskOf(shop).list();
      return waiting.length === 0 ? null : waiting;
    });
    assert.equal(letter?.kind, 'dead-letter');
    assert.equal(letter.why, 'send-letter (reset): 550 <…@…> is unknown here');
    assert.deepEqual(await queued(shop, 'send-letter.dead'), [{ kept: true }]);
    const kept = await query<{ output: unknown }>(
      shop.databaseUrl,
      `select output from leb_renew_jobs.job where name like 'send-letter%'`,
    );
    assert.ok(!JSON.stringify(kept).includes(accounts.mira.email));

    isDown = false;
    const jobId = letter.jobId ?? assert.fail();
    const answers = await Promise.all([1, 2, 3].map(() => deskOf(shop).retry(jobId, person)));
    assert.deepEqual(answers.map(codeOf).sort(), ['done', 'unknown-job', 'unknown-job']);
    await until('the letter is there', async () => (await shop.server.admin.mails()).length > 0);
    assert.deepEqual(await deskOf(shop).list(), []);
    assert.deepEqual(
      (await trail(shop)).map(({ act }) => act),
      ['retry'],
    );
  });

  test('is forgotten when its work was done after all, and once where the same died again and again', async (t) => {
    let isDown = true;
    const shop = await openShop(t, {
      aroundSupplier: (supplier) => ({
        ...supplier,
        apply: (...asked) =>
          isDown ? Promise.resolve({ outcome: 'unknown', detail: 'down' }) : supplier.apply(...asked),
      }),
    });
    const begun = await paid(shop);
    await shop.reaches(begun, 'extending');
    const rounds = async (times: number) =>
      until(`${times} are dead`, async () => {
        await lastTry(shop, 'fulfil');
        await shop.server.admin.sweep();
        shop.advance(minute);
        return (await queued(shop, 'fulfil.dead')).length >= times;
      });
    await rounds(2);
    const dead = (await deskOf(shop).list(1e6)).filter(({ kind }) => kind === 'dead-letter');
    assert.deepEqual(
      dead.map(({ renewal, why }) => [renewal?.reference, why]),
      [[begun.reference, 'fulfil: The supplier has not extended the card: unknown, down']],
    );
    isDown = false;
    await shop.server.admin.sweep();
    await shop.reaches(begun, 'renewed');
    assert.deepEqual(await deskOf(shop).list(1e6), []);
  });
});

describe('The audit trail', () => {
  test('is only added to', async (t) => {
    const shop = await openShop(t);
    const begun = await begin(shop);
    await deskOf(shop).note(begun.renewalId, { by: ' Ana ', text: 'looked at it' });
    for (const change of [
      `update leb_renew.audit set why = 'x'`,
      'delete from leb_renew.audit',
      'truncate leb_renew.audit',
    ])
      await assert.rejects(query(shop.databaseUrl, change), /what was done stays written in audit/);
    assert.deepEqual(await trail(shop), [
      {
        done_by: 'Ana',
        act: 'note',
        why: 'looked at it',
        status_before: 'awaiting-payment',
        status_after: 'awaiting-payment',
      },
    ]);
  });

  test('is not written when what it is about does not happen', async (t) => {
    const { shop } = await setup(t);
    const begun = await paid(shop);
    await shop.reaches(begun, 'review');
    await query(
      shop.databaseUrl,
      `alter table leb_renew.audit add constraint nobody check (done_by <> 'Ana')`,
    );
    const before = await shop.snapshot();
    await assert.rejects(deskOf(shop).fulfil(begun.reference, person));
    await assert.rejects(deskOf(shop).refund(begun.reference, person));
    assert.equal(await shop.snapshot(), before);
  });

  test('takes nothing without a name and a reason', async (t) => {
    const shop = await openShop(t);
    const begun = await begin(shop);
    for (const act of ['fulfil', 'refund', 'retry'] as const)
      for (const [name, missing] of [
        ['by', { ...person, by: ' ' }],
        ['why', { ...person, why: '' }],
      ] as const)
        await assert.rejects(async () => deskOf(shop)[act](begun.reference, missing), {
          name: 'TypeError',
          message: `desk.${act}: ${name} must have 1 to 1000 characters`,
        });
  });
});

import type { Renewal, SandboxHandoffData } from '@leb-renew/core/contract';
import type { LogEntry } from '@leb-renew/server';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { discreetError, discreetText } from '../../packages/server/src/discreet.ts';
import { query } from './shop/cluster.ts';
import { sendNotice } from './shop/notice.ts';
import { openShop, type Shop } from './shop/open-shop.ts';
import { accounts, password } from './shop/seed.ts';
import { until } from './shop/until.ts';

const { email, name } = accounts.mira;

/** A shop where everything outside fails in words that repeat what they were given. */
async function setup(t: Parameters<typeof openShop>[0]) {
  const entries: LogEntry[] = [];
  const fails = { supplier: 'not' as 'not' | 'refuses' | 'throws', mail: false, provider: false };
  const shop = await openShop(t, {
    log: (entry) => void entries.push(entry),
    options: { pageUrl: 'https://shop.example' },
    aroundSupplier: (supplier) => ({
      ...supplier,
      apply: (order, ...rest) => {
        const detail = `no credit for ${order.iccid} of ${email}`;
        if (fails.supplier === 'throws')
          return Promise.reject(new Error(detail, { cause: new Error(order.iccid) }));
        if (fails.supplier === 'not') return supplier.apply(order, ...rest);
        return Promise.resolve({ outcome: 'refused', reason: 'other', isFinal: true, detail });
      },
    }),
    aroundMailer: (mailer) => ({
      ...mailer,
      send: (mail) =>
        fails.mail
          ? Promise.reject(
              Object.assign(new Error(`550 <${mail.to}> "${mail.text}"`), { rejected: [mail.to], mail }),
            )
          : mailer.send(mail),
    }),
    aroundPayments: (gateway) => ({
      ...gateway,
      create: (request, key) =>
        fails.provider
          ? Promise.reject(new Error(`cannot charge ${request.receiptEmail ?? ''} for ${request.describe}`))
          : gateway.create(request, key),
    }),
  });
  const logged = (event: string) => entries.find((entry) => entry.event === event);
  return { shop, entries, fails, logged };
}

const begin = async (shop: Shop, label: string): Promise<Renewal> => {
  const token = await shop.signIn();
  return shop.begin(token, (await shop.quote(token, { label })).quoteId);
};
const handoffOf = (begun: Renewal) =>
  begun.status === 'awaiting-payment' ? (begun.handoff.data as SandboxHandoffData) : assert.fail('not open');

test('whatever fails, the log names the renewal and nobody else', async (t) => {
  const { shop, entries, fails, logged } = await setup(t);
  const token = await shop.signIn();
  assert.equal(
    await shop.refused('signIn', { body: { email, password: 'a wrong password' } }),
    'wrong-credentials',
  );
  assert.equal((await sendNotice(shop, 'pay_forged', { secret: 'forged' })).status, 400);
  const refused = logged('notice.refused');
  assert.deepEqual([refused?.level, refused?.detail], ['warn', 'sandbox']);
  await sendNotice(shop, 'pay_of_nobody');

  const [first, second, third] = [
    await begin(shop, 'LEB Global card'),
    await begin(shop, 'Lena’s tablet'),
    await begin(shop, 'Travel phone'),
  ];
  await shop.pay(first, 'payment-declined');
  fails.supplier = 'refuses';
  await shop.pay(first, 'approve');
  await shop.reaches(first, 'review');
  await query(shop.databaseUrl, `update sandbox_provider.payments set received = 1 where payment_id = $1`, [
    handoffOf(second).paymentId,
  ]);
  fails.supplier = 'throws';
  await shop.pay(third, 'approve');
  await until('the supplier failed', async () => logged('jobs.fulfil.again'));
  fails.supplier = 'not';
  fails.mail = true;
  await shop.reaches(third, 'renewed');
  await until('a mail failed', async () => logged('jobs.send-confirmation.again'));
  await shop.call('requestReset', { body: { email } });
  await until('a letter failed', async () => logged('jobs.send-letter.again'));
  fails.provider = true;
  const quote = await shop.quote(token, { label: 'Spare watch' });
  assert.equal(await shop.refused('begin', { token, body: { quoteId: quote.quoteId } }), 'server-error');

  await query(
    shop.databaseUrl,
    `create function leb_renew.broken() returns trigger language plpgsql as $$ begin
       raise exception 'duplicate "%" of ${email}', new.quote
       using errcode = '23505', detail = 'Key (email)=(${email}) of ${name}', hint = new.card_ref;
     end $$;
     create trigger broken before insert on leb_renew.quotes for each row execute function leb_renew.broken()`,
  );
  const { cardRef } = await shop.cardCalled(token, 'Spare watch');
  const wish = { cardRef, planId: 'global-12m', currency: 'USD' };
  const { problem: told } = await shop.call('quote', { token, body: wish });
  assert.equal(told?.code, 'server-error');

  const review = entries.find((entry) => entry.event === 'renewal.review');
  assert.equal(review?.renewalId, first.renewalId);
  const failed = entries.find((entry) => entry.reference === told.reference);
  assert.deepEqual([failed?.event, (failed?.error as { code: string }).code], ['http.failed', '23505']);
  assert.match((failed?.error as { stack: string }).stack, /^ {4}at /);

  const iccids = await query<{ iccid: string }>(shop.databaseUrl, 'select iccid from leb_renew.cards');
  const { clientSecret } = handoffOf(second);
  const { renewalToken } = second;
  const secrets = [email, name, password, 'a wrong password', token, renewalToken, clientSecret, cardRef];
  const all = inspect(entries, { depth: Infinity, showHidden: true, maxStringLength: Infinity });
  for (const secret of [...secrets, ...iccids.map(({ iccid }) => iccid)])
    assert.ok(!all.includes(secret), secret);
  const kept = await query(
    shop.databaseUrl,
    `select output from leb_renew_jobs.job where output is not null`,
  );
  assert.ok(kept.length > 0);
  for (const secret of [email, name, ...iccids.map(({ iccid }) => iccid)])
    assert.ok(!JSON.stringify(kept).includes(secret), `${secret} is kept with a job`);
});

test('a text is cleared of what may be about somebody, and keeps what helps to find it', () => {
  const token = 'rt_3kJhG8xQzP0vL5nB2mC7yT4wR9sD1fA6uE';
  const rows: readonly [string, string][] = [
    ['550 5.1.1 <mira@example.com>: unknown', '550 5.1.1 <…@…>: unknown'],
    ['invalid input syntax for type json: "Mira Tanaka"', 'invalid input syntax for type json: "…"'],
    [
      'Unexpected token \'m\', "mira@examp"... is not valid JSON',
      'Unexpected token \'m\', "…"... is not valid JSON',
    ],
    ['ungültige Eingabe: „Mira“', 'ungültige Eingabe: "…"'],
    ['an unfinished "Mira', 'an unfinished "…"'],
    [
      'duplicate key value violates unique constraint "renewals_quote_id_key"',
      'duplicate key value violates unique constraint "renewals_quote_id_key"',
    ],
    ['relation "leb_renew.cards" does not exist', 'relation "leb_renew.cards" does not exist'],
    ['postgres://shop:hush@db.example/shop', 'postgres:…@…'],
    ['Authorization: Bearer abc', 'Authorization: Bearer …'],
    ['card 8985 2000 0000 0000 221', 'card …'],
    ['no card c_fpcbKBEFUolEVJSxsGp-Pg', 'no card …'],
    ['card 89852000000000002210', 'card …'],
    [`token ${token}`, 'token …'],
    ['card c_AbCdEf0123456789AbCdEf', 'card …'],
    ['renewal:r_AbCdEf0123456789AbCdEf:extend', 'renewal:r_AbCdEf0123456789AbCdEf:extend'],
    ['pay_AbCdEf0123456789', 'pay_AbCdEf0123456789'],
    [
      'pi_3MtwBwLkdIwHu7ix28a3tqPa in req_aBcDeF0123456789',
      'pi_3MtwBwLkdIwHu7ix28a3tqPa in req_aBcDeF0123456789',
    ],
    ['of pi_abcdef_secret_ghijkl and whsec_mnopq', 'of pi_abcdef… and …'],
    ['Invalid API Key provided: sk_test_abc or rk_live_abc', 'Invalid API Key provided: … or …'],
    ['job 0b7e5f9c-3f0e-4f2b-9a53-1a1c4f6f2d10', 'job 0b7e5f9c-3f0e-4f2b-9a53-1a1c4f6f2d10'],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'],
    [
      'The payment provider did not tell about a payment.',
      'The payment provider did not tell about a payment.',
    ],
  ];
  for (const [text, cleared] of rows) {
    assert.equal(discreetText(text), cleared);
    assert.equal(discreetText(cleared), cleared, 'twice');
  }
});

test('an error keeps its kind, its code and its place, and its causes as far as they go', () => {
  const error = new RangeError('of mira@example.com', {
    cause: Object.assign(new Error('x'), { code: 'E1', detail: 'Mira' }),
  });
  const told = discreetError(error);
  assert.deepEqual(
    { ...told, stack: '', cause: { ...told.cause, stack: '' } },
    {
      name: 'RangeError',
      message: 'of …@…',
      stack: '',
      cause: { name: 'Error', message: 'x', code: 'E1', stack: '' },
    },
  );
  assert.ok(!told.stack?.includes('mira'));
  assert.equal(discreetError(told), told);
  assert.deepEqual(discreetError({ email: 'mira@example.com' }), {
    name: 'Error',
    message: 'A thrown object.',
  });
  assert.deepEqual(discreetError(null), { name: 'Error', message: 'A thrown null.' });
  const renamed = new Error('of mira@example.com');
  // V8 writes the stack when it is first read.
  assert.match(renamed.stack ?? '', /mira/);
  renamed.message = 'of somebody';
  assert.ok(!JSON.stringify(discreetError(renamed)).includes('mira'));
  const circle = new Error('a');
  circle.cause = circle;
  assert.equal(discreetError(circle).name, 'Error');
});

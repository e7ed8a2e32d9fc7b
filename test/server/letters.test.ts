import { problem, type Renewal, type SandboxHandoffData } from '@leb-renew/core/contract';
import { smtpMailer, type LogEntry } from '@leb-renew/server';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { query } from './shop/cluster.ts';
import { openMailServer, type MailServerOptions } from './shop/mail-server.ts';
import { openShop, type Shop, type ShopChanges } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

const minute = 60_000;
const label = 'LEB Global card';
const from = 'Harbour SIM <help@shop.example>';

const begin = async (shop: Shop): Promise<Renewal> => {
  const token = await shop.signIn();
  return shop.begin(token, (await shop.quote(token, { label })).quoteId);
};
/** What the sweep does, and what came of the letters that it has queued. */
async function sweep(shop: Shop): Promise<void> {
  await shop.server.admin.sweep();
  await until('no letter is on its way', async () => {
    const jobs = await query(
      shop.databaseUrl,
      `select 1 from leb_renew_jobs.job where name = 'send-renewal-letter' and state in ('created', 'retry', 'active')`,
    );
    return jobs.length === 0;
  });
}
const letters = async (shop: Shop, about: string) =>
  (await shop.server.admin.mails()).filter(({ key }) => key.endsWith(`:${about}`));

/** What the provider says of a payment from now on. It tells nobody by itself. */
async function play(shop: Shop, begun: Renewal, change: string): Promise<void> {
  const { paymentId } =
    begun.status === 'awaiting-payment' ? (begun.handoff.data as SandboxHandoffData) : assert.fail();
  await query(shop.databaseUrl, `update sandbox_provider.payments set ${change} where payment_id = $1`, [
    paymentId,
  ]);
  await shop.renewal(begun, '?refresh=1');
}
const processing = `status = 'processing', paid_with = 'Visa', problem_code = null`;
const failed = `status = 'requires_payment_method', problem_code = 'insufficient-funds'`;
const succeeded = `status = 'succeeded', received = minor, paid_at = now(), problem_code = null`;

/** A supplier that does not answer until it is mended. */
const downSupplier = () => {
  let isDown = true;
  const unknown = { outcome: 'unknown' as const, detail: 'down' };
  const aroundSupplier: ShopChanges['aroundSupplier'] = (supplier) => ({
    ...supplier,
    apply: (...given) => (isDown ? Promise.resolve(unknown) : supplier.apply(...given)),
    find: (...given) => (isDown ? Promise.resolve(unknown) : supplier.find(...given)),
  });
  return { aroundSupplier, mend: () => void (isDown = false) };
};

test('who has paid hears after ten minutes that the card is still being extended, once, and of the end', async (t) => {
  const { aroundSupplier, mend } = downSupplier();
  const shop = await openShop(t, { aroundSupplier });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'extending');
  shop.advance(9 * minute);
  await sweep(shop);
  assert.deepEqual(await shop.server.admin.mails(), []);
  shop.advance(2 * minute);
  await Promise.all([sweep(shop), sweep(shop)]);
  shop.advance(30 * minute);
  await sweep(shop);
  const [mail, ...others] = await letters(shop, 'still-extending');
  assert.ok(mail);
  assert.deepEqual(others, []);
  assert.equal(mail.subject, `Payment received: ${label} is being extended`);
  for (const words of [begun.reference, 'Please do not pay again', 'help@shop.example'])
    assert.ok(mail.text.includes(words), words);
  assert.ok(!/renewed/i.test(`${mail.subject}${mail.text}`));

  mend();
  await shop.reaches(begun, 'renewed');
  await until('the confirmation', async () => (await letters(shop, 'confirmation'))[0]);
});

test('who left while a payment was decided hears that it failed, unless it was paid after all', async (t) => {
  const shop = await openShop(t, { noticesTo: 'nowhere', options: { pageUrl: 'https://shop.example' } });
  const begun = await begin(shop);
  await play(shop, begun, processing);
  await play(shop, begun, failed);
  await sweep(shop);
  assert.deepEqual(await letters(shop, 'payment-failed'), [], 'at once');
  // Tried again, and failed again: the ten minutes begin anew.
  shop.advance(9 * minute);
  await play(shop, begun, processing);
  await play(shop, begun, failed);
  shop.advance(2 * minute);
  await sweep(shop);
  assert.deepEqual(await letters(shop, 'payment-failed'), [], 'too early');
  shop.advance(9 * minute);
  await sweep(shop);
  shop.advance(30 * minute);
  await sweep(shop);
  const [mail, ...others] = await letters(shop, 'payment-failed');
  assert.ok(mail);
  assert.deepEqual(others, []);
  assert.ok(mail.text.includes('the card is not extended. No money has reached us.'));
  const token = /^https:\/\/shop\.example#leb-renew=(\S+)$/m.exec(mail.text)?.[1];
  assert.equal((await shop.call('openLink', { body: { token } })).status, 200);

  const other = await begin(shop);
  await play(shop, other, processing);
  await play(shop, other, failed);
  await play(shop, other, succeeded);
  await shop.reaches(other, 'renewed');
  shop.advance(30 * minute);
  await sweep(shop);
  assert.equal((await letters(shop, 'payment-failed')).length, 1);
});

test('who has paid long before we heard of it is not told at once that it takes long', async (t) => {
  const { aroundSupplier } = downSupplier();
  const shop = await openShop(t, { aroundSupplier, noticesTo: 'nowhere' });
  const begun = await begin(shop);
  await play(shop, begun, succeeded.replace('now()', `now() - interval '1 hour'`));
  await shop.reaches(begun, 'extending');
  await sweep(shop);
  assert.deepEqual(await letters(shop, 'still-extending'), []);
  shop.advance(11 * minute);
  await sweep(shop);
  assert.equal((await letters(shop, 'still-extending')).length, 1);
});

for (const isPaid of [false, true])
  test(`a letter that no money has come waits until the provider says so too${isPaid ? ', and is not sent where it does not' : ''}`, async (t) => {
    let isDown = false;
    const shop = await openShop(t, {
      noticesTo: 'nowhere',
      aroundPayments: (gateway) => ({
        ...gateway,
        read: (ref) =>
          isDown ? Promise.resolve({ ok: false, problem: problem('provider-down') }) : gateway.read(ref),
      }),
    });
    const begun = await begin(shop);
    await play(shop, begun, processing);
    await play(shop, begun, failed);
    isDown = true;
    if (isPaid) await shop.pay(begun, 'approve');
    shop.advance(11 * minute);
    const waiting = `name = 'send-renewal-letter' and state = 'retry'`;
    const tries = async () => {
      const jobs = await query<{ tries: number }>(
        shop.databaseUrl,
        `select retry_count as tries from leb_renew_jobs.job where ${waiting}`,
      );
      return jobs[0]?.tries ?? -1;
    };
    /** As if the time until the next try was over. */
    const tryAgain = () =>
      query(shop.databaseUrl, `update leb_renew_jobs.job set start_after = now() where ${waiting}`);
    await shop.server.admin.sweep();
    for (let each = 0; each < 4; each++)
      await until('the letter is tried and waits, or is sent', async () => {
        await tryAgain();
        return (await tries()) >= each || (await shop.server.admin.mails()).length > 0;
      });
    assert.deepEqual(await shop.server.admin.mails(), []);
    isDown = false;
    await until('no letter waits', async () => {
      await tryAgain();
      return (await tries()) === -1;
    });
    await sweep(shop);
    assert.equal((await letters(shop, 'payment-failed')).length, isPaid ? 0 : 1);
    if (isPaid) await shop.reaches(begun, 'renewed');
  });

test('nobody waits for a new password because the payment provider is silent about payments of others', async (t) => {
  let asked = 0;
  let answer = () => {};
  let silence = Promise.resolve();
  const shop = await openShop(t, {
    noticesTo: 'nowhere',
    options: { pageUrl: 'https://shop.example' },
    aroundPayments: (gateway) => ({
      ...gateway,
      read: (ref) => ((asked += 1), silence.then(() => gateway.read(ref))),
    }),
  });
  t.after(() => answer());
  const token = await shop.signIn();
  for (const card of [label, 'Lena’s tablet', 'Travel phone', 'Spare watch']) {
    const begun = await shop.begin(token, (await shop.quote(token, { label: card })).quoteId);
    await play(shop, begun, processing);
    await play(shop, begun, failed);
  }
  shop.advance(11 * minute);
  asked = 0;
  silence = new Promise((resolve) => (answer = resolve));
  const swept = shop.server.admin.sweep();
  await until('it is silent to the sweep and to four letters', async () => asked === 5);
  await shop.call('requestReset', { body: { email: 'tom@example.com' } });
  await until('the new password is written about', async () =>
    (await shop.server.admin.mails()).some(({ to }) => to === 'tom@example.com'),
  );
  assert.deepEqual(await letters(shop, 'payment-failed'), []);
  answer();
  await swept;
  await until('the others are', async () => (await letters(shop, 'payment-failed')).length === 4);
});

test('a payment that is declined while somebody looks on is no reason to write', async (t) => {
  const shop = await openShop(t, { noticesTo: 'nowhere' });
  const begun = await begin(shop);
  await shop.pay(begun, 'insufficient-funds');
  await shop.renewal(begun, '?refresh=1');
  shop.advance(20 * minute);
  await sweep(shop);
  shop.advance(20 * minute);
  await sweep(shop);
  assert.deepEqual(await shop.server.admin.mails(), []);
});

test('a renewal that a person has to look at, and one that was paid back, are told of once each', async (t) => {
  const handedOver: string[] = [];
  const shop = await openShop(t, {
    noticesTo: 'nowhere',
    supplier: { mishap: () => 'refuse' },
    aroundMailer: (mailer) => ({
      ...mailer,
      send: (mail) => (handedOver.push(mail.key), mailer.send(mail)),
    }),
  });
  const begun = await begin(shop);
  await play(shop, begun, succeeded);
  await shop.reaches(begun, 'review');
  await sweep(shop);
  await sweep(shop);
  const [review, ...others] = await letters(shop, 'review');
  assert.ok(review);
  assert.deepEqual(others, []);
  for (const words of [begun.reference, 'one of us has to look at it', 'help@shop.example'])
    assert.ok(review.text.includes(words), words);

  await play(shop, begun, 'refunded = received');
  await shop.reaches(begun, 'refunded');
  await sweep(shop);
  await sweep(shop);
  const [refunded, ...more] = await letters(shop, 'refunded');
  assert.ok(refunded);
  assert.ok(refunded.text.includes('was returned the way it came'));
  assert.deepEqual(more, []);
  for (const mail of [review, refunded]) assert.ok(!/renewed/i.test(`${mail.subject}${mail.text}`));
  // The mailbox keeps one of each key, however often it is sent.
  assert.deepEqual(handedOver, [review.key, refunded.key]);
});

test('a review that is over before its letter is sent is not written about', async (t) => {
  const shop = await openShop(t, { noticesTo: 'nowhere', supplier: { mishap: () => 'refuse' } });
  const begun = await begin(shop);
  await play(shop, begun, succeeded);
  await shop.reaches(begun, 'review');
  await play(shop, begun, 'refunded = received');
  await sweep(shop);
  assert.deepEqual(
    (await shop.server.admin.mails()).map(({ key }) => key.split(':').at(-1)),
    ['refunded'],
  );
});

test('a letter is written in the customer’s language', async (t) => {
  const shop = await openShop(t, { noticesTo: 'nowhere', supplier: { mishap: () => 'refuse' } });
  const token = await shop.signIn();
  const { quoteId } = await shop.quote(token, { label });
  const answer = await fetch(`${shop.url}/renewals`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'zh-CN' },
    body: JSON.stringify({ quoteId }),
  });
  const begun = (await answer.json()) as Renewal;
  await play(shop, begun, succeeded);
  await shop.reaches(begun, 'review');
  await sweep(shop);
  const [mail] = await letters(shop, 'review');
  assert.ok(mail);
  assert.equal(mail.subject, `我们正在核查您的续期：${label}`);
  assert.ok(mail.html.includes('<html lang="zh-Hans">'));
});

test('a new password is told of also when the process died right after setting it', async (t) => {
  const shop = await openShop(t);
  await query(shop.databaseUrl, `update leb_renew_accounts.account set password = password || 'x'`);
  await query(
    shop.databaseUrl,
    `insert into leb_renew_jobs.job (name, data, policy) values ('sweep', '{}', 'short')`,
  );
  const mails = await until('both have a mail', async () => {
    const sent = await shop.server.admin.mails();
    return sent.length >= 2 ? sent : null;
  });
  assert.deepEqual(mails.map(({ to }) => to).sort(), ['mira@example.com', 'tom@example.com']);
  for (const { subject } of mails) assert.equal(subject, 'Your password was changed');
});

/** A shop with a real mail server, which says something to the address that it is to take a mail for. */
async function openWithReply(t: TestContext, replies: readonly (readonly [code: number, text: string])[]) {
  let asked = 0;
  const told: LogEntry[] = [];
  const onRcptTo: MailServerOptions['onRcptTo'] = (_address, _session, done) => {
    const [code, text] = replies[asked++] ?? [250, 'fine'];
    done(code === 250 ? null : Object.assign(new Error(text), { responseCode: code }));
  };
  const server = await openMailServer(t, { onRcptTo });
  const mailer = smtpMailer({ url: `smtp://127.0.0.1:${server.port}`, from });
  t.after(() => mailer.stop?.());
  const shop = await openShop(t, {
    options: { pageUrl: 'https://shop.example' },
    aroundMailer: () => mailer,
    log: (entry) => void told.push(entry),
  });
  return { shop, server, told, asked: () => asked };
}
const unsendable = (told: readonly LogEntry[]) => told.filter(({ event }) => event === 'mail.unsendable');

test('a confirmation to an address that does not exist is tried once and noted', async (t) => {
  const { shop, server, told, asked } = await openWithReply(t, [[550, '5.1.1 No such user']]);
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'renewed');
  await until('it is noted', async () => unsendable(told).length > 0);
  shop.advance(minute);
  await sweep(shop);
  await until('the queue is empty', async () => {
    const jobs = await query(
      shop.databaseUrl,
      `select 1 from leb_renew_jobs.job where name = 'send-confirmation' and state in ('created', 'retry', 'active')`,
    );
    return jobs.length === 0;
  });
  assert.deepEqual([asked(), server.arrived.length, unsendable(told).length], [1, 0, 1]);
  assert.ok(!JSON.stringify(told).includes('mira@example.com'));
});

test('a letter to an address that does not exist is given up; a server that is not ready, or blames us, gets it later', async (t) => {
  const { shop, server, told, asked } = await openWithReply(t, [
    [450, '4.2.0 Greylisted'],
    [550, '5.7.1 Relaying denied'],
    [250, 'fine'],
    [553, '5.1.3 Bad address'],
  ]);
  const reset = () => shop.call('requestReset', { body: { email: 'mira@example.com' } });
  await reset();
  await until('the mail', async () => server.arrived.length > 0);
  assert.equal(asked(), 3);
  assert.deepEqual(unsendable(told), []);
  await reset();
  await until('it is noted', async () => unsendable(told).length > 0);
  await sweep(shop);
  assert.deepEqual([asked(), server.arrived.length], [4, 1]);
});

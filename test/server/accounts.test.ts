import type { CodeChallenge, SignInAnswer } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { query } from './shop/cluster.ts';
import { openShop, type Shop, type ShopChanges } from './shop/open-shop.ts';
import { accounts, password } from './shop/seed.ts';
import { until } from './shop/until.ts';

const pageUrl = 'https://shop.example/renew';
const { email } = accounts.mira;
const stranger = 'nobody@example.com';
const newPassword = 'a new one 🔑 with spaces';

async function setup(t: TestContext, changes: ShopChanges = {}) {
  const shop = await openShop(t, { ...changes, options: { pageUrl, ...changes.options } });
  return {
    shop,
    signIn: (secret: string, as = email) => shop.call('signIn', { body: { email: as, password: secret } }),
    reset: (to: string) => shop.call('requestReset', { body: { email: to } }),
    setPassword: (token: string, secret = newPassword) =>
      shop.call('setPassword', { body: { token, password: secret } }),
    verify: (challengeId: string, code: string) => shop.call('verifyCode', { body: { challengeId, code } }),
    mail: (subject: RegExp, count = 1) => mailsLike(shop, subject, count),
  };
}

/** The newest mail of this kind, once there are so many. */
const mailsLike = (shop: Shop, subject: RegExp, count: number) =>
  until(`${count} mails like ${String(subject)}`, async () => {
    const mails = (await shop.server.admin.mails()).filter((mail) => subject.test(mail.subject));
    return mails.length >= count ? mails[0] : null;
  });

const tokenIn = ({ text }: { text: string }): string =>
  /#leb-reset=(\S+)/.exec(text)?.[1] ?? assert.fail('no link');
const codeIn = ({ text }: { text: string }): string => /^\d{6}$/m.exec(text)?.[0] ?? assert.fail('no code');

/** An account that signs in with a code, and the challenge of its first sign-in. */
async function withCode(t: TestContext, changes?: ShopChanges) {
  const kit = await setup(t, changes);
  const ada = { email: 'ada@example.com', password: 'correct horse', name: 'Ada' };
  await kit.shop.server.admin.createAccount({ ...ada, oneTimeCode: true });
  const begin = async (): Promise<CodeChallenge> => {
    const { value } = await kit.signIn(ada.password, ada.email);
    const answer = value as SignInAnswer;
    assert.ok(answer.kind === 'code');
    return answer.challenge;
  };
  return { ...kit, ada, begin };
}

test('a forgotten password is replaced by the link in a mail, which works once and signs nobody in', async (t) => {
  const { shop, reset, mail, setPassword, signIn } = await setup(t);
  const sessionBefore = await shop.signIn();
  assert.equal((await reset(` ${email.toUpperCase()} `)).status, 204);
  const letter = await mail(/Choose a new password/);
  assert.equal(letter.to, email);
  assert.ok(letter.html.includes(`href="${pageUrl}#leb-reset=`));
  const token = tokenIn(letter);
  assert.ok(token.length >= 22, 'a token that cannot be guessed');

  const done = await setPassword(token);
  assert.deepEqual([done.status, done.value, done.headers.get('set-cookie')], [204, null, null]);
  assert.equal(await shop.refused('cards', { token: sessionBefore }), 'not-signed-in');
  assert.equal((await signIn(password)).problem?.code, 'wrong-credentials');
  assert.equal((await signIn(newPassword)).status, 200);
  assert.equal((await mail(/was changed/)).to, email);
  assert.equal((await setPassword(token, 'another one')).problem?.code, 'link-ended');
  assert.equal((await signIn(newPassword)).status, 200);
});

test('nothing in the database opens an account: tokens are hashed, codes encrypted, jobs carry neither', async (t) => {
  const { shop, reset, mail, begin, ada } = await withCode(t);
  await reset(email);
  const token = tokenIn(await mail(/Choose a new password/));
  await begin();
  const code = codeIn(await mail(/sign-in code/));
  const kept = await query<{ row: string }>(
    shop.databaseUrl,
    `select v::text as row from leb_renew_accounts.verification v
     union all select a::text from leb_renew_accounts.account a
     union all select j.data::text from leb_renew_jobs.job j`,
  );
  assert.ok(kept.length > 3);
  for (const { row } of kept)
    for (const secret of [token, password, ada.password, `"${code}"`, `,${code}:`, `(${code}`])
      assert.ok(!row.includes(secret), `kept as it is: ${row}`);
});

test('a reset link ends after an hour, and with the next one that is used', async (t) => {
  const { shop, reset, mail, setPassword } = await setup(t);
  const lifetimes = async () =>
    query<{ minutes: number }>(
      shop.databaseUrl,
      `select extract(epoch from ("expiresAt" - now()))::float8 / 60 as minutes from leb_renew_accounts.verification`,
    );
  await reset(email);
  const first = tokenIn(await mail(/Choose/));
  const [row] = await lifetimes();
  assert.ok(row && row.minutes > 50 && row.minutes <= 60);
  await reset(email);
  const second = tokenIn(await mail(/Choose/, 2));
  assert.notEqual(first, second);
  assert.equal((await setPassword(second)).status, 204);
  assert.equal((await setPassword(first)).problem?.code, 'link-ended');

  await reset(email);
  const third = tokenIn(await mail(/Choose/, 3));
  await query(
    shop.databaseUrl,
    `update leb_renew_accounts.verification set "expiresAt" = now() - interval '1 s'`,
  );
  assert.equal((await setPassword(third)).problem?.code, 'link-ended');
});

test('asking for a new password is answered the same for everybody, and only accounts get a mail', async (t) => {
  const { shop, reset, mail } = await setup(t);
  const [known, unknown] = [await reset(email), await reset(stranger)];
  assert.deepEqual([known.status, known.value], [204, null]);
  assert.deepEqual([unknown.status, unknown.value], [204, null]);
  assert.deepEqual([...known.headers.keys()], [...unknown.headers.keys()]);
  for (const strange of ['\u0000@example.com', '\ud800@example.com', 'ö@example.com'])
    assert.equal((await reset(strange)).status, 204);
  await mail(/Choose/);
  await until('both jobs are done', async () => {
    const rows = await query(
      shop.databaseUrl,
      `select 1 from leb_renew_jobs.job where name = 'send-letter' and state = 'completed'`,
    );
    return rows.length === 2;
  });
  assert.deepEqual(
    (await shop.server.admin.mails()).map(({ to }) => to),
    [email],
  );
});

test('a new password may be anything of 8 to 256 characters, and a token that never was opens nothing', async (t) => {
  const { reset, mail, setPassword, signIn } = await setup(t);
  const rows: [token: string, secret: string, status: number, code: string][] = [
    ['t'.repeat(24), '1234567', 422, 'invalid-request'],
    ['t'.repeat(24), 'x'.repeat(257), 422, 'invalid-request'],
    ['short', newPassword, 422, 'invalid-request'],
    ['t'.repeat(24), newPassword, 401, 'link-ended'],
    [`x' or '1'='1${'t'.repeat(9)}`, newPassword, 401, 'link-ended'],
    ['\u0000'.repeat(24), newPassword, 401, 'link-ended'],
    ['\ud800'.repeat(24), newPassword, 401, 'link-ended'],
  ];
  for (const [token, secret, status, code] of rows) {
    const said = await setPassword(token, secret);
    assert.deepEqual([said.status, said.problem?.code], [status, code], token);
  }
  for (const [index, secret] of ['aaaaaaaa', '🔑'.repeat(256), `${' '.repeat(7)}x`].entries()) {
    await reset(email);
    assert.equal((await setPassword(tokenIn(await mail(/Choose/, index + 1)), secret)).status, 204, secret);
    assert.equal((await signIn(secret)).status, 200, secret);
  }
});

test('whoever was half way through a sign-in when the password changed has to begin again', async (t) => {
  const { ada, begin, mail, reset, setPassword, verify } = await withCode(t);
  const { challengeId } = await begin();
  const code = codeIn(await mail(/sign-in code/));
  await reset(ada.email);
  await setPassword(tokenIn(await mail(/Choose/)));
  assert.equal((await verify(challengeId, code)).problem?.code, 'wrong-code');
});

test('an account that wants it signs in with a code from a mail, which works once', async (t) => {
  const { shop, begin, mail, verify } = await withCode(t);
  const challenge = await begin();
  assert.equal(challenge.sentTo, 'a•••@example.com');
  assert.equal(challenge.digits, 6);
  assert.ok(Date.parse(challenge.expiresAt) <= Date.now() + 600_000);
  const letter = await mail(/sign-in code/);
  assert.deepEqual([letter.to, /\d{6}/.test(letter.subject)], ['ada@example.com', false]);
  const code = codeIn(letter);

  const wrong = code === '000000' ? '000001' : '000000';
  assert.equal((await verify(challenge.challengeId, wrong)).problem?.code, 'wrong-code');
  const { value } = await verify(challenge.challengeId, code);
  assert.ok((value as SignInAnswer).kind === 'session');
  const { token } = (value as Extract<SignInAnswer, { kind: 'session' }>).session;
  assert.equal((await shop.call('cards', { token })).status, 200);
  assert.equal((await verify(challenge.challengeId, code)).problem?.code, 'wrong-code');
});

test('a code ends after five wrong tries, and after ten minutes', async (t) => {
  const { shop, begin, mail, verify } = await withCode(t);
  const first = await begin();
  const code = codeIn(await mail(/sign-in code/));
  const guesses = ['000000', '000001', '000002', '000003', '000004', '000005'].filter(
    (guess) => guess !== code,
  );
  for (const guess of guesses.slice(0, 5)) await verify(first.challengeId, guess);
  assert.equal((await verify(first.challengeId, code)).problem?.code, 'wrong-code');

  const second = await begin();
  const late = codeIn(await mail(/sign-in code/, 2));
  await query(
    shop.databaseUrl,
    `update leb_renew_accounts.verification set "expiresAt" = now() - interval '1 s'`,
  );
  assert.equal((await verify(second.challengeId, late)).problem?.code, 'wrong-code');
});

test('a code is good for the sign-in that it was sent for, and for no other', async (t) => {
  const { begin, mail, verify } = await withCode(t);
  const first = await begin();
  const codeOfFirst = codeIn(await mail(/sign-in code/));
  const second = await begin();
  const codeOfSecond = codeIn(await mail(/sign-in code/, 2));
  if (codeOfFirst !== codeOfSecond)
    assert.equal((await verify(second.challengeId, codeOfFirst)).problem?.code, 'wrong-code');
  const [id = '', signature = ''] = second.challengeId.split('.');
  for (const forged of [
    id,
    `${id}.`,
    `${first.challengeId.split('.')[0]}.${signature}`,
    'x=1; y',
    '%00',
    '\r\nx: y',
  ])
    assert.equal((await verify(forged, codeOfSecond)).problem?.code, 'wrong-code', forged);
  assert.equal((await verify(second.challengeId, codeOfSecond)).status, 200);
});

test('a right password alone opens no session where a code is asked for', async (t) => {
  const { shop, begin, verify } = await withCode(t);
  const { challengeId } = await begin();
  const sessions = await query(shop.databaseUrl, 'select 1 from leb_renew_accounts.session');
  assert.equal(sessions.length, 0);
  assert.equal(await shop.refused('cards', { token: challengeId }), 'not-signed-in');
  assert.equal((await verify(challengeId, '000000')).problem?.code, 'wrong-code');
});

test('a password or an address that better-auth itself refuses is a wrong one, like any other', async (t) => {
  const { signIn } = await setup(t);
  assert.equal((await signIn('🔑'.repeat(256))).problem?.code, 'wrong-credentials');
  for (const strange of [
    'ö@example.com',
    'a@b.c',
    'mira@example.com.',
    `'@example.com`,
    '\ud800@example.com',
  ])
    assert.equal((await signIn('x', strange)).problem?.code, 'wrong-credentials', strange);
});

test('a sign-in takes as long for an unknown account as for a wrong password', async (t) => {
  const { signIn } = await setup(t, { options: { throttling: false } });
  const timed = async (as: string): Promise<number> => {
    const from = performance.now();
    assert.equal((await signIn('a wrong password', as)).problem?.code, 'wrong-credentials');
    return performance.now() - from;
  };
  const [known, unknown]: [number[], number[]] = [[], []];
  // In turns, so that whatever else this computer does hits both alike.
  for (let i = 0; i < 15; i++) {
    known.push(await timed(email));
    unknown.push(await timed(stranger));
  }
  const [a, b] = [median(known), median(unknown)];
  t.diagnostic(`medians: known ${a.toFixed(1)} ms, unknown ${b.toFixed(1)} ms`);
  // Without the hash, an unknown account is answered some ten times as fast.
  assert.ok(Math.max(a, b) / Math.min(a, b) < 2, `known ${a} ms, unknown ${b} ms`);
});

const median = (all: number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

test('a seller’s own accounts own cards: their ids come from a hook, and no password is asked for', async (t) => {
  const kim = { accountId: 'customer:7', email: 'kim@example.com', name: 'Kim' };
  const asked: Request[] = [];
  const { shop, signIn, reset } = await setup(t, {
    options: {
      authenticate(request) {
        asked.push(request);
        return request.headers.get('authorization') === 'Bearer session-of-kim' ? kim : null;
      },
    },
  });
  const { cardRef } = await shop.server.admin.issueCard({
    accountId: kim.accountId,
    iccid: '8985990000000009998',
    label: 'Card of Kim',
    region: 'Global',
    devices: ['phone'],
    planId: 'global-12m',
    zone: 'Europe/Berlin',
    service: {
      startsAt: '2026-01-01T00:00:00Z',
      expiresAt: new Date(shop.now() + 30 * 86_400_000).toISOString(),
    },
  });
  const token = 'session-of-kim';
  const { cards } = await shop.get<{ cards: { cardRef: string }[] }>('cards', { token });
  assert.deepEqual(
    cards.map((card) => card.cardRef),
    [cardRef],
  );
  assert.equal(await shop.refused('cards', { token: 'somebody-else' }), 'not-signed-in');
  assert.equal(await shop.refused('cards'), 'not-signed-in');
  assert.equal((await signIn(password)).problem?.code, 'not-found');
  assert.equal((await reset(email)).problem?.code, 'not-found');

  const quote = await shop.quote(token, { label: 'Card of Kim' });
  const begun = await shop.begin(token, quote.quoteId);
  assert.ok(
    asked.every(({ body }) => body === null),
    'the hook sees no body',
  );
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'renewed');
  const letter = await mailsLike(shop, /Renewed/, 1);
  assert.deepEqual([letter.to, letter.text.includes('Hello Kim,')], [kim.email, true]);
  assert.equal((await shop.call('signOut', { token })).status, 204);
});

test('no card is issued to an account that does not exist', async (t) => {
  const { shop } = await setup(t);
  const before = await shop.snapshot();
  const card = {
    accountId: 'nobody',
    iccid: '8985990000000009998',
    label: 'Card of nobody',
    region: 'Global',
    devices: [],
    planId: 'global-12m',
    zone: 'Europe/Berlin',
    service: null,
  };
  await assert.rejects(shop.server.admin.issueCard(card), /there is no account nobody/);
  assert.equal(await shop.snapshot(), before);
});

test('a hook that fails or answers with no account lets nobody in', async (t) => {
  for (const authenticate of [
    () => Promise.reject(new Error('the seller’s database is down')),
    () => ({ accountId: '', email: 'x', name: 'x' }),
    () => ({ accountId: 7 }) as never,
    () => undefined as never,
  ]) {
    const shop = await openShop(t, { options: { authenticate } });
    const { problem } = await shop.call('cards', { token: 'a-session-of-somebody' });
    assert.equal(problem?.code, 'server-error');
  }
});

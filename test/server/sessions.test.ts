import type { Session, SignInAnswer } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { query } from './shop/cluster.ts';
import { openShop, type ShopChanges } from './shop/open-shop.ts';
import { accounts, password } from './shop/seed.ts';
import { until } from './shop/until.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A shop, and the browser of one person at one of its pages, as far as cookies go. */
async function setup(t: TestContext, changes: ShopChanges = {}) {
  const shop = await openShop(t, changes);
  const { origin } = new URL(shop.url);
  const browser = () => {
    let cookie: string | null = null;
    let token: string | null = null;
    const page = {
      /** `name=value`, as it would be sent. */
      get cookie() {
        return cookie;
      },
      get token() {
        return token;
      },
      set cookie(value) {
        cookie = value;
      },
      async signIn(who: keyof typeof accounts = 'mira', from = origin) {
        const said = await shop.call('signIn', {
          body: { email: accounts[who].email, password },
          headers: { origin: from },
        });
        cookie = said.headers.get('set-cookie')?.split(';')[0] ?? null;
        const answer = said.value as SignInAnswer;
        assert.ok(answer.kind === 'session');
        ({ token } = answer.session);
        return { said, session: answer.session };
      },
      async refresh(headers: Record<string, string> = {}, beside: string | null = null) {
        const said = await shop.call('refreshSession', {
          headers: { origin, ...(cookie === null ? {} : { cookie }), ...headers },
          token: beside,
        });
        const set = said.headers.get('set-cookie')?.split(';')[0];
        if (set !== undefined) cookie = set;
        if (said.status === 200) ({ token } = said.value as Session);
        return said;
      },
      signOut: () => shop.call('signOut', { token, headers: { origin, cookie: cookie ?? '' } }),
      isIn: async () => (await shop.call('cards', { token })).status === 200,
    };
    return page;
  };
  return { shop, origin, browser };
}

test('a token is good for ten minutes, and the cookie beside it goes on with the session', async (t) => {
  const { shop, browser } = await setup(t);
  const page = browser();
  const { session } = await page.signIn();
  assert.ok(Math.abs(Date.parse(session.expiresAt) - shop.now() - 10 * minute) < 5_000);
  shop.advance(9.9 * minute);
  assert.ok(await page.isIn());
  shop.advance(0.2 * minute);
  assert.ok(!(await page.isIn()));
  const said = await page.refresh();
  assert.deepEqual([said.status, (said.value as Session).account], [200, session.account]);
  assert.ok(await page.isIn());
  assert.notEqual((said.value as Session).token, session.token);
});

test('the cookie is for no script, no other server and no page of another shop', async (t) => {
  const plain = await setup(t);
  const { said } = await plain.browser().signIn();
  assert.match(
    said.headers.get('set-cookie') ?? '',
    /^leb-session=[\w.-]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  const secure = await setup(t, {
    options: { publicUrl: 'https://api.shop.example/renewal', allowedOrigins: ['https://shop.example'] },
  });
  for (const from of ['https://shop.example', 'https://api.shop.example']) {
    const { said: other } = await secure.browser().signIn('mira', from);
    assert.match(
      other.headers.get('set-cookie') ?? '',
      /^__Host-leb-session=[\w.-]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=None; Partitioned$/,
    );
  }
});

test('a session ends after two hours without use, and after twelve in any case', async (t) => {
  const { shop, browser } = await setup(t);
  const [idle, busy] = [browser(), browser()];
  await idle.signIn();
  await busy.signIn();
  for (let hours = 1.9; hours < 12; hours += 1.9) {
    shop.advance(1.9 * hour);
    assert.equal((await busy.refresh()).status, 200, `after ${hours} hours`);
  }
  assert.equal((await idle.refresh()).problem?.code, 'not-signed-in');
  const last = await busy.refresh();
  // 11.4 hours have passed.
  shop.advance(0.7 * hour);
  assert.ok(Date.parse((last.value as Session).expiresAt) <= shop.now());
  assert.equal((await busy.refresh()).problem?.code, 'not-signed-in');
});

test('a token never outlives its session', async (t) => {
  const { shop, browser } = await setup(t);
  const page = browser();
  await page.signIn();
  for (let i = 0; i < 7; i++) {
    shop.advance(1.7 * hour);
    await page.refresh();
  }
  const { expiresAt } = (await page.refresh()).value as Session;
  // Of the twelve hours, six minutes are left.
  assert.ok(Date.parse(expiresAt) - shop.now() < 6.1 * minute);
});

test('two pages that ask at once, of two servers, go on with one session', async (t) => {
  const { shop, origin, browser } = await setup(t);
  const page = browser();
  await page.signIn();
  const cookie = page.cookie ?? '';
  const asked = await Promise.all(
    Array.from({ length: 4 }, () => shop.call('refreshSession', { headers: { origin, cookie } })),
  );
  const cookies = new Set(asked.map(({ headers }) => headers.get('set-cookie')?.split(';')[0]));
  assert.deepEqual([asked.map(({ status }) => status), cookies.size], [[200, 200, 200, 200], 1]);
  [page.cookie = null] = [...cookies] as string[];
  // An answer that was lost on the way is asked for again.
  shop.advance(29_000);
  assert.equal((await page.refresh({ cookie })).status, 200);
  assert.equal((await page.refresh()).status, 200);
});

test('a cookie that was replaced is in two hands: it ends the session for both', async (t) => {
  const { shop, browser } = await setup(t);
  const [page, thief] = [browser(), browser()];
  await page.signIn();
  thief.cookie = page.cookie;
  await page.refresh();
  assert.ok(await page.isIn());
  shop.advance(31_000);
  const said = await thief.refresh();
  assert.deepEqual([said.problem?.code, thief.token], ['not-signed-in', null]);
  assert.ok(!(await page.isIn()));
  assert.equal((await page.refresh()).problem?.code, 'not-signed-in');
});

test('one that is two behind ends it at once', async (t) => {
  const { browser } = await setup(t);
  const [page, thief] = [browser(), browser()];
  await page.signIn();
  thief.cookie = page.cookie;
  await page.refresh();
  await page.refresh();
  assert.equal((await thief.refresh()).problem?.code, 'not-signed-in');
  assert.ok(!(await page.isIn()));
});

test('pages of other origins get no cookie and cannot use one', async (t) => {
  const { shop, origin, browser } = await setup(t);
  const { port } = new URL(origin);
  const page = browser();
  await page.signIn();
  const strangers = [
    'null',
    'https://evil.example',
    origin.replace('127.0.0.1', 'shop.127.0.0.1'),
    origin.replace(port, String(Number(port) + 1)),
    origin.replace('127.0.0.1', '127.0.0.1.'),
    origin.replace('http:', 'https:'),
    `${origin}.evil.example`,
    `${origin}/`,
    origin.toUpperCase(),
    `${origin}, ${origin}`,
    '',
  ];
  for (const from of strangers) {
    const said = await page.refresh({ origin: from });
    assert.equal(said.problem?.code, 'not-signed-in', from);
    assert.equal(said.headers.get('access-control-allow-origin'), null, from);
    assert.equal((await browser().signIn('mira', from)).said.headers.get('set-cookie'), null, from);
  }
  // What has no origin is no page.
  const said = await shop.call('refreshSession', { headers: { cookie: page.cookie ?? '' } });
  assert.equal(said.problem?.code, 'not-signed-in');
  assert.equal((await page.refresh()).status, 200);
});

test('cookies go with the calls about sessions, and with no others', async (t) => {
  const { shop, origin } = await setup(t);
  const allows = async (path: string, method: string) => {
    const headers = { origin, 'access-control-request-method': method };
    const response = await fetch(shop.url + path, { method: 'OPTIONS', headers });
    assert.equal(response.headers.get('access-control-allow-origin'), origin);
    return response.headers.get('access-control-allow-credentials');
  };
  for (const path of ['/session', '/session/refresh', '/session/code'])
    assert.equal(await allows(path, 'POST'), 'true', path);
  for (const path of ['/cards', '/quotes', '/renewals', '/renewals/r_1', '/sessions'])
    assert.equal(await allows(path, 'POST'), null, path);
});

test('a page that goes on with a session does not come to that of somebody else', async (t) => {
  const { browser } = await setup(t);
  const [mira, tom] = [browser(), browser()];
  await mira.signIn('mira');
  await tom.signIn('tom');
  const { token } = mira;
  // In the same browser, Tom has signed in at another page.
  mira.cookie = tom.cookie;
  assert.equal((await mira.refresh({}, token)).problem?.code, 'not-signed-in');
  for (const strange of ['x', 'st_x.y.z', 'rt_x']) assert.equal((await tom.refresh({}, strange)).status, 401);
  assert.ok(await mira.isIn());
  assert.equal((await tom.refresh({}, tom.token)).status, 200);
});

test('whoever signs out is out: the session ends and the cookie goes, also when the token has ended', async (t) => {
  const { shop, browser } = await setup(t);
  for (const later of [0, 30 * minute]) {
    const page = browser();
    await page.signIn();
    shop.advance(later);
    const said = await page.signOut();
    assert.equal(said.status, 204);
    assert.match(
      said.headers.get('set-cookie') ?? '',
      /^leb-session=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    assert.ok(!(await page.isIn()));
    assert.equal((await page.refresh()).problem?.code, 'not-signed-in');
    assert.equal((await page.signOut()).problem?.code, 'not-signed-in');
  }
});

test('a new password ends every session of the account, and no other', async (t) => {
  const { shop, browser } = await setup(t, { options: { pageUrl: 'https://shop.example/renew' } });
  const [one, two, tom] = [browser(), browser(), browser()];
  await one.signIn();
  await two.signIn();
  await tom.signIn('tom');
  await shop.call('requestReset', { body: { email: accounts.mira.email } });
  const token = await until('the mail is there', async () => {
    const mails = await shop.server.admin.mails();
    return mails.map(({ text }) => /#leb-reset=(\S+)/.exec(text)?.[1]).find((found) => found !== undefined);
  });
  await shop.call('setPassword', { body: { token, password: 'another password' } });
  for (const page of [one, two]) {
    assert.ok(!(await page.isIn()));
    assert.equal((await page.refresh()).problem?.code, 'not-signed-in');
  }
  assert.ok(await tom.isIn());
  assert.equal((await tom.refresh()).status, 200);
});

test('nothing that the database holds of a session opens it', async (t) => {
  const { shop, origin, browser } = await setup(t);
  const page = browser();
  await page.signIn();
  const [row] = await query<{ id: string; token: string; generation: number }>(
    shop.databaseUrl,
    `select s.id, s.token, r.generation from leb_renew_accounts.session s
     join leb_renew.refreshes r on r.session_id = s.id`,
  );
  assert.ok(row);
  for (const secret of [page.token, page.cookie?.split('=')[1]])
    assert.ok(secret && !row.token.includes(secret));
  for (const guess of [row.token, row.id, `st_${row.id}`, `st_x.${row.id}.9999999999.x`]) {
    assert.equal(await shop.refused('cards', { token: guess }), 'not-signed-in');
    const cookie = `leb-session=${guess}`;
    assert.equal((await shop.call('refreshSession', { headers: { origin, cookie } })).status, 401);
  }
});

test('a token or a cookie that was changed anywhere, or made for something else, is none', async (t) => {
  const { shop, origin, browser } = await setup(t);
  const page = browser();
  await page.signIn();
  const cookie = page.cookie?.split('=')[1] ?? '';
  const changed = (text: string) =>
    Array.from(text, (letter, i) => text.slice(0, i) + (letter === 'A' ? 'B' : 'A') + text.slice(i + 1));
  const refused = async (value: string) => {
    const said = await shop.call('refreshSession', { headers: { origin, cookie: `leb-session=${value}` } });
    assert.equal(said.status, 401, value);
  };
  for (const token of [
    ...changed(page.token ?? ''),
    cookie,
    `${page.token}x`,
    (page.token ?? '').slice(0, -1),
  ])
    assert.equal(await shop.refused('cards', { token }), 'not-signed-in', token);
  for (const value of [...changed(cookie), page.token ?? '', '', ' ', '"', cookie.slice(0, -1)])
    await refused(value);
  assert.ok(await page.isIn());
  assert.equal((await page.refresh()).status, 200);
});

test('a seller’s own sign-in and a renewal link have no session to go on with', async (t) => {
  const { browser } = await setup(t, { options: { authenticate: () => null } });
  assert.equal((await browser().refresh({ cookie: 'leb-session=x' })).problem?.code, 'not-signed-in');
});

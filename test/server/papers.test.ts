import { check, Receipt, type Renewal, type Seller } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { receiptPage } from '../../packages/server/src/papers/receipt-page.ts';
import { keyFor } from '../../packages/server/src/keys.ts';
import { createPapers } from '../../packages/server/src/renewals/papers.ts';
import { openBrowser } from '../flows/customer.ts';
import { query } from './shop/cluster.ts';
import { openShop, type Shop, type ShopChanges } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

const secret = 'a secret of this test that has enough characters';
const label = 'LEB Global card';

async function setup(t: TestContext, { options, ...changes }: ShopChanges = {}) {
  const shop = await openShop(t, { ...changes, options: { secret, throttling: false, ...options } });
  const renew = async (planId = 'global-12m') => {
    const token = await shop.signIn();
    const begun = await shop.begin(token, (await shop.quote(token, { label, planId })).quoteId);
    await shop.pay(begun, 'approve');
    return shop.reaches(begun, 'renewed');
  };
  return { shop, renew, papers: createPapers(keyFor(secret, 'papers'), shop.url) };
}

const receiptOf = (shop: Shop, { renewalId, renewalToken: token }: Renewal) =>
  shop.get<Receipt>('receipt', { path: { renewalId }, token });

const look = (address: string | null, headers: Record<string, string> = {}) => {
  assert.ok(address !== null);
  return fetch(address, { headers });
};

const visible = (page: string): string =>
  page.replaceAll(/<(style|title)>.*?<\/\1>|<[^>]+>/gs, ' ').replaceAll(/[\s\u00a0]+/g, ' ');

test('a receipt’s page opens without signing in, says everything, and gives nothing away', async (t) => {
  const seller: Seller = {
    name: 'Harbour SIM Ltd',
    address: '1 Harbour Street, Singapore 048622',
    taxId: 'SG-201912345K',
    support: 'mailto:help@harbour.example',
    termsUrl: 'https://harbour.example/terms',
  };
  const { shop, renew } = await setup(t, { options: { seller, withdrawal: '14-days' } });
  await query(shop.databaseUrl, 'update leb_renew.plans set tax_rate_basis_points = 1900');
  const receipt = await receiptOf(shop, await renew());
  const said = await look(receipt.links.page);
  const text = visible(await said.text());
  for (const words of [
    'Harbour SIM Ltd 1 Harbour Street, Singapore 048622 Tax number SG-201912345K Receipt ',
    ` ${receipt.number} Issued `,
    'UTC Paid with Test Visa •• 4242',
    `Reference ${receipt.reference} eSIM data service, renewal Card LEB Global card 8985 •••• •••• 4821 Plan 1 year Worked through `,
    '(Shanghai time) Now works through ',
    '1 × 1 year · LEB Global card •••• 4821 USD 70.59 Without tax USD 70.59 Tax 19% USD 13.41 Total paid USD 84.00',
    'Withdrawal: within 14 days',
    'help@harbour.example',
    'https://harbour.example/terms',
  ])
    assert.ok(text.includes(words), `${words} in ${text}`);
  assert.doesNotMatch(text, /mira|8985990000000004821|undefined|null|\[object/i);
});

test('a page runs nothing, asks for nothing, and tells a browser and a search engine to leave it at that', async (t) => {
  const { shop, renew } = await setup(t);
  const { links } = await receiptOf(shop, await renew());
  const said = await look(links.page);
  const page = await said.text();
  assert.doesNotMatch(page, /<script|<iframe|<img|<form|@import|url\(|\son\w+=|\sstyle=/);
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = said.headers.get('content-security-policy') ?? '';
  for (const rule of ["default-src 'none'", `style-src 'sha256-${hash}'`, "form-action 'none'"])
    assert.ok(policy.includes(rule), rule);
  for (const address of [links.page, `${links.page}/receipt.json`, links.calendar]) {
    const { headers } = await look(address);
    assert.deepEqual(
      ['referrer-policy', 'cache-control', 'x-content-type-options', 'x-robots-tag'].map((name) =>
        headers.get(name),
      ),
      ['no-referrer', 'no-store', 'nosniff', 'noindex'],
      address ?? '',
    );
  }
});

test('the same paper as JSON says what the receipt says, but not where the mail went', async (t) => {
  const { shop, renew } = await setup(t);
  const renewal = await renew();
  await until('the mail has gone', async () => (await receiptOf(shop, renewal)).sentTo !== null);
  const receipt = await receiptOf(shop, renewal);
  const said = await look(`${receipt.links.page}/receipt.json`);
  const json: unknown = await said.json();
  assert.ok(check(Receipt, json).ok);
  assert.deepEqual(json, { ...receipt, sentTo: null });
});

test('the calendar file follows the card: renewed again, and gone', async (t) => {
  const { shop, renew } = await setup(t);
  const { links } = await receiptOf(shop, await renew());
  const events = async () => {
    const said = await look(links.calendar);
    assert.equal(said.headers.get('content-type'), 'text/calendar; charset=utf-8');
    assert.equal(said.headers.get('content-disposition'), 'attachment; filename="renewal-reminder.ics"');
    const lines = (await said.text()).split('\r\n');
    const first = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
    return {
      uid: first('UID'),
      sequence: first('SEQUENCE'),
      start: first('DTSTART'),
      status: first('STATUS'),
    };
  };
  const once = await events();
  assert.deepEqual([once.sequence, once.status], ['2', 'CONFIRMED']);
  await renew('global-1m');
  const twice = await events();
  assert.deepEqual([twice.uid, twice.sequence, twice.status], [once.uid, '3', 'CONFIRMED']);
  assert.ok((twice.start ?? '') > (once.start ?? ''));
  await query(shop.databaseUrl, 'update leb_renew.cards set revoked = true where label = $1', [label]);
  assert.deepEqual(await events(), { ...twice, status: 'CANCELLED' });
});

test('a wrong address looks the same whether or not there is a paper', async (t) => {
  const { shop, renew, papers } = await setup(t);
  const { number, links } = await receiptOf(shop, await renew());
  const right = links.page ?? '';
  assert.equal(right, papers.page(number));
  const missing = papers.page('R-1999-00001');
  const token = right.slice(right.lastIndexOf('/') + 1);
  const wrong = [
    missing,
    missing.replace('1999-00001', number.slice(2)),
    right.replace(number, 'R-1999-00001'),
    right.replace(number, number.replace(/1$/, '2')),
    createPapers(keyFor(`${secret}!`, 'papers'), shop.url).page(number),
    createPapers(keyFor(secret, 'renewals'), shop.url).page(number),
    right.slice(0, -1),
    `${right}.`,
    ...[
      '',
      '.',
      number,
      `${number}.`,
      token.split('.')[1],
      `.${token}`,
      '%00',
      '%E0%A4%A',
      "'--",
      'x'.repeat(4_000),
    ].map((other) => right.replace(token, other ?? '')),
  ];
  const said = async (address: string) => {
    const response = await fetch(address);
    const headers = [...response.headers].filter(([name]) => name !== 'date' && name !== 'leb-server-time');
    return { status: response.status, headers, body: await response.text() };
  };
  for (const path of ['', '/receipt.json', '/reminder.ics']) {
    const known = await said(missing + path);
    assert.equal(known.status, 404);
    for (const address of wrong.slice(1, 8))
      assert.deepEqual(await said(address + path), known, address + path);
    for (const address of wrong.slice(8))
      assert.equal((await said(address + path)).status, 404, address + path);
  }
  const page = await said(missing);
  assert.ok(visible(page.body).includes('There is no paper at this address'));
  const chinese = await look(missing, { 'accept-language': 'zh-CN' });
  assert.match(await chinese.text(), /<html lang="zh-Hans">[^]*此地址没有收据/);
});

test('a payment of another sum has no page, because no paper can say that the total was paid', async (t) => {
  const { shop, renew, papers } = await setup(t);
  const { receiptNumber } = await renew();
  assert.equal((await fetch(papers.page(receiptNumber))).status, 200);
  await query(shop.databaseUrl, `update leb_renew.renewals set review = 'other-amount'`);
  for (const path of ['', '/receipt.json', '/reminder.ics'])
    assert.equal((await fetch(papers.page(receiptNumber) + path)).status, 404, path);
});

test('the mail leads to the page, in the customer’s language', async (t) => {
  const { shop } = await setup(t);
  const token = await shop.signIn();
  const { quoteId } = await shop.quote(token);
  const begun = await fetch(`${shop.url}/renewals`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'zh-CN' },
    body: JSON.stringify({ quoteId }),
  });
  const renewal = (await begun.json()) as Renewal;
  await shop.pay(renewal, 'approve');
  const mail = await until('the mail', async () => (await shop.server.admin.mails())[0]);
  const address = /https?:\/\/\S+\/papers\/\S+/.exec(mail.text)?.[0] ?? '';
  assert.ok(mail.html.includes(`href="${address}"`));
  const page = await (await fetch(address)).text();
  assert.match(page, /<html lang="zh-Hans">/);
  for (const words of ['收据', '实付合计', '现可用至', 'USD 84.00'])
    assert.ok(visible(page).includes(words), words);
});

test('a correction and its receipt lead to each other', async (t) => {
  const { shop, renew, papers } = await setup(t);
  const renewal = await renew();
  const [row] = await query<{ payment_ref: string }>(
    shop.databaseUrl,
    'select payment_ref from leb_renew.renewals',
  );
  await fetch(`${new URL(shop.url).origin}/sandbox-pay/payments/${row?.payment_ref}/refund`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer sk_sandbox_for_tests',
      'content-type': 'application/json',
      'idempotency-key': 'back-1',
    },
    body: JSON.stringify({ amount: 1_400 }),
  });
  const receipt = await until('the correction', async () => {
    const seen = await receiptOf(shop, renewal);
    return seen.correctedBy.length > 0 && seen;
  });
  const [number = ''] = receipt.correctedBy;
  const page = await (await look(receipt.links.page)).text();
  assert.ok(page.includes(`Corrected by <a href="${papers.page(number)}"`), page);
  const correction = await (await fetch(papers.page(number))).text();
  assert.ok(correction.includes(`Corrects receipt <a href="${receipt.links.page}"`));
  for (const words of [`Correction ${number} `, 'Returned to Test Visa •• 4242', 'Total returned -USD 14.00'])
    assert.ok(visible(correction).includes(words), words);
  assert.doesNotMatch(visible(correction), /Now works through|Withdrawal/);
  assert.equal((await fetch(papers.calendar(number))).status, 404, 'it moves no date');
});

test('a browser has nothing to complain about, on a phone, a desk, A4 and a roll', async (t) => {
  const { shop, renew } = await setup(t);
  const { links } = await receiptOf(shop, await renew());
  const browser = await openBrowser();
  t.after(() => browser.close());
  const page = await browser.newPage();
  const [asked, complaints]: [string[], string[]] = [[], []];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => complaints.push(message.text()));
  await page.setJavaScriptEnabled(false);
  await page.goto(links.page ?? '');
  // A roll of 80 mm without its margins, a small phone, A4 without its margins, a desk.
  for (const [media, width] of [
    ['print', 272],
    ['screen', 320],
    ['print', 642],
    ['screen', 1_200],
  ] as const) {
    await page.setViewport({ width, height: 800 });
    await page.emulateMediaType(media);
    const seen = await page.evaluate(() => {
      const sheet = document.querySelector('.paper');
      return {
        sideways: document.documentElement.scrollWidth - innerWidth,
        columns: getComputedStyle(
          document.querySelector('.facts') ?? document.body,
        ).gridTemplateColumns.split(' ').length,
        ink: getComputedStyle(sheet ?? document.body).color,
        paper: getComputedStyle(sheet ?? document.body).backgroundColor,
      };
    });
    assert.deepEqual(
      seen,
      {
        sideways: 0,
        columns: width < 500 ? 1 : 2,
        ink: 'rgb(22, 25, 31)',
        paper: media === 'print' ? 'rgba(0, 0, 0, 0)' : 'rgb(255, 255, 255)',
      },
      `${media} ${width}`,
    );
  }
  assert.deepEqual(
    asked.filter((url) => !url.startsWith('data:')),
    [links.page],
  );
  assert.deepEqual(complaints, []);
});

test('no label, seller or address makes HTML', () => {
  const evil = `<script>alert(1)</script>"><img src=x onerror='x'>&`;
  const amount = { minor: 8_400, currency: 'USD', exponent: 2 as const };
  const receipt = {
    number: 'R-2026-00001',
    renewalId: 'r_1',
    reference: evil,
    issuedAt: '2026-01-01T00:00:00Z',
    seller: {
      name: evil,
      address: evil,
      taxId: evil,
      support: `https://x/${evil}`,
      termsUrl: `https://x/${evil}`,
    },
    card: { cardRef: 'c_1', label: evil, iccidMasked: evil },
    plan: { planId: 'p', name: evil, term: { months: 12 } },
    previousExpiry: null,
    zone: 'Asia/Shanghai',
    lines: [{ kind: 'plan', label: evil, amount, rateBasisPoints: null }],
    total: amount,
    paidWith: evil,
    paidAt: '2026-01-01T00:00:00Z',
    period: null,
    sentTo: null,
    withdrawal: 'none',
    corrects: null,
    correctedBy: [evil],
    links: { page: null, calendar: null },
  } satisfies Receipt;
  for (const corrects of [null, evil]) {
    const page = receiptPage({ ...receipt, corrects }, 'en', (number) => `https://x/"${number}`);
    assert.doesNotMatch(page, /<script|<img|onerror='/);
    assert.ok(page.includes('&lt;script&gt;alert(1)'));
  }
});

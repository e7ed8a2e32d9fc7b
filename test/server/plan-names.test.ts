import { inLanguage } from '@leb-renew/core';
import type { Quote, Receipt, ReceiptList, Renewal } from '@leb-renew/core/contract';
import type { PlanOffer } from '@leb-renew/server';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openShop } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

const year: PlanOffer = {
  planId: 'global-12m',
  family: 'global',
  name: 'Twelve',
  term: { months: 12 },
  prices: [{ minor: 8_400, currency: 'USD', exponent: 2 }],
  allowance: { bytes: 'unlimited', per: 'term' },
  includes: ['Sea and land'],
};
const inOthers = {
  nameIn: { de: 'Zwölf', 'zh-Hans': '十二' },
  includesIn: { de: ['Meer und Land'], 'zh-Hans': ['海与陆'] },
};

/** A shop in which Mira’s plan is called something, and what its answers call it. */
async function setup(t: TestContext, changes: Partial<PlanOffer> = inOthers) {
  const shop = await openShop(t);
  const publish = (more: Partial<PlanOffer>) => shop.server.admin.publishPlans([{ ...year, ...more }]);
  await publish(changes);
  const token = await shop.signIn();
  const { cardRef } = await shop.cardCalled(token, 'LEB Global card');
  const planNow = async () =>
    (await shop.plans(token, cardRef)).find(({ planId }) => planId === year.planId) ?? assert.fail();
  /** Begun by a page in Chinese. */
  const begin = async () => {
    const { quoteId } = await shop.quote(token);
    const response = await fetch(`${shop.url}/renewals`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'zh-CN' },
      body: JSON.stringify({ quoteId }),
    });
    return (await response.json()) as Renewal;
  };
  return { shop, publish, token, cardRef, planNow, begin };
}

test('a plan is listed, quoted and kept on the card under its names in every language', async (t) => {
  const { shop, token, planNow } = await setup(t);
  const plan = await planNow();
  assert.deepEqual([plan.name, plan.nameIn], ['Twelve', inOthers.nameIn]);
  assert.deepEqual([plan.includes, plan.includesIn], [['Sea and land'], inOthers.includesIn]);
  const { currentPlan } = await shop.cardCalled(token, 'LEB Global card');
  assert.deepEqual(currentPlan.nameIn, inOthers.nameIn);
  const quote = await shop.quote(token);
  assert.deepEqual(quote.plan.nameIn, inOthers.nameIn);
  assert.deepEqual(quote.lines[0]?.labelIn, {
    de: 'Zwölf · LEB Global card ••••\u00a04821',
    'zh-Hans': '十二 · LEB Global card ••••\u00a04821',
  });
});

test('a plan as docs/server.md publishes it is read in the language that the page says', async (t) => {
  const { shop, planNow } = await setup(t);
  const { admin } = shop.server;
  const plan = year;
  await admin.publishPlans([
    {
      ...plan,
      name: '1 year',
      nameIn: { de: '1 Jahr', 'zh-Hans': '1年', 'pt-BR': '1 ano' },
      includes: ['60 countries'],
      includesIn: { de: ['60 Länder'], 'zh-Hans': ['60 个国家和地区'], 'pt-BR': ['60 países'] },
    },
  ]);
  const { name, nameIn, includes, includesIn } = await planNow();
  const read = (locale: string) => [
    inLanguage(locale, nameIn, name),
    ...inLanguage(locale, includesIn, includes),
  ];
  assert.deepEqual(['de-AT', 'zh-SG', 'pt', 'fr'].map(read), [
    ['1 Jahr', '60 Länder'],
    ['1年', '60 个国家和地区'],
    ['1 ano', '60 países'],
    ['1 year', '60 countries'],
  ]);
});

test('the shortest plan has its names in every language where another is compared with it', async (t) => {
  const { shop, token, cardRef } = await setup(t);
  const plans = await shop.plans(token, cardRef);
  const [month] = plans;
  assert.equal(month?.nameIn?.['ja'], '1 か月');
  assert.deepEqual(plans[1]?.price.saving?.comparedWith.nameIn, month.nameIn);
});

test('a receipt, its page and its mail call a plan as it was called when it was quoted', async (t) => {
  const { shop, publish, token, cardRef, planNow, begin } = await setup(t);
  const begun = await begin();
  await publish({ name: 'Dozen', nameIn: { de: 'Dutzend', 'zh-Hans': '一打' } });
  await shop.pay(begun, 'approve');
  const { renewalId } = await shop.reaches(begun, 'renewed');
  assert.deepEqual((await planNow()).nameIn, { de: 'Dutzend', 'zh-Hans': '一打' });
  const receipt = await shop.get<Receipt>('receipt', { path: { renewalId }, token });
  assert.deepEqual(receipt.plan.nameIn, inOthers.nameIn);
  assert.equal(receipt.lines[0]?.labelIn?.['de'], 'Zwölf · LEB Global card ••••\u00a04821');
  const { receipts } = await shop.get<ReceiptList>('receipts', { path: { cardRef }, token });
  assert.deepEqual(receipts[0]?.plan.nameIn, inOthers.nameIn);

  const mail = await until('the mail', async () => (await shop.server.admin.mails())[0]);
  const page = await (await fetch(receipt.links.page ?? assert.fail())).text();
  for (const paper of [mail.text, page]) {
    assert.match(paper, /十二(?! · )/);
    assert.match(paper, /十二 · LEB Global card ••••\u00a04821/);
    assert.doesNotMatch(paper, /Twelve|Zwölf|一打|Dozen/);
  }
  // RFC 5545 §3.1: a long line goes on behind a space.
  assert.match(mail.attachments[0]?.content.replaceAll('\r\n ', '') ?? '', /的 十二 到期/);
});

test('a plan that is published again without other names has none', async (t) => {
  const { publish, planNow, shop, token } = await setup(t);
  await publish({});
  const plan = await planNow();
  assert.deepEqual([plan.nameIn, plan.includesIn], [undefined, undefined]);
  const quote: Quote = await shop.quote(token);
  assert.deepEqual([quote.plan.nameIn, quote.lines[0]?.labelIn], [undefined, undefined]);
});

test('names that no page would believe are not published, nor anything beside them', async (t) => {
  const { publish, planNow } = await setup(t);
  const refused = (changes: object, message: RegExp) =>
    assert.rejects(publish({ name: 'Dozen', ...changes }), { name: 'RangeError', message });
  await refused({ nameIn: { de_AT: 'Zwölf' } }, /^publishPlans: global-12m: nameIn\.de_AT breaks "pattern /);
  await refused({ nameIn: { de: '' } }, /^publishPlans: global-12m: nameIn\.de breaks "minLength 1"$/);
  await refused({ nameIn: { de: 'x'.repeat(501) } }, /nameIn\.de breaks "maxLength 500"$/);
  await refused({ includesIn: { de: 'Meer' } }, /includesIn\.de breaks "type array"$/);
  assert.deepEqual([(await planNow()).name, (await planNow()).nameIn], ['Twelve', inOthers.nameIn]);
});

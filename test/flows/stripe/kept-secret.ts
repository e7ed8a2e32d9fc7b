import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { until } from '../../server/shop/until.ts';
import { assertRenewedOnce, datesOf } from '../journeys/books.ts';
import { global, mira, year } from '../journeys/steps.ts';
import { words } from '../journeys/words.ts';
import { answerOverlay, cards, chooseMethod, enterCard } from './at-stripe.ts';
import { price, toStripe } from './steps.ts';
import type { StripeJourney } from './stripe-visit.ts';

/** Runs in a page before anything else there: a script of the shop's own that looks at the address once the page is there. */
function spy(): void {
  const seen: string[] = [];
  const look = ({ type }: Event) => {
    seen.push(`${type} ${location.href} ${document.referrer} ${JSON.stringify(history.state)}`);
    navigator.sendBeacon('/analytics', location.href);
  };
  document.addEventListener('DOMContentLoaded', look);
  for (const type of ['load', 'pageshow']) addEventListener(type, look);
  Object.assign(window, { seen });
}

/** Runs in the page. */
const keptThere = (): string =>
  JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]);

const isStripes = (url: string): boolean => /^https:\/\/(js|api)\.stripe\.com\//.test(url);

/** Everything that a page asks of anybody, from now on. */
function requestsOf(page: Page): readonly HTTPRequest[] {
  const requests: HTTPRequest[] = [];
  page.on('request', (request) => void requests.push(request));
  return requests;
}

export const keepsTheSecret: StripeJourney = async ({ shop, customer, stripe, log }) => {
  const before = await datesOf(shop, global);
  const { page } = customer;
  const said: string[] = [];
  page.on('console', (message) => void said.push(message.text()));
  const requests = requestsOf(page);
  await page.evaluateOnNewDocument(spy);
  await toStripe(customer);
  await chooseMethod(customer, 'PayPal');
  const kept = [await page.evaluate(keptThere)];
  await customer.press(year);
  await customer.press('Authorize test payment');
  await customer.sees(words.renewed, { neverBefore: year });
  kept.push(await page.evaluate(keptThere));
  const seen = await page.evaluate('seen.join()').then(String);
  stripe.dispute(stripe.intents[0]?.id ?? '');
  await until('the server has logged something', async () => log.length > 0);

  const secret = stripe.intents[0]?.client_secret ?? '';
  assert.ok(secret.includes('_secret_'));
  const nowhere = (what: string, text: string) => assert.ok(!text.includes(secret), `${what}: ${text}`);
  assert.equal(await page.evaluate('location.href'), `${shop.url}/`);
  for (const when of ['DOMContentLoaded', 'load', 'pageshow'])
    assert.match(seen, new RegExp(`${when} ${shop.url}/ `));
  nowhere('what a script of the page has seen', seen);
  nowhere('storage', kept.join());
  nowhere('console', said.join());
  nowhere('log', log.join());
  const toOthers = requests.filter(
    (each) => !isStripes(each.url()) && !each.url().startsWith(stripe.apiBase),
  );
  for (const request of toOthers) {
    const url = request.url();
    // Stripe itself leads back with it, and what the page's own markup names is asked for before any script runs.
    const leadsBack = request.isNavigationRequest() && url.includes('redirect_status');
    const isMarkup = ['stylesheet', 'script'].includes(request.resourceType());
    if (!leadsBack) nowhere(`a request to ${url}`, `${url} ${(await request.fetchPostData()) ?? ''}`);
    if (!isMarkup) nowhere(`where a request to ${url} came from`, request.headers()['referer'] ?? '');
  }
  assert.ok(toOthers.some((each) => each.url() === `${shop.url}/analytics`));
  await assertRenewedOnce(shop, { label: global, before, ...price });
};

export const asksNobodyElse: StripeJourney = async ({ shop, customer, stripe }) => {
  const requests = requestsOf(customer.page);
  await customer.page.reload();
  await customer.signIn(mira);
  await customer.sees(words.cards);
  await customer.renew(global);
  await customer.sees(words.next('1 year'));
  const isOurs = (request: HTTPRequest) =>
    /^data:/.test(request.url()) || new URL(request.url()).origin === shop.url;
  assert.ok(requests.length > 3);
  assert.deepEqual(
    requests.filter((request) => !isOurs(request)).map((request) => request.url()),
    [],
  );
  assert.deepEqual(stripe.intents, []);
  await customer.press(words.next('1 year'));
  await enterCard(customer, cards.good);
  const all = requests.map((request) => request.url());
  const first = requests.findIndex((request) => !isOurs(request));
  assert.match(all[first] ?? '', /^https:\/\/js\.stripe\.com\//);
  assert.ok(all.findIndex((url) => url.endsWith('/renewal/renewals')) < first, all.join('\n'));
  const others = new Set(
    requests.filter((request) => !isOurs(request)).map((each) => new URL(each.url()).origin),
  );
  assert.deepEqual([...others].sort(), ['https://api.stripe.com', 'https://js.stripe.com']);
};

/** Directives of a policy, each with its sources. */
const directivesIn = (policy: string): ReadonlyMap<string, string> =>
  new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources.join(' ')];
    }),
  );

export const staysWithinThePolicy: StripeJourney = async ({ shop, customer }) => {
  const before = await datesOf(shop, global);
  const guide = await readFile(new URL('../../../docs/going-live.md', import.meta.url), 'utf8');
  const [, documented = ''] = /Content-Security-Policy: (.*?)\n```/s.exec(guide) ?? [];
  const policy = directivesIn((await fetch(shop.url)).headers.get('content-security-policy') ?? '');
  for (const [name, sources] of directivesIn(documented.replace('https://renewal.shop.example ', '')))
    assert.equal(policy.get(name), sources, `the shop’s ${name} is not the one that is documented`);

  const { page } = customer;
  await page.evaluateOnNewDocument(() => {
    const violations: string[] = [];
    addEventListener('securitypolicyviolation', (event) => {
      violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
    Object.assign(window, { violations });
  });
  await page.reload();
  await toStripe(customer);
  await chooseMethod(customer, 'WeChat Pay');
  await customer.press(year);
  await answerOverlay(customer, 'Fail test payment');
  await customer.sees(words.notCharged);
  await chooseMethod(customer, 'Card');
  await enterCard(customer, cards.asked);
  await customer.press(year);
  await answerOverlay(customer, 'Complete');
  await customer.sees(words.renewed);
  assert.deepEqual(await page.evaluate('violations'), []);
  await assertRenewedOnce(shop, { label: global, before, ...price });
};

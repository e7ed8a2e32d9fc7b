import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createServerClock, expiryOf, lastFour, noticeFor, type Answer } from '@leb-renew/core';
import { createClient } from '@leb-renew/core/client';
import { calls, serverTimeHeader, type CallName } from '@leb-renew/core/contract';
import { maskIccid, parseActivationCode, parseEid, parseIccid } from '@leb-renew/core/identifiers';
import { comparePlans, recommendPlan } from '@leb-renew/core/plan';
import { noticeDays, reminderFile } from '@leb-renew/core/reminder';
import { demoAccount, demoShop } from '@leb-renew/core/sandbox';
import { choice, openPage, openShop, valueOf } from './journey/journey.ts';

const iccid = '8931089318104284409';
const eid = '89049032007108882600137544319616';
const token = '04386-AGYFT-A74Y8-3F815';
const activationCode = `LPA:1$SMDP.GSMA.COM$${token}`;

/** Fails when more of a number is told than its first and last four digits, or anything of the token. */
function assertHidden(told: unknown): void {
  const text = typeof told === 'string' ? told : JSON.stringify(told);
  for (const number of [iccid, eid])
    for (let at = 0; at + 5 <= number.length; at += 1) {
      const part = number.slice(at, at + 5);
      assert.ok(!text.includes(part), `tells ${part} in ${text}`);
    }
  for (const part of token.split('-')) assert.ok(!text.includes(part), `tells ${part} in ${text}`);
}

/** Adds what a row of a database has to everything that is about a card or a renewal. */
const careless = (json: unknown): string =>
  JSON.stringify(json, (_, value: unknown) =>
    typeof value === 'object' &&
    value !== null &&
    ['cardRef', 'iccidMasked', 'renewalId', 'cards'].some((member) => member in value) &&
    !('clientSecret' in value)
      ? { ...value, iccid, eid, activationCode }
      : value,
  );

/** The client on a server that is the sandbox, and answers with `written`. Everything that is told is kept. */
async function setup(written: (json: unknown) => string) {
  const shop = demoShop(Date.parse('2026-11-20T08:00:00Z'));
  const cards = shop.cards.map((owned) => ({
    ...owned,
    card: { ...owned.card, iccidMasked: maskIccid(iccid) },
  }));
  const { sandbox, clock } = await openShop({ shop: { ...shop, cards } });
  const told: unknown[] = [];

  const names = Object.keys(calls) as CallName[];
  async function answerTo(method: string, path: string, sent: object): Promise<Answer<unknown>> {
    for (const name of names) {
      const call = calls[name];
      const form = new RegExp(`^${call.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
      const found = call.method === method ? form.exec(path) : null;
      if (found === null) continue;
      const api = sandbox.api as unknown as Record<string, (wish: object) => Promise<Answer<unknown>>>;
      return api[name]!({ renewalToken: null, ...found.groups, ...sent });
    }
    throw new Error(`${method} ${path}`);
  }

  const client = createClient({
    endpoint: 'https://shop.example/renewal',
    clock: createServerClock({ monotonic: () => clock.now(), guess: clock.now(), after: clock.after }),
    aborter: () => new AbortController(),
    async fetch(url, { method, headers, body }) {
      told.push(url, body, headers);
      const { pathname, searchParams } = new URL(url);
      const sent = { ...Object.fromEntries(searchParams), ...(JSON.parse(body ?? '{}') as object) };
      const answer = await answerTo(method, pathname.slice('/renewal'.length), sent);
      return {
        status: answer.ok ? 200 : 409,
        headers: new Headers({ [serverTimeHeader]: new Date(clock.now()).toISOString() }),
        text: () => Promise.resolve(written(answer.ok ? answer.value : answer.problem)),
      };
    },
  });
  return { sandbox, clock, told, client };
}

describe('no whole ICCID, EID or activation code', () => {
  test('comes out of a renewal, though the server sends them all', async () => {
    const { sandbox, clock, told, client } = await setup(careless);
    assert.throws(() => {
      assertHidden(careless({ cards: [] }));
    }, 'the server tells them, and this test would notice');

    const keep = async <T>(answer: Promise<Answer<T>>): Promise<T> => {
      told.push(await answer);
      return valueOf(answer);
    };
    await keep(client.signIn(demoAccount));
    const { cards } = await keep(client.cards());
    const { plans } = await keep(client.plans(choice));
    told.push(comparePlans(plans), recommendPlan(plans, { days: 300 }));
    for (const card of cards) {
      const { cardRef, label, iccidMasked, currentPlan, entitlement } = card;
      assert.equal(iccidMasked, '8931 •••• •••• 4409');
      told.push(lastFour(iccidMasked), expiryOf(card, noticeFor(currentPlan.term), clock.now()));
      if (entitlement.expiresAt === null) continue;
      const { expiresAt, zone } = entitlement;
      const summary = `${label} ${iccidMasked}`;
      const notices = noticeDays(currentPlan.term).map((days) => ({ days, summary }));
      const madeAt = new Date(clock.now()).toISOString();
      const words = { summary, description: summary, notices, url: 'https://shop.example' };
      told.push(reminderFile({ cardRef, expiresAt, zone, sequence: 1, madeAt, ...words }));
    }

    const page = openPage({ sandbox, clock, api: client } as unknown as Parameters<typeof openPage>[0]);
    await page.toForm();
    told.push(page.state, page.drawer.ticket);
    page.hand.scenario = 'insufficient-funds';
    page.send({ type: 'pay' });
    await clock.pass(1_000);
    told.push(page.state, page.drawer.ticket);
    page.hand.scenario = 'approve';
    page.send({ type: 'pay' });
    await clock.pass(10_000);
    assert.ok(page.state.status === 'renewed');
    told.push(page.state, await keep(client.receipt(page.state.renewal)));
    told.push(await client.quote({ ...choice, planId: 'asia-1m' }), await client.cards());
    for (const each of told) assertHidden(each);
  });

  test('comes out where the server forgets to mask: the problem names the field alone', async () => {
    for (const number of [iccid, eid, activationCode]) {
      const { told, client } = await setup((json) =>
        JSON.stringify(json).replaceAll(maskIccid(iccid), number),
      );
      await valueOf(client.signIn(demoAccount));
      const [cards, quote] = [await client.cards(), await client.quote(choice)];
      assert.ok(!cards.ok && !quote.ok);
      assert.equal(cards.problem.field, 'cards.0.iccidMasked');
      assert.equal(quote.problem.field, 'card.iccidMasked');
      for (const each of [...told, cards, quote]) assertHidden(each);
    }
  });

  test('comes out of a refusal to read it', () => {
    for (const text of [
      `${iccid}X`,
      `${iccid}00`,
      iccid.replace(/.$/, '1'),
      `${eid}0`,
      eid.replace(/.$/, '1'),
    ])
      for (const reading of [parseIccid(text, 'typed'), parseEid(text, 'typed')]) {
        assert.ok(!reading.ok);
        assertHidden(reading);
      }
    for (const code of [activationCode.replace('1$', '2$'), `${activationCode}!`, `${activationCode}$x`])
      assertHidden(parseActivationCode(code));
  });
});

import { expect } from '@open-wc/testing';
import { problem } from '@leb-renew/core';
import { demoAccount } from '@leb-renew/core/sandbox';
import type { RenewedEvent } from '@leb-renew/widget';
import * as widget from '@leb-renew/widget';
import { openSandbox, visit } from './visit.ts';
import { heardBy } from './warnings.ts';

interface Said {
  readonly type: string;
  new (...given: never[]): Event;
}

const classes = Object.values<unknown>(widget as never).filter(
  (member): member is Said => typeof member === 'function' && member.prototype instanceof Event,
);

/** What an event may carry where the page can hear it: names of things and what a person chose, never who they are. */
const harmless = [
  'cardRef',
  'planId',
  'currency',
  'text',
  'renewalId',
  'expiresAt',
  'problem',
  'state',
  'complete',
];

/** Made of made-up parts, which none of these classes looks at. */
const made = (Class: Said): Event => Reflect.construct(Class, ['a', 'b', 'c']) as Event;

const before = ['leb-renew', 'leb-plan-pick', 'leb-plan-continue', 'leb-agree', 'leb-pay'];

describe('events', () => {
  it('are all there', () => {
    expect(classes.length).to.be.greaterThan(15);
    expect(new Set(classes.map(({ type }) => type)).size).to.equal(classes.length);
  });

  for (const Class of classes) {
    const event = made(Class);
    const carried = Object.keys(event).filter((name) => name !== 'isTrusted');

    it(`${Class.type} has a name of ours`, () => {
      expect(Class.type).to.match(/^leb-[a-z-]+$/);
      expect(event.type).to.equal(Class.type);
    });

    it(`${Class.type} can be cancelled exactly if something begins by it`, () => {
      expect(event.cancelable).to.equal(before.includes(Class.type));
    });

    it(`${Class.type} carries nothing of a person where a page can hear it`, () => {
      if (event.bubbles || event.composed) expect(harmless).to.include.members(carried);
      else
        expect([
          'leb-sign-in-submit',
          'leb-code-submit',
          'leb-reset-submit',
          'leb-password-submit',
        ]).to.include(Class.type);
    });
  }

  it('tell of each problem that the person is shown, once', async () => {
    const shop = openSandbox({
      cards: () => Promise.resolve({ ok: false, problem: problem('not-signed-in') }),
    });
    const ear = heardBy(console);
    const { el, trySignIn, sees } = await visit(shop.ports());
    const told: string[] = [];
    el.addEventListener('leb-problem', ({ problem: { code } }) => told.push(code));
    await trySignIn('not my password');
    await sees('The e-mail address or the password is wrong.');
    expect(told).to.deep.equal(['wrong-credentials']);
    await trySignIn();
    await sees('You are no longer signed in.');
    expect(told).to.deep.equal(['wrong-credentials', 'not-signed-in']);
    await trySignIn('not my password');
    await sees('The e-mail address or the password is wrong.');
    Object.assign(el, { ports: null, endpoint: 'mailto:shop@shop.example' });
    await sees('The shop does not know this address.');
    el.requestUpdate();
    await el.updateComplete;
    el.remove();
    ear.stop();
    expect(told).to.deep.equal(['wrong-credentials', 'not-signed-in', 'wrong-credentials', 'not-found']);
  });

  it('tell of a session that has ended once, and not that nothing was charged while a payment is in doubt', async () => {
    const shop = openSandbox({
      renewal: () => Promise.resolve({ ok: false, problem: problem('not-signed-in') }),
    });
    const ports = shop.ports();
    ports.tickets.save({ renewalId: 'renewal-1', renewalToken: null, confirming: true });
    const { el, trySignIn, sees } = await visit(ports);
    await sees('A payment of yours may be under way.');
    const told: string[] = [];
    el.addEventListener('leb-problem', ({ problem: { code, charged } }) => told.push(`${code} ${charged}`));
    await trySignIn();
    await sees('You are no longer signed in.');
    el.remove();
    expect(told).to.deep.equal(['not-signed-in unknown']);
  });

  it('reach the document, typed', async () => {
    const paid: string[] = [];
    const listen = ({ cardRef, expiresAt }: RenewedEvent) => paid.push(`${cardRef} ${expiresAt}`);
    document.addEventListener('leb-renewed', listen);
    window.addEventListener('leb-problem', ({ problem }) => paid.push(problem.code), { once: true });
    const { el, signIn, toPayment, press, sees, scenario } = await visit(openSandbox().ports());
    el.addEventListener('leb-renewed', ({ renewalId }) => paid.push(typeof renewalId), { once: true });
    await signIn();
    await toPayment();
    scenario('insufficient-funds');
    await press('Pay US$84.00');
    await sees('not enough funds');
    scenario('approve');
    await press('Pay US$84.00');
    await sees('Active until');
    document.removeEventListener('leb-renewed', listen);
    el.remove();
    expect(paid).to.have.length(3);
    expect(paid.slice(0, 2)).to.deep.equal(['insufficient-funds', 'string']);
    expect(paid[2]).to.match(/^card-global \d{4}-/);
  });

  it('of a whole journey give away no mail address, password, token or card number', async () => {
    const heard: string[] = [];
    const listen = (event: Event) =>
      heard.push(
        JSON.stringify(Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'isTrusted'))),
      );
    const types = classes.map(({ type }) => type);
    for (const type of types) document.addEventListener(type, listen);
    const shop = openSandbox({
      receipt: () => Promise.resolve({ ok: false, problem: problem('unavailable') }),
    });
    const { el, signIn, toPayment, press, sees, scenario } = await visit(shop.ports());
    await signIn();
    await toPayment();
    scenario('insufficient-funds');
    await press('Pay US$84.00');
    await sees('not enough funds');
    scenario('approve');
    await press('Pay US$84.00');
    await sees('Active until');
    for (const type of types) document.removeEventListener(type, listen);
    el.remove();
    const all = heard.join('\n');
    expect(heard.length).to.be.greaterThan(8);
    for (const secret of [demoAccount.email, demoAccount.password, 'token', '4821', '8985'])
      expect(all).not.to.contain(secret);
  });
});

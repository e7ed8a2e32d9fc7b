import { expect } from '@open-wc/testing';
import {
  fine,
  trouble,
  type PaymentForm,
  type PaymentOutcome,
  type PaymentPort,
  type RenewalApi,
} from '@leb-renew/core';
import { demoAccount } from '@leb-renew/core/sandbox';
import { takeReturn } from '@leb-renew/widget/return';
import type { Ports } from '@leb-renew/widget';
import { returnUrl } from '../../packages/widget/src/page/payment-place.ts';
import { pageIs } from './page.ts';
import { soon } from './soon.ts';
import { openSandbox, visit } from './visit.ts';

const secret = 'pi_7_secret_x7';
const stripes = `payment_intent=pi_7&payment_intent_client_secret=${secret}&redirect_status=succeeded`;

/** A page of a shop, as a provider leads back to it; what another script of it has reported of its address. */
async function comeBack(address: string) {
  const frame = document.createElement('iframe');
  frame.src = `/test/widget/return/page.html${address}`;
  let loads = 0;
  frame.addEventListener('load', () => (loads += 1));
  document.body.append(frame);
  const page = () => frame.contentWindow as unknown as { reported?: string[]; location: Location };
  await soon(() => (page().reported?.length ?? 0) > 0);
  return {
    page,
    loads: () => loads,
    /** Path and what follows. */
    reported: () => (page().reported ?? []).map((each) => each.replace(/^.*page\.html/, '')),
    found: () => (page() as unknown as Record<symbol, unknown>)[Symbol.for('leb-return')],
  };
}

describe('an address that a provider leads back to', () => {
  afterEach(() => {
    document.querySelectorAll('iframe').forEach((each) => each.remove());
  });

  for (const [where, address, rest] of [
    ['its query', `?leb-return=renewal-7&${stripes}`, ''],
    [
      'a query with the page’s own',
      `?tab=a%20b&leb-return=renewal-7&x=1&${stripes}#top`,
      '?tab=a%20b&x=1#top',
    ],
    [
      'the query of a route in its fragment',
      `#/cards?tab=1&leb-return=renewal-7&${stripes}`,
      '#/cards?tab=1',
    ],
    ['both', `?leb-return=renewal-7#/cards?${stripes}`, '#/cards'],
  ] as const)
    it(`case 24: has lost its secret before the load handler of any other script, from ${where}`, async () => {
      const { reported, found } = await comeBack(address);
      expect(reported()).to.deep.equal([rest, rest]);
      expect(found()).to.equal('renewal-7');
      const kept = [localStorage, sessionStorage].map((storage) => JSON.stringify(storage)).join();
      expect(kept).not.to.contain(secret);
    });

  it('case 24: is left alone where it is not ours: the page may have payments of its own', async () => {
    const { reported, found } = await comeBack(`?order=7&${stripes}`);
    expect(reported()[0]).to.equal(`?order=7&${stripes}`);
    expect(found()).to.equal(undefined);
  });

  it('case 24: leads nowhere when it is tampered with, and has lost its secret', async () => {
    const { reported, found } = await comeBack(`?leb-return=%3Cb%3E&${stripes}`);
    expect(reported()[0]).to.equal('');
    expect(found()).to.equal(undefined);
  });

  it('case 24: has lost its secret where a payment form alone leads back, and no renewal is looked for', async () => {
    const { reported, found } = await comeBack(`?order=7&leb-return=&${stripes}`);
    expect(reported()[0]).to.equal('?order=7');
    expect(found()).to.equal(undefined);
  });

  it('case 24: is loaded anew without the secret, once, where the history refuses', async () => {
    const { page, loads, reported, found } = await comeBack(
      `?history=refuses&leb-return=renewal-7&${stripes}`,
    );
    await soon(() => page().location.href.endsWith('?history=refuses&leb-return=renewal-7'));
    await soon(() => found() === 'renewal-7' && reported().length > 0);
    expect(reported()[0]).to.equal('?history=refuses&leb-return=renewal-7');
    expect(loads()).to.be.below(3);
  });
});

describe('the address that a provider is given', () => {
  const { href } = location;
  afterEach(() => history.replaceState(null, '', href));

  for (const [own, given] of [
    ['', '?leb-return=renewal-7'],
    ['?tab=a%20b&x', '?tab=a%20b&x&leb-return=renewal-7'],
    ['?leb-return=renewal-1&tab=1#top', '?tab=1&leb-return=renewal-7#top'],
    ['#/cards?tab=1', '?leb-return=renewal-7#/cards?tab=1'],
    ['#/cards?leb-return=renewal-1', '?leb-return=renewal-7#/cards'],
  ] as const)
    it(`is that of the page, and no secret is in it: ${own || 'the bare one'}`, () => {
      history.replaceState(null, '', `${location.pathname}${own}`);
      expect(returnUrl('renewal-7')).to.equal(`${location.origin}${location.pathname}${given}`);
    });
});

let shops = 0;
let loads = 0;

/** What a page does that is loaded at this address: its own copy of the script, with which nothing else is shared. */
async function loadedAt(query: string): Promise<void> {
  history.replaceState(null, '', `${location.pathname}${query}`);
  await import(`../../packages/widget/src/page/return.ts?load=${String((loads += 1))}`);
}

/** A person whose payment has begun, and who is then back: in the same tab, or with the ports of another. */
async function setup({ api = {}, signedIn = true }: { api?: Partial<RenewalApi>; signedIn?: boolean } = {}) {
  const name = `https://shop.example/return/${(shops += 1)}`;
  const shop = openSandbox(api);
  const begun = shop.ports(name);
  await begun.api.signIn(demoAccount);
  const quote = await begun.api.quote({ cardRef: 'card-global', planId: 'global-12m', currency: 'USD' });
  const renewal = quote.ok ? await begun.api.begin({ quoteId: quote.value.quoteId }) : quote;
  if (!renewal.ok || renewal.value.status !== 'awaiting-payment') throw new Error('no renewal');
  const { renewalId, renewalToken, handoff } = renewal.value;
  if (!signedIn) await begun.api.signOut();
  /** A pause that a person would sit through is none here. */
  const quickly = (ports: Ports): Ports => ({
    ...ports,
    // A form may take its time.
    clock: { ...ports.clock, after: (ms, call) => ports.clock.after(ms === 30_000 ? ms : ms / 40, call) },
  });
  const decide = (scenario: 'approve' | 'insufficient-funds') => {
    const { paymentId, clientSecret } = handoff.data as { paymentId: string; clientSecret: string };
    return shop.confirm(paymentId, { clientSecret, method: 'paypal', scenario });
  };
  /** As a server answers a person who is not signed in, where the sandbox only knows no such renewal. */
  let isIn = signedIn;
  const tab = (): Ports => {
    const ports = quickly(shop.ports(name));
    return {
      ...ports,
      api: {
        ...ports.api,
        authorize(token) {
          isIn = token !== null;
          ports.api.authorize(token);
        },
        renewal: (ticket, options) =>
          isIn || ticket.renewalToken !== null
            ? ports.api.renewal(ticket, options)
            : Promise.resolve(trouble('not-signed-in')),
      },
    };
  };
  return { ...shop, renewalId, renewalToken, decide, tab };
}

/** A payment form that leads away as soon as it has sent what it holds. */
function leaving() {
  let go: (() => void) | undefined;
  const port: PaymentPort<HTMLElement> = {
    provider: 'sandbox',
    open: () =>
      Promise.resolve(
        fine<PaymentForm>({
          on: (listener) => (listener({ type: 'ready' }), () => {}),
          confirm: () => new Promise<PaymentOutcome>((settle) => (go = () => settle({ kind: 'leaving' }))),
          focus: () => {},
          restyle: () => {},
          dispose: () => {},
        }),
      ),
  };
  async function leave(): Promise<void> {
    await soon(() => go !== undefined);
    go!();
    go = undefined;
  }
  return { port, leave };
}

describe('a person who comes back from a provider’s site', () => {
  const { href } = location;
  afterEach(() => {
    document.querySelectorAll('leb-renewal').forEach((each) => each.remove());
    history.replaceState(null, '', href);
    sessionStorage.clear();
    takeReturn();
  });

  it('case 23: finds the renewal in the same tab by its ticket', async () => {
    const { renewalId, renewalToken, decide, tab } = await setup();
    const ports = tab();
    ports.tickets.save({ renewalId, renewalToken, confirming: true });
    await decide('approve');
    await loadedAt(`?leb-return=${renewalId}&${stripes}`);
    const { sees } = await visit(ports);
    await sees('Active until');
    expect(location.search).to.equal('');
  });

  it('case 23: finds it in another tab by its id, which opens nothing without the session', async () => {
    const asked: unknown[] = [];
    const { renewalId, decide, tab } = await setup();
    await decide('approve');
    await loadedAt(`?leb-return=${renewalId}&${stripes}`);
    const ports = tab();
    const { sees } = await visit({
      ...ports,
      api: {
        ...ports.api,
        renewal: (ticket, options) => (asked.push(ticket), ports.api.renewal(ticket, options)),
      },
    });
    await sees('Active until');
    expect(asked[0]).to.deep.include({ renewalId, renewalToken: null });
  });

  it('case 23: finds it in another browser after signing in, in a dialog that opens by itself', async () => {
    const { renewalId, decide, tab } = await setup({ signedIn: false });
    await decide('approve');
    await loadedAt(`?leb-return=${renewalId}&${stripes}`);
    const { el, trySignIn, sees } = await visit(tab(), { display: 'dialog' });
    await soon(() => el.state.isOpen);
    await sees('A payment of yours may be under way. Sign in to see what became of it.');
    await trySignIn();
    await sees('Active until');
  });

  it('case 23: is at the payment form again, with words, when the payment did not go through', async () => {
    const { renewalId, decide, tab } = await setup();
    await decide('insufficient-funds');
    await loadedAt(`?leb-return=${renewalId}&${stripes.replace('succeeded', 'failed')}`);
    const { sees, button } = await visit(tab());
    await sees('not enough funds');
    await soon(() => button('Pay US$84.00') !== undefined);
  });

  it('case 23: is told in the same tab, at once and each time, also for the same reason, that a payment which was declined took nothing', async () => {
    const { renewalId, decide, renewalToken, tab } = await setup();
    const { port, leave } = leaving();
    const asked: unknown[] = [];
    const own = tab();
    const ports: Ports = {
      ...own,
      api: {
        ...own.api,
        renewal: (ticket, options) => (asked.push(ticket), own.api.renewal(ticket, options)),
      },
      payments: [port],
    };
    ports.tickets.save({ renewalId, renewalToken, confirming: false, since: 0 });
    let page = await visit(ports);
    for (let times = 0; times < 2; times++) {
      await page.press('Pay US$84.00');
      await leave();
      page.el.remove();
      await decide('insufficient-funds');
      asked.length = 0;
      await loadedAt(`?leb-return=${renewalId}&${stripes.replace('succeeded', 'failed')}`);
      page = await visit(ports);
      await page.sees('not enough funds');
      expect(page.el.state.charged).to.equal('no');
      expect(asked.length).to.equal(1);
      await soon(() => page.button('Pay US$84.00') !== undefined);
    }
  });

  it('case 23: is told so at once in a dialog, too, which was open when the payment led away', async () => {
    const { renewalId, renewalToken, decide, tab } = await setup();
    const { port, leave } = leaving();
    const ports: Ports = { ...tab(), payments: [port] };
    ports.tickets.save({ renewalId, renewalToken, confirming: false, since: 0 });
    const before = await visit(ports, { display: 'dialog' });
    await before.press('Pay US$84.00');
    await leave();
    before.el.remove();
    await decide('insufficient-funds');
    await loadedAt(`?leb-return=${renewalId}&${stripes.replace('succeeded', 'failed')}`);
    const { el, sees } = await visit(ports, { display: 'dialog' });
    await sees('not enough funds');
    expect([el.state.isOpen, el.state.charged]).to.deep.equal([true, 'no']);
  });

  it('case 23: is told nothing too soon in the same tab, where an earlier payment is in doubt', async () => {
    const { renewalId, renewalToken, decide, tab } = await setup();
    const ports = tab();
    ports.tickets.save({ renewalId, renewalToken, confirming: true });
    await decide('insufficient-funds');
    await loadedAt(`?leb-return=${renewalId}&${stripes.replace('succeeded', 'failed')}`);
    const { el, sees } = await visit(ports);
    await sees('not enough funds');
    expect(el.state.charged).to.equal('unknown');
  });

  it('case 23: is believed nothing that the address says', async () => {
    const { renewalId, tab } = await setup();
    await loadedAt(`?leb-return=${renewalId}&${stripes}`);
    const { el, sees, shown, button } = await visit(tab());
    await sees('Looking up where your renewal stands.');
    await soon(() => button('Pay US$84.00') !== undefined);
    expect(shown()).not.to.contain('Active until');
    expect(el.state.charged).to.equal('unknown');
  });

  it('keeps the ticket of a payment that is on its way here', async () => {
    const { renewalId, renewalToken, decide, tab } = await setup();
    await decide('approve');
    const ports = tab();
    ports.tickets.save({ renewalId, renewalToken, confirming: true });
    await loadedAt('?leb-return=renewal-of-another');
    const { sees } = await visit(ports);
    await sees('Active until');
  });

  it('is told when nobody knows such a renewal', async () => {
    const { tab } = await setup();
    await loadedAt('?leb-return=renewal-of-another');
    const { sees, el } = await visit(tab());
    await sees('Your cards');
    await soon(() => el.state.step === 'cards');
    expect(takeReturn()).to.equal(null);
  });

  it('case 23: comes back by the browser’s own way, to the page as it was, and the server is asked', async () => {
    const { renewalId, renewalToken, decide, tab } = await setup();
    const { port, leave } = leaving();
    const ports = { ...tab(), clock: openSandbox().ports().clock, payments: [port] };
    ports.tickets.save({ renewalId, renewalToken, confirming: false });
    const { press, sees } = await visit(ports);
    await press('Pay US$84.00');
    await leave();
    await sees('We are asking whether your payment went through.');
    await decide('approve');
    pageIs('visible');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await sees('Active until');
  });
});

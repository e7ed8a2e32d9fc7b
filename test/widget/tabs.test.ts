import { expect } from '@open-wc/testing';
import { fine } from '@leb-renew/core';
import { browserPorts } from '@leb-renew/widget';
import { soon } from './soon.ts';
import { openSandbox, visit } from './visit.ts';

let shops = 0;

/** One browser with two tabs at the same shop: they share its channel, its locks and its cookie. */
async function setup(api: Parameters<typeof openSandbox>[0] = {}) {
  const name = `https://shop.example/${(shops += 1)}`;
  const shop = openSandbox(api);
  const said: unknown[] = [];
  const channel = new BroadcastChannel(`leb-renew:${name}`);
  channel.onmessage = ({ data }) => said.push(data);
  const one = await visit(shop.ports(name));
  const openOther = () => visit(shop.ports(name));
  return { ...shop, name, one, openOther, said, channel };
}

describe('two tabs', () => {
  afterEach(() => {
    document.querySelectorAll('leb-renewal').forEach((each) => each.remove());
    sessionStorage.clear();
  });

  it('are both signed in by one form, and signed out by one button', async () => {
    const { one, openOther } = await setup();
    const other = await openOther();
    await other.sees('Sign in to renew');
    await one.signIn();
    await other.sees('Your cards');
    await one.press('Sign out');
    await other.sees('Sign in to renew');
    expect(other.shown()).not.to.contain('LEB Global card');
  });

  it('show the renewal that one of them has begun', async () => {
    const { one, openOther } = await setup();
    await one.signIn();
    const other = await openOther();
    await other.renew();
    await other.sees('Choose a plan');
    await one.toPayment();
    await other.sees('Looking up where your renewal stands.');
  });

  it('show that it is renewed', async () => {
    const { one, openOther } = await setup();
    await one.signIn();
    const other = await openOther();
    await other.sees('13 days left');
    await one.toPayment();
    await one.press('Pay US$84.00');
    await one.sees('Active until');
    await other.sees('Your service runs until');
  });

  /** The other tab is at the payment form of the same renewal. */
  async function bothAtThePayment() {
    const world = await setup();
    const { one, ports, name } = world;
    await one.signIn();
    await one.toPayment();
    const { clock, ...rest } = ports(name);
    // A pause that a person would sit through is none here; a form may take its time.
    const tickets = {
      ...rest,
      clock: {
        ...clock,
        after: (ms: number, call: () => void) => clock.after(ms === 30_000 ? ms : ms / 40, call),
      },
    };
    const { state } = one.el.shadowRoot!.querySelector('leb-checkout-panel')!;
    if (state?.status !== 'paying') throw new Error('there is no payment form');
    tickets.tickets.save({ ...state.renewal, confirming: false });
    const other = await visit(tickets);
    await other.sees('Pay US$84.00');
    await soon(() => other.button('Pay US$84.00') !== undefined);
    return { ...world, other };
  }

  it('case 10: do not pay for one renewal at the same time', async () => {
    const { one, other, holdPayments } = await bothAtThePayment();
    const arrive = holdPayments();
    await one.press('Pay US$84.00');
    await other.sees('This payment is open in another tab.');
    expect(other.button('Pay US$84.00')).to.equal(undefined);
    expect(other.shown()).to.contain('You will not be charged twice.');
    expect(other.el.state.charged).to.equal('unknown');
    await other.press('Try again');
    await other.sees('We are asking whether your payment went through.');
    expect(other.button('Pay US$84.00')).to.equal(undefined);
    await other.sees('This payment is open in another tab.');
    arrive();
    await one.sees('Active until');
    await other.sees('Active until');
  });

  it('wait for each other while a form still loads: that it comes too late says nothing of a charge', async () => {
    const { one, ports, name, holdPayments } = await setup();
    await one.signIn();
    await one.toPayment();
    const { state } = one.el.shadowRoot!.querySelector('leb-checkout-panel')!;
    if (state?.status !== 'paying') throw new Error('there is no payment form');
    const { clock, payments, ...rest } = ports(name);
    let tooLate = (): void => {};
    const after = (ms: number, call: () => void) => {
      if (ms === 30_000) tooLate = call;
      return ms === 30_000 ? () => {} : clock.after(ms / 40, call);
    };
    const slow = payments.map((port) => ({
      provider: port.provider,
      open: async (...given: Parameters<typeof port.open>) => {
        const answer = await port.open(...given);
        return answer.ok ? fine({ ...answer.value, on: () => () => {} }) : answer;
      },
    }));
    rest.tickets.save({ ...state.renewal, confirming: false });
    const other = await visit({ ...rest, payments: slow, clock: { ...clock, after } });
    await other.sees('Loading the payment form');
    const arrive = holdPayments();
    await one.press('Pay US$84.00');
    await other.sees('This payment is open in another tab.');
    tooLate();
    await other.el.updateComplete;
    await other.el.shadowRoot!.querySelector('leb-checkout-panel')!.updateComplete;
    expect(other.shown()).to.contain('This payment is open in another tab.');
    expect(other.shown()).not.to.contain('You have not been charged');
    expect(other.el.state.charged).to.equal('unknown');
    expect(other.button('Pay US$84.00')).to.equal(undefined);
    expect(rest.tickets.load()?.confirming).to.equal(true);
    arrive();
    await one.sees('Active until');
    await other.sees('Active until');
  });

  it('may both try again once a payment was declined', async () => {
    const { one, other, holdPayments } = await bothAtThePayment();
    const arrive = holdPayments();
    one.scenario('insufficient-funds');
    await one.press('Pay US$84.00');
    await other.sees('This payment is open in another tab.');
    arrive();
    await one.sees('not enough funds');
    await soon(() => other.button('Pay US$84.00') !== undefined);
    await other.press('Pay US$84.00');
    await other.sees('Active until');
    await one.sees('Active until');
  });

  it('pay where another tab that was paying has crashed, once its payment had time to arrive', async () => {
    const { name, other } = await bothAtThePayment();
    const { state } = other.el.shadowRoot!.querySelector('leb-checkout-panel')!;
    if (state?.status !== 'paying') throw new Error('there is no payment form');
    const crashing = document.createElement('iframe');
    document.body.append(crashing);
    const { locks } = crashing.contentWindow!.navigator;
    await new Promise<void>((held) => {
      void locks
        .request(`leb-renew:pay:${name}:${state.renewal.renewalId}`, () => {
          held();
          return new Promise(() => {});
        })
        .catch(() => {});
    });
    await other.press('Pay US$84.00');
    await other.sees('This payment is open in another tab.');
    expect(other.button('Pay US$84.00')).to.equal(undefined);
    crashing.remove();
    await other.sees('We are asking whether your payment went through.');
    expect(other.button('Pay US$84.00')).to.equal(undefined);
    await soon(() => other.button('Pay US$84.00') !== undefined);
    expect(other.shown()).to.contain('No payment has arrived so far.');
    expect(other.el.state.charged).to.equal('unknown');
    await other.press('Pay US$84.00');
    await other.sees('Active until');
  });

  it('send nothing, and keep nobody waiting, once the page has moved on', async () => {
    const { one, other, name, sending } = await bothAtThePayment();
    const { state } = other.el.shadowRoot!.querySelector('leb-checkout-panel')!;
    if (state?.status !== 'paying') throw new Error('there is no payment form');
    other.button('Pay US$84.00')!.click();
    other.el.remove();
    await other.el.updateComplete;
    await navigator.locks.request(`leb-renew:pay:${name}:${state.renewal.renewalId}`, () => {});
    expect(sending.count).to.equal(0);
    await one.press('Pay US$84.00');
    await one.sees('Active until');
  });

  it('of a browser without channels and locks pay all the same', async () => {
    const { locks } = navigator;
    const { BroadcastChannel: channel } = window;
    const { one } = await (async () => {
      Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined });
      Object.defineProperty(window, 'BroadcastChannel', { configurable: true, value: undefined });
      try {
        const world = openSandbox();
        const person = await visit(world.ports('https://shop.example/old'));
        await person.signIn();
        await person.toPayment();
        await person.press('Pay US$84.00');
        await person.sees('Active until');
        return { one: person };
      } finally {
        Object.defineProperty(navigator, 'locks', { configurable: true, value: locks });
        Object.defineProperty(window, 'BroadcastChannel', { configurable: true, value: channel });
      }
    })();
    expect(one.el.state.step).to.equal('receipt');
  });

  it('do what only they can have said', async () => {
    const { one, channel } = await setup();
    await one.signIn();
    for (const nonsense of [null, 'sign-out', { type: 'signed-out' }, ['signed-out']])
      channel.postMessage(nonsense);
    channel.postMessage('renewal');
    await one.renew();
    await one.sees('Choose a plan');
    expect(one.shown()).not.to.contain('Sign in to renew');
  });

  it('go on with a session one after the other', async () => {
    const { fetch } = window;
    let running = 0;
    let most = 0;
    const answers: (() => void)[] = [];
    window.fetch = async () => {
      most = Math.max(most, (running += 1));
      await new Promise<void>((answer) => answers.push(answer));
      running -= 1;
      return new Response(null, { status: 401 });
    };
    try {
      const tabs = [0, 1].map(() => browserPorts('/renewal-of-two-tabs', () => 'en').api.refreshSession());
      for (const [i] of tabs.entries()) {
        await soon(() => answers.length === i + 1);
        answers[i]!();
      }
      await Promise.all(tabs);
    } finally {
      window.fetch = fetch;
    }
    expect(most).to.equal(1);
  });

  it('tell each other nothing but that something has changed', async () => {
    const { one, said } = await setup();
    await one.signIn();
    await one.toPayment();
    await one.press('Pay US$84.00');
    await one.sees('Active until');
    await one.press('Done');
    await one.press('Sign out');
    await soon(() => said.includes('signed-out'));
    expect(new Set(said)).to.deep.equal(new Set(['signed-in', 'renewal', 'signed-out']));
  });
});

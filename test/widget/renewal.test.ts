import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { problem, type Ticket } from '@leb-renew/core';
import { createSandbox } from '@leb-renew/core/sandbox';
import { browserClock, LebRenewalElement, type Ports, type RenewedEvent } from '@leb-renew/widget';
import '@leb-renew/widget/renewal/define';
import { sandboxPayments } from '@leb-renew/widget/payments/sandbox';
import { soon } from './soon.ts';
import { openSandbox, personAt } from './visit.ts';

/** The whole journey on the in-memory sandbox, and a person who reads it and presses its buttons. */
async function setup({ ticket = null, world }: { ticket?: Ticket | null; world?: Ports } = {}) {
  let kept = ticket;
  const clock = browserClock();
  const sandbox = createSandbox({ clock, supplierDelayMs: 60 });
  const ports: Ports = world ?? {
    api: sandbox.api,
    clock,
    payments: [sandboxPayments(({ paymentId }, request) => sandbox.confirm(paymentId, request))],
    tickets: {
      load: () => kept,
      save: (next) => void (kept = next),
      clear: () => void (kept = null),
    },
  };
  const el = await fixture<LebRenewalElement>(html`<leb-renewal lang="en" .ports=${ports}></leb-renewal>`);
  const person = personAt(el);
  const toPayment = async () => {
    await person.signIn();
    await person.toPayment();
  };
  return { ...person, el, ports, ticket: () => kept, signIn: person.trySignIn, toPayment };
}

/** Lets every promise that can be kept be kept. */
async function everythingSaid() {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

describe('<leb-renewal>', () => {
  it('leads from the sign-in to an extended card, and tells the page once', async () => {
    const { el, sees, press, toPayment, ticket } = await setup();
    let told = 0;
    el.addEventListener('leb-renewed', () => (told += 1));
    await toPayment();
    await sees('nothing lost');
    const renewed = oneEvent(el, 'leb-renewed') as unknown as Promise<RenewedEvent>;
    await press('Pay US$84.00 and renew');
    await sees('Active until');
    expect((await renewed).cardRef).to.equal('card-global');
    expect(told).to.equal(1);
    expect(ticket()).to.equal(null);
    await press('Done');
    await sees('Your cards');
  });

  it('does nothing that the page around has cancelled, however late it hears of it', async () => {
    const { shown, sees, press, renew, signIn } = await setup();
    const stopped: string[] = [];
    const stop = (event: Event) => {
      event.preventDefault();
      stopped.push(event.type);
    };
    /** Until it is let through. */
    const held = async (type: string, act: () => Promise<void>, still: string) => {
      document.addEventListener(type, stop, { once: true });
      await act();
      await everythingSaid();
      expect(stopped.at(-1)).to.equal(type);
      expect(shown()).to.contain(still);
    };
    await signIn();
    await held('leb-renew', () => renew(), 'Your cards');
    await renew();
    await held('leb-plan-continue', () => press('Continue with 1 year'), 'Choose a plan');
    await press('Continue with 1 year');
    await sees('Review and pay');
    await held('leb-pay', () => press('Pay US$84.00 and renew'), 'Pay US$84.00');
    await press('Pay US$84.00 and renew');
    await sees('Active until');
    expect(stopped).to.deep.equal(['leb-renew', 'leb-plan-continue', 'leb-pay']);
  });

  it('keeps the sign-in form and the payment form in the page’s own DOM', async () => {
    const { el, sees, toPayment } = await setup();
    await sees('Sign in');
    expect(el.querySelector('form [autocomplete=current-password]')!.getRootNode()).to.equal(document);
    await toPayment();
    await soon(() => el.querySelector('select') !== null);
    expect(el.querySelector('select')!.getRootNode()).to.equal(document);
    expect(el.querySelector('select')!.checkVisibility()).to.equal(true);
  });

  it('says why a payment was declined, and takes the next one', async () => {
    const { shown, sees, press, toPayment, scenario } = await setup();
    await toPayment();
    await sees('Pay US$84.00');
    scenario('insufficient-funds');
    await press('Pay US$84.00 and renew');
    await sees('Your bank declined the payment: not enough funds.');
    expect(shown()).to.contain('You have not been charged.');
    expect(shown()).not.to.contain('Active until');
    scenario('approve');
    await press('Pay US$84.00 and renew');
    await sees('Active until');
  });

  it('shows no pay button while it is not known whether the money has moved', async () => {
    const { shown, sees, press, toPayment, scenario, ports } = await setup();
    await toPayment();
    await sees('Pay US$84.00');
    scenario('lost-answer');
    const answer = ports.api.renewal;
    let reachable = false;
    ports.api.renewal = async (...call) =>
      reachable ? answer(...call) : { ok: false, problem: problem('offline') };
    await press('Pay US$84.00 and renew');
    await sees('Checking your payment');
    expect(shown()).not.to.contain('Pay US$');
    reachable = true;
    dispatchEvent(new Event('online'));
    await sees('Active until');
  });

  it('goes on with an open renewal after a reload, without signing in', async () => {
    const first = await setup();
    await first.toPayment();
    await first.sees('Pay US$84.00');
    const ticket = first.ticket();
    expect(ticket).not.to.equal(null);
    const tickets = { load: () => ticket, save: () => {}, clear: () => {} };
    first.el.remove();
    const second = await setup({ world: { ...first.ports, tickets } });
    await second.sees('Pay US$84.00');
    await second.press('Pay US$84.00 and renew');
    await second.sees('Active until');
  });

  it('goes back to the plans and cancels what was open', async () => {
    const { sees, press, toPayment, ticket } = await setup();
    await toPayment();
    await sees('Pay US$84.00');
    await press('Back');
    await sees('Choose a plan');
    expect(ticket()).to.equal(null);
    await press('Continue with 1 year');
    await sees('Pay US$84.00');
  });

  it('takes what a page has set before it is defined', async () => {
    const ports = openSandbox().ports();
    const el = Object.assign(document.createElement('later-renewal'), { lang: 'en', ports, token: '' });
    document.body.append(el);
    customElements.define('later-renewal', class extends LebRenewalElement {});
    await personAt(el as LebRenewalElement).sees('Sign in on this site, then go on here. Nothing is lost.');
    el.remove();
  });

  it('keeps everything when the page moves it', async () => {
    const { el, sees, toPayment } = await setup();
    await toPayment();
    await sees('Pay US$84.00');
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(el);
    await el.updateComplete;
    await sees('Pay US$84.00');
    elsewhere.remove();
  });

  it('does not blame one card for what was wrong with another', async () => {
    const { ports, shown, sees, press, renew, signIn } = await setup();
    await signIn();
    await sees('LEB Global card');
    ports.api.quote = () => Promise.resolve({ ok: false, problem: problem('card-changed') });
    await renew();
    await press('Continue with 1 year');
    await sees('Your card has changed since you saw the price. Nothing was charged.');
    await press('All cards');
    await renew();
    await sees('Choose a plan');
    expect(shown()).not.to.contain('Your card has changed');
  });

  it('asks and forgets nothing more once the page has removed it', async () => {
    const { el, ports, sees, press, toPayment, ticket } = await setup();
    await toPayment();
    await sees('Pay US$84.00');
    let answer = (): void => {};
    let asked = 0;
    const { renewal } = ports.api;
    ports.api.renewal = async (...call) => {
      asked += 1;
      await new Promise<void>((resume) => (answer = resume));
      return renewal(...call);
    };
    await press('Pay US$84.00 and renew');
    await soon(() => asked === 1);
    el.remove();
    await soon(async () => {
      const news = await renewal(ticket()!);
      return news.ok && news.value.status === 'renewed';
    });
    answer();
    await everythingSaid();
    expect(asked).to.equal(1);
    expect(ticket()?.confirming).to.equal(true);
  });

  it('finds a renewal again after the session had ended', async () => {
    const first = await setup();
    await first.toPayment();
    await first.sees('Pay US$84.00');
    const ticket = { ...first.ticket()!, renewalToken: null };
    first.el.remove();
    first.ports.api.authorize(null);
    const answer = first.ports.api.renewal;
    let signedIn = false;
    first.ports.api.renewal = (...call) =>
      signedIn ? answer(...call) : Promise.resolve({ ok: false, problem: problem('not-signed-in') });
    const tickets = { load: () => ticket, save: () => {}, clear: () => {} };
    const second = await setup({ world: { ...first.ports, tickets } });
    await second.sees('Sign in');
    signedIn = true;
    await second.signIn();
    await second.sees('Pay US$84.00');
  });

  it('no longer says that it is offline when the connection is back', async () => {
    const { ports, shown, sees, signIn } = await setup();
    const { signIn: answer } = ports.api;
    ports.api.signIn = () => Promise.resolve({ ok: false, problem: problem('offline') });
    await signIn();
    await sees('You are offline.');
    dispatchEvent(new Event('online'));
    await soon(() => !shown().includes('You are offline.'));
    ports.api.signIn = answer;
    await signIn();
    await sees('LEB Global card');
  });

  it('no longer says so of a choice either, which is only to be made again', async () => {
    const { ports, shown, sees, signIn, renew, press } = await setup();
    const { quote } = ports.api;
    ports.api.quote = () => Promise.resolve({ ok: false, problem: problem('offline') });
    await signIn();
    await renew();
    await press('Continue with 1 year');
    await sees('You are offline.');
    dispatchEvent(new Event('online'));
    await soon(() => !shown().includes('You are offline.'));
    ports.api.quote = quote;
    await press('Continue with 1 year');
    await sees('Review and pay');
  });

  it('is not moved by a wrong password', async () => {
    const { sees, signIn, shown } = await setup();
    await signIn('wrong');
    await sees('The e-mail address or the password is wrong.');
    expect(shown()).not.to.contain('LEB Global card');
  });
});

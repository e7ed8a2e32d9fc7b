import { expect } from '@open-wc/testing';
import { problem, trouble, type Handoff, type PaymentPort } from '@leb-renew/core';
import type { PaymentChangeEvent, PaymentFormElement, ProblemEvent } from '@leb-renew/widget';
import '@leb-renew/widget/payment-form/define';
import { awaiting } from './fixtures.ts';
import { soon } from './soon.ts';
import { heardBy } from './warnings.ts';
import { textOf } from './page.ts';
import { stubPayments } from './stub-payments.ts';
import { seen } from './visit.ts';

const handoff: Handoff = { ...awaiting().handoff, provider: 'stripe', livemode: false };

/** The payment form on a page that has its own everything else. */
async function setup(given: Partial<PaymentFormElement> = {}) {
  const ear = heardBy(console);
  const stub = stubPayments(given.handoff?.provider ?? 'stripe');
  const el = Object.assign(document.createElement('leb-payment-form'), {
    lang: 'en',
    payments: [stub.port],
    handoff,
    ...given,
  });
  const said: string[] = [];
  el.addEventListener('leb-payment-ready', () => said.push('ready'));
  el.addEventListener('leb-payment-change', ({ complete }: PaymentChangeEvent) =>
    said.push(complete ? 'complete' : 'incomplete'),
  );
  el.addEventListener('leb-problem', ({ problem: { code } }: ProblemEvent) => said.push(code));
  document.body.append(el);
  await el.updateComplete;
  const shown = () => seen(el.shadowRoot!).replaceAll(/\s+/g, ' ').trim();
  const press = (name: string) =>
    [...el.shadowRoot!.querySelectorAll('button')].find((each) => textOf(each) === name)!.click();
  const buttons = () => [...el.shadowRoot!.querySelectorAll('button')].map(textOf);
  return { el, stub, said, shown, press, buttons, warnings: ear.warnings };
}

/** The same, once its form is there. */
async function opened(given: Partial<PaymentFormElement> = {}) {
  const page = await setup(given);
  await soon(() => page.stub.forms.length === 1);
  page.stub.form.tell({ type: 'ready' });
  await page.el.updateComplete;
  return page;
}

describe('<leb-payment-form>', () => {
  const { warn } = console;
  afterEach(() => {
    console.warn = warn;
    document.querySelectorAll('leb-payment-form, section').forEach((each) => each.remove());
  });

  it('keeps the place of a form from the start, before there is a payment', async () => {
    const { el, stub, shown } = await setup({ handoff: null });
    const height = el.getBoundingClientRect().height;
    expect(height).to.be.greaterThan(150);
    expect(shown()).to.equal('Loading the payment form');
    expect(stub.forms.length).to.equal(0);
    el.handoff = handoff;
    await soon(() => stub.forms.length === 1);
    expect(el.getBoundingClientRect().height).to.equal(height);
  });

  for (const [what, given, why] of [
    ['there is a payment', null, 'confirm(): handoff is null, must be what the server gave'],
    ['its form is ready', handoff, 'confirm(): must wait for leb-payment-ready'],
  ] as const)
    it(`sends nothing before ${what}, tells the developer, and stays calm`, async () => {
      const { el, stub, said, shown, warnings } = await setup({ handoff: given });
      expect(await el.confirm()).to.deep.include({ kind: 'invalid' });
      await el.updateComplete;
      expect(warnings).to.include(`<leb-payment-form>: ${why}`);
      expect(shown())
        .to.match(/Loading the payment form$/)
        .and.not.to.contain('did not load');
      expect(said).to.be.empty;
      expect(stub.forms[0]?.confirmed ?? 0).to.equal(0);
    });

  it('says when the form is ready and when it is complete, and has no pay button', async () => {
    const { el, stub, said, shown } = await opened();
    stub.form.tell({ type: 'complete', complete: true });
    stub.form.tell({ type: 'complete', complete: false });
    stub.form.tell({ type: 'methods', methods: ['card', 'alipay'] });
    await el.updateComplete;
    expect(said).to.deep.equal(['ready', 'complete', 'incomplete']);
    expect(shown()).to.equal('Test mode: no real money moves. Card · Alipay');
    expect(el.shadowRoot!.querySelector('button')).to.equal(null);
  });

  it('puts the form into the page’s own DOM, with the address to come back to, from which secrets are taken', async () => {
    const { el, stub } = await opened({ returnUrl: '/paid?order=7' });
    expect(stub.form.container.parentElement === el).to.equal(true);
    expect(stub.form.returnUrl).to.equal(`${location.origin}/paid?order=7&leb-return=`);
    el.focus();
    expect(stub.form.focused).to.equal(1);
  });

  it('sends one payment however often it is asked, and says what became of it', async () => {
    const { el, stub } = await opened();
    const outcomes = [el.confirm(), el.confirm()];
    await soon(() => stub.form.confirmed === 1);
    stub.form.settle({ kind: 'ask-server' });
    expect(await Promise.all(outcomes)).to.deep.equal([{ kind: 'ask-server' }, { kind: 'ask-server' }]);
    expect(stub.form.confirmed).to.equal(1);
  });

  it('says after a decline what happened, and takes the next payment', async () => {
    const { el, stub, said, shown } = await opened();
    const declined = el.confirm();
    await soon(() => stub.form.confirmed === 1);
    expect(el.shadowRoot!.querySelector('.form')!.hasAttribute('inert')).to.equal(true);
    stub.form.settle({ kind: 'declined', problem: problem('insufficient-funds') });
    expect((await declined).kind).to.equal('declined');
    await el.updateComplete;
    expect(shown()).to.contain(
      'Your bank declined the payment: not enough funds. You have not been charged. Try another card',
    );
    expect(said.at(-1)).to.equal('insufficient-funds');
    void el.confirm();
    await el.updateComplete;
    await soon(() => stub.form.confirmed === 2);
    expect(shown()).not.to.contain('not enough funds');
  });

  it('says that nothing was charged only where that is known', async () => {
    const { el, stub, shown } = await opened();
    const lost = el.confirm();
    await soon(() => stub.form.confirmed === 1);
    stub.form.settle({ kind: 'unknown', problem: problem('offline', { charged: 'unknown' }) });
    await lost;
    await el.updateComplete;
    expect(shown()).to.contain('We do not know yet whether you were charged.');
    expect(shown()).not.to.contain('You have not been charged.');
  });

  it('shows why there is no form, and gets another on wish', async () => {
    let isBlocked = true;
    const stub = stubPayments('stripe');
    const port: PaymentPort<HTMLElement> = {
      provider: 'stripe',
      open: (...given) =>
        isBlocked ? Promise.resolve(trouble('payment-form-blocked')) : stub.port.open(...given),
    };
    const { el, said, shown, press } = await setup({ payments: [port] });
    await soon(() => said.includes('payment-form-blocked'));
    await el.updateComplete;
    expect(shown()).to.contain(
      'The payment form did not load. You have not been charged. An ad blocker or a filter in your network',
    );
    expect(await el.confirm()).to.deep.include({ kind: 'invalid' });
    isBlocked = false;
    press('Try again');
    await soon(() => stub.forms.length === 1);
    stub.form.tell({ type: 'ready' });
    await el.updateComplete;
    expect(shown()).to.equal('Test mode: no real money moves.');
  });

  it('opens the same payment again when it is put elsewhere, but not while one is being sent', async () => {
    const { el, stub } = await opened();
    const section = document.body.appendChild(document.createElement('section'));
    section.append(el);
    await soon(() => stub.forms.length === 2);
    expect(stub.forms[0]?.isOpen).to.equal(false);
    stub.form.tell({ type: 'ready' });
    const outcome = el.confirm();
    await soon(() => stub.form.confirmed === 1);
    document.body.append(el);
    await el.updateComplete;
    expect(stub.forms.length).to.equal(2);
    stub.form.settle({ kind: 'invalid', problem: problem('card-details') });
    await outcome;
    await soon(() => stub.forms.length === 3);
  });

  it('sends a payment to its end before it opens another, and never answers for the one with the other', async () => {
    const { el, stub } = await opened();
    const first = el.confirm();
    await soon(() => stub.form.confirmed === 1);
    el.handoff = { ...handoff, data: { another: true } };
    expect(await el.confirm()).to.have.nested.property('problem.code', 'payment-form-blocked');
    await el.updateComplete;
    expect(stub.form.isOpen).to.equal(true);
    expect((await el.confirm()).kind).to.equal('invalid');
    expect(stub.forms.length).to.equal(1);
    stub.form.settle({ kind: 'ask-server' });
    expect(await first).to.deep.equal({ kind: 'ask-server' });
    await soon(() => stub.forms.length === 2);
    stub.form.tell({ type: 'ready' });
    const second = el.confirm();
    await soon(() => stub.form.confirmed === 1);
    stub.form.settle({ kind: 'leaving' });
    expect(await second).to.deep.equal({ kind: 'leaving' });
  });

  it('sends a payment once, also where the page gives the same handoff anew meanwhile', async () => {
    const { el, stub } = await opened();
    const outcomes = [el.confirm()];
    await soon(() => stub.form.confirmed === 1);
    el.handoff = { ...handoff };
    await el.updateComplete;
    outcomes.push(el.confirm());
    stub.form.settle({ kind: 'ask-server' });
    expect(await Promise.all(outcomes)).to.deep.equal([{ kind: 'ask-server' }, { kind: 'ask-server' }]);
    expect(stub.forms[0]!.confirmed).to.equal(1);
  });

  it('opens no other form by “Try again” before the payment that is being sent is at its end', async () => {
    const { el, stub, press } = await opened();
    const outcome = el.confirm();
    await soon(() => stub.form.confirmed === 1);
    stub.form.tell({ type: 'blocked', problem: problem('payment-form-blocked', { charged: 'unknown' }) });
    await el.updateComplete;
    press('Try again');
    await el.updateComplete;
    expect(stub.form.isOpen).to.equal(true);
    stub.form.settle({ kind: 'ask-server' });
    await outcome;
    await soon(() => stub.forms.length === 2);
  });

  it('closes what it has opened, and opens it again when it is back', async () => {
    const { el, stub } = await opened();
    el.remove();
    await el.updateComplete;
    expect(stub.form.isOpen).to.equal(false);
    expect(el.querySelector('[slot=payment]')).to.equal(null);
    document.body.append(el);
    await soon(() => stub.forms.length === 2);
  });

  it('goes on with another payment when it is given one', async () => {
    const { el, stub } = await opened();
    el.handoff = { ...handoff, data: { another: true } };
    await soon(() => stub.forms.length === 2);
    expect(stub.form.handoff).to.deep.equal({ another: true });
    expect(stub.forms[0]?.isOpen).to.equal(false);
  });

  for (const [what, given, why] of [
    ['an empty object', {}, 'handoff.provider is undefined, must be sandbox or stripe'],
    ['a text', 'nonsense', 'handoff is "nonsense", must be an object'],
    [
      'one of a provider that no adapter is for',
      { ...handoff, provider: 'another' },
      'handoff.provider is "another", must be sandbox or stripe',
    ],
  ] as const)
    it(`says for ${what} that the shop cannot take the payment, and to the developer why`, async () => {
      const { el, said, shown, buttons, warnings } = await setup({ payments: null });
      let detail: string | undefined;
      el.addEventListener('leb-problem', ({ problem }: ProblemEvent) => ({ detail } = problem));
      el.handoff = given as Handoff;
      await el.updateComplete;
      expect(said.at(-1)).to.equal('payment-setup');
      expect(detail).to.equal(why);
      expect(warnings).to.include(`<leb-payment-form>: ${why}`);
      expect(shown()).to.equal(
        'The shop cannot take this payment. You have not been charged. Please contact support.',
      );
      expect(buttons()).to.be.empty;
      expect(await el.confirm()).to.have.nested.property('problem.code', 'payment-setup');
    });

  it('tells the developer once what its adapter has to say of the shop, and offers nothing that cannot help', async () => {
    const detail = 'no such key';
    const port = { provider: 'stripe', open: async () => trouble('payment-setup', { detail }) };
    const { el, said, buttons, warnings } = await setup({ payments: [port] });
    await soon(() => said.length === 1);
    el.handoff = { ...handoff, data: { another: true } };
    await soon(() => said.length === 2);
    await el.updateComplete;
    expect(warnings).to.deep.equal(['<leb-payment-form>: no such key']);
    expect(buttons()).to.be.empty;
  });

  it('knows nothing of a payment that it is taken off the page with, and takes the next', async () => {
    const { el, stub } = await opened();
    const outcome = el.confirm();
    await soon(() => stub.form.confirmed === 1);
    el.remove();
    expect(await outcome).to.have.property('kind', 'unknown');
    expect(await outcome).to.have.nested.property('problem.charged', 'unknown');
    document.body.append(el);
    await soon(() => stub.forms.length === 2);
    stub.form.tell({ type: 'ready' });
    void el.confirm();
    await soon(() => stub.form.confirmed === 1);
  });

  it('never says that nothing was charged of a form that fails after a payment was sent', async () => {
    const { el, stub, shown } = await opened();
    const outcome = el.confirm();
    await soon(() => stub.form.confirmed === 1);
    stub.form.settle({ kind: 'ask-server' });
    await outcome;
    stub.form.tell({ type: 'blocked', problem: problem('payment-setup') });
    await el.updateComplete;
    expect(shown()).to.contain('We do not know yet whether you were charged.');
    el.handoff = { ...handoff, data: { another: true } };
    await soon(() => stub.forms.length === 2);
    stub.form.tell({ type: 'blocked', problem: problem('payment-setup') });
    await el.updateComplete;
    expect(shown()).to.contain('You have not been charged.');
  });

  it('never says that nothing was charged for a field at fault after a payment whose answer was lost', async () => {
    const { el, stub, shown } = await opened();
    const charges: string[] = [];
    el.addEventListener('leb-problem', ({ problem: { charged } }: ProblemEvent) => charges.push(charged));
    for (const [kind, trouble] of [
      ['unknown', problem('offline', { charged: 'unknown' })],
      ['invalid', problem('card-details')],
    ] as const) {
      const outcome = el.confirm();
      await soon(() => stub.form.confirmed > 0);
      stub.form.confirmed = 0;
      stub.form.settle({ kind, problem: trouble });
      expect(await outcome).to.deep.equal({ kind, problem: { ...trouble, charged: 'unknown' } });
    }
    await el.updateComplete;
    expect(shown()).to.contain('Please check what you entered. We do not know yet whether you were charged.');
    expect(charges).to.deep.equal(['unknown', 'unknown']);
    const section = document.body.appendChild(document.createElement('section'));
    section.append(el);
    await soon(() => stub.forms.length === 2);
    expect(await el.confirm()).to.have.nested.property('problem.charged', 'unknown');
  });

  it('says of a payment in doubt that nobody knows, also where it is given another before the answer', async () => {
    const { el, stub, shown } = await opened();
    for (const outcome of [
      { kind: 'ask-server' },
      { kind: 'invalid', problem: problem('card-details') },
    ] as const) {
      const told = el.confirm();
      await soon(() => stub.form.confirmed > 0);
      stub.form.confirmed = 0;
      if (outcome.kind === 'invalid') el.handoff = { ...handoff, data: { another: true } };
      await el.updateComplete;
      stub.form.settle(outcome);
      if (outcome.kind === 'invalid')
        expect(await told).to.have.nested.property('problem.charged', 'unknown');
      else expect(await told).to.deep.equal(outcome);
    }
    await el.updateComplete;
    expect(shown()).not.to.contain('You have not been charged.');
  });

  it('remembers each payment in doubt, however many have come after it', async () => {
    const { el, stub, shown } = await opened();
    const another = { ...handoff, data: { another: true } };
    const send = async () => {
      const outcome = el.confirm();
      await soon(() => stub.form.confirmed === 1);
      stub.form.settle({ kind: 'ask-server' });
      await outcome;
    };
    const goOnWith = async (next: Handoff) => {
      const { length } = stub.forms;
      el.handoff = next;
      await soon(() => stub.forms.length > length);
    };
    await send();
    await goOnWith(another);
    stub.form.tell({ type: 'ready' });
    await send();
    for (const doubted of [handoff, another]) {
      await goOnWith(doubted);
      stub.form.tell({ type: 'blocked', problem: problem('payment-form-blocked') });
      await el.updateComplete;
      expect(shown()).to.contain('We do not know yet whether you were charged.');
      expect(shown()).not.to.contain('You have not been charged.');
    }
  });

  it('does not say a second time what a field of the form says', async () => {
    const { el, stub, shown } = await opened();
    for (const [kind, words] of [
      ['invalid', 'Please check what you entered. You have not been charged.'],
      [
        'declined',
        'The card details are wrong or incomplete. You have not been charged. Please check what you entered.',
      ],
    ] as const) {
      const outcome = el.confirm();
      await soon(() => stub.form.confirmed > 0);
      stub.form.confirmed = 0;
      stub.form.settle({ kind, problem: problem('card-details') });
      await outcome;
      await el.updateComplete;
      expect(shown()).to.equal(`${words} Test mode: no real money moves.`);
    }
  });

  it('leaves it to the sandbox’s own form to say that it is a test, and what can be tried', async () => {
    const { el, stub, shown } = await opened({ handoff: { ...handoff, provider: 'sandbox' } });
    stub.form.tell({ type: 'methods', methods: ['card', 'paypal'] });
    await el.updateComplete;
    expect(shown()).to.equal('');
  });

  it('follows the look and the language of the page', async () => {
    const { el, stub } = await opened();
    el.style.setProperty('--leb-accent', 'rgb(1 2 3)');
    await soon(() => stub.form.views.at(-1)?.tokens.get('accent') === 'rgb(1, 2, 3)');
    el.lang = 'de';
    await soon(() => stub.form.views.at(-1)?.locale === 'de');
    await soon(() => el.shadowRoot!.textContent.includes('Testmodus'));
  });
});

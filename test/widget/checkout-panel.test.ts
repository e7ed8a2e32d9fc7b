import { expect, fixture, html } from '@open-wc/testing';
import { problem, problemCodes } from './problems.ts';
import type { Quote, RenewalState } from '@leb-renew/core';
import type { CheckoutPanel } from '@leb-renew/widget';
import '@leb-renew/widget/checkout-panel/define';
import { sendKeys } from '@web/test-runner-commands';
import { awaiting, effect, extending, held, processing, quote, renewed, renewedUntil } from './fixtures.ts';
import { inDark, textOf } from './page.ts';

const run = 1;

const paying = (
  changes: Partial<Extract<RenewalState, { status: 'paying' }>> = {},
): Extract<RenewalState, { status: 'paying' }> => ({
  status: 'paying',
  run,
  renewal: awaiting(),
  form: 'ready',
  problem: null,
  inDoubt: false,
  ...changes,
});
const withQuote = (changes: Partial<Quote>) => paying({ renewal: awaiting({ quote: quote(changes) }) });

const confirming: RenewalState = { status: 'confirming', run, renewal: awaiting(), inDoubt: false };
const checking: RenewalState = {
  status: 'checking',
  run,
  renewal: processing(),
  asks: 1,
  problem: null,
  inDoubt: false,
};
const stillExtending: RenewalState = {
  status: 'extending',
  run,
  renewal: extending(),
  asks: 2,
  problem: null,
};

const states: Record<string, RenewalState> = {
  quoting: { status: 'quoting', run, choice: { cardRef: 'card-1', planId: 'year', currency: 'USD' } },
  agreeing: { status: 'agreeing', run, quote: { ...quote(), withdrawal: 'waived-with-consent' } },
  opening: { status: 'opening', run, quote: quote() },
  reviewing: { status: 'reviewing', run, quote: quote(), problem: problem('unavailable') },
  paying: paying(),
  'paying, form loading': paying({ form: 'loading' }),
  'paying, form blocked': paying({ form: 'blocked', problem: problem('payment-form-blocked') }),
  'paying, declined': paying({ problem: problem('insufficient-funds') }),
  'paying, setup': paying({ problem: problem('payment-setup') }),
  'paying, losing days': withQuote({ effect: { ...effect(renewedUntil), basis: 'now', losesDays: 12 } }),
  confirming,
  cancelling: { status: 'cancelling', run, renewal: awaiting(), inDoubt: false },
  checking,
  'checking, offline': { ...checking, problem: problem('offline') },
  resuming: {
    status: 'resuming',
    run,
    ticket: { renewalId: 'renewal-1', renewalToken: null, confirming: true },
    asks: 0,
    problem: null,
  },
  extending: stillExtending,
  'held, review': { status: 'held', run, renewal: held('review') },
  'held, refunding': { status: 'held', run, renewal: held('refunding') },
  'held, refunded': { status: 'held', run, renewal: held('refunded') },
};

/** A panel with a payment form in its slot, and everything it has reported. */
async function setup(state: RenewalState = paying()) {
  const said: string[] = [];
  const say = ({ type }: Event) => said.push(type);
  const el = await fixture<CheckoutPanel>(html`
    <leb-checkout-panel
      lang="en"
      .state=${state}
      @leb-agree=${say}
      @leb-pay=${say}
      @leb-back=${say}
      @leb-retry=${say}
      @leb-done=${say}
    >
      <label slot="payment">Card number <input /></label>
    </leb-checkout-panel>
  `);
  const root = el.shadowRoot!;
  return {
    el,
    root,
    said,
    words: () => textOf(root),
    button: (name: string) =>
      [...root.querySelectorAll<HTMLElement>('button, a')].find((each) => textOf(each).startsWith(name)),
    pay: () => root.querySelector<HTMLButtonElement>('[part=pay]'),
    focused: () => textOf(root.activeElement),
    async become(next: RenewalState) {
      el.state = next;
      await el.updateComplete;
    },
  };
}

describe('<leb-checkout-panel>', () => {
  for (const [name, state] of Object.entries(states)) {
    it(`passes the accessibility audit: ${name}, light and dark`, async () => {
      const { el } = await setup(state);
      await expect(el).to.be.accessible();
      await inDark(el, async () => {
        await expect(el).to.be.accessible();
      });
    });
  }

  it('shows card, dates, lines, total with its currency, terms and seller before paying, in this order', async () => {
    const { words } = await setup();
    const order = [
      'LEB Global card •••• 4821',
      '4 Dec 2026 → 4 Dec 2027',
      '1 year added, nothing lost',
      '1 year US$84.00',
      'Tax (0%) US$0.00',
      'Total today US$84.00 USD',
      'Pay US$84.00',
      'One payment. It does not renew by itself.',
      'Sold by LEB Shop',
      'Price held until',
    ].map((text) => words().indexOf(text));
    expect(order).to.deep.equal([...order].sort((a, b) => a - b));
    expect(order[0]).to.be.at.least(0);
  });

  it('reads the validity bar out as text', async () => {
    const { root } = await setup();
    const label = root.querySelector('[part=bar]')!.getAttribute('aria-label')!.replace(/\s/g, ' ');
    expect(label).to.equal('4 Dec 2026 → 4 Dec 2027, 1 year added, nothing lost');
  });

  it('says clearly when paid days are lost', async () => {
    const { words } = await setup(states['paying, losing days']);
    expect(words()).to.contain('The new plan starts now. 12 days that you have already paid for are lost.');
    expect(words()).not.to.contain('nothing lost');
  });

  it('says when the plan is not the one the card runs on', async () => {
    expect((await setup(withQuote({ switchesPlan: true }))).words()).to.contain(
      'Not the plan your card runs on now',
    );
  });

  it('pays only once the payment form is ready', async () => {
    const { pay, said, become } = await setup(paying({ form: 'loading' }));
    pay()!.click();
    expect(said).to.be.empty;
    await become(paying());
    pay()!.click();
    expect(said).to.deep.equal(['leb-pay']);
  });

  it('cannot pay a second time while the payment is being sent', async () => {
    const { pay, said } = await setup(confirming);
    pay()!.click();
    expect(said).to.be.empty;
  });

  it('waits for a consent that nobody has ticked beforehand', async () => {
    const { el, root, pay, said, become } = await setup(states['agreeing']);
    const box = root.querySelector<HTMLInputElement>('[type=checkbox]')!;
    const goOn = root.querySelector<HTMLButtonElement>('.primary')!;
    let words = '';
    el.addEventListener('leb-agree', ({ text }) => (words = text));
    expect([box.checked, pay()]).to.deep.equal([false, null]);
    goOn.click();
    expect(said).to.be.empty;
    box.click();
    await el.updateComplete;
    goOn.click();
    expect(said).to.deep.equal(['leb-agree']);
    expect(words).to.equal(textOf(box.parentElement));
    await become(withQuote({ withdrawal: 'waived-with-consent' }));
    expect(root.querySelector('[type=checkbox]')).to.equal(null);
    pay()!.click();
    expect(said).to.deep.equal(['leb-agree', 'leb-pay']);
  });

  it('keeps what was typed into the payment form through a decline', async () => {
    const { el, become } = await setup();
    const input = el.querySelector('input')!;
    input.value = '4242';
    await become(confirming);
    await become(paying({ problem: problem('insufficient-funds') }));
    expect(el.querySelector('input') === input).to.equal(true);
    expect(input.value).to.equal('4242');
    expect(input.checkVisibility()).to.equal(true);
  });

  it('says after a decline what happened, what it means for money and service, and what to do', async () => {
    const { root, become, focused } = await setup(confirming);
    await become(paying({ problem: problem('insufficient-funds') }));
    const notice = textOf(root.querySelector('[role=alert]'));
    expect(notice).to.equal(
      'Your bank declined the payment: not enough funds. You have not been charged. ' +
        'Your card still works until 4 December 2026. Try another card or a different way to pay.',
    );
    expect(focused()).to.equal(notice);
  });

  it('has words for every problem there is', async () => {
    for (const code of problemCodes) {
      const { root } = await setup(paying({ problem: problem(code) }));
      expect(textOf(root.querySelector('[role=alert] h3')), code).to.match(/^[A-Z].*\.$/);
    }
  });

  it('promises nothing about the money when nobody knows', async () => {
    const { words } = await setup(paying({ problem: problem('timeout', { charged: 'unknown' }) }));
    expect(words()).to.contain('We do not know yet whether you were charged. You will not be charged twice.');
    expect(words()).not.to.contain('You have not been charged');
  });

  it('leads to support with the reference when only support can help', async () => {
    const { button } = await setup(states['paying, setup']);
    const link = button('Contact support') as HTMLAnchorElement;
    expect(link.href).to.equal('mailto:help@shop.example?subject=7F3K-Q2');
    expect(textOf(link)).to.equal('Contact support · ref 7F3K-Q2');
  });

  it('offers to try again, and no payment, when the payment form did not load', async () => {
    const { pay, button, said } = await setup(states['paying, form blocked']);
    expect(pay()).to.equal(null);
    button('Try again')!.click();
    expect(said).to.deep.equal(['leb-retry']);
  });

  it('has no pay button while the payment is checked, and asks not to pay again', async () => {
    const { pay, words, button, said } = await setup(checking);
    expect(pay()).to.equal(null);
    expect(words()).to.contain('Please do not pay again.');
    button('Check now')!.click();
    expect(said).to.deep.equal(['leb-retry']);
  });

  it('tells paid and extended apart: received with its receipt number, not yet active', async () => {
    const { words, pay } = await setup(stillExtending);
    expect(words()).to.contain('Payment received').and.to.contain('R-2026-00418');
    expect(words()).to.contain('We are still extending your card.');
    expect(words().toLowerCase()).not.to.contain('renewed');
    expect(pay()).to.equal(null);
  });

  it('never says renewed, in any state', async () => {
    for (const state of Object.values(states))
      expect((await setup(state)).words().toLowerCase(), state.status).not.to.contain('renewed');
  });

  it('shows nothing before there is a price and after the renewal', async () => {
    for (const state of [
      { status: 'choosing', run, problem: null },
      { status: 'renewed', run, renewal: renewed() },
    ] as const)
      expect((await setup(state)).words()).to.equal('');
  });

  it('moves the focus to the heading when the step changes, and not while it only waits on', async () => {
    const { root, become, focused } = await setup(confirming);
    await become(checking);
    expect(focused()).to.equal('Checking your payment');
    root.querySelector('button')!.focus();
    await become({ ...checking, asks: 2 });
    expect(focused()).to.equal('Check now');
    await become(stillExtending);
    expect(focused()).to.equal('Payment received');
  });

  it('goes back on the wish of a person who uses the keyboard alone', async () => {
    const { el, said } = await setup();
    el.querySelector('input')!.focus();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(said).to.deep.equal(['leb-back']);
  });
});

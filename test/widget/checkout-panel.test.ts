import { expect, fixture, html } from '@open-wc/testing';
import { problem, problemCodes } from './problems.ts';
import { firstRenewal, renewalStep, type Quote, type RenewalState } from '@leb-renew/core';
import type { CheckoutPanel } from '@leb-renew/widget';
import '@leb-renew/widget/checkout-panel/define';
import { sendKeys } from '@web/test-runner-commands';
import * as steps from '../core/examples/renewal-steps.ts';
import {
  awaiting,
  effect,
  extending,
  held,
  processing,
  quote,
  renewed,
  renewedUntil,
  stoppedClock,
} from './fixtures.ts';
import { pageIs, textOf } from './page.ts';
import { soon } from './soon.ts';
import { heardBy } from './warnings.ts';

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

const losing = { effect: { ...effect(renewedUntil), basis: 'now', losesDays: 12 } } as const;
const agreeing: RenewalState = {
  status: 'agreeing',
  run,
  quote: quote({ withdrawal: 'waived-with-consent' }),
};
const requoting: RenewalState = {
  status: 'quoting',
  run,
  choice: { cardRef: 'card-1', planId: 'year', currency: 'USD' },
  before: quote(),
};
const runOut: RenewalState = { status: 'reviewing', run, quote: quote(), problem: problem('quote-expired') };
const resuming: Extract<RenewalState, { status: 'resuming' }> = {
  status: 'resuming',
  run,
  ticket: { renewalId: 'renewal-1', renewalToken: null, confirming: true },
  asks: 0,
  problem: null,
};
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
  'quoting again': requoting,
  agreeing,
  opening: { status: 'opening', run, quote: quote() },
  'reviewing, run out': runOut,
  'reviewing, card changed': { ...runOut, problem: problem('card-changed') },
  'reviewing, no new price': { ...runOut, problem: problem('unavailable'), isOver: true },
  'reviewing, run out meanwhile': {
    status: 'reviewing',
    run,
    quote: quote({ validUntil: '2026-11-20T07:00:00Z' }),
    problem: problem('unavailable'),
  },
  reviewing: { status: 'reviewing', run, quote: quote(), problem: problem('unavailable') },
  paying: paying(),
  'paying, form loading': paying({ form: 'loading' }),
  'paying, form blocked': paying({ form: 'blocked', problem: problem('payment-form-blocked') }),
  'paying, declined': paying({ problem: problem('insufficient-funds') }),
  'paying, setup': paying({ problem: problem('payment-setup') }),
  'paying, losing days': withQuote(losing),
  'paying, form blocked, run out': paying({
    form: 'blocked',
    problem: problem('payment-form-blocked'),
    renewal: awaiting({ handoff: { ...awaiting().handoff, expiresAt: '2026-11-20T07:00:00Z' } }),
  }),
  confirming,
  cancelling: { status: 'cancelling', run, renewal: awaiting(), inDoubt: false },
  checking,
  'checking, offline': { ...checking, problem: problem('offline') },
  resuming,
  extending: stillExtending,
  'held, review': { status: 'held', run, renewal: held('review') },
  'held, refunding': { status: 'held', run, renewal: held('refunding') },
  'held, refunded': { status: 'held', run, renewal: held('refunded') },
};

/** A panel with a payment form in its slot, and everything it has reported. */
async function setup(state: RenewalState = paying(), lang = 'en') {
  pageIs('visible');
  const said: string[] = [];
  const clock = stoppedClock();
  const say = ({ type }: Event) => said.push(type);
  const el = await fixture<CheckoutPanel>(html`
    <leb-checkout-panel
      lang=${lang}
      .state=${state}
      .clock=${clock}
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
    clock,
    async passTo(moment: string) {
      clock.moveTo(Date.parse(moment));
      await el.updateComplete;
    },
    words: () => textOf(root),
    button: (name: string) =>
      [...root.querySelectorAll<HTMLElement>('button, a')].find((each) => textOf(each).startsWith(name)),
    primary: () => [...root.querySelectorAll<HTMLElement>('.primary')],
    tick: (name: string) => root.querySelector<HTMLInputElement>(`[type=checkbox][name=${name}]`),
    pay: () => root.querySelector<HTMLButtonElement>('[part=pay]'),
    focused: () => textOf(root.activeElement),
    async become(next: RenewalState) {
      el.state = next;
      await el.updateComplete;
    },
  };
}

describe('<leb-checkout-panel>', () => {
  it('shows card, dates, lines, total with its currency, terms and seller before paying, in this order', async () => {
    const { words } = await setup(withQuote({ withdrawal: 'waived-with-consent' }));
    const order = [
      'LEB Global card •••• 4821 · 60 countries',
      'Expires 4 Dec 2026, 23:59 (Asia/Shanghai)',
      'Plan 1 year',
      '4 Dec 2026 → 4 Dec 2027',
      '1 year added, nothing lost',
      '1 year US$84.00',
      'Tax (0%) US$0.00',
      'Total today US$84.00 USD',
      'One payment. It does not renew by itself.',
      'You asked for a start at once',
      'Terms',
      'Sold by LEB Shop · 1 Harbour Road, Hong Kong',
      'This price holds until',
      'Pay US$84.00 and renew',
    ].map((text) => words().indexOf(text));
    expect(order).to.deep.equal([...order].sort((a, b) => a - b));
    expect(order[0]).to.equal('Review and pay '.length);
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
    const notice = root.querySelector('[role=alert]');
    expect(textOf(notice)).to.equal(
      'Your bank declined the payment: not enough funds. You have not been charged. ' +
        'Your card still works until 4 December 2026. Try another card or a different way to pay.',
    );
    // Beside what the person goes on with, who is not led away from it.
    expect(notice?.closest('.trouble')?.nextElementSibling?.matches('.form')).to.equal(true);
    expect(focused()).to.equal('');
  });

  it('promises nothing about the money when nobody knows', async () => {
    const { words } = await setup(paying({ problem: problem('timeout', { charged: 'unknown' }) }));
    expect(words()).to.contain('We do not know yet whether you were charged. You will not be charged twice.');
    expect(words()).not.to.contain('You have not been charged');
  });

  it('is true and calm to whoever has just paid, and to whoever has only opened a payment', async () => {
    const { root } = await setup(paying({ inDoubt: true, problem: problem('payment-not-seen') }));
    const notice = root.querySelector('[role=alert]');
    expect(textOf(notice)).to.equal(
      'No payment has arrived so far. You will not be charged twice. Your card still works until ' +
        '4 December 2026. If you have just paid, give it a few minutes and look again. If not, you can pay now.',
    );
    expect(notice!.classList.contains('bad')).to.equal(false);
  });

  it('does not light up a button under the pointer that cannot be pressed', async () => {
    const { root, primary, become } = await setup();
    const [pay] = primary();
    // A page in the background has no pointer: a class stands for it.
    root.adoptedStyleSheets = root.adoptedStyleSheets.map((sheet) => {
      const rules = [...sheet.cssRules].map(({ cssText }) => cssText.replaceAll(':hover', '.under-pointer'));
      const copy = new CSSStyleSheet();
      copy.replaceSync(rules.join('').replaceAll(/transition:[^;]*;/g, ''));
      return copy;
    });
    const ground = () => getComputedStyle(pay!).backgroundColor;
    const ready = ground();
    pay!.classList.add('under-pointer');
    expect(ground()).to.not.equal(ready);
    await become(confirming);
    const lit = ground();
    pay!.classList.remove('under-pointer');
    expect(lit).to.equal(ground());
  });

  it('offers no second try where the shop is at fault', async () => {
    const { button } = await setup(paying({ form: 'blocked', problem: problem('payment-setup') }));
    expect(button('Contact support')!.className).to.contain('primary');
    expect([button('Try again'), button('Reload')]).to.deep.equal([undefined, undefined]);
    expect(textOf(button('Back')!)).to.equal('Back');
  });

  it('does not say a second time what a field of the form says', async () => {
    const wrong = problem('card-details');
    const { words, become } = await setup(paying({ problem: wrong }));
    expect(words()).to.contain('Please check what you entered. You have not been charged.');
    expect(words()).not.to.contain('The card details are wrong');
    await become(paying({ problem: wrong, renewal: awaiting({ lastProblem: wrong }) }));
    expect(words()).to.contain('The card details are wrong or incomplete. You have not been charged.');
  });

  it('does not take what a field says for what the bank has said of the card before', async () => {
    const renewal = awaiting({ lastProblem: problem('card-details') });
    const { words, become } = await setup(paying({ problem: renewal.lastProblem, renewal }));
    expect(words()).to.contain('The card details are wrong');
    await become({ status: 'confirming', run, renewal, inDoubt: false });
    await become(paying({ problem: problem('card-details'), renewal }));
    expect(words()).to.contain('Please check what you entered. You have not been charged.');
    expect(words()).not.to.contain('The card details are wrong');
  });

  it('says what the bank has said of a card, also while another payment is in doubt', async () => {
    const renewal = awaiting({ lastProblem: problem('card-details') });
    const doubted = { ...renewal.lastProblem!, charged: 'unknown' } as const;
    const { words } = await setup(paying({ problem: doubted, renewal, inDoubt: true }));
    expect(words()).to.contain(
      'The card details are wrong or incomplete. We do not know yet whether you were charged.',
    );
  });

  it('names no time before that of the payment is known, and keeps its place', async () => {
    const { root, become } = await setup(states['opening']);
    const timer = () => root.querySelector('[role=timer]')!;
    expect(getComputedStyle(timer()).visibility).to.equal('hidden');
    const { top } = timer().getBoundingClientRect();
    await become(paying());
    expect(getComputedStyle(timer()).visibility).to.equal('visible');
    expect([textOf(timer()), timer().getBoundingClientRect().top]).to.deep.equal([
      'This price holds until 11:00.',
      top,
    ]);
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

  it('takes an unticked box for paid days that are dropped, before anything can be paid', async () => {
    const { el, root, pay, tick, said, words, become } = await setup(withQuote(losing));
    expect(tick('loss')!.checked).to.equal(false);
    expect(words()).to.contain('I understand that 12 paid days are dropped.');
    expect(pay()!.getAttribute('aria-disabled')).to.equal('true');
    pay()!.click();
    expect(said).to.be.empty;
    expect(root.activeElement === tick('loss')).to.equal(true);
    tick('loss')!.click();
    await el.updateComplete;
    pay()!.click();
    expect(said).to.deep.equal(['leb-pay']);
    await become(confirming);
    await become(withQuote({ ...losing, quoteId: 'quote-2' }));
    expect(tick('loss')!.checked, 'another price takes another tick').to.equal(false);
  });

  it('takes both boxes where days are dropped and the right to withdraw is lost', async () => {
    const { el, tick, primary, said } = await setup({
      ...agreeing,
      quote: quote({ ...losing, withdrawal: 'waived-with-consent' }),
    });
    for (const name of ['withdrawal', 'loss']) {
      primary()[0]!.click();
      expect(said, name).to.be.empty;
      tick(name)!.click();
      await el.updateComplete;
    }
    primary()[0]!.click();
    expect(said).to.deep.equal(['leb-agree']);
  });

  it('draws what is lost', async () => {
    expect((await setup(withQuote(losing))).root.querySelectorAll('.bar .lost').length).to.equal(1);
    expect((await setup()).root.querySelectorAll('.bar .lost').length).to.equal(0);
  });

  describe('until when a price holds', () => {
    const holds = (words: () => string) => /This price holds [^.]+\./.exec(words())?.[0];
    const localTime = (moment: string) =>
      new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(Date.parse(moment));

    it('is counted down in the last minutes, and no timer runs without a change of the words', async () => {
      const { words, passTo, clock } = await setup(agreeing);
      const time = localTime('2026-11-22T10:15:00Z');
      expect(holds(words)).to.equal(`This price holds until ${time}.`);
      expect(clock.timers).to.deep.equal([Date.parse('2026-11-22T10:10:00Z')]);
      await passTo('2026-11-22T10:10:00Z');
      expect(holds(words)).to.equal(`This price holds for 5 more minutes, until ${time}.`);
      expect(clock.timers).to.deep.equal([Date.parse('2026-11-22T10:11:00Z')]);
      await passTo('2026-11-22T10:14:00Z');
      expect(holds(words)).to.equal(`This price holds for less than a minute, until ${time}.`);
      await passTo('2026-11-22T10:15:00Z');
      expect(holds(words)).to.equal(undefined);
      expect(clock.timers).to.deep.equal([]);
    });

    it('waits for nothing while the page is hidden', async () => {
      const { clock } = await setup(agreeing);
      pageIs('hidden');
      expect(clock.timers).to.deep.equal([]);
      pageIs('visible');
    });

    it('is what the provider says once a payment is open', async () => {
      const { words, clock } = await setup();
      expect(holds(words)).to.equal(`This price holds until ${localTime('2026-11-22T11:00:00Z')}.`);
      expect(clock.timers).to.deep.equal([Date.parse('2026-11-22T10:55:00Z')]);
    });

    it('names the day where a time alone could be taken for today', async () => {
      const { words } = await setup(
        paying({
          renewal: awaiting({ handoff: { ...awaiting().handoff, expiresAt: '2026-11-24T11:00:00Z' } }),
        }),
      );
      expect(holds(words)).to.contain('24 Nov 2026');
    });

    it('is not counted while a payment is on its way', async () => {
      expect((await setup(confirming)).clock.timers).to.deep.equal([]);
    });

    for (const [name, state, at] of [
      ['a consent was being read', agreeing, '2026-11-22T10:15:00Z'],
      ['a payment was open', paying(), '2026-11-22T11:00:00Z'],
      ['a payment could not be opened', states['reviewing']!, '2026-11-22T10:15:00Z'],
    ] as const)
      it(`ends calmly while ${name}: one button shows the price again, and nothing can be paid`, async () => {
        const { words, primary, said, passTo, tick, button } = await setup(state);
        await passTo(at);
        expect(words()).to.contain(
          'The price was held for a while and has run out. You have not been charged.',
        );
        expect(primary().map(textOf)).to.deep.equal(['See the price again']);
        expect(tick('withdrawal')).to.equal(null);
        primary()[0]!.click();
        button('Back')!.click();
        expect(said).to.deep.equal(['leb-retry', 'leb-back']);
      });

    it('says nothing of charges that nobody knows of', async () => {
      const { words, passTo } = await setup(paying({ inDoubt: true, problem: problem('payment-not-seen') }));
      await passTo('2026-11-22T11:00:00Z');
      expect(words()).not.to.contain('You have not been charged');
      expect(words()).to.contain('We do not know yet whether you were charged.');
    });

    it('says nothing of charges while another tab is paying', async () => {
      const elsewhere = problem('paying-elsewhere');
      const { words, passTo } = await setup(paying({ form: 'blocked', problem: elsewhere }));
      await passTo('2026-11-22T11:00:00Z');
      expect(words()).not.to.contain('You have not been charged');
    });

    it('says why there is no new one, and asks for it again', async () => {
      const failed = problem('server-error');
      const { words, primary, said } = await setup({ ...runOut, problem: failed, isOver: true });
      expect(words()).to.contain('Something failed at the shop.');
      expect(primary().map(textOf)).to.deep.equal(['See the price again']);
      primary()[0]!.click();
      expect(said).to.deep.equal(['leb-retry']);
    });

    it('has ended when the server says so, whatever the clock of the device, and leads back by the same words', async () => {
      const { primary, words, button } = await setup(runOut);
      expect(primary().map(textOf)).to.deep.equal(['See the price again']);
      expect(textOf(button('Back')!)).to.equal('Back');
      const changed = await setup({ ...runOut, problem: problem('card-changed') });
      expect(changed.words()).to.contain('Your card has changed since you saw the price.');
      expect(words()).not.to.contain('Please choose again');
    });
  });

  it('says what is another now, when a price is shown again, and brings the person to it', async () => {
    const { become, words, focused, primary } = await setup(runOut);
    await become(requoting);
    expect(primary().map((each) => [textOf(each), each.getAttribute('aria-disabled')])).to.deep.equal([
      ['Getting your price', 'true'],
    ]);
    await become(
      withQuote({
        quoteId: 'quote-2',
        total: { minor: 9000, currency: 'USD', exponent: 2 },
        effect: { ...effect('2027-12-06T16:00:00Z'), losesDays: 2 },
      }),
    );
    const said =
      'Please look again: something has changed. The price was US$84.00; now it is US$90.00. ' +
      'The new end was 4 December 2027; now it is 6 December 2027. ' +
      'Before: nothing lost. Now: 2 paid days lost.';
    expect(focused().replace(/\.(?=[A-Z])/g, '. ')).to.equal(said);
    await become(withQuote({ quoteId: 'quote-2' }));
    await become(requoting);
    await become(withQuote({ quoteId: 'quote-3' }));
    expect(focused()).to.equal('Nothing has changed.');
    await become({ status: 'choosing', run, problem: null });
    await become(withQuote({ quoteId: 'quote-4' }));
    expect(words()).not.to.contain('Nothing has changed.');
  });

  describe('offline', () => {
    /** Takes the device's network away and brings it back. */
    async function withoutNetwork(look: (goBack: () => void) => Promise<void>): Promise<void> {
      Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
      dispatchEvent(new Event('offline'));
      const goBack = () => {
        Reflect.deleteProperty(navigator, 'onLine');
        dispatchEvent(new Event('online'));
      };
      try {
        await look(goBack);
      } finally {
        goBack();
      }
    }
    const offline = 'You are offline. Nothing is lost. This goes on by itself when you are back.';
    /** Where a button is to be pressed. */
    const pressing = 'You are offline. Nothing is lost. Connect to Wi-Fi or mobile data, then go on here.';
    const read: Record<string, string> = {
      'quoting again': offline,
      agreeing: pressing,
      opening: offline,
      reviewing: offline,
      'reviewing, run out': pressing,
      'reviewing, card changed': pressing,
      'reviewing, no new price': offline,
      'reviewing, run out meanwhile': pressing,
      paying: pressing,
      'paying, form loading': offline,
      'paying, form blocked': offline,
      'paying, declined': pressing,
      'paying, setup': pressing,
      'paying, losing days': pressing,
      'paying, form blocked, run out': pressing,
      confirming: offline,
      cancelling: offline,
      checking: offline,
      'checking, offline': offline,
      resuming: offline,
      extending: offline,
      'held, review': offline,
      'held, refunding': offline,
      'held, refunded': offline,
    };

    it('is said of every state that has a price or a renewal', () => {
      expect(['quoting', ...Object.keys(read)]).to.have.members(Object.keys(states));
    });

    for (const [name, what] of Object.entries(read))
      it(`says so once, and can be left alone: ${name}`, async () => {
        const { el, words, primary, said } = await setup(states[name]);
        await withoutNetwork(async () => {
          await el.updateComplete;
          expect(words().split('You are offline.').length).to.equal(2);
          expect(words()).to.contain(what);
          for (const each of primary()) if (each.localName === 'button') each.click();
          expect(said).to.be.empty;
        });
        await el.updateComplete;
        expect(words()).not.to.contain(what);
      });

    it('keeps what was typed and ticked; the pay button says why it waits, and works again by itself', async () => {
      const { el, root, pay, tick, said } = await setup(withQuote(losing));
      el.querySelector('input')!.value = '4242';
      tick('loss')!.click();
      await withoutNetwork(async (goBack) => {
        await el.updateComplete;
        pay()!.click();
        expect(said).to.be.empty;
        const reason = root.getElementById(pay()!.getAttribute('aria-describedby')!);
        expect(textOf(reason)).to.equal(pressing);
        expect(reason?.previousElementSibling === pay()).to.equal(true);
        goBack();
        await el.updateComplete;
      });
      expect([el.querySelector('input')!.value, tick('loss')!.checked]).to.deep.equal(['4242', true]);
      pay()!.click();
      expect(said).to.deep.equal(['leb-pay']);
    });

    it('is no trouble any more for who is back at an open payment', async () => {
      const { words } = await setup(paying({ problem: problem('offline') }));
      expect(words()).not.to.contain('You are offline.');
      const doubted = await setup(paying({ problem: problem('offline', { charged: 'unknown' }) }));
      expect(doubted.words()).to.contain('We do not know yet whether you were charged.');
    });
  });

  describe('whatever goes wrong', () => {
    const places = {
      'while a payment is open': (code: (typeof problemCodes)[number]) => paying({ problem: problem(code) }),
      'while its form is blocked': (code: (typeof problemCodes)[number]) =>
        paying({ form: 'blocked', problem: problem(code) }),
      'before it is open': (code: (typeof problemCodes)[number]): RenewalState => ({
        status: 'reviewing',
        run,
        quote: quote(),
        problem: problem(code),
      }),
    };
    for (const lang of ['en', 'zh-Hans'])
      for (const [place, stateOf] of Object.entries(places))
        it(`has words, one next step and a way back, for every problem, ${place}, in ${lang}`, async () => {
          const { root, become, primary, words } = await setup(undefined, lang);
          await soon(() => root.querySelector('section') !== null, 'words');
          const ends = lang === 'en' ? /^[A-Z].*\.$/ : /^[^A-Za-z]*。$/;
          for (const code of problemCodes) {
            if (code === 'offline' && place === 'while a payment is open') continue;
            await become(stateOf(code));
            expect(textOf(root.querySelector('[role=alert] h3')), code).to.match(ends);
            expect(textOf(root.querySelector('[role=alert] p')).length, code).to.be.above(10);
            expect(primary().length, code).to.equal(1);
            const back = [...root.querySelectorAll('.stack > button:not(.primary)')].map(textOf);
            expect(['Back', 'Choose again', '返回', '重新选择'], code).to.contain(back.at(-1));
            expect(words(), code).not.to.contain('undefined');
          }
        });

    it('leads to support where nothing else helps, and to paying where that is the next step', async () => {
      const nextOf = async (code: (typeof problemCodes)[number], form: 'ready' | 'blocked') =>
        textOf((await setup(paying({ form, problem: problem(code) }))).primary()[0]!);
      expect(await nextOf('payment-setup', 'blocked')).to.equal('Contact support · ref 7F3K-Q2');
      expect(await nextOf('payment-form-blocked', 'blocked')).to.equal('Try again');
      for (const code of [
        'insufficient-funds',
        'payment-declined',
        'card-details',
        'authentication-failed',
      ] as const)
        expect(await nextOf(code, 'ready')).to.equal('Pay US$84.00 and renew');
    });
  });

  it('keeps nobody before the page: what takes long says what happens next', async () => {
    const { words, become, button, said } = await setup(checking);
    const long = 'This takes longer than usual.';
    expect(words()).not.to.contain(long);
    await become({ ...checking, asks: 7 });
    expect(words()).to.contain(long).and.to.contain('You may close this page');
    await become({ ...stillExtending, asks: 7 });
    expect(words()).to.contain(long).and.to.contain('Nobody has to wait here');
    await become({ ...resuming, asks: 7 });
    expect(words()).to.contain('Please do not pay again');
    expect(button('Back')).to.equal(undefined);
    await become({ ...resuming, asks: 7, ticket: { ...resuming.ticket, confirming: false } });
    expect(words()).to.contain('you can also go back');
    button('Back')!.click();
    expect(said).to.deep.equal(['leb-back']);
  });

  describe('the pay button', () => {
    const opensAt = Date.parse('2026-11-20T08:01:00Z');
    const payable = (root: ShadowRoot) =>
      root.querySelectorAll('[part=pay]:not([aria-disabled=true])').length;

    it('is there once while a payment is open and ready, and else never: on any walk of the machine', async () => {
      const { el, root, clock } = await setup();
      clock.moveTo(opensAt);
      let seed = 20261122;
      const roll = (sides: number) => (seed = (seed * 48271) % 2147483647) % sides;
      const events = Object.values(steps.events);
      const starts = Object.values(steps.states);
      const seen = new Set<string>();
      let state: RenewalState = firstRenewal;
      for (let step = 0; step < 3_000; step++) {
        const event = events[roll(events.length)]!;
        if (step % 12 === 0) state = starts[roll(starts.length)]!;
        [state] = renewalStep(state, 'run' in event ? { ...event, run: state.run } : event);
        if (state === el.state) continue;
        el.state = state;
        await el.updateComplete;
        const isOpen = state.status === 'paying' && state.form === 'ready';
        if (payable(root) !== (isOpen ? 1 : 0) || root.querySelectorAll('[part=pay]').length > 1)
          expect.fail(`${payable(root)} pay buttons while ${state.status}`);
        seen.add(state.status);
      }
      expect(seen.size).to.equal(13);
    });
  });

  describe('given nonsense', () => {
    for (const [name, state] of Object.entries({
      'no state of a renewal': { status: 'dancing', run },
      'a state without its renewal': { status: 'paying', run, form: 'ready' },
      'a renewal without its price': { ...paying(), renewal: { ...awaiting(), quote: {} } },
      text: 'paying',
    }))
      it(`says so, offers no payment, and recovers: ${name}`, async () => {
        const { warnings, stop } = heardBy(console);
        const { words, pay, become } = await setup(state as unknown as RenewalState);
        stop();
        expect(words()).to.contain('Your renewal cannot be shown right now.');
        expect(pay()).to.equal(null);
        expect(warnings.length).to.equal(1);
        await become(paying());
        expect(pay()!.getAttribute('aria-disabled')).to.equal('false');
      });
  });

  for (const width of [320, 390, 720])
    it(`holds its place from the first bone to the open form, ${width} px wide`, async () => {
      const parent = document.createElement('div');
      parent.style.inlineSize = `${width}px`;
      document.body.append(parent);
      const { el, root, become } = await setup(states['quoting']);
      parent.append(el);
      const form = Object.assign(document.createElement('div'), { slot: 'payment' });
      el.replaceChildren(form);
      const sizes: unknown[] = [];
      const places: unknown[] = [];
      for (const state of [
        states['quoting']!,
        states['opening']!,
        paying({ form: 'loading' }),
        paying(),
        confirming,
        paying(),
      ]) {
        form.style.blockSize = state.status === 'paying' && state.form === 'ready' ? '160px' : '';
        await become(state);
        sizes.push(Math.round(el.getBoundingClientRect().height * 10));
        const top = (selector: string) => root.querySelector(selector)!.getBoundingClientRect().top;
        if (state !== states['quoting'])
          places.push(
            ['.bar', '.sum', '.form', '[part=pay]'].map((each) => Math.round(top(each) * 10)).join(),
          );
      }
      parent.remove();
      expect(new Set(sizes).size, sizes.join()).to.equal(1);
      expect(new Set(places).size, places.join(' ')).to.equal(1);
    });
});

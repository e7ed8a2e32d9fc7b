/** What every payment provider's adapter must keep in a page, whatever its form is made of. */
import { expect } from '@open-wc/testing';
import type { Handoff, PaymentForm, PaymentFormEvent, PaymentOutcome, PaymentPort } from '@leb-renew/core';
import { soon } from '../soon.ts';
import { heardBy } from '../warnings.ts';
import { pageEvents } from './page-events.ts';

/** What the provider does once the payment is sent. */
export type Play =
  | 'approve'
  | 'decide-later'
  | 'lost-answer'
  | 'insufficient-funds'
  | 'payment-declined'
  | 'expired-card'
  | 'authentication-failed';

/** An adapter, and somebody at its form. */
export interface PortAtWork {
  readonly port: PaymentPort<HTMLElement>;
  /** A new payment, as the server hands it over. */
  handoff(): Promise<Handoff>;
  /** Of a handoff: what must be nowhere in the page. */
  secretIn(handoff: Handoff): string;
  /** Chooses in the form that is open how to pay, so that this happens. */
  choose(play: Play): Promise<void>;
  /** Does what the provider asks for after a payment was sent, where it asks. */
  agree(play: Play): Promise<void>;
  /** What is chosen in the form. */
  chosen(): Promise<unknown>;
  /** Whether the keyboard is in the form, or sent there. */
  hasFocus(): boolean;
  /** Payments that have been sent. */
  sent(): number;
  /** Until it is called, payments that are sent do not arrive. */
  hold(): () => void;
}

const declines = [
  'insufficient-funds',
  'payment-declined',
  'expired-card',
  'authentication-failed',
] as const satisfies Play[];

const view = {
  locale: 'en',
  tokens: new Map([
    ['accent', 'rgb(31, 102, 189)'],
    ['surface', 'rgb(255, 255, 255)'],
    ['text', 'rgb(20, 24, 31)'],
  ]),
  returnUrl: `${location.origin}/renew`,
};

export function paymentPortSuite(name: string, setup: () => Promise<PortAtWork>): void {
  /** A form on the page, and what it has told. */
  async function open(at: PortAtWork, container = place(), handoff?: Handoff) {
    const given = handoff ?? (await at.handoff());
    const opened = await at.port.open(given, container, view);
    if (!opened.ok) throw new Error(`it did not open: ${JSON.stringify(opened.problem)}`);
    const form = opened.value;
    const told: PaymentFormEvent[] = [];
    form.on((event) => told.push(event));
    return { form, told, container, handoff: given };
  }
  const isReady = (told: readonly PaymentFormEvent[]) => told.some(({ type }) => type === 'ready');

  /** The same, ready to be filled. */
  async function openReady(at: PortAtWork) {
    const all = await open(at);
    await soon(() => isReady(all.told), 'the form is not ready');
    return all;
  }

  async function pay(at: PortAtWork, form: PaymentForm, play: Play): Promise<PaymentOutcome> {
    await at.choose(play);
    const outcome = form.confirm();
    await at.agree(play);
    return outcome;
  }

  describe(`a payment form of ${name}`, () => {
    let left: string[];
    let developer: ReturnType<typeof heardBy>;
    const thrown = pageEvents();
    beforeEach(() => {
      left = elements();
      developer = heardBy(console);
      thrown.listen();
    });
    afterEach(() => {
      document.querySelectorAll('.place').forEach((each) => each.remove());
      developer.stop();
      expect(thrown.stop(), 'thrown where nobody catches').to.deep.equal([]);
    });

    it('case 42: opens from what the server handed over, and says when it is ready', async () => {
      const at = await setup();
      const { form, told, container } = await openReady(at);
      expect(container.childElementCount).to.be.greaterThan(0);
      expect(told.filter(({ type }) => type === 'blocked')).to.deep.equal([]);
      form.dispose();
    });

    it('case 42: names the ways to pay that it offers', async () => {
      const at = await setup();
      const { form, told } = await openReady(at);
      const named = () => told.flatMap((event) => (event.type === 'methods' ? [event.methods] : []));
      await soon(() => named().length > 0);
      expect([...named().at(-1)!].toSorted()).to.deep.equal(['alipay', 'card', 'paypal', 'wechat_pay']);
      form.dispose();
    });

    it('case 42: opens for no other provider’s payment, and for none of the other mode', async () => {
      const at = await setup();
      const handoff = await at.handoff();
      const strangers: Record<string, Handoff> = {
        'of the other mode': { ...handoff, livemode: !handoff.livemode },
        'of another provider': { ...handoff, provider: 'other', data: { session: 'x', amount: 1 } },
        'without data': { ...handoff, data: null },
      };
      for (const [what, stranger] of Object.entries(strangers)) {
        const opened = await at.port.open(stranger, place(), view);
        expect(opened.ok, what).to.equal(false);
        expect(!opened.ok && opened.problem.code, what).to.equal('payment-setup');
        expect(JSON.stringify(opened), what).not.to.contain(at.secretIn(handoff));
      }
      document.querySelectorAll('.place').forEach((each) => each.remove());
      expect(elements()).to.deep.equal(left);
    });

    it('case 42: has the server asked when the provider agrees, and never says paid itself', async () => {
      const at = await setup();
      const { form, told } = await openReady(at);
      expect(await pay(at, form, 'approve')).to.deep.equal({ kind: 'ask-server' });
      expect(JSON.stringify(told)).not.to.match(/paid|succe/);
      expect(at.sent()).to.equal(1);
      form.dispose();
    });

    it('case 42: has the server asked when the provider decides later', async () => {
      const at = await setup();
      const { form } = await openReady(at);
      expect(await pay(at, form, 'decide-later')).to.deep.equal({ kind: 'ask-server' });
      form.dispose();
    });

    it('case 42: says why a payment was declined, and sends the next try', async () => {
      const at = await setup();
      const { form } = await openReady(at);
      for (const code of declines) {
        const outcome = await pay(at, form, code);
        expect(outcome.kind, JSON.stringify([code, outcome])).to.equal('declined');
        expect('problem' in outcome && outcome.problem.code).to.equal(code);
        expect('problem' in outcome && outcome.problem.charged).to.equal('no');
      }
      expect((await pay(at, form, 'approve')).kind).to.equal('ask-server');
      expect(at.sent()).to.equal(declines.length + 1);
      form.dispose();
    });

    it('case 42: takes a second call for the first while a payment is under way', async () => {
      const at = await setup();
      const { form } = await openReady(at);
      await at.choose('approve');
      const letThrough = at.hold();
      const first = form.confirm();
      await soon(() => at.sent() === 1);
      const second = form.confirm();
      letThrough();
      expect(await first).to.deep.equal(await second);
      expect(at.sent()).to.equal(1);
      form.dispose();
    });

    it('case 42: does not know what became of a payment whose answer was lost', async () => {
      const at = await setup();
      const { form } = await openReady(at);
      const outcome = await pay(at, form, 'lost-answer');
      expect(outcome.kind).to.equal('unknown');
      expect('problem' in outcome && outcome.problem.charged).to.equal('unknown');
      form.dispose();
    });

    it('case 42: keeps what was chosen when the theme and the language change', async () => {
      const at = await setup();
      const { form } = await openReady(at);
      await at.choose('insufficient-funds');
      const chosen = await at.chosen();
      form.restyle({
        locale: 'zh-Hans',
        tokens: new Map([...view.tokens, ['surface', 'rgb(20, 24, 31)'], ['text', 'rgb(240, 240, 240)']]),
      });
      expect(await at.chosen()).to.deep.equal(chosen);
      const outcome = form.confirm();
      expect((await outcome).kind).to.equal('declined');
      form.dispose();
    });

    it('case 42: takes the focus', async () => {
      const at = await setup();
      const { form } = await openReady(at);
      expect(at.hasFocus()).to.equal(false);
      form.focus();
      await soon(() => at.hasFocus(), 'the focus is elsewhere');
      form.dispose();
    });

    it('case 42: leaves nothing in the page, says nothing any more, and goes a second time without harm', async () => {
      const at = await setup();
      const { form, told, container } = await openReady(at);
      await at.choose('insufficient-funds');
      await form.confirm();
      const count = told.length;
      form.dispose();
      form.dispose();
      expect(container.childElementCount).to.equal(0);
      form.restyle(view);
      form.focus();
      const late = await form.confirm();
      expect(late.kind).not.to.equal('declined');
      expect(told.length).to.equal(count);
      container.remove();
      expect(elements()).to.deep.equal(left);
      expect(at.sent()).to.equal(1);
    });

    it('case 42: can go before it is ready', async () => {
      const at = await setup();
      const { form, told, container } = await open(at);
      const count = told.length;
      form.dispose();
      expect(container.childElementCount).to.equal(0);
      const next = await openReady(at);
      expect(told.length).to.equal(count);
      next.form.dispose();
    });

    it('case 42: opens one form after another in the same place', async () => {
      const at = await setup();
      const first = await openReady(at);
      await at.choose('insufficient-funds');
      first.form.dispose();
      const second = await open(at, first.container);
      await soon(() => isReady(second.told));
      expect(await pay(at, second.form, 'approve')).to.deep.equal({ kind: 'ask-server' });
      second.form.dispose();
      expect(first.container.childElementCount).to.equal(0);
    });

    it('case 42: says that there is no place for it, outside of the page', async () => {
      const at = await setup();
      const opened = await at.port.open(await at.handoff(), document.createElement('div'), view);
      expect(!opened.ok && opened.problem.code).to.equal('payment-form-blocked');
    });

    it('case 42: sends nothing from a form that the page has taken away', async () => {
      const at = await setup();
      const { form, container } = await openReady(at);
      await at.choose('approve');
      container.remove();
      const outcome = await form.confirm();
      expect(outcome.kind).to.equal('invalid');
      expect(at.sent()).to.equal(0);
      form.dispose();
    });

    it('case 42: shows what a payment is known by nowhere in the page', async () => {
      const at = await setup();
      const { form, told, handoff } = await openReady(at);
      const secret = at.secretIn(handoff);
      const shown = () =>
        `${document.documentElement.outerHTML}${location.href}${JSON.stringify([told, Object.entries(sessionStorage), Object.entries(localStorage)])}`;
      expect(secret).to.have.length.greaterThan(8);
      expect(shown()).not.to.contain(secret);
      const outcome = await pay(at, form, 'insufficient-funds');
      expect(`${shown()}${JSON.stringify(outcome)}`).not.to.contain(secret);
      form.dispose();
    });
  });
}

function place(): HTMLElement {
  const container = Object.assign(document.createElement('div'), { className: 'place' });
  document.body.append(container);
  return container;
}

/** Everything in the page but what a provider's script keeps there for as long as the page is there. */
const elements = (): string[] =>
  [...document.querySelectorAll('*')]
    .filter((each) => !each.matches('script, [name^=__privateStripeController]'))
    .map(({ localName, className }) => `${localName}.${className}`);

import { expect } from '@open-wc/testing';
import type { PaymentFormEvent, PaymentOutcome } from '@leb-renew/core';
import type { Handoff, SandboxConfirmRequest, SandboxHandoffData } from '@leb-renew/core/contract';
import { sandboxPayments, type SandboxPlay } from '@leb-renew/widget/payments/sandbox';
import { soon } from './soon.ts';
import { openSandbox, seen, visit } from './visit.ts';

const everything: SandboxHandoffData = {
  paymentId: 'payment-1',
  clientSecret: 'secret-1',
  confirmUrl: '',
  methods: ['card', 'paypal', 'alipay', 'wechat_pay'],
};

const handoff: Handoff = {
  provider: 'sandbox',
  amount: { minor: 8_400, currency: 'USD', exponent: 2 },
  expiresAt: '2026-11-20T08:15:00Z',
  livemode: false,
  data: everything,
};

/** A form on a page of its own, and what it has sent. */
async function setup({ data = {}, first }: { data?: Partial<SandboxHandoffData>; first?: SandboxPlay } = {}) {
  const container = Object.assign(document.createElement('div'), { className: 'form-of-test' });
  document.body.append(container);
  const sent: SandboxConfirmRequest[] = [];
  const port = sandboxPayments((_, request) => {
    sent.push(request);
    return Promise.resolve({ state: 'succeeded', problemCode: null });
  }, first);
  const view = { locale: 'en', tokens: new Map([['scheme', 'dark']]), returnUrl: location.href };
  const answer = await port.open({ ...handoff, data: { ...everything, ...data } }, container, view);
  if (!answer.ok) throw new Error(answer.problem.detail);
  const form = answer.value;
  const events: PaymentFormEvent[] = [];
  form.on((event) => events.push(event));

  const radios = () => [...container.querySelectorAll('label:has([type=radio])')];
  const methods = () => radios().map((label) => seen(label).trim());
  const select = () => container.querySelector('select')!;
  const choose = (method: string) => {
    radios()
      .find((label) => seen(label).trim() === method)!
      .querySelector('input')!
      .click();
  };
  const plays = () => [...select().options].map(({ value }) => value);
  const play = (value: SandboxPlay) => {
    select().value = value;
    select().dispatchEvent(new Event('change'));
  };
  return { container, form, events, sent, methods, select, choose, plays, play };
}

const asked = () => document.querySelector<HTMLElement>('body > .leb-sandbox-veil > [role=dialog]');
const buttons = () => [...(asked()?.querySelectorAll('button') ?? [])];
const answerWith = (name: string) =>
  buttons()
    .find((each) => seen(each).trim() === name)!
    .click();
const key = (name: string) =>
  document.activeElement!.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }),
  );

afterEach(() => {
  for (const left of document.querySelectorAll('.form-of-test, .leb-sandbox-veil, leb-renewal'))
    left.remove();
});

describe('the form of the sandbox', () => {
  it('offers five ways to pay, debit wherever cards are taken', async () => {
    const all = await setup();
    expect(all.methods()).to.deep.equal(['Credit card', 'Debit card', 'PayPal', 'Alipay', 'WeChat Pay']);
    expect((await setup({ data: { methods: ['card', 'paypal'] } })).methods()).to.deep.equal([
      'Credit card',
      'Debit card',
      'PayPal',
    ]);
    expect((await setup({ data: { methods: ['alipay'] } })).methods()).to.deep.equal(['Alipay']);
  });

  it('says that it is a test, wherever one looks, and takes no live payment', async () => {
    const { container, form, choose, play } = await setup();
    const mark = 'Test payment · no money moves';
    expect(seen(container)).to.include(mark);
    choose('Debit card');
    play('3d-secure');
    const outcome = form.confirm();
    expect(seen(asked()!)).to.include(mark);
    expect(seen(asked()!)).to.include('US$84.00');
    form.dispose();
    await outcome;
    const view = { locale: 'en', tokens: new Map<string, string>(), returnUrl: location.href };
    const refused = await sandboxPayments().open({ ...handoff, livemode: true }, container, view);
    expect(!refused.ok && refused.problem.code).to.equal('payment-setup');
    expect(seen(container).trim()).to.equal('');
  });

  it('offers what can happen with a way to pay, and approves unless it is told otherwise', async () => {
    const { choose, plays, play, select, form, sent } = await setup();
    const everywhere = [
      'approve',
      'insufficient-funds',
      'payment-declined',
      'slow',
      'processing',
      'processing-fails',
      'lost-answer',
      'never-loads',
    ];
    const own = { card: ['3d-secure', 'expired-card', 'authentication-failed'], wallet: ['redirect'] };
    expect(plays()).to.have.members([...everywhere, ...own.card]);
    choose('Debit card');
    expect(plays()).to.have.members([...everywhere, ...own.card]);
    play('expired-card');
    choose('PayPal');
    expect(plays()).to.have.members([...everywhere, ...own.wallet]);
    expect(select().value).to.equal('approve');
    await form.confirm();
    play('processing-fails');
    choose('Alipay');
    expect(plays()).to.have.members([...everywhere, ...own.wallet]);
    expect(select().value).to.equal('processing-fails');
    choose('WeChat Pay');
    expect(plays()).to.have.members([...everywhere, 'scan']);
    await form.confirm();
    expect(sent).to.deep.equal([
      { clientSecret: 'secret-1', method: 'paypal', scenario: 'approve' },
      { clientSecret: 'secret-1', method: 'wechat_pay', scenario: 'processing-fails' },
    ]);
  });

  it('offers what the docs say, where they say it', async () => {
    const page = await fetch(new URL('../../docs/test-payments.md', import.meta.url));
    const rows = (await page.text()).split('\n').filter((line) => line.startsWith('| '));
    const said = rows.slice(1).map((row) => row.split('|').map((cell) => cell.trim()));
    const { choose, select } = await setup();
    const groups: readonly [method: string, group: string][] = [
      ['Credit card', 'cards'],
      ['Debit card', 'cards'],
      ['PayPal', 'PayPal, Alipay'],
      ['Alipay', 'PayPal, Alipay'],
      ['WeChat Pay', 'WeChat Pay'],
    ];
    for (const [method, group] of groups) {
      choose(method);
      const names = [...select().options].map(({ text }) => text);
      const there = said.filter(([, , place = '']) => ['all', group].includes(place)).map(([, name]) => name);
      expect(names, method).to.deep.equal(there);
    }
  });

  it('keeps what is chosen apart from another form on the page', async () => {
    const one = await setup();
    const two = await setup();
    one.choose('Alipay');
    two.choose('PayPal');
    await Promise.all([one.form.confirm(), two.form.confirm()]);
    expect([one.sent[0]?.method, two.sent[0]?.method]).to.deep.equal(['alipay', 'paypal']);
    expect(one.container.querySelectorAll(':checked').length).to.equal(2, 'a radio and an option');
  });

  it('tells what it offers, and is not there any more once it never loads', async () => {
    const { events, play, form } = await setup({ data: { paymentId: 'payment-lost' } });
    expect(events.map(({ type }) => type)).to.deep.equal(['ready', 'methods']);
    play('never-loads');
    expect(events.at(-1)?.type).to.equal('blocked');
    expect((await form.confirm()).kind).to.equal('invalid');
    const again = await setup({ data: { paymentId: 'payment-lost' } });
    expect([again.events, again.container.childElementCount]).to.deep.equal([[], 0]);
    expect((await setup({ first: 'never-loads' })).events).to.deep.equal([]);
    expect((await setup()).events.length).to.equal(2, 'another payment');
  });
});

describe('what a bank or a wallet asks first', () => {
  const ways: readonly [method: string, play: SandboxPlay, no: string, means: string][] = [
    ['Credit card', '3d-secure', 'Refuse', 'authentication-failed'],
    ['Debit card', '3d-secure', 'Refuse', 'authentication-failed'],
    ['PayPal', 'redirect', 'Cancel', 'payment-cancelled'],
    ['WeChat Pay', 'scan', 'Cancel', 'payment-cancelled'],
  ];

  for (const [method, way, no, means] of ways)
    it(`is asked in a window over the page, and decides (${method}, ${way})`, async () => {
      const { choose, play, form, sent, container } = await setup();
      choose(method);
      play(way);
      const field = container.querySelector<HTMLElement>('input:checked')!;
      for (const [answer, scenario] of [
        ['Approve|Pay', 'approve'],
        [no, means],
        ['Escape', means],
      ] as const) {
        field.focus();
        const outcome = form.confirm();
        expect(sent).to.deep.equal([]);
        expect(buttons().indexOf(document.activeElement as HTMLButtonElement)).to.equal(0);
        if (answer === 'Escape') key('Escape');
        else answerWith(answer.split('|').find((name) => seen(asked()!).includes(name))!);
        await outcome;
        expect(asked() === null).to.equal(true);
        expect(document.activeElement === field).to.equal(true, 'the focus is where it was');
        expect(sent.splice(0).map((request) => request.scenario)).to.deep.equal([scenario]);
      }
    });

  it('keeps the keyboard inside, and looks light or dark like the page', async () => {
    const { play, form } = await setup();
    play('3d-secure');
    const outcome = form.confirm();
    const places = ['', 'Tab', 'Tab', 'Tab'].map((name) => {
      if (name !== '') key(name);
      return buttons().indexOf(document.activeElement as HTMLButtonElement);
    });
    expect(places).to.deep.equal([0, 1, 0, 1]);
    expect(getComputedStyle(asked()!).colorScheme).to.equal('dark');
    for (const button of buttons()) expect(button.getBoundingClientRect().height).to.be.at.least(44);
    key('Escape');
    await outcome;
  });

  it('is asked no longer when nobody waits for the answer, and nothing is sent', async () => {
    const { play, form, sent } = await setup();
    play('3d-secure');
    const outcome = form.confirm();
    form.dispose();
    expect((await outcome).kind).to.equal('invalid');
    expect([asked() === null, sent.length]).to.deep.equal([true, 0]);
  });

  it('cannot be asked where the provider has no page for it, and nothing is charged', async () => {
    for (const leaveUrl of ['/no-such-page', '/test/widget/sandbox.test.ts']) {
      const { choose, play, form, sent } = await setup({ data: { leaveUrl } });
      choose('PayPal');
      play('redirect');
      const outcome: PaymentOutcome = await form.confirm();
      expect(outcome.kind).to.equal('invalid');
      expect('problem' in outcome && [outcome.problem.code, outcome.problem.charged]).to.deep.equal([
        'provider-down',
        'no',
      ]);
      expect(sent).to.deep.equal([]);
    }
  });
});

describe('a journey with test payments', () => {
  for (const display of ['inline', 'dialog', 'drawer'] as const)
    it(`is asked by the bank over whatever is open, refuses, approves and is renewed (${display})`, async () => {
      const { el, signIn, toPayment, scenario, press, sees } = await visit(openSandbox().ports(), {
        display,
      });
      el.open();
      await signIn();
      await toPayment();
      scenario('3d-secure');
      await press('Pay US$84.00');
      await soon(() => asked() !== null);
      const { left, top, width, height } = asked()!.getBoundingClientRect();
      const shown = document.elementFromPoint(left + width / 2, top + height / 2);
      expect(asked()!.contains(shown)).to.equal(true, 'it lies over everything');
      key('Escape');
      await sees('Your bank could not confirm that it was you.');
      expect(el.state.isOpen).to.equal(true);
      await press('Pay US$84.00');
      await soon(() => asked() !== null);
      answerWith('Approve');
      await sees('Active until');
      await sees('Test Visa •• 4242');
    });

  it('whose form never loads says so after half a minute, with a way out', async () => {
    const { ports } = openSandbox();
    const world = ports();
    /** What is to happen in half a minute, and is still to happen. */
    const held = new Set<() => void>();
    const { signIn, renew, press, sees, shown, button } = await visit({
      ...world,
      payments: [sandboxPayments(undefined, 'never-loads')],
      clock: {
        ...world.clock,
        after(ms, call) {
          if (ms !== 30_000) return world.clock.after(ms, call);
          held.add(call);
          return () => held.delete(call);
        },
      },
    });
    await signIn();
    await renew();
    await press('Continue with 1 year');
    await soon(() => held.size === 1);
    expect(button('Pay US$84.00')).to.equal(undefined);
    for (const call of held) call();
    await sees('The payment form did not load.');
    expect(shown()).to.include('You have not been charged.');
    for (const way of ['Try again', 'Back']) expect(button(way) !== undefined).to.equal(true, way);
    await press('Back');
    await sees('Continue with 1 year');
  });
});

/** The double of Stripe.js: no kinder than Stripe is, so that what works with it has a chance to work there. */
import { expect } from '@open-wc/testing';
import type { PaymentIntent, StripeElements, StripePaymentElement } from '@stripe/stripe-js';
import { loadStripe } from '@stripe/stripe-js/pure';
import { cardTyped, liveKey, stripeInPage, testKey } from '../fakes/stripe/js/in-page.ts';
import { answerStripeJs, needs } from './engine.ts';
import { soon } from './soon.ts';

async function setup() {
  const inPage = stripeInPage();
  await answerStripeJs('double');
  const stripe = (await loadStripe(testKey))!;
  const intent = inPage.intent();
  const clientSecret = intent.client_secret!;
  const elements = stripe.elements({ clientSecret });
  const container = document.createElement('div');
  document.body.append(container);
  return { inPage, stripe, intent, clientSecret, elements, container };
}

/** The same with a form in the page, and what it has told. */
async function mounted() {
  const all = await setup();
  const element = all.elements.create('payment');
  const told: { name: string; event: Record<string, unknown> }[] = [];
  for (const name of ['ready', 'change', 'focus', 'blur', 'escape', 'availablepaymentmethodschange'] as const)
    element.on(name as 'ready', (event) => told.push({ name, event: { ...event } }));
  element.mount(all.container);
  const hears = (name: string) => soon(() => told.some((each) => each.name === name), `no ${name}`);
  await hears('ready');
  const confirm = async (by: { method?: string; number?: string } = {}) => {
    const { method = 'card', number = '4242424242424242' } = by;
    await all.inPage.enter({ method, ...(method === 'card' && { card: cardTyped(number) }) });
    await all.elements.submit();
    return all.stripe.confirmPayment({
      elements: all.elements,
      confirmParams: { return_url: 'https://shop.example/renew' },
      redirect: 'if_required',
    });
  };
  const asked = () => soon(() => all.inPage.overlay !== undefined, 'nobody is asked');
  return { ...all, element, told, hears, confirm, asked };
}

/** What is thrown, or rejected with. */
async function refusal(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    return String(error);
  }
  return 'taken';
}

/** What Stripe's types do not let through, in a test that is about just that. */
const wrong = (value: unknown) => value as never;

/** Loads the script as pages do that do not use the loader. */
const load = (): Promise<string> =>
  new Promise((resolve) => {
    const script = Object.assign(document.createElement('script'), {
      src: 'https://js.stripe.com/endive/stripe.js',
    });
    for (const type of ['load', 'error']) script.addEventListener(type, () => resolve(type));
    document.head.append(script);
  });

describe('the double of Stripe.js', () => {
  afterEach(() => document.querySelectorAll('body > div').forEach((each) => each.remove()));

  it('is taken by Stripe’s own loader for the version that it asks for', async () => {
    const warned: unknown[] = [];
    const { warn } = console;
    console.warn = (...words) => void warned.push(...words);
    try {
      const { inPage } = await setup();
      expect(inPage.seen.calls.map(({ name }) => name)).to.include.members(['Stripe', '_registerWrapper']);
    } finally {
      console.warn = warn;
    }
    expect(warned).to.deep.equal([]);
  });

  const keys = {
    '': 'empty string',
    sk_test_1: 'your secret key',
    rk_live_1: 'your secret key',
    test: 'apiKey',
  };
  for (const [key, words] of Object.entries(keys))
    it(`refuses the key “${key}”`, async () => {
      await setup();
      expect(await refusal(() => window.Stripe!(key)))
        .to.contain('IntegrationError')
        .and.to.contain(words);
    });

  const groups: Record<string, readonly [options: object, words: string]> = {
    'a list of methods': [{ paymentMethodTypes: ['card'] }, 'no longer supported'],
    'a mode beside the secret': [
      { mode: 'payment', amount: 1, currency: 'eur' },
      'both mode and clientSecret',
    ],
    'a secret of another form': [{ clientSecret: 'seti_1' }, '${id}_secret_${secret}'],
    'a language that Stripe does not have': [{ locale: 'uk' }, 'locale should be one of'],
    'an option that nobody knows': [{ apperance: {} }, 'apperance is not a recognized parameter'],
    'a variable that nobody knows': [look({ colorAccent: 'red' }), 'appearance.variables.colorAccent is not'],
    'a deprecated variable': [look({ spacingGridRow: '4px' }), 'deprecated. Use gridRowSpacing instead.'],
    'a variable that is no text': [look({ borderRadius: 4 }), 'borderRadius should be a string'],
    'a theme that nobody knows': [
      { appearance: { theme: 'dark' } },
      'theme should be one of stripe, night, flat',
    ],
  };
  for (const [what, [options, words]] of Object.entries(groups))
    it(`refuses ${what}`, async () => {
      const { stripe, clientSecret } = await setup();
      const said = await refusal(() => stripe.elements(wrong({ clientSecret, ...options })));
      expect(said).to.contain('IntegrationError').and.to.contain(words);
    });

  it('takes every current variable, and all languages of Stripe’s types', async () => {
    const { stripe, clientSecret } = await setup();
    const locales = [
      'auto',
      'ar',
      'de',
      'en',
      'es',
      'fr',
      'id',
      'it',
      'ja',
      'ko',
      'pt',
      'ru',
      'th',
      'tr',
      'vi',
      'zh',
      'zh-TW',
    ];
    for (const locale of locales)
      expect(await refusal(() => stripe.elements({ clientSecret, locale: wrong(locale) })), locale).to.equal(
        'taken',
      );
    const variables = { colorPrimary: 'red', gridRowSpacing: '8px', accessibleColorOnColorPrimary: 'white' };
    expect(await refusal(() => stripe.elements({ clientSecret, appearance: { variables } }))).to.equal(
      'taken',
    );
  });

  it('creates one Payment Element per group, with options that Stripe has', async () => {
    const { elements } = await setup();
    expect(await refusal(() => elements.create('payment', wrong({ paymentMethodTypes: [] })))).to.contain(
      'not a recognized',
    );
    expect(await refusal(() => elements.create('payment', wrong({ layout: { type: 'list' } })))).to.contain(
      'layout',
    );
    elements.create('payment', {
      layout: { type: 'accordion', radios: 'always' },
      wallets: { link: 'never' },
    });
    expect(await refusal(() => elements.create('payment'))).to.contain('Can only create one');
  });

  it('mounts only where the page itself has the element', async () => {
    const { elements, container } = await setup();
    const element = elements.create('payment');
    const inShadow = container.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    for (const place of [inShadow, document.createElement('div')])
      expect(await refusal(() => element.mount(place))).to.contain(
        'Elements cannot be mounted in a ShadowRoot',
      );
    expect(await refusal(() => element.mount('#nowhere'))).to.contain('applies to no DOM elements');
  });

  it('is mounted once, and never again when it was destroyed', async () => {
    const { element, container } = await mounted();
    element.mount(container);
    expect(await refusal(() => element.mount(document.body))).to.contain('already mounted');
    element.destroy();
    expect(container.childElementCount).to.equal(0);
    expect(await refusal(() => element.mount(container))).to.contain('already been destroyed');
  });

  it('updates what can be updated', async () => {
    const { element, elements, inPage } = await mounted();
    const heard: string[] = [];
    elements.on('update-end', () => heard.push('update-end'));
    await elements.update({ locale: 'de', appearance: { theme: 'night' } });
    expect(heard).to.deep.equal(['update-end']);
    expect(await refusal(() => elements.update(wrong({ clientSecret: 'x' })))).to.contain(
      'clientSecret is not',
    );
    expect(await refusal(() => elements.update({ amount: 1 }))).to.contain('cannot be updated');
    element.update({ readOnly: true });
    expect(await refusal(() => element.update(wrong({ wallets: {} })))).to.contain('wallets is not');
    const layout = { type: 'tabs', defaultCollapsed: true } as const;
    expect(await refusal(() => element.update({ layout: wrong(layout) }))).to.contain('defaultCollapsed');
    expect((await inPage.enter({})).method).to.equal('card');
  });

  for (const status of [
    'succeeded',
    'canceled',
    'processing',
    'requires_capture',
  ] satisfies PaymentIntent.Status[])
    it(`does not load for a payment that is ${status}`, async () => {
      const { intent, elements, container } = await setup();
      intent.status = status;
      expect(await loadFault(elements, container)).to.equal('payment_intent_unexpected_state');
    });

  it('does not load with the key of another account or mode', async () => {
    const { container, clientSecret, inPage } = await setup();
    const codeWith = (key: string) => loadFault(window.Stripe!(key).elements({ clientSecret }), container);
    expect(await codeWith(liveKey)).to.equal('resource_missing');
    expect(await codeWith('pk_test_other')).to.equal('invalid_request_error');
    expect(inPage.overlay).to.equal(undefined);
  });

  it('tells what can be paid with, and what is entered', async () => {
    const { told, inPage } = await mounted();
    const methods = told.find(({ name }) => name === 'availablepaymentmethodschange')!.event[
      'paymentMethods'
    ];
    expect(Object.keys(methods as object)).to.have.members(['card', 'paypal', 'alipay', 'wechat_pay']);
    await inPage.enter({ card: cardTyped('4242424242424241') });
    expect(told.at(-1)!.event).to.deep.equal({
      elementType: 'payment',
      complete: false,
      empty: false,
      collapsed: false,
      value: { type: 'card' },
    });
    await inPage.enter({ method: 'paypal' });
    expect(told.at(-1)!.event).to.include({ complete: true });
  });

  it('confirms after submit, once, with an address to come back to', async () => {
    const { stripe, elements, inPage } = await mounted();
    const confirm = (confirmParams: object, more: object = {}) =>
      refusal(() =>
        stripe.confirmPayment(wrong({ elements, confirmParams, redirect: 'if_required', ...more })),
      );
    const back = { return_url: 'https://shop.example/' };
    expect(await confirm(back)).to.contain('elements.submit() must be called before');
    expect((await elements.submit()).error?.code).to.equal('incomplete_number');
    expect(await confirm(back)).to.contain('elements.submit() must be called before');
    await inPage.enter({ card: cardTyped('4242 4242 4242 4242') });
    expect(await elements.submit()).to.deep.equal({ selectedPaymentMethod: 'card' });
    expect(await confirm({})).to.contain('return_url is required');
    expect(await confirm({ return_url: '/renew' })).to.contain('absolute URL');
    expect(await confirm({ ...back, returnUrl: 'x' })).to.contain('returnUrl is not a recognized');
    expect(await confirm(back, { return_url: 'x' })).to.contain('return_url is not a recognized');
    expect(await confirm(back, { clientSecret: 'pi_1_secret_2' })).to.contain('clientSecret');
    expect(
      await refusal(() => window.Stripe!(testKey).confirmPayment({ elements, confirmParams: back })),
    ).to.contain('same instance');
    expect(await confirm(back)).to.equal('taken');
    expect(await confirm(back)).to.contain('elements.submit() must be called before');
  });

  it('confirms nothing from a form that is not in the page any more', async () => {
    const { elements, container, stripe, inPage } = await mounted();
    await inPage.enter({ card: cardTyped('4242424242424242') });
    await elements.submit();
    container.remove();
    expect(await refusal(() => elements.submit())).to.contain('should have a mounted Payment Element');
    const confirmParams = { return_url: 'https://shop.example/' };
    expect(await refusal(() => stripe.confirmPayment({ elements, confirmParams }))).to.contain(
      'should have a mounted',
    );
  });

  it('answers as the bank does, by the number of the card', async () => {
    const { confirm, intent } = await mounted();
    expect((await confirm({ number: '4000000000009995' })).error).to.include({
      type: 'card_error',
      decline_code: 'insufficient_funds',
    });
    expect((await confirm()).paymentIntent?.status).to.equal('succeeded');
    expect(intent.amount_received).to.equal(8_400);
  });

  for (const [choice, end] of [
    ['authorize', 'succeeded'],
    ['fail', 'payment_intent_authentication_failure'],
    ['close', 'payment_intent_authentication_failure'],
  ] as const)
    it(`asks the bank in a frame over the page, where the customer chooses to ${choice}`, async () => {
      const { confirm, asked, inPage } = await mounted();
      const result = confirm({ number: '4000002760003184' });
      await asked();
      expect(inPage.overlay!.element.parentElement === document.body).to.equal(true);
      inPage.overlay!.answer(choice);
      const { paymentIntent, error } = await result;
      expect(paymentIntent?.status ?? error?.code).to.equal(end);
      expect(inPage.overlay).to.equal(undefined);
    });

  it('shows a code for WeChat, and leaves the payment as it is when that is closed', async () => {
    const { confirm, asked, inPage } = await mounted();
    const first = confirm({ method: 'wechat_pay' });
    await asked();
    inPage.overlay!.answer('close');
    expect((await first).paymentIntent?.status).to.equal('requires_action');
    const second = confirm({ method: 'wechat_pay' });
    await asked();
    inPage.overlay!.answer('authorize');
    expect((await second).paymentIntent?.status).to.equal('succeeded');
  });

  for (const method of ['paypal', 'alipay'])
    it(`leaves for the page of ${method}, and settles nothing`, async () => {
      const { confirm, inPage, intent } = await mounted();
      const left = new Promise<string>((resolve) => (inPage.leave = resolve));
      let isSettled = false;
      void confirm({ method }).finally(() => (isSettled = true));
      expect(await left).to.contain(`/authorize/${intent.id}`);
      expect([intent.status, isSettled]).to.deep.equal(['requires_action', false]);
    });

  it('loses what was entered when it is moved, as frames do', async () => {
    const { container, inPage } = await mounted();
    await inPage.enter({ card: cardTyped('4242424242424242') });
    document.body.append(container);
    await soon(() => inPage.seen.reloads === 1);
    await soon(() => container.querySelector('iframe') !== null);
    expect((await inPage.enter({})).empty).to.equal(true);
  });

  it('loses answers, after they have had their effect, when a test wants that', async () => {
    for (const answer of ['lost', 'thrown', 'never'] as const) {
      const { confirm, inPage, intent, element } = await mounted();
      inPage.answer = answer;
      const result = confirm().then(
        ({ error }) => error?.type,
        (error: unknown) => String(error),
      );
      if (answer === 'never') void result.then(() => expect.fail('it was answered'));
      else expect(await result).to.match(/^(api_connection_error|TypeError: Failed to fetch)$/);
      await soon(() => intent.status === 'succeeded');
      element.destroy();
    }
  });

  it('is ready no sooner than a test lets it, starts not at all, or lacks functions', async () => {
    const { elements, container, inPage, stripe } = await setup();
    let letThrough = () => {};
    let isAsked = false;
    const ready = new Promise<void>((resolve) => (letThrough = resolve));
    Object.defineProperty(inPage, 'ready', {
      get() {
        isAsked = true;
        return ready;
      },
    });
    let isReady = false;
    elements
      .create('payment')
      .once('ready', () => (isReady = true))
      .mount(container);
    await soon(() => isAsked, 'nothing waits for it');
    expect(isReady).to.equal(false);
    letThrough();
    await soon(() => isReady);
    inPage.without = ['submit'];
    expect(stripe.elements({ clientSecret: inPage.intent().client_secret! })).not.to.have.property('submit');
    inPage.refuse = 'not today';
    expect(await refusal(() => window.Stripe!(testKey))).to.equal('IntegrationError: not today');
  });

  it(
    'comes, is missing, is cut off or hangs as a test says, also in an old version',
    needs('answers of js.stripe.com', async () => {
      await setup();
      const { Stripe: ours } = window;
      try {
        await answerStripeJs('missing');
        expect(await load()).to.equal('error');
        await answerStripeJs('abort');
        expect(await load()).to.equal('error');
        await answerStripeJs('version 3');
        expect(await load()).to.equal('load');
        expect(window.Stripe).to.have.property('version', 3);
        await answerStripeJs('hang');
        const late = load();
        await answerStripeJs('double');
        expect(await late).to.equal('load');
        expect(window.Stripe).to.have.property('version', 'endive');
      } finally {
        window.Stripe = ours!;
      }
    }),
  );
});

function look(variables: object) {
  return { appearance: { variables } };
}

/** The code, or the type, of the fault that a form does not load for. */
function loadFault(elements: StripeElements, container: HTMLElement): Promise<string> {
  const element: StripePaymentElement = elements.create('payment');
  return new Promise((resolve) => {
    element.on('loaderror', ({ error }) => {
      element.destroy();
      resolve(error.code ?? error.type);
    });
    element.mount(container);
  });
}

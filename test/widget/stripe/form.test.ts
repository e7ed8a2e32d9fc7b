import { readFile } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import type { PaymentOutcome } from '@leb-renew/core';
import { stripePayments } from '@leb-renew/widget/payments/stripe';
import type { StripeError } from '@stripe/stripe-js';
import { cardTyped, testKey } from '../../fakes/stripe/js/in-page.ts';
import type { OverlayChoice } from '../../fakes/stripe/js/messages.ts';
import { soon } from '../soon.ts';
import { heardBy } from '../warnings.ts';
import { closeAll, openAt, setup, view } from './at-form.ts';

const good = { method: 'card', card: cardTyped('4242424242424242') };
const asks = { method: 'card', card: cardTyped('4000002760003184') };

/** A form that is filled. */
async function filled(by: object = good) {
  const at = await setup();
  const opened = await at.open();
  await at.stripe.enter(by);
  /** What comes of a payment to which Stripe answers with a fault. */
  const refused = (fault: object): Promise<PaymentOutcome> => {
    at.stripe.api = { ...at.stripe.api!, confirm: async () => ({ error: fault as StripeError }) };
    return opened.form.confirm();
  };
  return { ...at, ...opened, refused };
}

const declined = (decline_code: string) => ({
  type: 'card_error',
  code: 'card_declined',
  decline_code,
  message: `Stripe’s own words about ${decline_code}`,
});

describe('Stripe’s form', () => {
  afterEach(() => {
    closeAll();
    for (const each of document.querySelectorAll('body>div')) each.remove();
  });

  it('is one of all methods as an accordion, without Link, in the looks and the language of the page', async () => {
    const { calls, form, told } = await filled();
    const [given] = calls('elements')[0]!.args;
    expect(given).to.include({ locale: 'en' });
    expect(given).to.have.nested.property('appearance.variables.colorPrimary', 'rgb(31, 102, 189)');
    expect(calls('elements.create')[0]!.args).to.deep.equal([
      'payment',
      { layout: { type: 'accordion', radios: 'always' }, wallets: { link: 'never' } },
    ]);
    expect(told).to.deep.include({ type: 'methods', methods: ['card', 'paypal', 'alipay', 'wechat_pay'] });
    expect(told.at(-1)).to.deep.equal({ type: 'complete', complete: true });
    form.dispose();
  });

  it('has the fonts that a page gives as docs/going-live.md shows it, in every look', async () => {
    const { stripe, handoff, container, calls } = await setup();
    const guide = (await readFile({ path: '../../../docs/going-live.md' })) ?? '';
    const [, fontOfGuide = ''] =
      /stripePayments\(\{ fonts: \[\{ cssSrc: '([^']+)' \}\] \}\);/.exec(guide) ?? [];
    expect(fontOfGuide).to.match(/^https:/);
    const fonts = [{ cssSrc: fontOfGuide }];
    const { form, hears } = await openAt(stripePayments({ fonts }), handoff, container);
    await hears('ready');
    expect(calls('elements')[0]!.args[0]).to.have.deep.property('fonts', fonts);
    form.restyle(view);
    expect(calls('elements.update')[0]!.args[0]).not.to.have.property('fonts');
    container.append(...container.childNodes);
    await hears('ready', 2);
    expect(calls('elements')[1]!.args[0]).to.have.deep.property('fonts', fonts);
    await stripe.enter(good);
    expect(await form.confirm()).to.deep.equal({ kind: 'ask-server' });
  });

  it('does not open with fonts that are none, and tells the developer', async () => {
    const { handoff, container } = await setup();
    const fonts = [{ href: '/brand.css' }] as never;
    const opened = await stripePayments({ fonts }).open(handoff, container, view);
    expect(!opened.ok && opened.problem).to.include({ code: 'payment-setup', charged: 'no' });
    expect(!opened.ok && opened.problem.detail).to.match(/^Stripe shows no form\..*fonts/);
  });

  it('is submitted before it is confirmed, and sends the person back where the page says', async () => {
    const { calls, form, stripe, intent } = await filled();
    expect(await form.confirm()).to.deep.equal({ kind: 'ask-server' });
    const names = stripe.seen.calls.map(({ name }) => name);
    expect(names.indexOf('elements.submit')).to.be.lessThan(names.indexOf('confirmPayment'));
    const { clientSecret, confirmParams, redirect } = calls('confirmPayment')[0]!.args[0] as Record<
      string,
      unknown
    >;
    expect({ clientSecret, confirmParams, redirect }).to.deep.equal({
      clientSecret: intent.client_secret,
      confirmParams: { return_url: view.returnUrl },
      redirect: 'if_required',
    });
  });

  it('sends a payment once, however often it is confirmed at a time', async () => {
    const { calls, form } = await filled();
    const outcomes = await Promise.all([form.confirm(), form.confirm(), form.confirm()]);
    expect(outcomes).to.deep.equal(Array(3).fill({ kind: 'ask-server' }));
    expect(calls('confirmPayment')).to.have.lengthOf(1);
  });

  it('sends nothing while a field is not right', async () => {
    const { calls, form } = await filled({ method: 'card', card: cardTyped('4242') });
    const outcome = await form.confirm();
    expect(outcome.kind).to.equal('invalid');
    expect(outcome).to.have.nested.property('problem.code', 'card-details');
    expect(calls('confirmPayment')).to.be.empty;
  });

  it('case 21: says why a payment was declined, in words that are not Stripe’s', async () => {
    const { refused } = await filled();
    for (const [code, meaning] of [
      ['insufficient_funds', 'insufficient-funds'],
      ['expired_card', 'expired-card'],
      ['incorrect_cvc', 'card-details'],
      ['try_again_later', 'bank-unreachable'],
      ['card_velocity_exceeded', 'limit-reached'],
      ['do_not_honor', 'payment-declined'],
    ] as const) {
      const outcome = await refused(declined(code));
      expect(outcome.kind, code).to.equal('declined');
      expect(outcome).to.have.nested.property('problem.code', meaning);
      expect(JSON.stringify(outcome)).not.to.contain('own words').and.not.to.contain(code);
    }
  });

  it('case 21: tells of a lost, stolen or suspicious card exactly what it tells of any that is declined', async () => {
    const { refused } = await filled();
    const plain = await refused(declined('generic_decline'));
    for (const code of [
      'lost_card',
      'stolen_card',
      'pickup_card',
      'restricted_card',
      'fraudulent',
      'merchant_blacklist',
      'security_violation',
    ])
      expect(await refused(declined(code)), code).to.deep.equal(plain);
  });

  it('case 21: looks at the code before the type, and asks the server where Stripe knows of another payment', async () => {
    const { refused } = await filled();
    const problem = 'problem.code';
    const authentication = await refused({
      type: 'invalid_request_error',
      code: 'payment_intent_authentication_failure',
    });
    expect(authentication).to.have.nested.property(problem, 'authentication-failed');
    for (const fault of [
      { type: 'invalid_request_error', code: 'payment_intent_unexpected_state' },
      declined('duplicate_transaction'),
      { type: 'invalid_request_error', code: 'lock_timeout' },
      { type: 'card_error', code: 'card_declined', payment_intent: { status: 'succeeded' } },
      { type: 'invalid_request_error', payment_intent: { status: 'processing' } },
    ])
      expect(await refused(fault), JSON.stringify(fault)).to.deep.equal({ kind: 'ask-server' });
    expect(await refused({ type: 'validation_error', code: 'incomplete_zip' })).to.include({
      kind: 'invalid',
    });
  });

  it('case 21: has a word for the developer about what only the seller can mend', async () => {
    const { refused } = await filled();
    const outcome = await refused({
      type: 'invalid_request_error',
      code: 'amount_too_small',
      param: 'amount',
      message: 'Amount must be at least €0.50 eur',
    });
    expect(outcome).to.have.nested.property('problem.code', 'payment-setup');
    expect(outcome).to.have.nested.property('problem.charged', 'no');
    expect(outcome).to.have.nested.property(
      'problem.detail',
      'Stripe refuses this payment: invalid_request_error amount_too_small amount',
    );
  });

  for (const [choice, kind] of [
    ['authorize', 'ask-server'],
    ['fail', 'declined'],
    ['close', 'declined'],
  ] as const satisfies [OverlayChoice, PaymentOutcome['kind']][])
    it(`case 22: a bank’s question that the customer answers with ${choice} ends as ${kind}`, async () => {
      const { form, stripe, calls } = await filled(asks);
      const outcome = form.confirm();
      await soon(() => stripe.overlay !== undefined, 'the bank asks nothing');
      stripe.overlay!.answer(choice);
      expect((await outcome).kind).to.equal(kind);
      if (kind === 'ask-server') return;
      expect(await outcome).to.have.nested.property('problem.code', 'authentication-failed');
      await stripe.enter(good);
      expect(await form.confirm()).to.deep.equal({ kind: 'ask-server' });
      expect(calls('confirmPayment')).to.have.lengthOf(2);
    });

  for (const status of ['requires_action', 'requires_payment_method'] as const)
    it(`case 23: a code of WeChat Pay that is closed, and leaves the payment at ${status}, has the server asked and can be paid again`, async () => {
      const { form, stripe, intent, calls } = await filled({ method: 'wechat_pay' });
      const outcome = form.confirm();
      await soon(() => stripe.overlay !== undefined, 'there is no code');
      const payment = stripe.account.intents.get(intent.id)!;
      expect(payment.status).to.equal('requires_action');
      payment.status = status;
      stripe.overlay!.answer('close');
      expect(await outcome).to.deep.equal({ kind: 'ask-server' });
      await stripe.enter(good);
      expect(await form.confirm()).to.deep.equal({ kind: 'ask-server' });
      expect(calls('confirmPayment')).to.have.lengthOf(2);
      expect(payment.status).to.equal('succeeded');
    });

  for (const answer of ['lost', 'thrown'] as const)
    it(`case 25: a payment whose answer is ${answer} is unknown, never declined`, async () => {
      const { form, stripe, intent } = await filled();
      stripe.answer = answer;
      const outcome = await form.confirm();
      expect(outcome.kind).to.equal('unknown');
      expect(outcome).to.have.nested.property('problem.charged', 'unknown');
      expect(stripe.account.intents.get(intent.id)!.status).to.equal('succeeded');
    });

  it('case 25: an error that says nothing of the payment is unknown as well', async () => {
    const { refused } = await filled();
    for (const type of ['api_error', 'idempotency_error', 'invented_error', undefined])
      expect(await refused({ type }), type).to.include({ kind: 'unknown' });
  });

  it('case 25: a payment that Stripe never answers is not sent again', async () => {
    const { form, stripe, calls } = await filled();
    stripe.answer = 'never';
    void form.confirm();
    await soon(() => calls('confirmPayment').length === 1);
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(await form.confirm()).to.deep.equal({ kind: 'leaving' });
    expect(await form.confirm()).to.deep.equal({ kind: 'leaving' });
    expect(calls('confirmPayment')).to.have.lengthOf(1);
  });

  it('leaves the page for the wallet’s site', async () => {
    const { form, stripe } = await filled({ method: 'paypal' });
    const left = new Promise<string>((resolve) => (stripe.leave = resolve));
    const outcome = form.confirm();
    await left;
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(await outcome).to.deep.equal({ kind: 'leaving' });
  });

  it('can be used again when the page comes back from the browser’s memory', async () => {
    const { form, stripe, calls } = await filled({ method: 'alipay' });
    const left = new Promise<string>((resolve) => (stripe.leave = resolve));
    const outcome = form.confirm();
    await left;
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(await outcome).to.deep.equal({ kind: 'leaving' });
    await stripe.enter(good);
    expect(await Promise.all([form.confirm(), form.confirm()])).to.deep.equal(
      Array(2).fill({ kind: 'ask-server' }),
    );
    expect(calls('confirmPayment')).to.have.lengthOf(2);
  });

  it('follows theme and language, and keeps what was typed', async () => {
    const { form, stripe, calls } = await filled();
    form.restyle({ locale: 'zh-Hans', tokens: new Map([['scheme', 'dark']]) });
    const [next] = calls('elements.update')[0]!.args;
    expect(next).to.have.property('locale', 'zh');
    expect(next).to.have.nested.property('appearance.theme', 'night');
    expect((await stripe.enter({})).card.number.replaceAll(' ', '')).to.equal('4242424242424242');
  });

  it('does not open for a payment that was made or ended meanwhile, and has the server asked', async () => {
    const { stripe, intent, handoff, container, calls } = await setup();
    stripe.account.intents.get(intent.id)!.status = 'succeeded';
    const opened = await stripePayments().open(handoff, container, view);
    expect(!opened.ok && opened.problem).to.include({ code: 'payment-form-blocked', charged: 'unknown' });
    expect(calls('elements')).to.be.empty;
  });

  for (const [what, key, secret, why] of [
    [
      'a key that Stripe does not know',
      'pk_test_51AbcdefghijKLM',
      undefined,
      /Invalid API Key provided: pk_test_\*/,
    ],
    [
      'a payment of another account',
      undefined,
      'pi_3Other_secret_abc',
      /No such payment_intent: 'pi_3Other'/,
    ],
    ['a secret that opens nothing', undefined, 'pi_%_secret_abc', /No such payment_intent: 'pi_/],
  ] as const)
    it(`does not open with ${what}, has charged nothing, and has a word for the developer`, async () => {
      const { handoff, intent, container, calls } = await setup();
      const data = {
        kind: 'payment_intent',
        publishableKey: key ?? testKey,
        clientSecret: secret?.replace('pi_%', intent.id) ?? intent.client_secret,
      };
      const opened = await stripePayments().open({ ...handoff, data }, container, view);
      expect(!opened.ok && opened.problem).to.include({ code: 'payment-setup', charged: 'no' });
      const detail = (!opened.ok && opened.problem.detail) || '';
      expect(detail)
        .to.match(/STRIPE_PUBLISHABLE_KEY.*docs\/going-live\.md: pk_test_/)
        .and.to.match(why);
      expect(detail)
        .not.to.contain('ijKLM')
        .and.not.to.match(/_secret_\w/);
      expect(calls('elements')).to.be.empty;
    });

  it('has the server asked about whatever Stripe has against a payment', async () => {
    const { stripe, handoff, container } = await setup();
    const error: StripeError = { type: 'invalid_request_error', code: 'invented_code' };
    const { retrieve } = stripe.api!;
    let asked = 0;
    stripe.api = {
      ...stripe.api!,
      retrieve: async (...given) => ((asked += 1) === 1 ? retrieve(...given) : { error }),
    };
    const { hears, told } = await openAt(stripePayments(), handoff, container);
    await hears('blocked');
    expect(told.at(-1)).to.have.nested.property('problem.charged', 'unknown');
  });

  it('does not open for another amount than the one that was agreed on, and tells the developer', async () => {
    for (const changed of [{ amount: 8401 }, { currency: 'usd' }]) {
      const { stripe, intent, handoff, container, calls } = await setup();
      Object.assign(stripe.account.intents.get(intent.id)!, changed);
      const opened = await stripePayments().open(handoff, container, view);
      expect(!opened.ok && opened.problem).to.include({ code: 'payment-setup', charged: 'no' });
      expect(!opened.ok && opened.problem.detail).to.equal('Stripe has another amount for this payment.');
      expect(calls('elements')).to.be.empty;
    }
  });

  it('opens for an amount that Stripe counts in other units', async () => {
    const { stripe, intent, handoff, container } = await setup();
    Object.assign(stripe.account.intents.get(intent.id)!, { amount: 120000, currency: 'isk' });
    const amount = { minor: 1200, currency: 'ISK', exponent: 0 } as const;
    await (await openAt(stripePayments(), { ...handoff, amount }, container)).hears('ready');
  });

  for (const [what, answer] of [
    ['does not answer', () => new Promise<never>(() => {})],
    ['fails', () => Promise.reject(new Error('no answer'))],
  ] as const)
    it(`opens where Stripe, asked for the payment, ${what}`, async () => {
      const { stripe, handoff, container } = await setup();
      const api = stripe.api!;
      let asked = 0;
      stripe.api = {
        ...api,
        retrieve: (...given) => ((asked += 1) === 1 ? answer() : api.retrieve(...given)),
      };
      await (await openAt(stripePayments(), handoff, container)).hears('ready');
    });

  const keptOut = () =>
    document.dispatchEvent(
      new SecurityPolicyViolationEvent('securitypolicyviolation', {
        blockedURI: 'https://hooks.stripe.com/three_d_secure',
        disposition: 'enforce',
        documentURI: location.href,
        effectiveDirective: 'frame-src',
        originalPolicy: "frame-src 'self'",
        statusCode: 200,
        violatedDirective: 'frame-src',
      }),
    );

  it('stays when a frame of Stripe’s is kept out of the page later, and tells the developer', async () => {
    const { told } = await filled();
    const warned = heardBy(console);
    keptOut();
    await soon(() => warned.warnings.length === 1);
    warned.stop();
    expect(warned.warnings[0]).to.match(
      /^<leb-\*>: the Content-Security-Policy keeps Stripe out, which needs script-src/,
    );
    expect(told.map(({ type }) => type)).not.to.include('blocked');
  });

  it('never says that nothing was charged while a payment is being sent', async () => {
    const { stripe, handoff, container } = await setup();
    stripe.ready = new Promise(() => {});
    const { form, told } = await openAt(stripePayments(), handoff, container);
    const outcome = form.confirm();
    keptOut();
    expect(told).to.be.empty;
    form.dispose();
    await outcome;
  });

  it('tells the developer where Stripe does not follow the page', async () => {
    const { form, stripe } = await filled();
    const warned = heardBy(console);
    stripe.seen.calls.push = () => {
      throw new Error('no such appearance');
    };
    form.restyle(view);
    await soon(() => warned.warnings.length > 0);
    warned.stop();
    expect(warned.warnings).to.deep.equal(['<leb-*>: Error: no such appearance']);
  });

  it('does not open when Stripe’s API cannot be reached, and has charged nothing', async () => {
    const { stripe, handoff, container } = await setup();
    const error: StripeError = { type: 'api_connection_error' };
    stripe.api = { ...stripe.api!, retrieve: async () => ({ error }) };
    const { hears, told } = await openAt(stripePayments(), handoff, container);
    await hears('blocked');
    expect(told.at(-1)).to.have.nested.property('problem.code', 'provider-down');
    expect(told.at(-1)).to.have.nested.property('problem.charged', 'no');
  });

  it('takes the amount from the payment at Stripe, and never one of the page', async () => {
    const { form, stripe, intent, calls } = await filled();
    expect(await form.confirm()).to.deep.equal({ kind: 'ask-server' });
    expect(JSON.stringify(calls('elements'))).not.to.contain('amount');
    expect(stripe.account.intents.get(intent.id)!.amount_received).to.equal(8400);
  });

  it('goes a second time without harm, and leaves nothing behind', async () => {
    const { form, container, told } = await filled();
    const before = told.length;
    form.dispose();
    form.dispose();
    form.focus();
    form.restyle(view);
    expect(container.childElementCount).to.equal(0);
    expect(told).to.have.lengthOf(before);
  });

  it('has the secret of a payment in nothing that it says or throws', async () => {
    const { stripe, handoff, container, intent } = await setup();
    const console_ = heardBy(console);
    const secret = intent.client_secret!;
    stripe.without = ['submit'];
    const old = await stripePayments().open(handoff, container, view);
    Object.assign(stripe, { without: [], refuse: undefined });
    const { form, hears, told } = await openAt(stripePayments(), handoff, container);
    await hears('ready');
    await stripe.enter(good);
    stripe.api = {
      ...stripe.api!,
      confirm: () => Promise.reject(new Error(`You specified: ${secret}`)),
    };
    const outcome = await form.confirm();
    console_.stop();
    expect(JSON.stringify(outcome)).to.contain('You specified: pi_').and.not.to.contain(secret);
    expect(JSON.stringify([old, told, console_.warnings])).not.to.contain(secret);
    expect(document.documentElement.outerHTML).not.to.contain(secret);
  });
});

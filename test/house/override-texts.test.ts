import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { overrideTexts, type TextOverrides } from '@leb-renew/widget/text';
import { messages as english } from '../../packages/widget/src/text/en/index.ts';
import { overrides } from '../../packages/widget/src/text/overrides.ts';

/** What the elements would say of plans in a language, and what the page's developer was told. */
function setup(t: TestContext) {
  const warn = t.mock.method(console, 'warn', () => undefined);
  t.after(() => {
    for (const tag of ['en', 'en-GB', 'de', 'de-AT']) overrideTexts(tag, {});
  });
  return {
    said: <Section extends keyof typeof english>(section: Section, spoken: string) =>
      overrides.lay(english[section], section, spoken),
    warnings: () => warn.mock.calls.map(({ arguments: [text] }) => String(text)),
  };
}

test('a page says something else, text by text', (t) => {
  const { said, warnings } = setup(t);
  overrideTexts('en', {
    plans: { title: 'Pick one', columns: { data: 'GB' }, next: (name) => `Take ${name}` },
  });
  const plans = said('plans', 'en-US');
  assert.deepEqual(
    [plans.title, plans.columns.data, plans.columns.plan, plans.next('1 year'), plans.none],
    ['Pick one', 'GB', 'Plan', 'Take 1 year', english.plans.none],
  );
  assert.equal(said('plans', 'de').title, english.plans.title);
  assert.deepEqual(warnings(), []);
});

test('what a country says lies over what its language says, whichever was given first', (t) => {
  const { said } = setup(t);
  overrideTexts('de-AT', { plans: { title: 'Tarif wählen' } });
  overrideTexts('de', { plans: { title: 'Plan wählen', none: 'Keiner' } });
  assert.deepEqual([said('plans', 'de-AT').title, said('plans', 'de-AT').none], ['Tarif wählen', 'Keiner']);
  assert.deepEqual([said('plans', 'de').title, said('plans', 'de-CH').title], ['Plan wählen', 'Plan wählen']);
});

test('scripts and countries of a tag lead to one language', (t) => {
  const { said } = setup(t);
  t.after(() => {
    for (const tag of ['zh-Hant', 'pt-BR']) overrideTexts(tag, {});
  });
  overrideTexts('zh-Hant', { plans: { title: '選方案' } });
  overrideTexts('pt-BR', { plans: { title: 'Escolha' } });
  assert.deepEqual(
    ['zh-TW', 'zh-HK', 'zh-CN', 'pt', 'pt-BR', 'pt-PT'].map((tag) => said('plans', tag).title),
    ['選方案', '選方案', english.plans.title, 'Escolha', 'Escolha', english.plans.title],
  );
  t.after(() => overrideTexts('pt', {}));
  overrideTexts('pt', { plans: { none: 'Nada' } });
  assert.deepEqual(
    ['pt', 'pt-BR', 'pt-PT'].map((tag) => said('plans', tag).none),
    ['Nada', 'Nada', 'Nada'],
  );
});

test('what is given again takes the place of what was given', (t) => {
  const { said } = setup(t);
  overrideTexts('en', { plans: { title: 'Pick one', none: 'None' } });
  overrideTexts('en', { plans: { title: 'Pick' } });
  assert.deepEqual([said('plans', 'en').title, said('plans', 'en').none], ['Pick', english.plans.none]);
  overrideTexts('en', {});
  assert.equal(said('plans', 'en').title, english.plans.title);
});

const unknown = 'must be the name of a text';
const spoiled = 'must have no placeholder left, nor a value that is no text';
const binds = 'must say the amount: only what the button says binds whoever presses it';

/** What the compiler refuses, and what is said where there is no compiler. */
const wrong: readonly (readonly [TextOverrides, path: string, rule: string])[] = [
  // @ts-expect-error -- no such section
  [{ cart: {} }, 'cart', unknown],
  // @ts-expect-error -- no such text
  [{ plans: { titel: 'Plan' } }, 'plans.titel', unknown],
  // @ts-expect-error -- what every object has is no text either
  [{ plans: { constructor: 'Plan' } }, 'plans.constructor', unknown],
  // @ts-expect-error -- the language of the words is no text
  [{ plans: { tag: 'de' } }, 'plans.tag', unknown],
  // @ts-expect-error -- a text where a section belongs
  [{ plans: 'Plan' }, 'plans', 'must be an object of texts'],
  // @ts-expect-error -- a function where nothing is put in
  [{ plans: { title: () => 'Plan' } }, 'plans.title', 'must be a text'],
  // @ts-expect-error -- a text where something is put in
  [{ plans: { next: 'Weiter mit {name}' } }, 'plans.next', 'must be a function that gives a text'],
  // @ts-expect-error -- a price is put in, no number
  [{ plans: { perMonth: (price: number) => price.toFixed(2) } }, 'plans.perMonth', 'must give a text'],
  // @ts-expect-error -- there is no second thing to put in
  [{ plans: { next: (name: string, price: string) => name + price } }, 'plans.next', spoiled],
  // @ts-expect-error -- the facts of a card have no such member
  [{ status: { short: { active: ({ end }) => `Bis ${String(end)}` } } }, 'status.short.active', spoiled],
  // @ts-expect-error -- it does not always give a text
  [{ plans: { next: () => null } }, 'plans.next', 'must give a text'],
  [{ plans: { title: 'Plan für {card}' } }, 'plans.title', spoiled],
  [{ plans: { next: () => 'Weiter mit ${name}' } }, 'plans.next', spoiled],
  [{ plans: { title: ' ' } }, 'plans.title', 'must not be empty'],
  [{ checkout: { pay: () => 'Weiter' } }, 'checkout.pay', binds],
];

for (const [place, [texts, path, rule]] of wrong.entries())
  test(`${path} ${rule}: no. ${place}`, (t) => {
    const { said, warnings } = setup(t);
    const tag = `de-${String(100 + place)}`; // Each in a region of its own: the same is told once only.
    overrideTexts(tag, { ...texts, receipt: { paid: 'Bezahlt' } });
    assert.deepEqual(warnings(), [`<leb-*>: overrideTexts('${tag}'): ${path} ${rule}; it is left out`]);
    assert.equal(said('receipt', tag).paid, 'Bezahlt');
    assert.equal(JSON.stringify(said('plans', tag)), JSON.stringify(english.plans));
    assert.equal(said('plans', tag).next('1 year'), 'Continue with 1 year');
  });

/** Said for the example, and not for what comes: each gives up where the first thing put in is `comes`. */
const notAlways: readonly (readonly [what: string, pay: (amount: string) => unknown, rule: string])[] = [
  [
    'throws',
    () => {
      throw new RangeError('too much');
    },
    'must give a text',
  ],
  ['gives nothing', () => null, 'must give a text'],
  ['gives a placeholder', (amount) => `Zahlen: ${amount} {tax}`, spoiled],
  ['drops the amount', () => 'Zahlen', binds],
];

for (const [place, [what, pay, rule]] of notAlways.entries())
  test(`a text that is said for the example and later ${what} is left out then, and told once`, (t) => {
    const { said, warnings } = setup(t);
    const tag = `de-${String(200 + place)}`;
    const [comes, ours] = ['US$91.00', english.checkout.pay('US$91.00')];
    const given = (amount: string) => (amount === comes ? pay(amount) : `Zahlen: ${amount}`) as string;
    overrideTexts(tag, { checkout: { pay: given } });
    const checkout = said('checkout', tag);
    assert.deepEqual(
      [checkout.pay('US$84.00'), checkout.pay(comes), checkout.pay(comes), checkout.pay('US$7.00')],
      ['Zahlen: US$84.00', ours, ours, 'Zahlen: US$7.00'],
    );
    assert.deepEqual(warnings(), [`<leb-*>: overrideTexts('${tag}'): checkout.pay ${rule}; it is left out`]);
  });

test('what is left out in a country is said as its language says it', (t) => {
  const { said } = setup(t);
  overrideTexts('de', { plans: { next: (name) => `Weiter mit ${name}` } });
  overrideTexts('de-AT', { plans: { next: (name) => (name === '1 year' ? `Nimm ${name}` : '') } });
  const { next } = said('plans', 'de-AT');
  assert.deepEqual([next('1 year'), next('2 years')], ['Nimm 1 year', 'Weiter mit 2 years']);
});

test('a problem that has no words of its own can be given some', (t) => {
  const { said, warnings } = setup(t);
  overrideTexts('en', {
    checkout: { problem: { instead: { 'bank-error': undefined, timeout: 'Look again.' } as object } },
  });
  assert.equal(said('checkout', 'en').problem.instead.timeout, 'Look again.');
  assert.deepEqual(warnings(), []);
});

test('a language that there are no words for is refused, and what is no language', (t) => {
  const { warnings } = setup(t);
  overrideTexts('sv', {});
  overrideTexts('not a tag', {});
  assert.deepEqual(warnings(), [
    `<leb-*>: overrideTexts('sv'): there are no words for this language`,
    `<leb-*>: overrideTexts('not a tag'): there are no words for this language`,
  ]);
});

test('texts that are none leave everything as it is', (t) => {
  const { said, warnings } = setup(t);
  // @ts-expect-error -- must be an object
  overrideTexts('en-GB', null);
  assert.deepEqual(warnings(), [
    `<leb-*>: overrideTexts('en-GB'): the second argument must be an object of texts; it is left out`,
  ]);
  assert.equal(said('plans', 'en-GB').title, english.plans.title);
});

import { expect } from '@open-wc/testing';
import { fine, trouble, type RenewalApi } from '@leb-renew/core';
import { soon } from './soon.ts';
import { openSandbox, visit } from './visit.ts';

const abroad = 'Asia card';

/** A shop that sells one card in dollars alone and all others in two currencies, and takes its time once it is told to. */
async function setup() {
  const shop = openSandbox();
  const asked: (string | undefined)[] = [];
  const quoted: string[] = [];
  let isSlow = false;
  let answer = () => {};
  const plans: RenewalApi['plans'] = async (request, options) => {
    asked.push(request.currency);
    if (isSlow) await new Promise<void>((resolve) => (answer = resolve));
    const currencies = request.cardRef === 'card-asia' ? ['USD'] : ['USD', 'EUR'];
    if (request.currency !== undefined && !currencies.includes(request.currency))
      return trouble('unknown-currency', { field: 'currency' });
    const offered = await shop.api.plans(request, options);
    return offered.ok ? fine({ ...offered.value, currencies }) : offered;
  };
  const ports = shop.ports();
  const quote: RenewalApi['quote'] = (choice) => {
    quoted.push(choice.currency);
    return shop.api.quote(choice);
  };
  const person = await visit({ ...ports, api: { ...ports.api, plans, quote } });
  await person.signIn();
  await person.renew();
  await person.sees('Continue with 1 year');
  const picker = person.el.shadowRoot!.querySelector('leb-plan-picker')!;
  const $ = <Kind extends HTMLElement>(selector: string) => picker.shadowRoot!.querySelector<Kind>(selector)!;
  const takes = (currency: string) => {
    const select = $<HTMLSelectElement>('select');
    select.focus();
    select.value = currency;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  return {
    ...person,
    asked,
    quoted,
    $,
    takes,
    slow: () => void (isSlow = true),
    answers: () => answer(),
    focused: () => picker.shadowRoot!.activeElement,
  };
}

describe('a shop with several currencies', () => {
  afterEach(() => document.querySelectorAll('leb-renewal').forEach((each) => each.remove()));

  it('is paid in the one that the person has taken', async () => {
    const { sees, takes, press, quoted } = await setup();
    await sees('USD 84.00');
    takes('EUR');
    await sees('EUR 79.00');
    await press('Continue with 1 year');
    await sees('Pay €79.00');
    expect(quoted).to.deep.equal(['EUR']);
  });

  it('keeps the plans, what is open and the focus where they are while new prices are asked for', async () => {
    const { el, sees, shown, takes, slow, answers, $, focused, asked, press, quoted } = await setup();
    slow();
    $<HTMLDetailsElement>('details').open = true;
    takes('EUR');
    await soon(() => asked.at(-1) === 'EUR');
    await el.updateComplete;
    expect(focused()?.localName).to.equal('select');
    expect($<HTMLSelectElement>('select').value).to.equal('EUR');
    expect(shown()).to.include('USD 84.00');
    answers();
    await sees('EUR 79.00');
    expect(focused()?.localName).to.equal('select');
    expect($<HTMLDetailsElement>('details').open).to.be.true;

    const count = asked.length;
    $('[part=need] input').focus();
    el.refresh();
    await soon(() => asked.length > count);
    await el.updateComplete;
    expect(focused()?.localName).to.equal('input');
    await press('Continue with 1 year');
    expect(quoted).to.deep.equal(['EUR']);
  });

  it('asks for another card in its own', async () => {
    const { sees, takes, press, renew, asked } = await setup();
    takes('EUR');
    await sees('EUR 79.00');
    await press('All cards');
    await renew(abroad);
    await sees('Continue with 1 year');
    expect(asked.at(-1)).to.equal(undefined);
  });
});

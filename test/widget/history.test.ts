import { expect } from '@open-wc/testing';
import { problem } from '@leb-renew/core';
import { soon } from './soon.ts';
import { browser, openSandbox, visit } from './visit.ts';

/** A person who is signed in, on a page that keeps something of its own in its history. */
async function setup(api: Parameters<typeof openSandbox>[0] = {}) {
  history.pushState({ router: 'of the page' }, '');
  const shop = openSandbox(api);
  const person = await visit(shop.ports());
  await person.signIn();
  await person.sees('LEB Global card');
  /** Entries since the page was entered, as far as the history can be counted. */
  const start = history.length;
  return { ...shop, ...person, entries: () => history.length - start };
}

/** Nothing of ours is left in the way of the page: one step back is where it was before. */
const depth = () => {
  const mark = (history.state as { 'leb-renew'?: { entries: unknown[] } } | null)?.['leb-renew'];
  return mark === undefined ? 0 : mark.entries.length - 1;
};

describe('the browser’s way back', () => {
  afterEach(() => {
    document.querySelectorAll('leb-renewal').forEach((each) => each.remove());
  });

  it('leads through the steps, there and back, at one address and with the page’s own state', async () => {
    const { sees, renew, press, entries } = await setup();
    const { href } = location;
    await renew();
    await sees('Choose a plan');
    expect(entries()).to.equal(1);
    await press('Continue with 1 year');
    await sees('Pay US$84.00');
    expect(entries()).to.equal(2);
    expect(location.href).to.equal(href);
    expect((history.state as { router: string }).router).to.equal('of the page');
    await browser('back');
    await sees('Choose a plan');
    await browser('back');
    await sees('Your cards');
    expect((history.state as { router: string }).router).to.equal('of the page');
    expect(depth()).to.equal(0);
  });

  it('keeps the plan that was picked, and the search', async () => {
    const { el, sees, renew, press } = await setup();
    await renew();
    await sees('Choose a plan');
    const picker = el.shadowRoot!.querySelector('leb-plan-picker')!;
    await soon(() => picker.shadowRoot!.querySelector('input[type=radio]') !== null);
    const radio = picker.shadowRoot!.querySelector<HTMLInputElement>(
      'input[value=global-quarter], input[type=radio]',
    )!;
    radio.click();
    await el.updateComplete;
    const picked = picker.selected;
    await press(
      el
        .shadowRoot!.querySelector('leb-plan-picker')!
        .shadowRoot!.querySelector('.primary')!
        .textContent.trim(),
    );
    await sees('Review and pay');
    await soon(() => depth() === 2);
    await browser('back');
    await sees('Choose a plan');
    expect(el.shadowRoot!.querySelector('leb-plan-picker')!.selected).to.equal(picked);
  });

  it('agrees with the buttons of the page, which pile nothing up', async () => {
    const { sees, renew, press, entries } = await setup();
    for (let time = 0; time < 3; time++) {
      await renew();
      await sees('Choose a plan');
      await press('All cards');
      await sees('Your cards');
      await soon(() => depth() === 0);
    }
    expect(entries()).to.equal(1);
  });

  it('is tidied when the journey is over', async () => {
    const { sees, press, toPayment } = await setup();
    await toPayment();
    await press('Pay US$84.00');
    await sees('Active until');
    expect(depth()).to.equal(3);
    await press('Done');
    await sees('Your cards');
    await soon(() => depth() === 0);
  });

  it('leads from the receipt to the cards, for what was paid is done', async () => {
    const { sees, press, toPayment } = await setup();
    await toPayment();
    await press('Pay US$84.00');
    await sees('Active until');
    await browser('back');
    await sees('Your cards');
    await soon(() => depth() === 0);
  });

  it('goes nowhere while money may be on its way', async () => {
    let isReachable = false;
    const shop = openSandbox();
    const asked: string[] = [];
    const { sees, press, toPayment, scenario, shown } = await setup({
      renewal: (...call) => {
        asked.push('renewal');
        return isReachable
          ? shop.api.renewal(...call)
          : Promise.resolve({ ok: false, problem: problem('offline') });
      },
      cancel: (...call) => {
        asked.push('cancel');
        return shop.api.cancel(...call);
      },
    });
    await toPayment();
    scenario('lost-answer');
    await press('Pay US$84.00');
    await sees('Checking your payment');
    history.replaceState({ ...(history.state as object), router: 'at the payment' }, '');
    await browser('back');
    await soon(() => depth() === 2);
    expect((history.state as { router: string }).router).to.equal('at the payment');
    expect(shown()).to.contain('Checking your payment');
    expect(asked).not.to.contain('cancel');
    isReachable = true;
  });

  it('leads forward again to the plans, and begins nothing by that', async () => {
    const { sees, renew, press, shown } = await setup();
    await renew();
    await press('Continue with 1 year');
    await sees('Pay US$84.00');
    await browser('back');
    await sees('Choose a plan');
    await browser('forward');
    await soon(() => depth() === 1);
    expect(shown()).to.contain('Choose a plan');
    await browser('back');
    await sees('Your cards');
    await browser('forward');
    await sees('Choose a plan');
  });

  it('is the page’s own where the page has been somewhere else', async () => {
    const { sees, renew, shown } = await setup();
    await renew();
    await sees('Choose a plan');
    history.pushState({ router: 'elsewhere' }, '', '?elsewhere');
    history.pushState({ router: 'further' }, '', '?further');
    await browser('back');
    expect(history.state as object).to.deep.equal({ router: 'elsewhere' });
    expect(shown()).to.contain('Choose a plan');
    await browser('back');
    expect(shown()).to.contain('Choose a plan');
    await browser('back');
    await sees('Your cards');
  });

  it('of two on one page leads back the one that went last', async () => {
    const one = await setup();
    const other = await visit(one.ports());
    await other.sees('LEB Global card');
    await one.renew();
    await one.sees('Choose a plan');
    await other.renew();
    await other.sees('Choose a plan');
    await browser('back');
    await other.sees('Your cards');
    expect(one.shown()).to.contain('Choose a plan');
    await other.renew();
    await other.sees('Choose a plan');
    await one.press('All cards');
    await one.sees('Your cards');
    expect(other.shown()).to.contain('Choose a plan');
    await browser('back');
    await other.sees('Your cards');
    expect(one.shown()).to.contain('Your cards');
  });

  it('may be refused by the browser: the journey goes on', async () => {
    const { sees, renew, press } = await setup();
    const refuses = () => {
      throw new DOMException('more than 100 times per 10 seconds', 'SecurityError');
    };
    Object.assign(history, { pushState: refuses, replaceState: refuses });
    const thrown: unknown[] = [];
    const hear = ({ reason }: PromiseRejectionEvent) => void thrown.push(reason);
    addEventListener('unhandledrejection', hear);
    await renew();
    await press('Continue with 1 year');
    await sees('Pay US$84.00');
    await press('Back');
    await sees('Choose a plan');
    expect(thrown.map(String)).to.deep.equal([]);
    removeEventListener('unhandledrejection', hear);
    for (const how of ['pushState', 'replaceState'] as const) Reflect.deleteProperty(history, how);
    await press('Continue with 1 year');
    await sees('Pay US$84.00');
    await browser('back'); // Past the entries that were not written.
    await sees('Your cards');
  });

  it('takes the focus along', async () => {
    const { el, sees, renew } = await setup();
    await renew();
    await sees('Choose a plan');
    await browser('back');
    await soon(() => el.shadowRoot!.activeElement?.textContent === 'Your cards');
  });
});

import { expect } from '@open-wc/testing';
import { createSandbox, demoShop } from '@leb-renew/core/sandbox';
import { soon } from './soon.ts';
import { openSandbox, visit } from './visit.ts';

let shops = 0;

/** A person at a shop whose page can be loaded again: the same tab, the same cookie, another element. */
async function setup({ asksConsent = false } = {}) {
  const name = `https://shop.example/resume/${(shops += 1)}`;
  const shop = openSandbox();
  const ports = shop.ports(name);
  if (asksConsent) {
    const strict = createSandbox({
      clock: ports.clock,
      shop: { ...demoShop(ports.clock.now()), withdrawal: 'waived-with-consent' },
    });
    Object.assign(ports.api, strict.api);
  }
  const told: string[] = [];
  document.addEventListener('leb-renewed', (event) => told.push(event.renewalId));
  const first = await visit(ports);
  await first.signIn();
  let person = first;
  const reload = async () => {
    person.el.remove();
    person = await visit(ports);
    return person;
  };
  const kept = () => sessionStorage.getItem(`leb-renew:place:${name}`);
  return { ...shop, shop, first, reload, kept, told, name, ports };
}

/** How the browser says that the page was reached. */
function arrivesBy(type: 'navigate' | 'reload' | 'back_forward'): void {
  performance.getEntriesByType = () => [Object.assign(Object.create(null) as PerformanceEntry, { type })];
}

describe('a page that is loaded again', () => {
  afterEach(() => {
    document.querySelectorAll('leb-renewal').forEach((each) => each.remove());
    sessionStorage.clear();
    Reflect.deleteProperty(performance, 'getEntriesByType');
  });

  it('shows the cards where the cards were', async () => {
    const { first, reload, kept } = await setup();
    await first.sees('LEB Global card');
    const { sees } = await reload();
    await sees('Your cards');
    expect(kept()).to.equal(null);
  });

  it('shows the same card with the same plan picked', async () => {
    const { first, reload } = await setup();
    await first.renew();
    await first.sees('Continue with 1 year');
    const plans = (el: HTMLElement) => el.shadowRoot!.querySelector('leb-plan-picker')!;
    const radio = [
      ...plans(first.el).shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=radio]'),
    ].find(({ checked, disabled }) => !checked && !disabled)!;
    radio.click();
    await soon(() => !first.shown().includes('Continue with 1 year'));
    const { el, sees } = await reload();
    await sees('LEB Global card');
    await soon(() => el.shadowRoot!.querySelector('leb-plan-picker')?.selected === radio.value);
  });

  for (const [type, text] of [
    ['navigate', 'Your cards'],
    ['reload', 'Continue with 1 year'],
    ['back_forward', 'Continue with 1 year'],
  ] as const)
    it(`begins in a tab that was somewhere before, on a ${type}, with “${text}”`, async () => {
      arrivesBy(type);
      const { first, name, shop } = await setup();
      await first.sees('Your cards');
      first.el.remove();
      const elsewhere = `${name}/${type}`;
      sessionStorage.setItem(`leb-renew:place:${elsewhere}`, JSON.stringify({ cardRef: 'card-global' }));
      const again = await visit(shop.ports(elsewhere));
      await again.sees(text);
    });

  it('shows a payment that was left for the provider’s page, by whatever way the person comes back', async () => {
    arrivesBy('navigate');
    const { first, ports, name } = await setup();
    await first.toPayment();
    const elsewhere = { ...ports, name: `${name}/returned` };
    first.el.remove();
    const again = await visit(elsewhere);
    await again.sees('Pay US$84.00');
  });

  it('asks for the price again that was being read', async () => {
    const { first, reload } = await setup({ asksConsent: true });
    await first.renew();
    await first.press('Continue with 1 year');
    await first.sees('Review and pay');
    await soon(() => first.el.state.step === 'checkout');
    const again = await reload();
    await again.sees('Review and pay');
    await again.sees('US$84.00');
  });

  it('finds a payment again by its ticket', async () => {
    const { first, reload } = await setup();
    await first.toPayment();
    const again = await reload();
    await again.sees('Pay US$84.00');
    await again.press('Back');
    await again.sees('Choose a plan');
    expect(again.shown()).to.contain('LEB Global card');
  });

  it('still shows the receipt, and tells of the renewal once', async () => {
    const { first, reload, told, kept } = await setup();
    await first.toPayment();
    await first.press('Pay US$84.00');
    await first.sees('Active until');
    const again = await reload();
    await again.sees('Active until');
    expect(told.length).to.equal(1);
    await again.press('Done');
    await again.sees('Your cards');
    await soon(() => kept() === null);
  });

  it('keeps nothing that opens anything or names anybody, and nothing after a sign-out', async () => {
    const { first, kept } = await setup({ asksConsent: true });
    await first.renew();
    await first.sees('Continue with 1 year');
    expect(JSON.parse(kept()!)).to.deep.equal({
      cardRef: 'card-global',
      planId: null,
      choice: null,
      renewalId: null,
      isOpen: false,
      receipts: false,
    });
    await first.press('Continue with 1 year');
    await first.sees('Review and pay');
    await soon(() => (JSON.parse(kept()!) as { choice: unknown }).choice !== null);
    expect((JSON.parse(kept()!) as { choice: unknown }).choice).to.deep.equal({
      cardRef: 'card-global',
      planId: 'global-12m',
      currency: 'USD',
    });
    await first.press('Back');
    await first.press('All cards');
    await first.press('Sign out');
    await soon(() => kept() === null);
  });

  it('forgets a card that the next person has not got', async () => {
    const { first, reload, name } = await setup();
    sessionStorage.setItem(`leb-renew:place:${name}`, JSON.stringify({ cardRef: 'card-of-another' }));
    first.el.remove();
    sessionStorage.setItem(`leb-renew:place:${name}`, JSON.stringify({ cardRef: 'card-of-another' }));
    const { sees } = await reload();
    await sees('Your cards');
  });

  for (const nonsense of ['{', 'null', '[]', '7', '{"cardRef":7,"choice":"all","isOpen":"yes"}'])
    it(`begins at the cards when ${nonsense} is what was kept`, async () => {
      const { first, reload, name } = await setup();
      first.el.remove();
      sessionStorage.setItem(`leb-renew:place:${name}`, nonsense);
      const { sees } = await reload();
      await sees('Your cards');
    });
});

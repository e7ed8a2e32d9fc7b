import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RenewalApi } from '@leb-renew/core';
import { sandboxLink } from '@leb-renew/core/sandbox';
import { later } from '../../packages/widget/src/elements/renewal/later.ts';
import { emulate, pressTogether } from './engine.ts';
import { textOf } from './page.ts';
import { soon } from './soon.ts';
import { browser, openSandbox, visit } from './visit.ts';
import { heardBy } from './warnings.ts';

const { sheet } = later;
let pages = 0;

/** A page with a button of its own that opens the journey over it. */
async function setup({ display = 'dialog', name }: { display?: 'dialog' | 'drawer'; name?: string } = {}) {
  const id = `renewal-${(pages += 1)}`;
  const shop = openSandbox();
  const asked: string[] = [];
  const ports = shop.ports(name);
  const api = new Proxy<RenewalApi>(ports.api, {
    get(all, call: keyof RenewalApi) {
      asked.push(call);
      return all[call];
    },
  });
  const button = document.createElement('button');
  button.textContent = 'Renew';
  button.setAttribute('commandfor', id);
  button.setAttribute('command', '--leb-open');
  document.body.append(button);
  const person = await visit({ ...ports, api }, { display, id });
  const root = person.el.shadowRoot!;
  const frame = () => root.querySelector<HTMLElement>('.sheet');
  const isOpen = () => frame()?.checkVisibility() ?? false;
  const open = async () => {
    button.focus();
    button.click();
    await person.sees('Sign in to renew');
    await soon(isOpen);
  };
  return { ...shop, ...person, ports, root, button, frame, isOpen, open, asked };
}

/** Where the keyboard is, through shadow roots. */
function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** WebKit is started so, and cannot be told otherwise. */
const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;

describe('a renewal that lies over the page', () => {
  if (!isStill) {
    before(() => emulate({ 'prefers-reduced-motion': 'reduce' }));
    after(() => emulate({ 'prefers-reduced-motion': 'no-preference' })); // The tab goes on to another file.
  }
  afterEach(() => {
    document.querySelectorAll('leb-renewal, [commandfor], .foreign').forEach((each) => each.remove());
    sessionStorage.clear();
    later.sheet = sheet;
  });

  for (const display of ['dialog', 'drawer'] as const)
    it(`shows nothing and asks nothing before it is opened as a ${display}`, async () => {
      const { el, isOpen, open, shown, asked } = await setup({ display });
      expect(isOpen()).to.equal(false);
      expect(shown().trim()).to.equal('');
      expect(asked.filter((call) => call === 'refreshSession')).to.deep.equal([]);
      expect(el.state).to.deep.equal({
        isOpen: false,
        step: 'loading',
        cardRef: null,
        charged: 'no',
        problem: null,
      });
      await open();
      expect(el.state.step).to.equal('sign-in');
      expect(el.state.isOpen).to.equal(true);
      await expect(el).to.be.accessible();
    });

  it('case 33: is never in the top layer, so that a payment provider’s window lies over it and can be used', async () => {
    const { el, open, frame } = await setup();
    await open();
    expect(frame()!.matches(':modal, :popover-open')).to.equal(false);
    const foreign = document.createElement('button');
    foreign.className = 'foreign';
    foreign.style.cssText = 'position:fixed;inset:0;z-index:2147483647';
    document.body.append(foreign);
    const { x, y, width, height } = frame()!.getBoundingClientRect();
    expect(document.elementFromPoint(x + width / 2, y + height / 2)).to.equal(foreign);
    foreign.focus();
    expect(document.activeElement === foreign).to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(el.state.isOpen).to.equal(true);
  });

  it('takes the focus, keeps it while it is open, and gives it back', async () => {
    const { el, open, button, frame, isOpen } = await setup();
    await open();
    await soon(() => el.contains(document.activeElement) || focused() === frame());
    const close = el.shadowRoot!.querySelector<HTMLElement>('.close')!;
    close.focus();
    await pressTogether('Shift', 'Tab');
    expect(textOf(focused())).to.equal('Forgot your password?');
    await sendKeys({ press: 'Tab' });
    expect(focused() === close).to.equal(true);
    await sendKeys({ press: 'Tab' });
    expect(el.contains(document.activeElement) && focused() !== close).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await soon(() => !isOpen());
    expect(document.activeElement === button).to.equal(true);
  });

  it('opens as soon as its frame is here, where it is asked for before', async () => {
    let come = () => {};
    const coming = new Promise<void>((resolve) => (come = resolve));
    later.sheet = () => coming.then(sheet);
    const { el, button, isOpen, frame } = await setup();
    button.focus();
    button.click();
    await soon(() => el.state.step === 'sign-in');
    expect(isOpen()).to.equal(false);
    expect(el.checkVisibility() && el.getBoundingClientRect().height > 0).to.equal(false);
    come();
    await soon(isOpen);
    await soon(() => el.contains(document.activeElement) || focused() === frame());
  });

  it('has its frame fetched again where it could not be had', async () => {
    let isReachable = false;
    later.sheet = () =>
      isReachable ? sheet() : Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    const { el, root, button, isOpen } = await setup();
    const told = () => textOf(root.querySelector('[role=alert]'));
    await el.updateComplete;
    expect(told()).to.equal('');
    button.click();
    await soon(() => el.state.step === 'sign-in');
    await soon(() => told().startsWith('This part of the page could not be loaded. Nothing is lost.'));
    isReachable = true;
    await soon(isOpen);
    expect(told()).to.equal('');
  });

  it('keeps the page behind it still', async () => {
    const { open, el } = await setup();
    const { style } = document.documentElement;
    await open();
    expect(getComputedStyle(document.documentElement).overflow).to.equal('hidden');
    el.close();
    await el.updateComplete;
    expect(style.overflow).to.equal('');
    el.open();
    await el.updateComplete;
    el.remove();
    expect(style.overflow).to.equal('');
  });

  it('keeps everything while it is closed', async () => {
    const { el, open, signIn, renew, sees, press, isOpen, root } = await setup();
    await open();
    el.querySelector<HTMLInputElement>('[autocomplete=username]')!.value = 'half-typed@example.com';
    await press('Close');
    await soon(() => !isOpen());
    await open();
    expect(el.querySelector<HTMLInputElement>('[autocomplete=username]')!.value).to.equal(
      'half-typed@example.com',
    );
    await signIn();
    await renew();
    await sees('Choose a plan');
    root.querySelector<HTMLElement>('.veil')!.click();
    await soon(() => !isOpen());
    el.open();
    await soon(isOpen);
    await sees('Choose a plan');
  });

  it('is closed by the browser’s way back, and opened again by the way forward', async () => {
    const { open, isOpen, signIn, renew, sees } = await setup();
    await open();
    await signIn();
    await renew();
    await sees('Choose a plan');
    await browser('back');
    await sees('Your cards');
    expect(isOpen()).to.equal(true);
    await browser('back');
    await soon(() => !isOpen());
    await browser('forward');
    await soon(isOpen);
    await sees('Your cards');
  });

  it('case 33: is not closed while a payment is being sent, and says so', async () => {
    const { el, open, signIn, toPayment, press, sees, isOpen, holdPayments, shown } = await setup();
    await open();
    await signIn();
    await toPayment();
    const arrive = holdPayments();
    await press('Pay US$84.00');
    await soon(() => el.state.charged === 'unknown');
    expect(el.close()).to.equal(false);
    await sees('Your payment is being sent. This stays open until that is done.');
    expect(isOpen()).to.equal(true);
    expect(el.shadowRoot!.querySelector('[role=dialog]')!.ariaModal).to.equal(null);
    arrive();
    await sees('Active until');
    expect(shown()).not.to.contain('This stays open');
    expect(el.close()).to.equal(true);
  });

  it('is opened by a button in browsers that know no commands', async () => {
    const { el, button, isOpen } = await setup();
    const { prototype } = HTMLButtonElement;
    const native = Object.getOwnPropertyDescriptor(prototype, 'commandForElement'); // WebKit has none.
    el.addEventListener(
      'command',
      (event) => {
        event.stopImmediatePropagation();
      },
      { capture: true, once: true },
    );
    const inner = document.createElement('b');
    button.append(inner);
    Reflect.deleteProperty(prototype, 'commandForElement');
    try {
      inner.click();
      await soon(isOpen);
    } finally {
      if (native !== undefined) Object.defineProperty(prototype, 'commandForElement', native);
    }
  });

  it('is closed by a button of the page, too', async () => {
    const { el, open, isOpen, button } = await setup();
    await open();
    button.setAttribute('command', '--leb-close');
    button.click();
    await soon(() => !isOpen());
    expect(el.state.isOpen).to.equal(false);
  });

  it('is open again after a reload', async () => {
    const first = await setup({ name: 'https://shop.example/reload' });
    await first.open();
    first.el.remove();
    const again = await visit(first.ports, { display: 'dialog', id: first.el.id });
    await again.sees('Sign in to renew');
    expect(again.el.state.isOpen).to.equal(true);
  });

  it('is opened by the link of a mail, which leads to its card', async () => {
    const { el, sees } = await setup();
    location.hash = `leb-renew=${sandboxLink('card-global')}`;
    await sees('You opened a link to renew this card.');
    expect(el.state.isOpen).to.equal(true);
    expect(location.hash).to.equal('');
  });

  it('stays in its place, and warns once, when it is to be something else', async () => {
    const ear = heardBy(console);
    const { sees, el } = await visit(openSandbox().ports(), { display: 'popup' as never });
    await sees('Sign in to renew');
    el.requestUpdate();
    await el.updateComplete;
    ear.stop();
    expect(ear.warnings).to.deep.equal([
      '<leb-renewal>: display is "popup", must be inline or dialog or drawer',
    ]);
    el.display = 'drawer';
    await el.updateComplete;
    expect(el.state.isOpen).to.equal(false);
  });

  it('tells the page each step once', async () => {
    const { el, open, signIn, toPayment, press, sees } = await setup();
    const steps: string[] = [];
    document.addEventListener('leb-step', (event) => {
      const { state } = event;
      steps.push(`${state.isOpen ? '' : 'closed '}${state.step} ${state.charged}`);
    });
    await open();
    await signIn();
    await toPayment();
    await press('Pay US$84.00');
    await sees('Active until');
    el.close();
    await el.updateComplete;
    expect([...new Set(steps)]).to.deep.equal([
      'sign-in no',
      'cards no',
      'plans no',
      'checkout no',
      'checkout unknown',
      'checkout yes',
      'receipt yes',
      'closed receipt yes',
    ]);
  });
});

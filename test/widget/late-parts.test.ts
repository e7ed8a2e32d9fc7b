import { expect } from '@open-wc/testing';
import { demoAccount } from '@leb-renew/core/sandbox';
import { deviceClock } from '../../packages/widget/src/controllers/device-clock.ts';
import { later } from '../../packages/widget/src/elements/renewal/later.ts';
import * as beside from '../../packages/widget/src/elements/renewal/save-reminder.ts';
import { pageIs } from './page.ts';
import { soon } from './soon.ts';
import { openSandbox, visit } from './visit.ts';

/* What has come stays for as long as the page is open: a test has as little of it come as it can do with. */

const real = { ...later };
const paying = () =>
  Promise.all([
    import('@leb-renew/widget/checkout-panel/define'),
    import('@leb-renew/widget/receipt/define'),
  ]);

/** What a person waits for, until the test says what comes of it. */
function held() {
  let tries = 0;
  let settle: { come: (parts: Promise<typeof beside>) => void; fail: () => void } | null = null;
  later.rest = () =>
    new Promise((resolve, reject) => {
      tries += 1;
      settle = {
        come: resolve,
        fail: () => reject(new TypeError('Failed to fetch dynamically imported module')),
      };
    });
  return {
    tries: () => tries,
    comes: (parts: Promise<unknown>) => settle!.come(parts.then(() => beside)),
    fails: () => settle!.fail(),
  };
}

function online(isOnline: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline });
  if (isOnline) dispatchEvent(new Event('online'));
}

async function setup(world = openSandbox(), ports = world.ports()) {
  pageIs('visible');
  const person = await visit(ports);
  const { el } = person;
  const told: string[] = [];
  el.addEventListener('leb-problem', ({ problem }) => told.push(problem.code));
  return {
    ...person,
    told,
    part: (tag: string) => el.shadowRoot!.querySelector<HTMLElement>(tag),
    alert: () => el.shadowRoot!.querySelector<HTMLElement>('[role=alert]')?.textContent ?? '',
    /** The innermost that has the focus. */
    focused() {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at;
    },
  };
}

/** A renewal that waits for its payment, as a reload finds it. */
async function begin({ ports }: ReturnType<typeof openSandbox>) {
  const begun = ports();
  await begun.api.signIn(demoAccount);
  const quote = await begun.api.quote({ cardRef: 'card-global', planId: 'global-12m', currency: 'USD' });
  const renewal = quote.ok ? await begun.api.begin({ quoteId: quote.value.quoteId }) : quote;
  if (!renewal.ok) throw new Error(renewal.problem.title);
  const { renewalId, renewalToken } = renewal.value;
  begun.tickets.save({ renewalId, renewalToken, confirming: false });
  return begun;
}

describe('a part of the journey that comes late', () => {
  const { requestAnimationFrame } = window;
  beforeEach(() => {
    window.requestAnimationFrame = () => 0; // Nothing is prepared: each part is asked for by the step that needs it.
  });
  afterEach(() => {
    window.requestAnimationFrame = requestAnimationFrame;
    Object.assign(later, real);
    Reflect.deleteProperty(navigator, 'onLine');
    document.querySelectorAll('leb-renewal').forEach((each) => each.remove());
  });

  it('is on its way as soon as the first view is on the screen, and asked for once more by its step where that failed', async () => {
    let drawn: (() => void) | null = null;
    window.requestAnimationFrame = (call) => {
      drawn = () => call(0);
      return 0;
    };
    const rest = held();
    const { renew, signIn, alert } = await setup();
    expect(rest.tries()).to.equal(0);
    drawn!();
    await soon(() => rest.tries() === 1);
    rest.fails();
    await signIn();
    await renew();
    expect(rest.tries()).to.equal(2);
    expect(alert()).to.equal('');
  });

  it('is asked for again by itself where it failed although there is a connection, and asks nobody to wait meanwhile', async () => {
    const rest = held();
    const { renew, signIn, sees, shown, told } = await setup();
    const { after } = deviceClock;
    const rests: number[] = [];
    let restIsOver: () => void = () => {};
    await signIn();
    await renew();
    await sees('Loading');
    deviceClock.after = (ms, call) => {
      rests.push(ms);
      restIsOver = call;
      return () => {};
    };
    rest.fails();
    await sees('This part of the page could not be loaded.');
    restIsOver();
    await soon(() => rest.tries() === 2);
    expect(shown()).to.contain('Try again').and.not.contain('Loading');
    rest.fails();
    await soon(() => rests.length === 2);
    deviceClock.after = after;
    expect(rests).to.deep.equal([1_000, 2_000]);
    expect(told).to.deep.equal(['unavailable']);
  });

  it('says that it is offline, and goes on by itself when the connection is back, with the focus on the step', async () => {
    const rest = held();
    const { el, sees, renew, signIn, part, told, focused, shown } = await setup();
    await signIn();
    await renew();
    await sees('Loading');
    expect(part('leb-plan-picker')!.getBoundingClientRect().height).to.be.greaterThan(600);
    online(false);
    rest.fails();
    await sees('You are offline. Nothing is lost.');
    expect(shown()).to.contain('All cards').and.not.contain('Loading');
    expect(focused()?.getAttribute('role')).to.equal('alert');
    expect(told).to.deep.equal(['offline']);
    expect(el.state.problem).to.equal('offline');
    online(true);
    await sees('Loading');
    expect(el.state.problem).to.equal(null);
    online(true);
    rest.fails(); // What was asked for without a connection fails after it is back.
    await soon(() => rest.tries() === 3);
    expect(told).to.deep.equal(['offline']);
    rest.comes(import('@leb-renew/widget/plan-picker/define'));
    await sees('Continue with 1 year');
    expect(focused()?.matches('h2.step')).to.equal(true);
  });

  it('shows a payment that is gone on with after a reload once it can, and says what is known of the money until then', async () => {
    const rest = held();
    const world = openSandbox();
    const begun = await begin(world);
    const { sees, press, part, alert, focused, el } = await setup(world, begun);
    await soon(() => el.state.step === 'checkout');
    expect(part('leb-checkout-panel')!.getBoundingClientRect().height).to.be.greaterThan(150);
    rest.fails();
    await sees('This part of the page could not be loaded.');
    expect(alert()).to.contain('Nothing is lost. Try again, or reload the page.');
    const { after } = deviceClock;
    let patienceEnds: () => void = () => {};
    deviceClock.after = (_, call) => {
      patienceEnds = call;
      return () => {};
    };
    await press('Try again');
    deviceClock.after = after;
    await sees('Loading');
    patienceEnds();
    await sees('This part of the page could not be loaded.');
    await soon(() => rest.tries() === 3); // By itself.
    rest.comes(paying());
    await sees('Pay US$84.00 and renew');
    expect(focused()?.getRootNode() === part('leb-checkout-panel')!.shadowRoot).to.equal(true);
  });
});

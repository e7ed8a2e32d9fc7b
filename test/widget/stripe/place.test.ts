/** Where Stripe's form may be: the double refuses every place that Stripe refuses. */
import { expect } from '@open-wc/testing';
import { stripePayments } from '@leb-renew/widget/payments/stripe';
import { cardTyped } from '../../fakes/stripe/js/in-page.ts';
import { soon } from '../soon.ts';
import { heardBy } from '../warnings.ts';
import { openAt, place, setup, view } from './at-form.ts';

/** A host on the page or in another, and its shadow root. */
function hostIn(
  parent: ParentNode,
  init: Partial<ShadowRootInit> = {},
): { host: HTMLElement; root: ShadowRoot } {
  const host = place(parent);
  return { host, root: host.attachShadow({ mode: 'open', ...init }) };
}

/** Whether a form is seen where its container is. */
function isSeenIn(container: HTMLElement): boolean {
  const frame = document.querySelector('iframe[title^=Secure]');
  if (frame?.getRootNode() !== document) return false;
  const [form, around] = [frame, container].map((each) => each.getBoundingClientRect());
  return form!.width > 100 && form!.height > 50 && form!.top === around!.top && form!.left === around!.left;
}

/** What the page does in this task has been noticed by then. */
async function nextTask(): Promise<void> {
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}

const frames = () => document.querySelectorAll('iframe[title^=Secure]').length;

describe('the place of Stripe’s form', () => {
  const page = document.createElement('main');
  beforeEach(() => {
    document.body.append(page);
  });
  afterEach(() => {
    page.replaceChildren();
  });

  const places: Record<string, () => HTMLElement> = {
    'the page': () => place(page),
    'an open root': () => place(hostIn(page).root),
    'a closed root': () => place(hostIn(page, { mode: 'closed' }).root),
    'roots in roots, the inner one closed': () =>
      place(hostIn(hostIn(hostIn(page).root).root, { mode: 'closed' }).root),
    'the light DOM of a host, slotted': () => {
      const { host, root } = hostIn(hostIn(page, { mode: 'closed' }).root);
      root.append(document.createElement('slot'));
      return place(host);
    },
  };
  for (const [what, containerIn] of Object.entries(places))
    it(`case 30: in ${what} is in the page’s own DOM, seen where its container is, and gone with it`, async () => {
      const { open } = await setup();
      const container = containerIn();
      const before = page.outerHTML;
      const { form } = await open(container);
      expect(isSeenIn(container)).to.equal(true);
      form.dispose();
      expect(frames()).to.equal(0);
      expect(page.outerHTML).to.equal(before);
      expect(container.childElementCount).to.equal(0);
    });

  const noPlaces: Record<string, [() => HTMLElement, RegExp]> = {
    'a container that is not on the page': [() => document.createElement('div'), /it is not on the page/],
    'a root that is not on the page': [
      () => place(hostIn(document.createDocumentFragment()).root),
      /it is not on the page/,
    ],
    'a root that assigns its slots by hand': [
      () => place(hostIn(hostIn(page, { slotAssignment: 'manual' }).root).root),
      /assigns its slots by hand/,
    ],
  };
  for (const [what, [containerIn, why]] of Object.entries(noPlaces))
    it(`case 30: is not in ${what}, and nothing is left there`, async () => {
      const { calls, handoff } = await setup();
      const ear = heardBy(console);
      const container = containerIn();
      const opened = await stripePayments().open(handoff, container, view);
      ear.stop();
      expect(!opened.ok && opened.problem.code).to.equal('payment-form-blocked');
      expect(!opened.ok && opened.problem.detail).to.match(why);
      expect(calls('elements.create')).to.be.empty;
      expect(container.childElementCount).to.equal(0);
      expect(page.querySelector('[slot^=leb-payment]')).to.equal(null);
    });

  it('case 30: is found by a container that comes to the page later', async () => {
    const { open, handoff } = await setup();
    const container = document.createElement('div');
    expect((await stripePayments().open(handoff, container, view)).ok).to.equal(false);
    page.append(container);
    const { form } = await open(container);
    expect(isSeenIn(container)).to.equal(true);
    form.dispose();
  });

  it('takes two forms at one host', async () => {
    const { handoff } = await setup();
    const { root } = hostIn(page);
    const containers = [place(root), place(root)];
    const all = await Promise.all(containers.map((each) => openAt(stripePayments(), handoff, each)));
    for (const { hears } of all) await hears('ready');
    const [one, other] = [...document.querySelectorAll('iframe[title^=Secure]')].map((each) =>
      Math.round(each.getBoundingClientRect().top),
    );
    expect(one).not.to.equal(other);
    for (const { form } of all) form.dispose();
  });

  it('is reached by no rule of the page for its like, but is hidden with its container', async () => {
    const { open } = await setup();
    const rules = new CSSStyleSheet();
    rules.replaceSync(
      'div { padding: 90px !important; width: 20px !important; font: 40px fantasy; opacity: .2 }',
    );
    document.adoptedStyleSheets.push(rules);
    const { host, root } = hostIn(page);
    const { form } = await open(place(root));
    const style = getComputedStyle(host.querySelector(':scope>div')!);
    expect(style.paddingTop).to.equal('0px');
    expect(style.opacity).to.equal('1');
    expect(style.fontSize).to.equal('16px');
    host.style.visibility = 'hidden';
    expect(style.visibility).to.equal('hidden');
    document.adoptedStyleSheets.pop();
    form.dispose();
  });
});

describe('Stripe’s form, where the page does as it likes', () => {
  const good = { method: 'card', card: cardTyped('4242424242424242') };
  /** A form in two roots, which a person has filled. */
  async function filled() {
    const at = await setup();
    const { host, root } = hostIn(document.body);
    const inner = hostIn(root, { mode: 'closed' });
    const container = place(inner.root);
    const opened = await at.open(container);
    await at.stripe.enter(good);
    return { ...at, ...opened, host, root, inner, container };
  }
  afterEach(() => {
    for (const each of document.querySelectorAll('body>div, body>section')) each.remove();
  });

  it('case 30: comes back, empty, when its host is moved', async () => {
    const { form, stripe, host, container, hears, told } = await filled();
    document.body.append(place(), host);
    await hears('ready', 2);
    expect(told).to.deep.include({ type: 'complete', complete: false });
    expect(isSeenIn(container)).to.equal(true);
    expect(frames()).to.equal(1);
    await stripe.enter(good);
    expect(await form.confirm()).to.deep.equal({ kind: 'ask-server' });
    form.dispose();
  });

  it('case 30: stays as it was when its host is moved with all that is in it', async () => {
    const { form, stripe, host, calls } = await filled();
    if (!('moveBefore' in document.body)) return;
    document.body.moveBefore(host, null);
    await nextTask();
    expect((await stripe.enter({})).complete).to.equal(true);
    expect(calls('elements.create')).to.have.lengthOf(1);
    form.dispose();
  });

  const takings: Record<string, (at: Awaited<ReturnType<typeof filled>>) => void> = {
    'what is in the light DOM of its host': ({ host }) => host.replaceChildren(),
    'a slot on the way': ({ inner }) => inner.host.replaceChildren(),
    'what is in its container': ({ container }) => container.replaceChildren(),
    'its container, into another root': ({ container, root }) => root.append(container),
  };
  for (const [what, take] of Object.entries(takings))
    it(`case 30: comes back when the page has taken away ${what}`, async () => {
      const at = await filled();
      take(at);
      await at.hears('ready', 2);
      expect(isSeenIn(at.container)).to.equal(true);
      expect(frames()).to.equal(1);
      at.form.dispose();
      expect(at.host.childElementCount + at.container.childElementCount).to.equal(0);
    });

  it('case 30: is given up, with a word for the developer, when the page takes it away again and again', async () => {
    const { form, host, hears, told, calls } = await filled();
    for (let times = 2; times <= 4; times += 1) {
      host.replaceChildren();
      await hears('ready', times);
    }
    host.replaceChildren();
    await hears('blocked');
    expect(told.at(-1)).to.have.nested.property('problem.code', 'payment-form-blocked');
    expect(told.at(-1)).to.have.nested.property('problem.detail', 'the page keeps taking the form away.');
    expect(calls('elements.create')).to.have.lengthOf(4);
    form.dispose();
    expect(frames()).to.equal(0);
  });

  it('case 30: is left alone while a payment is being sent', async () => {
    const { form, stripe, host, calls, hears } = await filled();
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    stripe.api = {
      ...stripe.api!,
      async confirm() {
        await held;
        return { error: { type: 'card_error', code: 'card_declined' } };
      },
    };
    const outcome = form.confirm();
    await soon(() => calls('confirmPayment').length === 1);
    host.replaceChildren();
    await nextTask();
    expect(calls('elements.create')).to.have.lengthOf(1);
    answer();
    expect((await outcome).kind).to.equal('declined');
    await hears('ready', 2);
    form.dispose();
  });

  it('is not put back by a form that is gone', async () => {
    const { form, host, calls, told } = await filled();
    host.replaceChildren();
    form.dispose();
    await nextTask();
    expect(calls('elements.create')).to.have.lengthOf(1);
    expect(told.at(-1)).to.deep.equal({ type: 'complete', complete: true });
  });
});

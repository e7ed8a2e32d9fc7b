import { expect, nextFrame } from '@open-wc/testing';
import { fine, problem } from '@leb-renew/core';
import { demoAccount } from '@leb-renew/core/sandbox';
import { soon } from './soon.ts';
import { stubPayments } from './stub-payments.ts';
import { openSandbox, visit, type Page } from './visit.ts';
import { heardBy } from './warnings.ts';

/** Somebody at the payment form of a provider that does what a test says. */
async function setup(page: Page = {}, provider = 'sandbox') {
  const stub = stubPayments(provider);
  const shop = openSandbox();
  const { api, ...others } = shop.ports();
  const renewal: typeof api.renewal = async (...given) => {
    const answer = await api.renewal(...given);
    if (!answer.ok || answer.value.status !== 'awaiting-payment') return answer;
    return fine({ ...answer.value, handoff: { ...answer.value.handoff, provider } });
  };
  const ports = { ...others, api: { ...api, renewal }, payments: [stub.port] };
  await ports.api.signIn(demoAccount);
  const quote = await ports.api.quote({ cardRef: 'card-global', planId: 'global-12m', currency: 'USD' });
  const begun = quote.ok ? await ports.api.begin({ quoteId: quote.value.quoteId }) : quote;
  if (!begun.ok) throw new Error(begun.problem.title);
  const { renewalId, renewalToken } = begun.value;
  ports.tickets.save({ renewalId, renewalToken, confirming: false });
  const person = await visit(ports, page);
  await soon(() => stub.forms.length === 1);
  await person.sees('Review and pay');
  const panel = () => person.el.shadowRoot!.querySelector('leb-checkout-panel')!.shadowRoot!;
  return {
    ...person,
    ...shop,
    stub,
    renewalId,
    panel,
    containers: () => person.el.querySelectorAll(':scope>[slot=payment]').length,
    ready: async () => {
      stub.form.tell({ type: 'ready' });
      await soon(() => person.button('Pay US$84.00') !== undefined);
    },
  };
}

const leave = () => {
  document.querySelectorAll('leb-renewal, [data-test]').forEach((each) => each.remove());
};

describe('the look of a payment form', () => {
  afterEach(leave);

  it('is told as a provider can use it: colours in sRGB, sizes in pixels', async () => {
    const { stub } = await setup();
    const [view] = stub.form.views;
    expect(view?.locale).to.equal('en');
    expect(Object.fromEntries(view!.tokens)).to.deep.include({
      surface: 'rgb(255, 255, 255)',
      text: 'rgb(23, 28, 38)',
      'text-quiet': 'rgb(84, 93, 107)',
      accent: 'rgb(31, 102, 189)',
      'on-accent': 'rgb(255, 255, 255)',
      bad: 'rgb(176, 32, 43)',
      'text-size': '15px',
      radius: '12px',
      padding: '20px',
      scheme: 'light',
      motion: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'reduced' : 'full',
    });
    for (const [name, value] of view!.tokens)
      expect(value, name).to.match(/^(rgb\(\d+, \d+, \d+\)|[\d.]+px|light|full|["\w ,-]+)$/);
  });

  it('takes the element with it that the page has coloured, in whatever way', async () => {
    const { el, stub } = await setup();
    const accents = () => stub.form.views.map(({ tokens }) => tokens.get('accent'));
    el.style.setProperty('--leb-accent', 'oklch(0.55 0.2 25)');
    await soon(() => accents().length === 2);
    expect(accents()[1]).to.match(/^rgb\(20\d, \d+, \d+\)$/);
    document.documentElement.style.setProperty('--brand', 'rgb(1 2 3)');
    el.style.setProperty('--leb-accent', 'var(--brand)');
    await soon(() => accents().at(-1) === 'rgb(1, 2, 3)');
    document.documentElement.style.setProperty('--brand', 'rgb(4 5 6)');
    await soon(() => accents().at(-1) === 'rgb(4, 5, 6)');
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    sheet.replaceSync('.rebranded { --brand: rgb(7 8 9); --leb-radius: 3px; --leb-font: monospace }');
    document.body.className = 'rebranded';
    await soon(() => accents().at(-1) === 'rgb(7, 8, 9)');
    await soon(() => stub.form.views.at(-1)?.tokens.get('font') === 'monospace');
    expect(stub.form.views.at(-1)?.tokens.get('radius')).to.equal('3px');
    document.body.className = '';
    document.adoptedStyleSheets.pop();
    document.documentElement.style.removeProperty('--brand');
    expect(stub.forms.length).to.equal(1);
  });

  it('turns dark with the page, and by the attribute', async () => {
    const { el, stub } = await setup();
    const last = (name: string) => stub.form.views.at(-1)?.tokens.get(name);
    el.setAttribute('theme', 'dark');
    await soon(() => last('scheme') === 'dark');
    expect(last('surface')).to.equal('rgb(20, 24, 31)');
    el.removeAttribute('theme');
    await soon(() => last('scheme') === 'light');
    document.documentElement.style.colorScheme = 'dark';
    await soon(() => last('scheme') === 'dark');
    document.documentElement.style.colorScheme = '';
    await soon(() => last('scheme') === 'light');
  });

  it('is told once, however many things change at a time, and not when nothing has', async () => {
    const { el, stub } = await setup();
    for (const name of ['accent', 'text', 'bad', 'ok', 'line'])
      el.style.setProperty(`--leb-${name}`, 'rgb(9 9 9)');
    el.lang = 'de';
    await soon(() => stub.form.views.length > 1);
    await soon(() => stub.form.views.at(-1)?.tokens.get('line') === 'rgb(9, 9, 9)');
    el.setAttribute('theme', 'light');
    el.setAttribute('dir', 'ltr');
    await el.updateComplete;
    const told = stub.form.views.length;
    await nextFrame();
    await nextFrame();
    expect(stub.form.views.length).to.equal(told);
    expect(told).to.be.at.most(3);
    expect(stub.form.views.at(-1)?.locale).to.equal('de');
  });
});

describe('the container of a payment form', () => {
  afterEach(leave);

  it('is there while there is a payment, in the page’s own DOM, and no longer', async () => {
    const { el, stub, containers, ready, press, sees } = await setup();
    expect(containers()).to.equal(1);
    expect(stub.form.container.getRootNode() === document).to.equal(true);
    await ready();
    await press('Back');
    await sees('Your cards');
    expect(containers()).to.equal(0);
    expect(stub.form.isOpen).to.equal(false);
    expect(el.shadowRoot!.querySelector('i')).to.equal(null);
  });

  it('case 30: is opened anew for the same payment when the element is put elsewhere', async () => {
    const { el, stub, ready, containers, sees } = await setup();
    await ready();
    const elsewhere = document.createElement('section');
    elsewhere.dataset['test'] = '';
    document.body.append(elsewhere);
    elsewhere.append(el);
    await soon(() => stub.forms.length === 2);
    expect(stub.forms[0]?.isOpen).to.equal(false);
    expect(stub.form.handoff).to.deep.equal(stub.forms[0]?.handoff);
    expect(containers()).to.equal(1);
    await sees('Loading the payment form');
    await ready();
  });

  it('case 30: asks the server what became of a payment that was being sent then, and sends none again', async () => {
    const { el, stub, ready, press, sees, button } = await setup();
    await ready();
    await press('Pay US$84.00');
    await soon(() => stub.form.confirmed === 1);
    const elsewhere = document.createElement('section');
    elsewhere.dataset['test'] = '';
    document.body.append(elsewhere);
    elsewhere.append(el);
    await sees('We are asking whether your payment went through.');
    expect(button('Pay US$84.00')).to.equal(undefined);
    stub.form.settle({ kind: 'declined', problem: problem('payment-declined') });
    await el.updateComplete;
    await sees('We are asking whether your payment went through.');
    expect(stub.forms.map(({ confirmed }) => confirmed)).to.deep.equal([1]);
  });

  it('case 30: is kept with all that was typed where the page moves the element as a whole', async () => {
    const { el, stub, ready } = await setup();
    await ready();
    const field = () => stub.form.frame.contentDocument?.querySelector('input');
    await soon(() => (field() ?? null) !== null);
    field()!.value = '4242';
    const elsewhere = document.createElement('section');
    elsewhere.dataset['test'] = '';
    elsewhere.lang = 'fr';
    document.body.append(elsewhere);
    if ('moveBefore' in elsewhere)
      (elsewhere as unknown as { moveBefore(node: Node, at: null): void }).moveBefore(el, null);
    else return;
    await el.updateComplete;
    expect(field()?.value).to.equal('4242');
    expect(stub.forms.length).to.equal(1);
    el.style.setProperty('--leb-accent', 'rgb(1 2 3)');
    await soon(() => stub.form.views.at(-1)?.tokens.get('accent') === 'rgb(1, 2, 3)');
  });

  it('case 30: is put back when a script of the page takes it away, and given up when it does so for ever', async () => {
    const { el, stub, ready, sees, shown } = await setup();
    await ready();
    for (const times of [2, 3, 4]) {
      el.querySelector('[slot=payment]')!.remove();
      await soon(() => stub.forms.length === times);
    }
    el.querySelector('[slot=payment]')!.remove();
    await sees('The payment form did not load.');
    expect(shown()).to.contain('You have not been charged.');
    for (const way of ['Try again', 'Reload the page', 'Back', 'Contact support'])
      expect(shown()).to.contain(way);
  });

  it('case 31: is as wide as its place, and reads like it, whatever the page says of every element', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'div, iframe { max-width: 50%; float: right; opacity: .2; font-family: cursive; padding: 3em; display: none }',
    );
    document.adoptedStyleSheets.push(sheet);
    const { el, stub, ready } = await setup();
    await ready();
    const { container } = stub.form;
    const area = el.shadowRoot!.querySelector('leb-checkout-panel')!.shadowRoot!.querySelector('.form')!;
    expect(container.getBoundingClientRect().width).to.equal(area.getBoundingClientRect().width);
    const { opacity, paddingTop, fontFamily, display } = getComputedStyle(container);
    expect([opacity, paddingTop, display]).to.deep.equal(['1', '0px', 'block']);
    expect(fontFamily).to.equal(getComputedStyle(area).fontFamily);
    // As in a window of 1280 pixels at 400 %, in a language that is read from the right.
    Object.assign(el.style, { inlineSize: '320px', display: 'block' });
    el.lang = 'ar';
    await soon(() => getComputedStyle(container).direction === 'rtl');
    expect(el.scrollWidth).to.be.at.most(320);
    expect(container.getBoundingClientRect().width).to.equal(area.getBoundingClientRect().width);
    document.adoptedStyleSheets.pop();
  });
});

describe('the payment step', () => {
  afterEach(leave);

  it('names the ways to pay that are expected, and then those that there really are', async () => {
    const { stub, sees, shown, ready } = await setup({}, 'stripe');
    await sees('Card · PayPal · Alipay · WeChat Pay');
    await ready();
    stub.form.tell({ type: 'methods', methods: ['card', 'paypal', 'kakao_pay'] });
    await sees('Card · PayPal · Kakao Pay');
    expect(shown()).not.to.contain('WeChat Pay');
  });

  it('tells the developer once why a form does not open, by the name of the element', async () => {
    const { stub, ready, sees } = await setup();
    await ready();
    const ear = heardBy(console);
    for (let times = 0; times < 2; times += 1)
      stub.form.tell({ type: 'blocked', problem: problem('payment-setup', { detail: 'no such key' }) });
    await sees('The shop cannot take this payment.');
    ear.stop();
    expect(ear.warnings).to.deep.equal(['<leb-renewal>: no such key']);
  });

  it('case 32: has a name for its group, tells what goes on, and leads back to the form after a decline', async () => {
    const { stub, ready, press, panel, sees } = await setup();
    const group = () => panel().querySelector('[role=group].form')!;
    expect(group().ariaLabel).to.equal('Ways to pay');
    expect(group().ariaBusy).to.equal('true');
    await ready();
    expect(group().ariaBusy).to.equal('false');
    await press('Pay US$84.00');
    await sees('Sending your payment. You may be asked to confirm it.');
    expect(panel().querySelector('[role=status]')?.textContent).to.contain('Sending your payment.');
    stub.form.settle({ kind: 'declined', problem: problem('insufficient-funds') });
    await sees('not enough funds');
    const alert = panel().querySelector('[role=alert]')!;
    expect(alert.compareDocumentPosition(group()) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
    await soon(() => stub.form.focused === 1);
  });

  it('case 32: leaves the focus to whoever has it elsewhere on the page', async () => {
    const { el, stub, ready, press, sees } = await setup();
    const field = Object.assign(document.createElement('input'), { id: 'note' });
    field.dataset['test'] = '';
    document.body.append(field);
    await ready();
    await press('Pay US$84.00');
    field.focus();
    stub.form.settle({ kind: 'declined', problem: problem('insufficient-funds') });
    await sees('not enough funds');
    await el.updateComplete;
    expect(document.activeElement?.id).to.equal('note');
    expect(stub.form.focused).to.equal(0);
  });

  it('case 33: tells the developer of a page that has put it into a modal dialog', async () => {
    const ear = heardBy(console);
    const dialog = document.createElement('dialog');
    dialog.dataset['test'] = '';
    document.body.append(dialog);
    const { el, stub, ready } = await setup();
    await ready();
    dialog.append(el);
    dialog.showModal();
    await soon(() => stub.forms.length === 2);
    dialog.close();
    const again = document.body.appendChild(dialog);
    again.showModal();
    again.append(el);
    await soon(() => ear.warnings.length > 0);
    ear.stop();
    expect(ear.warnings[0]).to.contain('must not lie in a modal dialog or a popover');
  });
});

import { expect } from '@open-wc/testing';
import { demoAccount } from '@leb-renew/core/sandbox';
import type { StatusBadge } from '@leb-renew/widget';
import '@leb-renew/widget/define';
import { loadLanguage, overrideTexts } from '@leb-renew/widget/text';
import { languages, loadMessages, type Language } from '../../packages/widget/src/text/load-messages.ts';
import { awaiting, card, entitlement, plans, quote, receipt, stoppedClock } from './fixtures.ts';
import { pageIs, textOf } from './page.ts';
import { soon } from './soon.ts';
import { openSandbox, seen, visit } from './visit.ts';
import { heardBy } from './warnings.ts';

const run = 1;

/** An element in a page of its own, in English. */
async function onPage<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  given: Partial<HTMLElementTagNameMap[Tag]>,
): Promise<{ page: HTMLElement; el: HTMLElementTagNameMap[Tag]; $: (selector: string) => HTMLElement }> {
  pageIs('visible');
  const page = document.body.appendChild(document.createElement('div'));
  page.lang = 'en';
  const el = Object.assign(document.createElement(tag), { clock: stoppedClock() }, given);
  page.append(el);
  await soon(() => /renew|plan|pay|sign in|active/i.test(readIn(el)), `${tag} in English`);
  const $ = (selector: string) => rootOf(el).querySelector<HTMLElement>(selector)!;
  return { page, el, $ };
}

const rootOf = (el: Element) => el.shadowRoot ?? el;

const readIn = (el: Element): string => seen(el).replaceAll(/\s+/g, ' ');

const badge = () => onPage('leb-status-badge', { card: card() });

/** Waits for words in an element. */
const says = (el: Element, text: string | RegExp) =>
  soon(() => readIn(el).search(text) >= 0).catch(() => {
    throw new Error(`does not say ${String(text)} but: ${readIn(el)}`);
  });

describe('the language of an element', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('lang');
    document.querySelectorAll('body > div:has(:defined), leb-renewal').forEach((each) => each.remove());
    sessionStorage.clear();
  });

  it('changes with its own lang, as attribute or property, and back', async () => {
    const { el } = await badge();
    el.lang = 'de';
    await says(el, 'Verlängern');
    expect(el.getAttribute('lang')).to.equal('de');
    el.setAttribute('lang', 'ar');
    await says(el, 'تجديد');
    el.removeAttribute('lang');
    await says(el, 'Renew');
  });

  it('changes with that of an ancestor and of the page', async () => {
    const { page, el } = await badge();
    page.lang = 'de';
    await says(el, 'Verlängern');
    page.removeAttribute('lang');
    document.documentElement.lang = 'ar';
    await says(el, 'تجديد');
    document.documentElement.lang = 'en-US';
    await says(el, 'Dec 4, 2026');
  });

  it('changes with that of a host, however many shadow roots are between', async () => {
    const outer = document.body.appendChild(document.createElement('div'));
    const inner = outer.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    const el = Object.assign(document.createElement('leb-status-badge'), {
      card: card(),
      clock: stoppedClock(),
    });
    inner.attachShadow({ mode: 'open' }).append(el);
    for (const [around, tag, word] of [
      [outer, 'de', 'Verlängern'],
      [inner, 'ar', 'تجديد'],
      [inner, 'en', 'Renew'],
    ] as const) {
      around.lang = tag;
      await says(el, word);
    }
  });

  it("changes with the browser's where the page says none", async () => {
    const { page, el } = await badge();
    const speak = (value: string) =>
      Object.defineProperty(navigator, 'language', { configurable: true, value });
    try {
      speak('ar');
      page.removeAttribute('lang');
      await says(el, 'تجديد');
      speak('de');
      dispatchEvent(new Event('languagechange'));
      await says(el, 'Verlängern');
    } finally {
      Reflect.deleteProperty(navigator, 'language');
    }
  });

  it('changes with the place that it is moved to', async () => {
    const { el } = await onPage('leb-receipt', { receipt: receipt() });
    const other = document.body.appendChild(document.createElement('div'));
    other.lang = 'de-AT';
    await el.updateComplete; // That it was set there has been heard.
    other.append(el);
    await says(el, 'Gültig bis|Läuft bis|Aktiv bis|Verlängert');
  });

  it('turns words, dates and direction together', async () => {
    const { page, el, $ } = await badge();
    page.lang = 'ar-EG';
    await soon(() => $('.panel').dir === 'rtl');
    expect(readIn(el)).to.match(/٤[^\d]*ديسمبر[^\d]*٢٠٢٦/u);
    expect(getComputedStyle($('[part=bar]')).transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
    page.lang = 'de-CH';
    await says(el, '4. Dez. 2026');
    expect($('.panel').dir).to.equal('');
  });

  it('counts in the digits of the country', async () => {
    const { page, el } = await badge();
    page.lang = 'ar-EG';
    await says(el, '١٢ يومًا');
    page.lang = 'ar-MA';
    await says(el, '12 يومًا');
  });

  it('runs as its words need where the page around is in another', async () => {
    const { page, el, $ } = await badge();
    page.lang = 'ar';
    page.dir = 'rtl';
    el.lang = 'en';
    await soon(() => $('.panel').dir === 'ltr');
    page.dir = 'ltr';
    el.lang = 'ar';
    await soon(() => $('.panel').dir === 'rtl');
  });

  it('is told once when there are no words for it, whatever asks', async () => {
    const ear = heardBy(console);
    const { page, el } = await badge();
    page.append(Object.assign(document.createElement('leb-receipt'), { receipt: receipt() }));
    page.lang = 'sv-FI';
    await soon(() => ear.warnings.length > 0);
    await el.updateComplete;
    ear.stop();
    expect(ear.warnings).to.deep.equal(['<leb-*>: there are no words for lang "sv-FI": they are English']);
    await says(el, 'Renew');
  });

  it('is told once when it is no tag, whatever asks', async () => {
    const ear = heardBy(console);
    const { page, el } = await badge();
    page.append(Object.assign(document.createElement('leb-receipt'), { receipt: receipt() }));
    page.lang = 'de_AT';
    await soon(() => ear.warnings.length > 0);
    await el.updateComplete;
    ear.stop();
    expect(ear.warnings).to.deep.equal(['<leb-*>: lang is "de_AT", must be a BCP 47 tag']);
  });
});

/** Every language, as a test may change it. */
const table = languages as Map<string, Language>;

/** German by a tag that nothing was loaded for so far: private ones, from `qaa` to `qaz`. */
function notLoadedYet(): string {
  const tag = `qa${String.fromCharCode(97 + (table.size % 26))}`;
  table.set(tag, table.get('de')!);
  return tag;
}

/** German that cannot be loaded until the network is back. */
function cutOff(): { readonly tag: string; back(): void } {
  const tag = notLoadedYet();
  const first = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  table.set(tag, { ...table.get('de')!, first });
  return { tag, back: () => void table.set(tag, table.get('de')!) };
}

describe('a language that cannot be loaded', () => {
  afterEach(() => document.querySelectorAll('body > div:has(:defined)').forEach((each) => each.remove()));

  for (const back of ['online', 'focus'])
    it(`comes by itself at the page's next ${back}, and takes nothing away`, async () => {
      const line = cutOff();
      const { page, el, $ } = await onPage('leb-sign-in', {
        state: { status: 'signed-out', run, problem: null },
      });
      const email = $('[name=email], [autocomplete=username]') as HTMLInputElement;
      email.value = demoAccount.email;
      email.focus();
      page.lang = line.tag;
      expect(String(await loadLanguage(line.tag).catch(String))).to.contain('Failed to fetch');
      await el.updateComplete;
      await says(el, 'Sign in');
      dispatchEvent(new Event(back));
      await loadMessages(line.tag, 'signIn');
      await says(el, 'Sign in');
      line.back();
      dispatchEvent(new Event(back));
      await says(el, 'Passwort');
      expect(email.isConnected && email.value === demoAccount.email && document.activeElement === email).to.be
        .true;
    });
});

/** German that is on its way until it is let through. The page waits for it as long as the test says. */
function slow() {
  const tag = notLoadedYet();
  const { first, whole } = table.get('de')!;
  let letThrough = () => {};
  const gate = new Promise<void>((resolve) => (letThrough = resolve));
  table.set(tag, { first: () => gate.then(first), whole });
  const { setTimeout } = window;
  const waiting: (() => void)[] = [];
  const hold = (call: () => void, ms: number) => (ms === 8_000 ? waiting.push(call) : setTimeout(call, ms));
  Object.assign(window, { setTimeout: hold });
  return {
    tag,
    letThrough: () => {
      window.setTimeout = setTimeout;
      letThrough();
    },
    waitIsOver: () => waiting.forEach((call) => call()),
  };
}

describe('a language that takes long', () => {
  const page = document.createElement('div');
  beforeEach(() => document.body.append(page));
  afterEach(() => {
    page.remove();
    page.replaceChildren();
  });

  it('keeps nobody waiting: all is in English until it is here', async () => {
    const { tag, waitIsOver, letThrough } = slow();
    page.lang = tag;
    const el = Object.assign(document.createElement('leb-status-badge'), { card: card() });
    page.append(el);
    await el.updateComplete;
    expect(readIn(el)).not.to.match(/Renew|Verlängern/);
    waitIsOver();
    await says(el, 'Renew');
    letThrough();
    await says(el, 'Verlängern');
  });

  it('moves nothing when it comes', async () => {
    const { tag, letThrough } = slow();
    page.lang = tag;
    const el = Object.assign(document.createElement('leb-renewal'), { ports: openSandbox().ports() });
    page.append(el);
    await el.updateComplete;
    const height = el.offsetHeight;
    letThrough();
    await says(el, 'Passwort');
    expect(height).to.equal(el.offsetHeight).and.to.be.above(200);
  });
});

describe('a language that takes long, on a page that signs people in itself', () => {
  it('keeps a place for the cards', async () => {
    const { tag, letThrough } = slow();
    const el = Object.assign(document.createElement('leb-renewal'), {
      lang: tag,
      ports: openSandbox().ports(),
      token: 'token-of-the-host',
    });
    document.body.append(el);
    await el.updateComplete;
    expect([readIn(el).trim(), el.offsetHeight > 200]).to.deep.equal(['', true]);
    letThrough();
    await says(el, 'Ihre eSIMs');
    el.remove();
  });
});

describe('a change of language takes nothing away', () => {
  afterEach(() => {
    document.querySelectorAll('body > div:has(:defined), leb-renewal').forEach((each) => each.remove());
    sessionStorage.clear();
  });

  it('from a badge that was opened', async () => {
    const { page, el, $ } = await badge();
    const details = $('details') as HTMLDetailsElement;
    details.open = true;
    $('summary').focus();
    page.lang = notLoadedYet();
    await says(el, 'Verlängern');
    expect([details.isConnected, details.open, el.shadowRoot!.activeElement?.localName]).to.deep.equal([
      true,
      true,
      'summary',
    ]);
  });

  it('from a choice of plans', async () => {
    const { page, el, $ } = await onPage('leb-plan-picker', { plans, zone: 'Asia/Shanghai' });
    const year = $('input[value=year]') as HTMLInputElement;
    year.click();
    const days = $('[part=need] input') as HTMLInputElement;
    ($('details') as HTMLDetailsElement).open = true;
    days.value = '40';
    days.dispatchEvent(new Event('input', { bubbles: true }));
    days.focus();
    page.lang = notLoadedYet();
    await says(el, 'Tarif');
    expect([year.checked, days.value, el.shadowRoot!.activeElement === days]).to.deep.equal([
      true,
      '40',
      true,
    ]);
  });

  it('from a sign-in that is half typed', async () => {
    const { page, el, $ } = await onPage('leb-sign-in', {
      state: { status: 'signed-out', run, problem: null },
    });
    const [email, password] = [$('[autocomplete=username]'), $('[type=password]')] as HTMLInputElement[];
    email!.value = demoAccount.email;
    password!.value = 'half a pass';
    password!.focus();
    password!.setSelectionRange(2, 4);
    page.lang = notLoadedYet();
    await says(el, 'Passwort');
    expect([
      email!.value,
      password!.value,
      password!.selectionStart,
      document.activeElement === password,
    ]).to.deep.equal([demoAccount.email, 'half a pass', 2, true]);
  });

  it('from a consent that was ticked', async () => {
    const { page, el, $ } = await onPage('leb-checkout-panel', {
      state: { status: 'agreeing', run, quote: quote({ withdrawal: 'waived-with-consent' }) },
    });
    const box = $('input[type=checkbox]') as HTMLInputElement;
    box.click();
    box.focus();
    page.lang = notLoadedYet();
    await says(el, 'Zahlung');
    expect([box.isConnected, box.checked, el.shadowRoot!.activeElement === box]).to.deep.equal([
      true,
      true,
      true,
    ]);
  });

  for (const status of ['paying', 'confirming'] as const)
    it(`from a payment form while ${status}`, async () => {
      const renewal = awaiting();
      const { page, el } = await onPage('leb-checkout-panel', {
        state:
          status === 'paying'
            ? { status, run, renewal, form: 'ready', problem: null, inDoubt: false }
            : { status, run, renewal, inDoubt: false },
      });
      const form = el.appendChild(document.createElement('input'));
      form.slot = 'payment';
      form.value = '4242';
      await el.updateComplete;
      const slot = form.assignedSlot;
      page.lang = notLoadedYet();
      await says(el, 'Zahlung');
      expect([form.value, form.assignedSlot === slot && slot !== null]).to.deep.equal(['4242', true]);
    });

  it('from a receipt, nor the focus', async () => {
    const { page, el, $ } = await onPage('leb-receipt', { receipt: receipt() });
    const done = $('.button.primary');
    done.focus();
    page.lang = notLoadedYet();
    await says(el, 'Beleg|Quittung|Rechnung');
    expect(el.shadowRoot!.activeElement === done).to.be.true;
  });

  it('from a search among many cards', async () => {
    const many = Array.from({ length: 30 }, (_, nth) =>
      card({ cardRef: `card-${nth}`, label: `Card ${nth}` }),
    );
    const { page, el, $ } = await onPage('leb-card-list', { cards: many });
    const search = $('input') as HTMLInputElement;
    search.value = '29';
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    search.focus();
    page.lang = notLoadedYet();
    await says(el, '1 von 30');
    expect([search.value, el.shadowRoot!.activeElement === search]).to.deep.equal(['29', true]);
  });

  it('from a whole renewal, before, in and after a payment', async () => {
    pageIs('visible');
    const world = openSandbox();
    const letThrough = world.holdPayments();
    const person = await visit(world.ports());
    const { el, sees } = person;
    await sees('Sign in');
    el.querySelector<HTMLInputElement>('[autocomplete=username]')!.value = demoAccount.email;
    el.lang = 'de';
    await soon(() => el.textContent.includes('Anmelden'));
    expect(el.querySelector<HTMLInputElement>('[autocomplete=username]')!.value).to.equal(demoAccount.email);
    el.lang = 'en';
    await soon(() => el.textContent.includes('Sign in'));
    await person.signIn();
    await person.toPayment();
    const form = el.querySelector('.leb-sandbox')!;
    const select = el.querySelector('select')!;
    select.value = 'slow';
    el.lang = 'ar-EG';
    await soon(() => el.shadowRoot!.querySelector('.journey')!.getAttribute('dir') === 'rtl');
    await soon(() => person.shown().includes('٨٤'));
    expect([form.isConnected, select.value]).to.deep.equal([true, 'slow']);
    const pay = el
      .shadowRoot!.querySelector('leb-checkout-panel')!
      .shadowRoot!.querySelector<HTMLButtonElement>('[part=pay]')!;
    expect(textOf(pay)).to.match(/٨٤/u);
    pay.click();
    await soon(() => world.sending.count === 1);
    el.lang = 'de';
    await soon(() => person.shown().includes('84,00'));
    expect(form.isConnected).to.be.true;
    letThrough();
    await soon(() => el.shadowRoot!.querySelector('leb-receipt') !== null);
    el.lang = 'en';
    await sees('Renewed');
    await person.press('Done');
    expect(world.sending.count).to.equal(1);
  });
});

describe('texts of the page', () => {
  afterEach(() => {
    for (const tag of ['en', 'de', 'de-AT']) overrideTexts(tag, {});
    document.querySelectorAll('body > div:has(:defined)').forEach((each) => each.remove());
  });

  const renew = (el: StatusBadge) => textOf(el.shadowRoot!.querySelector('[part=renew]'));

  it('are said at once by elements that are there already, and taken back', async () => {
    const { page, el } = await badge();
    overrideTexts('en', { status: { renew: 'Top up' } });
    await soon(() => renew(el) === 'Top up');
    overrideTexts('en', {});
    await soon(() => renew(el) === 'Renew');
    page.lang = 'de-AT';
    await soon(() => renew(el) === 'Verlängern');
    overrideTexts('de', { status: { renew: 'Aufladen' } });
    await soon(() => renew(el) === 'Aufladen');
    overrideTexts('de-AT', { status: { renew: 'Nachladen' } });
    await soon(() => renew(el) === 'Nachladen');
    page.lang = 'de';
    await soon(() => renew(el) === 'Aufladen');
  });

  it('reach what every part says of the same', async () => {
    overrideTexts('en', { checkout: { pay: (amount) => `Order and pay ${amount}` } });
    const { $ } = await onPage('leb-checkout-panel', {
      state: { status: 'paying', run, renewal: awaiting(), form: 'ready', problem: null, inDoubt: false },
    });
    await soon(() => textOf($('[part=pay]')) === 'Order and pay US$84.00');
  });
});

/** An element as a server has left it: in a shadow root that was there before it. Says it for the first time. */
function takenOver<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  left: string,
  given: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  const page = document.body.appendChild(document.createElement('div'));
  page.lang = 'de';
  const el = document.implementation.createHTMLDocument().createElement(tag);
  el.attachShadow({ mode: 'open' }).append(document.createElement(left));
  page.append(el);
  Object.assign(el, { clock: stoppedClock(), ...given });
  (el as unknown as { performUpdate(): void }).performUpdate();
  return el;
}

describe('an element that a server has rendered', () => {
  afterEach(() => {
    overrideTexts('en', {});
    document.querySelectorAll('body > div:has(:defined)').forEach((each) => each.remove());
  });

  it('says the same first, and then what the page says instead', async () => {
    overrideTexts('en', { status: { renew: 'Top up' } });
    const el = takenOver('leb-status-badge', 'div', { card: card(), lang: 'en' });
    expect(readIn(el)).to.contain('Renew').and.not.to.contain('Top up');
    await says(el, 'Top up');
  });

  it('without a word in it is in the language of the page from the first', async () => {
    await loadLanguage('de');
    const state = { status: 'signed-out', run, problem: null } as const;
    expect(readIn(takenOver('leb-sign-in', 'slot', { state }))).to.contain('Passwort');
    const served = takenOver('leb-status-badge', 'div', { card: card() });
    expect(readIn(served)).to.contain('Renew');
    await says(served, 'Verlängern');
  });
});

describe('the language for designers', () => {
  afterEach(() => document.querySelectorAll('body > div:has(:defined)').forEach((each) => each.remove()));

  it('is longer, in brackets, and leaves dates and amounts as they are', async () => {
    const { page, el } = await onPage('leb-status-badge', { card: card({ entitlement: entitlement() }) });
    const length = readIn(el).length;
    page.lang = 'en-XA';
    await says(el, /\[Ŕéé/);
    expect(readIn(el)).to.include('12').and.include('2026');
    expect(readIn(el).length / length).to.be.within(1.2, 1.6);
  });
});

import { expect } from '@open-wc/testing';
import { inLanguage } from '@leb-renew/core';
import { browserPorts, PayEvent, TokenWantedEvent, type LebRenewalElement } from '@leb-renew/widget';
import '@leb-renew/widget/payment-form/define';
import '@leb-renew/widget/plan-picker/define';
import '@leb-renew/widget/renewal/define';
import '@leb-renew/widget/status-badge/define';
import { languageTags, overrideTexts } from '@leb-renew/widget/text';
import { overrides } from '../../packages/widget/src/text/overrides.ts';
import { messages as german } from '../../packages/widget/src/text/de/index.ts';
import { endpoint, token } from './endpoint/endpoint.ts';
import { expiresAt, usd } from './fixtures.ts';
import { soon } from './soon.ts';
import { openSandbox, seen } from './visit.ts';

/** The samples of a page of docs/ as they are printed there, by their heading. */
async function samples(name: string): Promise<(heading: string, language?: string) => string> {
  const page = await (await fetch(`/docs/${name}.md`)).text();
  return (heading, language = '\\w+') =>
    new RegExp(`## ${heading}\n.*?\`\`\`${language}\n(.*?)\n\`\`\``, 's').exec(page)?.[1] ?? '';
}

/** A page with the sample of a dialog on it, at a shop in memory. */
async function setup() {
  const sample = await samples('elements');
  const page = document.createElement('div');
  page.innerHTML = sample('Over the page');
  document.body.append(page);
  const el = page.querySelector('leb-renewal') as LebRenewalElement;
  el.ports = openSandbox().ports();
  const run = (heading: string, change = (text: string) => text) => {
    const script = document.createElement('script');
    script.text = `{${change(sample(heading))}}`;
    document.head.append(script);
    script.remove();
  };
  return { el, run, button: page.querySelector('button')! };
}

describe('the samples of docs/elements.md', () => {
  const { title } = document;
  afterEach(() => {
    document.querySelectorAll('leb-renewal').forEach((each) => each.parentElement?.remove());
    document.title = title;
    sessionStorage.clear();
  });

  it('open the journey by a button of the page', async () => {
    const { el, button } = await setup();
    expect(el.state.isOpen).to.equal(false);
    button.click();
    await soon(() => el.state.isOpen && seen(el).includes('Sign in to renew'));
  });

  it('open it by a call, and hear of every step', async () => {
    const { el, run } = await setup();
    run('From your own code', (text) => text.replace('c_7f3kq2', 'card-global'));
    await soon(() => document.title === 'Your cards');
    expect(el.state).to.include({ isOpen: true, cardRef: 'card-global' });
  });

  it('stop a payment', async () => {
    const { run, el } = await setup();
    run('Before something cannot be undone');
    const isStopped = () => !el.dispatchEvent(new PayEvent());
    expect(isStopped()).to.equal(false);
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    const stopped = isStopped();
    Reflect.deleteProperty(navigator, 'onLine');
    expect(stopped).to.equal(true);
  });

  it('bring a token, and another when it has ended', async () => {
    const { el, run } = await setup();
    const fetched = window.fetch;
    let count = 0;
    window.fetch = (address) => {
      expect(address).to.equal('/renewal-token');
      return Promise.resolve(new Response(`token-${(count += 1)}`));
    };
    run('Where your page signs people in');
    expect(el.token).to.equal('');
    await soon(() => el.token === 'token-1');
    el.dispatchEvent(new TokenWantedEvent());
    await soon(() => el.token === 'token-2');
    window.fetch = fetched;
  });
});

describe('the sample of a payment form alone', () => {
  it('opens what the server handed over, and leads on when it was sent', async () => {
    const sample = await samples('elements');
    const fetched = window.fetch;
    const data = { paymentId: 'p-1', clientSecret: 's-1', confirmUrl: '/sandbox/confirm', methods: ['card'] };
    const handoff = { provider: 'sandbox', amount: usd(8400), expiresAt, livemode: false, data };
    window.fetch = (address) =>
      Promise.resolve(
        Response.json(address === '/orders/7/handoff' ? handoff : { state: 'succeeded', problemCode: null }),
      );
    const page = document.body.appendChild(document.createElement('div'));
    page.innerHTML = sample('The payment form alone', 'html');
    const script = Object.assign(document.createElement('script'), { type: 'module' });
    script.text = sample('The payment form alone', 'js').replace(
      `location.assign('/thank-you')`,
      `document.title = 'Thank you'`,
    );
    document.head.append(script);
    const form = page.querySelector('leb-payment-form')!;
    await new Promise((ready) => form.addEventListener('leb-payment-ready', ready, { once: true }));
    page.querySelector('button')!.click();
    await soon(() => document.title === 'Thank you');
    script.remove();
    page.remove();
    window.fetch = fetched;
  });
});

describe('the sample of a badge and plans alone', () => {
  it('gives them the card and the plans of whoever is signed in, in a form with a button of its own', async () => {
    const sample = await samples('elements');
    const page = document.body.appendChild(document.createElement('div'));
    page.innerHTML = sample('A badge or the plans alone', 'html');
    const picker = page.querySelector('leb-plan-picker')!;
    expect(picker.plans).to.equal(null);
    const code = sample('A badge or the plans alone', 'js');
    for (const name of ['plan-picker', 'status-badge'])
      expect(code).to.include(`import '@leb-renew/widget/${name}/define';`);

    const session = { token, expiresAt, account: { emailMasked: 'm•••@example.com', name: null } };
    const fetched = window.fetch;
    const server = endpoint({ refreshSession: session });
    const bearers: unknown[] = [];
    const answer: typeof server.fetch = (url, init: Parameters<typeof server.fetch>[1] & RequestInit) => {
      if (url.endsWith('/cards')) bearers.push(new Headers(init.headers).get('authorization'));
      return server.fetch(url, init);
    };
    Object.assign(window, { browserPorts, fetch: answer });
    const script = Object.assign(document.createElement('script'), { type: 'module' });
    script.text = code.replace(/^import .*$/gm, '');
    document.head.append(script);
    const isThere = () => seen(page).includes('LEB Global card') && seen(page).includes('84.00');
    await soon(isThere).finally(() => (window.fetch = fetched));
    expect(bearers).to.deep.equal([`Bearer ${token}`]);

    const buttons = [...picker.shadowRoot!.querySelectorAll('button')];
    expect(buttons.filter((button) => button.checkVisibility())).to.deep.equal([]);
    const form = page.querySelector('form')!;
    const sent: unknown[] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent.push(...new FormData(form));
    });
    form.querySelector('button')!.click();
    expect(sent).to.deep.equal([['plan', 'year']]);
    script.remove();
    page.remove();
  });
});

describe('the samples of docs/languages.md', () => {
  /** A sample is a module; here what it imports is put beside it. */
  const run = async (heading: string) => {
    const sample = (await samples('languages'))(heading);
    expect(sample).to.include(`from '@leb-renew/widget/text';`);
    const script = document.createElement('script');
    script.text = `{${sample.replace(/^import .*$/gm, '')}}`;
    Object.assign(window, { inLanguage, languageTags, overrideTexts });
    document.head.append(script);
    script.remove();
  };

  it('let a person choose the language of the page, from the one that is shown', async () => {
    const { lang } = document.documentElement;
    for (const [of, shown] of [
      ['en', 'English'],
      ['de-AT', 'Deutsch'],
      ['zh-HK', '繁體中文'],
      ['pt', 'português (Brasil)'],
      ['nl', 'English'],
    ] as const) {
      document.documentElement.lang = of;
      const select = document.body.appendChild(document.createElement('select'));
      select.id = 'language';
      await run('A choice on your page');
      expect(select.selectedOptions[0]?.text.toLowerCase(), of).to.equal(shown.toLowerCase()); // Browsers differ.
      expect([...select.options].map(({ text }) => text)).to.include.members([
        'English',
        'Deutsch',
        '日本語',
      ]);
      select.value = 'ja';
      select.dispatchEvent(new Event('change'));
      expect(document.documentElement.lang).to.equal('ja');
      select.remove();
    }
    document.documentElement.lang = lang;
  });

  it('say it in the words of the page', async () => {
    await run('Your own words');
    const [status, checkout] = [
      overrides.lay(german.status, 'status', 'de-AT'),
      overrides.lay(german.checkout, 'checkout', 'de'),
    ];
    overrideTexts('de', {});
    overrideTexts('de-AT', {});
    expect([status.renew, checkout.pay('84 €')]).to.deep.equal(['Jetzt aufladen', 'Jetzt 84 € bezahlen']);
  });
});

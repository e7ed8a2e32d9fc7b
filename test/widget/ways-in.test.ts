import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { fine, problem, type RenewalApi } from '@leb-renew/core';
import { createSandbox, demoAccount, sandboxLink } from '@leb-renew/core/sandbox';
import { browserClock, type Ports, type LebRenewalElement } from '@leb-renew/widget';
import '@leb-renew/widget/renewal/define';
import { sandboxPayments } from '@leb-renew/widget/payments/sandbox';
import { writeHistory } from '../../packages/widget/src/page/write-history.ts';
import { card } from './fixtures.ts';
import { soon } from './soon.ts';
import { personAt, seen } from './visit.ts';

type Cards = Awaited<ReturnType<RenewalApi['cards']>>;

interface Way {
  /** Behind the `#` of the address. */
  readonly fragment?: string;
  readonly token?: string | null;
  readonly api?: Partial<RenewalApi>;
}

/** A person who comes to the page, and what the server was asked. */
async function setup({ fragment = '', token = null, api = {} }: Way = {}) {
  const clock = browserClock();
  const sandbox = createSandbox({ clock, supplierDelayMs: 60 });
  const asked: string[] = [];
  const listened = new Proxy<RenewalApi>(
    { ...sandbox.api, ...api },
    {
      get(all, name: keyof RenewalApi) {
        const call = all[name] as (...request: unknown[]) => unknown;
        return (...given: unknown[]) => {
          asked.push([name, ...given.filter((each) => typeof each === 'string')].join(' '));
          return call(...given);
        };
      },
    },
  );
  const ports: Ports = {
    api: listened,
    clock,
    payments: [sandboxPayments(({ paymentId }, request) => sandbox.confirm(paymentId, request))],
    tickets: { load: () => null, save: () => {}, clear: () => {} },
  };
  if (fragment !== '') history.replaceState(null, '', `${location.pathname}?kept=1#${fragment}`);
  const wanted: string[] = [];
  const el = document.createElement('leb-renewal');
  el.lang = 'en';
  el.ports = ports;
  el.token = token;
  el.addEventListener('leb-token-wanted', ({ type }) => wanted.push(type));
  document.body.append(el);
  const addressAtOnce = location.hash;
  await el.updateComplete;
  const person = personAt(el);
  return {
    ...person,
    el,
    asked,
    wanted,
    addressAtOnce,
    field: (name: string) => el.querySelector<HTMLInputElement>(`[name=${name}]`)!,
    async become(next: string | null) {
      el.token = next;
      await el.updateComplete;
    },
    signIn: person.trySignIn,
  };
}

const link = `leb-renew=${sandboxLink('card-global')}`;
const resetToken = 'token-of-a-reset-mail';
const reset = `leb-reset=${resetToken}`;
const ended = { ok: false, problem: problem('not-signed-in') } as const;

describe('the ways into <leb-renewal>', () => {
  afterEach(async () => {
    Reflect.deleteProperty(history, 'replaceState');
    document.querySelector('leb-renewal')?.remove();
    // Safari takes a hundred in ten seconds, and this file is quick.
    await waitUntil(() => writeHistory('replaceState', null, location.pathname), 'the address goes back', {
      timeout: 12_000,
    });
  });

  for (const fragment of [link, reset, 'leb-renew=', 'leb-reset=cut%20"short'])
    it(`takes #${fragment} out of the address at once, and nothing else`, async () => {
      const { addressAtOnce } = await setup({ fragment });
      expect(addressAtOnce).to.equal('');
      expect(location.search).to.equal('?kept=1');
      expect(location.href.includes('#')).to.equal(false);
    });

  it('follows a link that the browser does not let us take out of the address', async () => {
    history.replaceState(null, '', `#${link}`);
    history.replaceState = () => {
      throw new DOMException('more than 100 times per 10 seconds', 'SecurityError');
    };
    const { sees } = await setup();
    await sees('Choose a plan');
  });

  it('takes a link out of the address, and keeps the rest, where the history may not be written', async () => {
    history.replaceState(null, '', `${location.pathname}?kept=1#${link}`);
    history.replaceState = () => {
      throw new DOMException('Not here', 'SecurityError');
    };
    const { addressAtOnce, sees } = await setup();
    expect(addressAtOnce).to.equal('');
    expect(location.search).to.equal('?kept=1');
    await sees('You opened a link to renew this card.');
  });

  it('follows a link that stays in the address once, and again when it is opened again', async () => {
    history.replaceState(null, '', `#${link}`);
    history.replaceState = () => {}; // As where the page's own `navigate` listener says no.
    const first = await setup();
    await first.sees('You opened a link to renew this card.');
    first.el.remove();
    const { sees } = await setup();
    await sees('Sign in to renew');
    expect(location.hash).to.equal(`#${link}`);
    Reflect.deleteProperty(history, 'replaceState');
    for (const hash of ['', `#${link}`]) {
      history.replaceState(null, '', `${location.pathname}${hash}`);
      dispatchEvent(new Event('hashchange'));
    }
    await sees('You opened a link to renew this card.');
  });

  it('leaves what is not ours in the address', async () => {
    await setup({ fragment: 'chapter-2' });
    expect(location.hash).to.equal('#chapter-2');
  });

  it('opens the one card of a renewal link at its plans, and no other', async () => {
    const { el, asked, sees, shown } = await setup({ fragment: link });
    await sees('Continue with 1 year');
    expect(shown()).to.contain('You opened a link to renew this card.');
    expect(shown()).to.contain('LEB Global card');
    expect(shown()).not.to.contain('All cards');
    expect(asked).not.to.contain('refreshSession');
    await expect(el).to.be.accessible();
  });

  it('keeps the place of the plans of a linked card until it knows in which zone their dates are', async () => {
    let known: (cards: Cards) => void = () => {};
    const cards = new Promise<Cards>((resolve) => (known = resolve));
    const { el, sees, asked } = await setup({ fragment: link, api: { cards: () => cards } });
    await soon(() => asked.includes('plans'));
    const picker = () => el.shadowRoot!.querySelector('leb-plan-picker');
    await sees('Looking up plans');
    expect(picker()!.plans).to.equal(null);
    const sandbox = createSandbox({ clock: browserClock() });
    await sandbox.api.signIn(demoAccount);
    const answer = await sandbox.api.cards();
    if (answer.ok) for (const card of answer.value.cards) card.entitlement.zone = 'Asia/Shanghai';
    known(answer);
    await sees('Continue with 1 year');
    expect(picker()!.zone).to.equal('Asia/Shanghai');
    expect(picker()!.clock === el.ports!.clock).to.equal(true);
  });

  it('says why the plans of a linked card are not shown, and tries again', async () => {
    let isUp = false;
    const broken: Cards = { ok: false, problem: problem('unavailable') };
    const shop = createSandbox({ clock: browserClock() });
    await shop.api.signIn(demoAccount);
    const { sees, press } = await setup({
      fragment: link,
      api: { cards: () => (isUp ? shop.api.cards() : Promise.resolve(broken)) },
    });
    await sees('The shop cannot answer at the moment.');
    isUp = true;
    await press('Try again');
    await sees('Continue with 1 year');
  });

  it('pays through a renewal link, and comes back to that card alone', async () => {
    const { sees, press, shown } = await setup({ fragment: link });
    await press('Continue with 1 year');
    await press('Pay US$84.00 and renew');
    await sees('Active until');
    await press('Done');
    await sees('Your cards');
    await sees('LEB Global card');
    expect(shown()).not.to.contain('tablet');
    expect(shown()).to.contain('Sign in to see everything');
  });

  it('leads from the one card of a link to everything', async () => {
    const { sees, press, signIn, shown } = await setup({ fragment: link });
    await sees('Continue with 1 year');
    await press('Sign in to see everything');
    await signIn();
    await sees('Your cards');
    expect(shown()).to.contain('Sign out');
  });

  it('asks about a renewal of the linked card that is open already', async () => {
    const first = await setup({ fragment: link });
    await first.press('Continue with 1 year');
    await first.sees('Pay US$84.00');
    const { ports } = first.el;
    first.el.remove();
    history.replaceState(null, '', `#${link}`);
    const again = await fixture<LebRenewalElement>(
      html`<leb-renewal lang="en" .ports=${ports}></leb-renewal>`,
    );
    await soon(() => seen(again.shadowRoot!).includes('Looking up where your renewal stands.'));
  });

  for (const [what, fragment] of [
    ['has ended', 'leb-renew=token-of-a-link-that-has-ended'],
    ['was cut short', 'leb-renew=tok'],
  ] as const)
    it(`says that a renewal link ${what}, and offers the form`, async () => {
      const { sees, field } = await setup({ fragment });
      await sees('This link has run out. Sign in instead, or look for a newer mail.');
      expect(field('password').checkVisibility()).to.equal(true);
    });

  it('opens a link once the way to the server is there', async () => {
    let reachable = false;
    const { api } = createSandbox({ clock: browserClock() });
    const { sees } = await setup({
      fragment: link,
      api: {
        openLink: (request) =>
          reachable ? api.openLink(request) : Promise.resolve({ ok: false, problem: problem('offline') }),
      },
    });
    await sees('You are offline.');
    reachable = true;
    dispatchEvent(new Event('online'));
    await sees('You opened a link to renew this card.');
  });

  it('sets a new password by the link of a reset mail, and signs nobody in', async () => {
    const sent: unknown[] = [];
    const { sees, press, field, signIn, shown } = await setup({
      fragment: reset,
      api: { setPassword: (request) => (sent.push(request), Promise.resolve({ ok: true, value: null })) },
    });
    await sees('Choose a new password');
    field('password').value = 'renew-me-again';
    await press('Set new password');
    await sees('Your new password is set.');
    expect(sent).to.deep.equal([{ token: resetToken, password: 'renew-me-again' }]);
    expect(shown()).not.to.contain('Your cards');
    await signIn();
    await sees('Your cards');
  });

  it('asks for another mail when the link of one has ended', async () => {
    const { sees, press, field } = await setup({ fragment: reset });
    await sees('Choose a new password');
    field('password').value = 'renew-me-again';
    await press('Set new password');
    await sees('This link has run out. Ask for a new one here.');
    field('email').value = demoAccount.email;
    await press('Send link');
    await sees('Check your mail');
  });

  it('follows a link that is opened in the page that asked for it', async () => {
    const { sees, press } = await setup();
    await sees('Sign in to renew');
    await press('Forgot your password?');
    location.hash = reset;
    await sees('Choose a new password');
    expect(location.hash).to.equal('');
  });

  it('asks nobody to sign in who comes with a token of the page, and uses that token', async () => {
    const { asked, sees, shown, wanted } = await setup({ token: 'token-of-the-host' });
    await sees('Your cards');
    expect(asked).to.contain('authorize token-of-the-host');
    expect(asked).not.to.contain('refreshSession');
    expect(shown()).not.to.contain('Sign out');
    expect(wanted).to.deep.equal([]);
  });

  it('asks the page for a token when there is none, and goes on with it', async () => {
    const { el, sees, press, wanted, become } = await setup({ token: '' });
    await sees('Sign in on this site, then go on here. Nothing is lost.');
    expect(el.querySelector('input') === null).to.equal(true);
    expect(wanted).to.deep.equal([]);
    await press('Sign in');
    expect(wanted).to.deep.equal(['leb-token-wanted']);
    await become('token-of-the-host');
    await sees('Your cards');
  });

  it('asks the page once for each token that has ended, and goes on at the same card', async () => {
    let isGood = true;
    const { api } = createSandbox({ clock: browserClock() });
    api.authorize('token-of-the-host');
    const { sees, renew, wanted, become, el } = await setup({
      token: 'token-of-the-host',
      api: { plans: (request) => (isGood ? api.plans(request) : Promise.resolve(ended)) },
    });
    await sees('LEB Global card');
    isGood = false;
    await renew('LEB Global card');
    await sees('You are no longer signed in.');
    expect(wanted).to.deep.equal(['leb-token-wanted']);
    await expect(el).to.be.accessible();
    isGood = true;
    await become('next-token-of-the-host');
    await sees('Continue with 1 year');
    expect(wanted).to.deep.equal(['leb-token-wanted']);
  });

  it('shows nothing of one person to the next whom the page signs in', async () => {
    const { sees, press, renew, shown, become } = await setup({ token: 'token-of-mira' });
    await renew('LEB Global card');
    await press('Continue with 1 year');
    await sees('Pay US$84.00');
    await become('');
    await sees('Sign in on this site');
    expect(shown()).not.to.contain('Pay US$84.00');
    await become('token-of-noor');
    await sees('Your cards');
  });

  it('forgets what one person has typed before the next signs in', async () => {
    const cards = Array.from({ length: 7 }, (_, place) => card({ cardRef: `card-${place}` }));
    const { el, signIn, sees, press, field } = await setup({
      api: { cards: () => Promise.resolve(fine({ cards })) },
    });
    const search = () => el.shadowRoot!.querySelector('leb-card-list')?.shadowRoot?.querySelector('input');
    await signIn();
    await soon(search);
    search()!.value = '8985 2000 0000 0000 1234';
    search()!.dispatchEvent(new InputEvent('input'));
    await press('Sign out');
    await sees('Sign in to renew');
    expect(field('email').value).to.equal('');
    await signIn();
    await sees('Your cards');
    await soon(search);
    expect(search()!.value).to.equal('');
  });

  for (const nonsense of [7, {}, undefined] as unknown[])
    it(`survives a token that is ${typeof nonsense}`, async () => {
      const { sees, become } = await setup({ token: nonsense as string });
      await sees('Sign in to renew');
      await become('token-of-the-host');
      await sees('Your cards');
    });
});

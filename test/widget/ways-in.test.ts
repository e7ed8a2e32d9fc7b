import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { problem, type RenewalApi } from '@leb-renew/core';
import { createSandbox, demoAccount, sandboxLink } from '@leb-renew/core/sandbox';
import { browserClock, type Ports, type RenewalJourney } from '@leb-renew/widget';
import '@leb-renew/widget/define';
import { sandboxPayments } from '@leb-renew/widget/payments/sandbox';
import { textOf } from './page.ts';

/** Everything a person could read in and under a node, shadow roots and slots included. */
function seen(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLSlotElement) return node.assignedNodes().map(seen).join('');
  if (node instanceof Element && node.shadowRoot !== null) return seen(node.shadowRoot);
  return node instanceof HTMLStyleElement ? '' : `${[...node.childNodes].map(seen).join('')} `;
}

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
  const shown = () => seen(el.shadowRoot!).replaceAll(/\s+/g, ' ');
  const sees = (text: string) =>
    waitUntil(() => shown().includes(text), `does not show “${text}” but: ${shown()}`, { timeout: 6_000 });
  const buttons = (root: Element | ShadowRoot): HTMLButtonElement[] =>
    [...root.querySelectorAll('*')].flatMap((each) => [
      ...(each instanceof HTMLButtonElement ? [each] : []),
      ...(each.shadowRoot === null ? [] : buttons(each.shadowRoot)),
    ]);
  const press = async (name: string) => {
    const find = () =>
      [...buttons(el.shadowRoot!), ...buttons(el)].find(
        (each) => textOf(each) === name && each.ariaDisabled !== 'true' && each.checkVisibility(),
      );
    await waitUntil(() => find() !== undefined, `there is no button “${name}” in: ${shown()}`);
    find()!.click();
    await el.updateComplete;
  };
  const renew = async (label: string) => {
    await sees(label);
    const badges = (root: Element | ShadowRoot): Element[] =>
      [...root.querySelectorAll('*')].flatMap((each) =>
        each.localName === 'leb-status-badge'
          ? each
          : each.shadowRoot === null
            ? []
            : badges(each.shadowRoot),
      );
    const badge = badges(el.shadowRoot!).find((each) => seen(each).includes(label))!;
    buttons(badge.shadowRoot!)
      .find((each) => textOf(each) === 'Renew')!
      .click();
    await el.updateComplete;
  };
  return {
    el,
    asked,
    wanted,
    addressAtOnce,
    shown,
    sees,
    press,
    renew,
    field: (name: string) => el.querySelector<HTMLInputElement>(`[name=${name}]`)!,
    async become(next: string | null) {
      el.token = next;
      await el.updateComplete;
    },
    async signIn() {
      await sees('Sign in to renew');
      el.querySelector<HTMLInputElement>('[name=email]')!.value = demoAccount.email;
      el.querySelector<HTMLInputElement>('[name=password]')!.value = demoAccount.password;
      await press('Sign in');
    },
  };
}

const link = `leb-renew=${sandboxLink('card-global')}`;
const resetToken = 'token-of-a-reset-mail';
const reset = `leb-reset=${resetToken}`;
const ended = { ok: false, problem: problem('not-signed-in') } as const;

describe('the ways into <leb-renewal>', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname);
    document.querySelector('leb-renewal')?.remove();
  });

  for (const fragment of [link, reset, 'leb-renew=', 'leb-reset=cut%20"short'])
    it(`takes #${fragment} out of the address at once, and nothing else`, async () => {
      const { addressAtOnce } = await setup({ fragment });
      expect(addressAtOnce).to.equal('');
      expect(location.search).to.equal('?kept=1');
      expect(location.href.includes('#')).to.equal(false);
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

  it('shows the plans of a linked card before it knows its state', async () => {
    const { sees } = await setup({ fragment: link, api: { cards: () => new Promise(() => {}) } });
    await sees('Continue with 1 year');
  });

  it('pays through a renewal link, and comes back to that card alone', async () => {
    const { sees, press, shown } = await setup({ fragment: link });
    await press('Continue with 1 year');
    await press('Pay US$84.00');
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
    const again = await fixture<RenewalJourney>(html`<leb-renewal lang="en" .ports=${ports}></leb-renewal>`);
    await waitUntil(() => seen(again.shadowRoot!).includes('Looking up where your renewal stands.'));
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
  });

  for (const nonsense of [7, {}, undefined] as unknown[])
    it(`survives a token that is ${typeof nonsense}`, async () => {
      const { sees, become } = await setup({ token: nonsense as string });
      await sees('Sign in to renew');
      await become('token-of-the-host');
      await sees('Your cards');
    });
});

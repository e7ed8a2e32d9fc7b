import { expect } from '@open-wc/testing';
import { trouble, type Answer, type RenewalApi } from '@leb-renew/core';
import { readSandboxHandoff } from '@leb-renew/core/contract';
import { sandboxLink } from '@leb-renew/core/sandbox';
import { textOf } from './page.ts';
import { soon } from './soon.ts';
import { browser, openSandbox, visit } from './visit.ts';

const label = 'LEB Global card';

const valueOf = async <T>(asked: Promise<Answer<T>>): Promise<T> => {
  const answer = await asked;
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
};

/** A person who is signed in, and what the server was asked. */
async function setup(changes: (api: RenewalApi) => Partial<RenewalApi> = () => ({}), name?: string) {
  const asked: string[] = [];
  const shop = openSandbox({}, 0);
  const ports = shop.ports(name);
  const { api } = ports;
  Object.assign(api, changes(shop.api));
  for (const call of ['receipts', 'receipt'] as const) {
    const real = api[call] as (...wish: unknown[]) => unknown;
    Object.assign(api, {
      [call]: (...wish: unknown[]) => {
        asked.push(call);
        return real(...wish);
      },
    });
  }
  const person = await visit(ports);
  const troubles: string[] = [];
  person.el.addEventListener('leb-problem', ({ problem: { code } }) => troubles.push(code));
  const panel = () => person.el.shadowRoot!.querySelector('leb-receipt')?.shadowRoot ?? null;
  return {
    ...person,
    ports,
    asked,
    troubles,
    /** Pays for a plan of the card, in another tab. */
    async pays(planId: string) {
      const quote = await valueOf(shop.api.quote({ cardRef: 'card-global', planId, currency: 'USD' }));
      const begun = await valueOf(shop.api.begin(quote));
      const handoff = readSandboxHandoff(begun.status === 'awaiting-payment' ? begun.handoff.data : null);
      if (!handoff.ok) throw new Error('no handoff');
      const { paymentId, clientSecret } = handoff.value;
      await shop.confirm(paymentId, { clientSecret, method: 'card', scenario: 'approve' });
      let status = '';
      await soon(() => {
        void shop.api.renewal(begun).then((answer) => (status = answer.ok ? answer.value.status : ''));
        return status === 'renewed';
      });
    },
    title: () => textOf(panel()?.querySelector('h2') ?? null),
    papers: () => [...(panel()?.querySelectorAll<HTMLElement>('.paper') ?? [])],
    focused: () => textOf(panel()?.activeElement ?? null),
  };
}

describe('the receipts of a card', () => {
  afterEach(() => {
    document.querySelectorAll('leb-renewal').forEach((each) => each.remove());
    sessionStorage.clear();
  });

  it('are a step away from the cards, the newest in full, and lead back', async () => {
    const { el, pays, signIn, press, sees, papers, title, focused } = await setup();
    await signIn();
    await pays('global-1m');
    await pays('global-12m');
    await press(`Receipts of ${label}`);
    await sees('shown above');
    expect(el.state.step).to.equal('receipts');
    expect(focused(), 'the heading').to.equal(title());
    expect(papers().map((each) => /1 (year|month)/.exec(textOf(each))?.[0])).to.deep.equal([
      '1 year',
      '1 month',
    ]);
    expect(textOf(papers()[0]!)).to.contain('shown above');
    const newest = title();
    papers()[1]!.focus();
    papers()[1]!.click();
    await soon(() => title() !== newest && focused() === title());
    expect(textOf(papers()[1]!)).to.contain('shown above');
    await press('All cards');
    await sees('Your cards');
    await soon(() => el.shadowRoot!.activeElement?.localName === 'h2');
  });

  it('stay with a reload and go with the browser’s way back', async () => {
    const first = await setup(undefined, 'reload');
    await first.signIn();
    await first.pays('global-1m');
    await first.press(`Receipts of ${label}`);
    await first.sees('R-2026');
    first.el.remove();
    const again = await visit(first.ports);
    await again.sees('All cards');
    await again.sees('R-2026');
    await browser('back');
    await again.sees('Your cards');
    await browser('forward');
    await again.sees('R-2026');
  });

  it('are listed below a receipt that is new, and each can be looked at before one is done', async () => {
    const { pays, signIn, toPayment, press, sees, papers, title } = await setup();
    await signIn();
    await pays('global-12m');
    await toPayment();
    await press('Pay US$84.00');
    await sees('shown above');
    expect(papers()).to.have.length(2);
    const renewed = title();
    papers()[1]!.click();
    await soon(() => title() !== renewed);
    await press('Done');
    await sees('Your cards');
  });

  it('say so when nothing has been paid', async () => {
    const { signIn, press, sees, troubles } = await setup();
    await signIn();
    await press(`Receipts of ${label}`);
    await sees('There are no receipts for this card yet.');
    expect(troubles).to.deep.equal([]);
    await press('Done');
    await sees('Your cards');
  });

  it('are none where the server is older than their list: that is no trouble', async () => {
    const { signIn, toPayment, press, sees, papers, asked, troubles } = await setup(() => ({
      receipts: () => Promise.resolve(trouble('not-found')),
    }));
    await signIn();
    await toPayment();
    await press('Pay US$84.00');
    await sees('Visa');
    await soon(() => asked.includes('receipts'));
    expect([papers().length, troubles]).to.deep.equal([0, []]);
    await press('Done');
    await press(`Receipts of ${label}`);
    await sees('There are no receipts for this card yet.');
    expect(troubles).to.deep.equal([]);
  });

  it('are neither offered to nor asked for whoever came by a renewal link', async () => {
    const { ports, asked, ...person } = await setup();
    person.el.remove();
    history.replaceState(null, '', `#leb-renew=${sandboxLink('card-global')}`);
    const { sees, press, button } = await visit(ports);
    await sees('You opened a link');
    expect(button('Receipts')).to.equal(undefined);
    await press('Continue with 1 year');
    await press('Pay US$84.00');
    await sees('Visa');
    expect(asked).to.deep.equal(['receipt']);
    await press('Done');
    await sees(label);
    expect(button('Receipts')).to.equal(undefined);
  });

  it('that cannot be read are asked for again when the person says so', async () => {
    let isBroken = true;
    const { el, signIn, press, sees, button, troubles, focused, pays } = await setup(({ receipts }) => ({
      receipts: (wish) => (isBroken ? Promise.resolve(trouble('unavailable')) : receipts(wish)),
    }));
    await signIn();
    await pays('global-1m');
    await press(`Receipts of ${label}`);
    await sees('Try again');
    expect(troubles).to.deep.equal(['unavailable']);
    isBroken = false;
    button('Try again')!.focus();
    await press('Try again');
    await sees('R-2026');
    expect(focused()).to.contain('Active until');
    expect(el.state.step).to.equal('receipts');
  });

  it('do not keep a renewal from being seen: the new receipt is asked for again in its place', async () => {
    let isBroken = true;
    const { signIn, toPayment, press, sees, title, troubles } = await setup(({ receipt }) => ({
      receipt: (wish) => (isBroken ? Promise.resolve(trouble('unavailable')) : receipt(wish)),
    }));
    await signIn();
    await toPayment();
    await press('Pay US$84.00');
    await sees('Your payment is safe, and the receipt is kept for you.');
    expect(title()).to.contain('Active until');
    expect(troubles).to.deep.equal(['unavailable']);
    isBroken = false;
    await press('Try again');
    await sees('Visa');
  });

  it('come by themselves when the person is back', async () => {
    let isOffline = true;
    const { signIn, press, sees } = await setup(({ receipts }) => ({
      receipts: (wish) => (isOffline ? Promise.resolve(trouble('offline')) : receipts(wish)),
    }));
    await signIn();
    await press(`Receipts of ${label}`);
    await sees('You are offline.');
    isOffline = false;
    dispatchEvent(new Event('online'));
    await sees('There are no receipts for this card yet.');
  });
});

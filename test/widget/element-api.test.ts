import { expect } from '@open-wc/testing';
import { Misuse, problem, type RenewalApi } from '@leb-renew/core';
import type { LebRenewalElement, OpenOptions, Ports } from '@leb-renew/widget';
import { soon } from './soon.ts';
import { openSandbox, visit } from './visit.ts';
import { heardBy } from './warnings.ts';

async function setup(api: Partial<RenewalApi> = {}) {
  const asked: string[] = [];
  const shop = openSandbox();
  const listened = Object.fromEntries(
    Object.entries({ ...shop.api, ...api }).map(([name, call]) => [
      name,
      (...given: unknown[]) => {
        asked.push(name);
        return (call as (...all: unknown[]) => unknown)(...given);
      },
    ]),
  ) as unknown as RenewalApi;
  const ports = { ...shop.ports(), api: listened };
  const person = await visit(ports);
  return { ...shop, ...person, ports, asked };
}

describe('what a page can do with <leb-renewal>', () => {
  afterEach(() => {
    document.querySelectorAll('leb-renewal').forEach((each) => each.remove());
  });

  it('tells the developer once that it was given no world, unless that comes right after', async () => {
    const ear = heardBy(console);
    const [early, late, none] = [0, 1, 2].map(() => document.createElement('leb-renewal'));
    early!.ports = openSandbox().ports();
    document.body.append(early!, late!, none!);
    await Promise.all([late!.updateComplete, none!.updateComplete]);
    late!.ports = openSandbox().ports();
    await soon(() => ear.warnings.length > 0);
    none!.requestUpdate();
    await none!.updateComplete;
    ear.stop();
    expect(ear.warnings).to.deep.equal([
      '<leb-renewal>: endpoint or ports must be given: without either nothing is shown',
    ]);
    expect(none!.shadowRoot!.textContent.trim()).to.equal('');
  });

  it('opens it at a card with a plan picked', async () => {
    const { el, signIn, sees } = await setup();
    await signIn();
    await sees('LEB Global card');
    el.open({ cardRef: 'card-global', planId: 'global-3m' });
    await sees('Continue with 3 months');
    expect(el.state.cardRef).to.equal('card-global');
  });

  it('opens it at a card before anybody is signed in', async () => {
    const { el, sees } = await setup();
    el.open({ cardRef: 'card-global' });
    await sees('Sign in to renew');
    const [name, password] = el.querySelectorAll('input');
    name!.value = 'mira@example.com';
    password!.value = 'renew-me-please';
    el.querySelector<HTMLButtonElement>('form .primary')!.click();
    await sees('Continue with 1 year');
  });

  it('tells the developer of a card that nobody has, and shows those that there are', async () => {
    const { el, signIn, sees } = await setup();
    await signIn();
    await sees('LEB Global card');
    const ear = heardBy(console);
    el.open({ cardRef: 'card-of-another' });
    await soon(() => el.state.step === 'cards');
    ear.stop();
    await sees('Your cards');
    expect(ear.warnings).to.deep.equal([
      '<leb-renewal>: open: options.cardRef is "card-of-another", must be a card of this account',
    ]);
  });

  for (const [options, message] of [
    [null, 'open: options is null, must be an object'],
    [7, 'open: options is 7, must be an object'],
    [{ cardRef: 7 }, 'open: options.cardRef is 7, must be text'],
    [{ cardRef: 'card-global', planId: {} }, 'open: options.planId is an object, must be text'],
    [{ planId: 'year' }, 'open: options.cardRef is undefined, must be given together with planId'],
  ] as unknown as [OpenOptions, string][])
    it(`throws when it is opened with ${JSON.stringify(options)}`, async () => {
      const { el } = await setup();
      expect(() => {
        el.open(options);
      }).to.throw(Misuse, message);
    });

  it('reads again what is shown', async () => {
    const { el, signIn, sees, asked } = await setup();
    await signIn();
    await sees('LEB Global card');
    const before = asked.filter((call) => call === 'cards').length;
    el.refresh();
    await soon(() => asked.filter((call) => call === 'cards').length === before + 1);
  });

  it('hands out a state that nobody can change, and the same until it is another', async () => {
    const { el, signIn } = await setup();
    const { state } = el;
    el.requestUpdate();
    await el.updateComplete;
    expect(el.state === state).to.equal(true);
    expect(Object.isFrozen(state)).to.equal(true);
    await signIn();
    expect(el.state === state).to.equal(false);
    expect(() => {
      (el as { state: unknown }).state = state;
    }).to.throw(TypeError);
  });

  it('says what stands in the way', async () => {
    const { el, signIn, renew, press, sees } = await setup({
      quote: () => Promise.resolve({ ok: false, problem: problem('card-changed') }),
    });
    await signIn();
    await renew();
    await press('Continue with 1 year');
    await sees('Your card has changed');
    expect(el.state.problem).to.equal('card-changed');
    expect(el.state.charged).to.equal('no');
  });

  it('does not tell a page that nothing was charged while that is in doubt', async () => {
    const shop = openSandbox({
      renewal: () => Promise.resolve({ ok: false, problem: problem('not-signed-in') }),
    });
    const ports = shop.ports();
    ports.tickets.save({ renewalId: 'renewal-1', renewalToken: null, confirming: true });
    const { el, sees } = await visit(ports);
    await sees('Sign in to renew');
    expect(el.state).to.include({ charged: 'unknown', problem: 'not-signed-in' });
  });
});

describe('what could not be read', () => {
  afterEach(() => {
    document.querySelectorAll('leb-renewal').forEach((each) => each.remove());
  });

  for (const [what, call, way] of [
    ['the cards', 'cards', 'Sign out'],
    ['the plans', 'plans', 'All cards'],
  ] as const)
    it(`${what}: says so, tries again, and leaves a way back`, async () => {
      const shop = openSandbox();
      let isReachable = false;
      const answer = shop.api[call] as () => Promise<unknown>;
      const { el, signIn, sees, press, button, renew } = await setup({
        [call]: (...request: []) =>
          isReachable ? answer(...request) : Promise.resolve({ ok: false, problem: problem('timeout') }),
      });
      shop.api.authorize('the session of this sandbox');
      await signIn();
      if (call === 'plans') await renew();
      await sees('The shop did not answer in time.');
      expect(el.state.problem).to.equal('timeout');
      expect(button(way)).not.to.equal(undefined);
      isReachable = true;
      await press('Try again');
      await sees(call === 'cards' ? 'LEB Global card' : 'Continue with 1 year');
      expect(el.state.problem).to.equal(null);
    });
});

describe('nonsense given to <leb-renewal>', () => {
  const [good] = [() => openSandbox().ports()];
  const rows: [what: string, given: Partial<LebRenewalElement>, warning: RegExp][] = [
    [
      'an endpoint that is no address',
      { endpoint: 'http://' },
      /endpoint is "http:\/\/", must be a web address or a path/,
    ],
    [
      'an endpoint of another kind',
      { endpoint: 'mailto:a@b.example' },
      /endpoint is "mailto:a@b.example", must be/,
    ],
    ['an endpoint that is no text', { endpoint: 7 as never }, /endpoint is 7, must be text/],
    ['ports that are no object', { ports: 'all' as never }, /ports is "all", must be an object/],
    ['ports without a server', { ports: {} as Ports }, /ports\.api is undefined, must be an object/],
    [
      'a server that cannot be asked',
      { ports: { ...good(), api: {} } as Ports },
      /createJourney: api\.authorize is undefined, must be a function/,
    ],
    [
      'payments that cannot be opened',
      { ports: { ...good(), name: 'x', payments: [null] as never } },
      /createJourney: payments\.0\.provider is undefined, must be the name of a provider/,
    ],
  ];

  afterEach(() => {
    document.querySelectorAll('leb-renewal').forEach((each) => each.remove());
  });

  for (const [what, given, warning] of rows)
    it(`${what}: a clear state, one warning, and all well when it is right`, async () => {
      const ear = heardBy(console);
      const el = Object.assign(document.createElement('leb-renewal'), { lang: 'en', ...given });
      document.body.append(el);
      await el.updateComplete;
      el.requestUpdate();
      await el.updateComplete;
      ear.stop();
      expect(ear.warnings.length).to.equal(1);
      expect(ear.warnings[0]).to.match(warning);
      expect(el.shadowRoot!.textContent).to.contain('The shop does not know this address.');
      expect(el.state.problem).to.equal('not-found');
      el.endpoint = '';
      el.ports = good();
      await el.updateComplete;
      await soon(() => el.state.step === 'sign-in');
      expect(el.state.problem).to.equal(null);
    });
});

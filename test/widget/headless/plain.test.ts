import { expect } from '@open-wc/testing';
import { problem, trouble } from '@leb-renew/core';
import type { JourneyPorts } from '@leb-renew/core/journey';
import { showRenewal } from '../../../examples/headless/plain.ts';
import { openWorld } from '../../../examples/headless/world.ts';
import { soon } from '../soon.ts';
import { personAt } from './person.ts';

/** The example's page as it stands in its index.html, and a person in front of it. */
async function setup(ports: JourneyPorts<HTMLElement> = openWorld()) {
  ports.tickets.clear();
  return open(ports);
}

async function open(ports: JourneyPorts<HTMLElement>) {
  const page = new DOMParser().parseFromString(
    await (await fetch('/examples/headless/index.html')).text(),
    'text/html',
  );
  const root = document.adoptNode(page.querySelector('main')!);
  document.body.append(root);
  const stop = showRenewal(root, ports);
  const leave = () => {
    stop();
    root.remove();
  };
  return { root, ports, leave, ...personAt(root) };
}

describe('the headless example in plain TypeScript', () => {
  it('leads from the sign-in to a renewed card and its receipt', async () => {
    const { sees, press, signIn, shown, leave } = await setup();
    await signIn();
    await sees('days left, last day');
    await press('Renew LEB Global card');
    await sees('$84.00');
    await press('Continue');
    await sees('Review and pay');
    await sees('$84.00');
    await press('Pay now');
    await sees('Receipt');
    expect(shown()).to.contain('Visa •• 4242').and.to.contain('Your card is renewed.');
    await press('Done');
    await sees('Your cards');
    leave();
  });

  it('takes out of the address what a provider has added to it, and nothing else', () => {
    const before = new URL(location.href);
    before.searchParams.set('order', '7');
    const after = new URL(before);
    after.searchParams.set('payment_intent', 'pi_7');
    after.searchParams.set('payment_intent_client_secret', 'pi_7_secret_x');
    after.searchParams.set('redirect_status', 'succeeded');
    const { href } = location;
    history.replaceState(history.state, '', after);
    openWorld();
    const shown = location.href;
    history.replaceState(history.state, '', href);
    expect(shown).to.equal(before.href);
  });

  it('says why a payment was declined and what to do, and takes the next one', async () => {
    const { sees, press, signIn, shown, choosesScenario, leave } = await setup();
    await signIn();
    await press('Renew LEB Global card');
    await press('Continue');
    await choosesScenario('Not enough funds');
    await press('Pay now');
    await sees('Not enough money available. What to do: other method.');
    expect(shown()).not.to.contain('Renewed');
    await choosesScenario('The bank approves');
    await press('Pay now');
    await sees('Receipt');
    leave();
  });

  it('goes on after a reload in the middle, without signing in', async () => {
    const first = await setup();
    await first.signIn();
    await first.press('Renew LEB Global card');
    await first.press('Continue');
    await first.sees('Review and pay');
    first.leave();
    const second = await open(first.ports);
    await second.sees('Review and pay');
    await second.press('Pay now');
    await second.sees('Receipt');
    second.leave();
  });

  it('says that a password is wrong, keeps the address and asks again', async () => {
    const { root, sees, press, signIn, type, leave } = await setup();
    await signIn('wrong');
    await sees('E-mail or password is wrong. What to do: fix input.');
    type('Password', 'renew-me-please');
    await press('Sign in');
    await sees('Your cards');
    expect(root.querySelector<HTMLInputElement>('[name=password]')!.value).to.equal('');
    leave();
  });

  it('says what the server could not do, and asks again on wish', async () => {
    const world = openWorld();
    let isDown = true;
    const cards = () => (isDown ? Promise.resolve(trouble('unavailable')) : world.api.cards());
    const { sees, press, signIn, leave } = await setup({ ...world, api: { ...world.api, cards } });
    await signIn();
    await sees('The server cannot answer at the moment. What to do: try again.');
    isDown = false;
    await press('Try again');
    await sees('Renew LEB Global card');
    await press('Sign out');
    await sees('I forgot my password');
    leave();
  });

  it('talks to a server of its own when it is given the address of one', async () => {
    const { fetch } = window;
    const asked: string[] = [];
    window.fetch = (url) => {
      asked.push(url as string);
      return Promise.resolve(new Response(JSON.stringify(problem('wrong-credentials')), { status: 401 }));
    };
    const ports = openWorld('https://shop.example/renewal');
    window.fetch = fetch;
    const { sees, signIn, leave } = await setup(ports);
    await signIn();
    await sees('E-mail or password is wrong.');
    expect(asked).to.deep.equal([
      'https://shop.example/renewal/session/refresh',
      'https://shop.example/renewal/session',
    ]);
    leave();
  });

  it('sends a test payment to where the server’s handoff says', async () => {
    const [payments] = openWorld('https://shop.example/renewal').payments;
    const confirmUrl = 'https://shop.example/sandbox/payment-1/confirm';
    const data = { paymentId: 'payment-1', clientSecret: 'secret-1', confirmUrl, methods: ['card'] };
    const opened = await payments!.open(
      {
        provider: 'sandbox',
        amount: { value: 8400, currency: 'USD' },
        expiresAt: '',
        livemode: false,
        data,
      } as never,
      document.createElement('div'),
      { locale: 'en', tokens: new Map(), returnUrl: '' },
    );
    const { fetch } = window;
    const sent: unknown[] = [];
    let answer = Response.json({ state: 'succeeded', problemCode: null });
    window.fetch = (url, init) => {
      sent.push([url, init?.method, JSON.parse(init?.body as string)]);
      return Promise.resolve(answer);
    };
    const confirm = async () => (opened.ok ? (await opened.value.confirm()).kind : 'not opened');
    expect(await confirm()).to.equal('ask-server');
    answer = Response.json(problem('server-error'), { status: 500 });
    expect(await confirm()).to.equal('unknown');
    window.fetch = fetch;
    const wish = { clientSecret: 'secret-1', method: 'card', scenario: 'approve' };
    expect(sent[0]).to.deep.equal([confirmUrl, 'POST', wish]);
  });

  it('says how many paid days a renewal drops, before it is paid', async () => {
    const world = openWorld();
    const begin: typeof world.api.begin = async (wish) => {
      const answer = await world.api.begin(wish);
      if (!answer.ok) return answer;
      const { quote } = answer.value;
      const effect = { ...quote.effect, losesDays: 13 };
      return { ok: true, value: { ...answer.value, quote: { ...quote, effect } } };
    };
    const { sees, press, signIn, leave } = await setup({ ...world, api: { ...world.api, begin } });
    await signIn();
    await press('Renew LEB Global card');
    await press('Continue');
    await sees('you lose 13 days');
    leave();
  });

  it('hears nothing of the page any more once it has gone', async () => {
    const { root, sees, press, signIn, leave } = await setup();
    await signIn();
    await press('Renew LEB Global card');
    await press('Continue');
    await sees('Review and pay');
    leave();
    let drawn = 0;
    Object.defineProperty(root, 'querySelectorAll', { get: () => void (drawn += 1) });
    dispatchEvent(new Event('online'));
    expect(drawn).to.equal(0);
  });

  it('asks to sign in when the session has ended, and comes back to the same card', async () => {
    const { ports, sees, press, signIn, leave } = await setup();
    await signIn();
    await press('Renew LEB Global card');
    await sees('$84.00');
    ports.api.authorize(null);
    await press('Continue');
    await sees('No session, or it has ended. What to do: sign in.');
    await signIn();
    await sees('$84.00');
    leave();
  });

  it('asks to sign in when the session has ended before the plans were read', async () => {
    const { ports, sees, press, signIn, leave } = await setup();
    await signIn();
    await sees('Renew LEB Global card');
    ports.api.authorize(null);
    await press('Renew LEB Global card');
    await sees('No session, or it has ended. What to do: sign in.');
    await signIn();
    await sees('$84.00');
    leave();
  });

  it('shows one screen for every status of both machines, and two for choosing', async () => {
    const { root, leave } = await setup();
    const on = [...root.querySelectorAll('section')].flatMap((each) => each.dataset['on']!.split(' '));
    const statuses = [
      ...['signed-out', 'signing-in', 'code', 'verifying', 'waiting', 'locked', 'opening-link'],
      ...[
        'resetting',
        'sending-reset',
        'reset-sent',
        'new-password',
        'setting-password',
        'password-set',
        'cards',
        'plans',
        'quoting',
        'agreeing',
        'opening',
        'reviewing',
      ],
      ...['paying', 'confirming', 'checking', 'cancelling', 'resuming', 'extending', 'renewed', 'held'],
    ];
    expect(on.toSorted()).to.deep.equal(statuses.toSorted());
    leave();
  });

  it('moves the focus to the heading of the next screen, for those who do not see it', async () => {
    const { root, sees, press, signIn, leave } = await setup();
    root.querySelector<HTMLInputElement>('[name=email]')!.focus();
    await signIn();
    await sees('Your cards');
    const heading = () => (document.activeElement as HTMLElement).innerText;
    expect(heading()).to.equal('Your cards');
    await press('Renew LEB Global card');
    await soon(() => heading() === 'Choose a plan');
    leave();
  });

  it('passes the accessibility audit at every step', async () => {
    const { root, sees, press, signIn, leave } = await setup();
    await expect(root).to.be.accessible();
    await signIn();
    await sees('days left, last day');
    await expect(root).to.be.accessible();
    await press('Renew LEB Global card');
    await sees('$84.00');
    await expect(root).to.be.accessible();
    await press('Continue');
    await sees('Review and pay');
    await expect(root).to.be.accessible();
    await press('Pay now');
    await sees('Receipt');
    await expect(root).to.be.accessible();
    leave();
  });
});

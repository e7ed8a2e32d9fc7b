import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  fine,
  Misuse,
  problem,
  trouble,
  type Answer,
  type PaymentForm,
  type RenewalApi,
  type Session,
  type Ticket,
} from '@leb-renew/core';
import type { BeginRequest } from '@leb-renew/core/contract';
import { createJourney, openPaymentDesk, type JourneyPorts } from '@leb-renew/core/journey';
import { renewalIn } from './examples/renewal.ts';
import { choice, openJourney, openWorld, type Counter } from './journey/stage.ts';

const session: Session = {
  token: 'session-of-the-host',
  expiresAt: '2026-11-21T08:00:00Z',
  account: { emailMasked: 'm•••@example.com', name: null },
};

describe('a journey', () => {
  test('leads from signing in to an extended card, with no page around it', async () => {
    const { clock, renewal, forms, drawer, toForm } = openJourney();
    await toForm();
    assert.equal(renewal.state.status, 'paying');
    assert.equal(forms.length, 1);
    assert.deepEqual([forms[0]?.counter.name, forms[0]?.returnUrl], ['till 1', 'app://till/1']);
    assert.equal(drawer.ticket?.confirming, false);
    renewal.send({ type: 'pay' });
    assert.equal(drawer.ticket.confirming, true);
    await clock.pass(5_000);
    assert.equal(renewal.state.status, 'renewed');
    assert.equal(drawer.ticket, null);
    assert.equal(forms[0]?.disposed, true);
  });

  test('keeps the form that is open when a payment is declined', async () => {
    const { clock, renewal, forms, hand, toForm, trouble } = openJourney();
    await toForm();
    hand.scenario = 'insufficient-funds';
    renewal.send({ type: 'pay' });
    await clock.pass(0);
    assert.deepEqual([renewal.state.status, trouble()], ['paying', 'insufficient-funds']);
    hand.scenario = 'approve';
    renewal.send({ type: 'pay' });
    await clock.pass(5_000);
    assert.equal(renewal.state.status, 'renewed');
    assert.equal(forms.length, 1);
  });

  for (const scenario of ['lost-answer', 'breaks'] as const) {
    test(`asks the server what became of a payment whose outcome is unknown: ${scenario}`, async () => {
      const { clock, renewal, forms, hand, toForm } = openJourney();
      await toForm();
      hand.scenario = scenario;
      renewal.send({ type: 'pay' });
      assert.equal(renewal.state.status, 'confirming');
      assert.equal(forms[0]?.disposed, false); // It may be busy leading to the bank.
      await clock.pass(0);
      assert.notEqual(renewal.state.status, 'paying');
      await clock.pass(60_000);
      assert.equal(renewal.state.status, scenario === 'lost-answer' ? 'renewed' : 'paying');
    });
  }

  test('leaves the form alone while it asks, and asks one question at a time', async () => {
    let asked = 0;
    const { clock, renewal, forms, hand, toForm } = openJourney({
      api: {
        renewal: () => {
          asked += 1;
          return Promise.resolve(trouble('offline', { charged: 'unknown' }));
        },
      },
    });
    await toForm();
    hand.scenario = 'lost-answer';
    renewal.send({ type: 'pay' });
    await clock.pass(60_000);
    assert.equal(renewal.state.status, 'checking');
    assert.equal(forms[0]?.disposed, false);
    asked = 0;
    for (let looks = 0; looks < 3; looks++) {
      renewal.send({ type: 'look' });
      await clock.pass(0);
    }
    await clock.pass(15_000);
    assert.equal(asked, 4); // Three looks, and then the next one in its turn.
  });

  test('goes back to the plans, cancels what was open and puts the form away', async () => {
    const { clock, renewal, forms, drawer, toForm } = openJourney();
    await toForm();
    renewal.send({ type: 'back' });
    await clock.pass(0);
    assert.equal(renewal.state.status, 'choosing');
    assert.equal(forms[0]?.disposed, true);
    assert.equal(drawer.ticket, null);
  });

  test('finds its renewal again on the next page, without signing in', async () => {
    const first = openJourney();
    await first.toForm();
    first.journey.dispose();
    const second = openJourney({ world: first });
    second.journey.resume();
    await second.clock.pass(0);
    assert.equal(second.renewal.state.status, 'paying');
    second.renewal.send({ type: 'pay' });
    await second.clock.pass(5_000);
    assert.equal(second.renewal.state.status, 'renewed');
  });

  test('finds its person again on the next page', async () => {
    const first = openJourney();
    await first.signsIn();
    first.journey.dispose();
    const { clock, journey, signIn, renewal } = openJourney({ world: first });
    journey.resume();
    await clock.pass(0);
    assert.equal(signIn.state.status, 'signed-in');
    renewal.send({ type: 'choose', choice });
    await clock.pass(0);
    assert.equal(renewal.state.status, 'paying');
  });

  test('asks whoever has begun to sign in for nothing else', async () => {
    let asked = 0;
    let found: (answer: Answer<Session>) => void = () => {};
    const { clock, journey, signIn } = openJourney({
      api: {
        refreshSession: () => {
          asked += 1;
          return new Promise((resolve) => (found = resolve));
        },
      },
    });
    journey.resume();
    await clock.pass(0);
    signIn.send({ type: 'forgot' });
    found(fine(session));
    await clock.pass(0);
    assert.deepEqual([asked, signIn.state.status], [1, 'resetting']);
    signIn.send({ type: 'back' });
    journey.resume();
    await clock.pass(0);
    assert.deepEqual([asked, signIn.state.status], [1, 'signed-out']);
  });

  test('says nothing when there is no session to find: nobody has asked for one', async () => {
    const { clock, journey, signIn } = openJourney({
      api: { refreshSession: () => Promise.resolve(trouble('unavailable')) },
    });
    journey.resume();
    await clock.pass(0);
    assert.deepEqual(signIn.state, { status: 'signed-out', run: 0, problem: null });
  });

  test('begins nothing before the person has agreed to what the quote asks for, and says what that was', async () => {
    const begun: BeginRequest[] = [];
    const world = openWorld({ withdrawal: 'waived-with-consent' });
    const { clock, signsIn, renewal } = openJourney({
      world,
      api: {
        begin: (request) => {
          begun.push(request);
          return world.sandbox.api.begin(request);
        },
      },
    });
    await signsIn();
    renewal.send({ type: 'choose', choice });
    await clock.pass(0);
    assert.deepEqual([renewal.state.status, begun], ['agreeing', []]);
    renewal.send({ type: 'agree', text: 'Start at once.' });
    await clock.pass(0);
    assert.equal(renewal.state.status, 'paying');
    assert.deepEqual(
      begun.map(({ consent }) => consent),
      [{ kind: 'withdrawal-waived', text: 'Start at once.' }],
    );
  });

  test('begins with nothing when there is nothing to go on with', async () => {
    const { journey, renewal } = openJourney();
    journey.resume();
    assert.equal(renewal.state.status, 'choosing');
  });

  test('asks nothing, remembers nothing and tells nobody after its end', async () => {
    const { clock, journey, signIn, renewal, forms, drawer, toForm } = openJourney();
    await toForm();
    renewal.send({ type: 'pay' });
    const ticket = drawer.ticket;
    let told = 0;
    renewal.subscribe(() => (told += 1));
    signIn.subscribe(() => (told += 1));
    signIn.send({ type: 'expired', problem: problem('not-signed-in') });
    signIn.send({ type: 'forgot' });
    signIn.send({ type: 'reset', email: 'mira@example.com' });
    told = 0;
    journey.dispose();
    await clock.pass(60_000);
    assert.equal(told, 0);
    assert.equal(forms[0]?.disposed, true);
    assert.equal(drawer.ticket, ticket);
  });

  test('asks nothing after its end that it had put off, nor for whoever is signed in then', async () => {
    let asked = 0;
    const { clock, journey, signIn, renewal, hand, toForm } = openJourney({
      api: {
        renewal: () => {
          asked += 1;
          return Promise.resolve(trouble('offline', { charged: 'unknown' }));
        },
        authorize: () => void (asked += 1),
        signOut: () => {
          asked += 1;
          return Promise.resolve(fine(null));
        },
      },
    });
    await toForm();
    hand.scenario = 'lost-answer';
    renewal.send({ type: 'pay' });
    await clock.pass(500);
    assert.equal(renewal.state.status, 'checking');
    journey.dispose();
    asked = 0;
    signIn.send({ type: 'adopt', session });
    signIn.send({ type: 'sign-out' });
    renewal.send({ type: 'look' });
    await clock.pass(60_000);
    assert.equal(asked, 0);
  });
});

describe('a session that ends in the middle of paying', () => {
  test('does not stop the payment: the renewal’s own token goes on', async () => {
    const { clock, api, signIn, renewal, toForm } = openJourney();
    await toForm();
    renewal.send({ type: 'pay' });
    api.authorize(null);
    signIn.send({ type: 'expired', problem: problem('not-signed-in') });
    await clock.pass(5_000);
    assert.equal(signIn.state.status, 'signed-out');
    assert.equal(renewal.state.status, 'renewed');
  });

  test('does not move a payment form that is open, neither when it ends nor when there is a new one', async () => {
    const { clock, api, signIn, renewal, forms, toForm, signsIn } = openJourney();
    await toForm();
    const before = renewal.state;
    api.authorize(null);
    signIn.send({ type: 'expired', problem: problem('not-signed-in') });
    await signsIn();
    assert.equal(renewal.state, before);
    assert.equal(forms.length, 1);
    renewal.send({ type: 'pay' });
    await clock.pass(5_000);
    assert.equal(renewal.state.status, 'renewed');
  });

  test('keeps the ticket that only a session opens, and finds the same renewal after signing in again', async () => {
    const first = openJourney();
    await first.toForm();
    const { renewalId = '' } = first.drawer.ticket ?? {};
    first.journey.dispose();
    first.drawer.ticket = { renewalId, renewalToken: null, confirming: true };
    first.api.authorize(null);

    const { clock, signIn, renewal, drawer, journey, signsIn, trouble } = openJourney({ world: first });
    journey.resume();
    await clock.pass(0);
    assert.deepEqual([renewal.state.status, trouble()], ['choosing', 'not-signed-in']);
    assert.equal(drawer.ticket?.renewalId, renewalId);
    await signsIn();
    assert.equal(signIn.state.status, 'signed-in');
    await clock.pass(30_000);
    assert.ok(renewal.state.status === 'paying');
    assert.equal(renewal.state.renewal.renewalId, renewalId);
  });

  test('is told by the server when a plan is chosen', async () => {
    const { clock, api, signIn, renewal, signsIn, trouble } = openJourney();
    await signsIn();
    api.authorize(null);
    renewal.send({ type: 'choose', choice });
    await clock.pass(0);
    assert.ok(signIn.state.status === 'signed-out');
    assert.equal(signIn.state.problem?.code, 'not-signed-in');
    assert.equal(trouble(), 'not-signed-in');
    await signsIn();
    assert.equal(trouble(), null);
  });

  test('is not the one that somebody has begun since', async () => {
    let answer: (answer: Awaited<ReturnType<RenewalApi['quote']>>) => void = () => {};
    const { clock, signIn, renewal, signsIn } = openJourney({
      api: { quote: () => new Promise((resolve) => (answer = resolve)) },
    });
    await signsIn();
    renewal.send({ type: 'choose', choice });
    signIn.send({ type: 'adopt', session });
    answer(trouble('not-signed-in'));
    await clock.pass(0);
    assert.equal(signIn.state.status, 'signed-in');
  });
});

describe('signing out', () => {
  const other: Session = { ...session, account: { ...session.account, emailMasked: 'l•••@example.com' } };

  test('ends what the person was about: the form, the ticket, and every answer on its way', async () => {
    const { clock, signIn, renewal, forms, drawer, signsIn, toForm } = openJourney();
    await toForm();
    signIn.send({ type: 'sign-out' });
    assert.equal(renewal.state.status, 'choosing');
    assert.equal(forms[0]?.disposed, true);
    assert.equal(drawer.ticket, null);

    await signsIn();
    renewal.send({ type: 'choose', choice });
    signIn.send({ type: 'sign-out' });
    await clock.pass(60_000);
    assert.deepEqual([renewal.state.status, drawer.ticket], ['choosing', null]);
  });

  test('with a payment on its way keeps the ticket for the same person, and shows nobody else', async () => {
    let asked = 0;
    const world = openWorld();
    const { clock, signIn, renewal, hand, drawer, journey, toForm, signsIn } = openJourney({
      world,
      api: {
        renewal: (ticket, reading) => {
          asked += 1;
          return world.api.renewal(ticket, reading);
        },
      },
    });
    await toForm();
    hand.scenario = 'lost-answer';
    renewal.send({ type: 'pay' });
    await clock.pass(0);
    signIn.send({ type: 'sign-out' });
    asked = 0;
    signIn.send({ type: 'adopt', session: other });
    journey.resume();
    await clock.pass(60_000);
    assert.equal(renewal.state.status, 'choosing');
    assert.equal(asked, 0);
    const { renewalToken, confirming } = drawer.ticket ?? {};
    assert.deepEqual([renewalToken, confirming], [null, true]); // Only a session of the same person opens it.

    signIn.send({ type: 'sign-out' });
    assert.equal(drawer.ticket?.confirming, true);
    await signsIn();
    await clock.pass(5_000);
    assert.equal(renewal.state.status, 'renewed');
    assert.equal(drawer.ticket, null);
  });

  test('asks nothing any more that it had put off', async () => {
    let asked = 0;
    const { clock, signIn, renewal, hand, toForm } = openJourney({
      api: {
        renewal: () => {
          asked += 1;
          return Promise.resolve(trouble('offline', { charged: 'unknown' }));
        },
      },
    });
    await toForm();
    hand.scenario = 'lost-answer';
    renewal.send({ type: 'pay' });
    await clock.pass(500);
    assert.equal(renewal.state.status, 'checking');
    asked = 0;
    signIn.send({ type: 'sign-out' });
    await clock.pass(60_000);
    assert.equal(asked, 0);
  });

  test('leaves the ticket to whoever was the last to need it', async () => {
    const { clock, signIn, renewal, hand, toForm, signsIn } = openJourney();
    const shown = () =>
      renewal.state.status === 'renewed'
        ? `renewed: ${renewal.state.renewal.quote.cardRef}`
        : renewal.state.status;
    await toForm();
    hand.scenario = 'lost-answer';
    renewal.send({ type: 'pay' });
    await clock.pass(0);
    signIn.send({ type: 'sign-out' });

    signIn.send({ type: 'adopt', session: other });
    renewal.send({ type: 'choose', choice: { ...choice, cardRef: 'card-today', planId: 'global-1m' } });
    await clock.pass(0);
    renewal.send({ type: 'pay' });
    await clock.pass(0);
    signIn.send({ type: 'sign-out' });

    await signsIn();
    await clock.pass(5_000);
    assert.equal(shown(), 'choosing');
    signIn.send({ type: 'adopt', session: other });
    await clock.pass(5_000);
    assert.equal(shown(), 'renewed: card-today');
  });

  test('keeps apart two links to two cards of one account', async () => {
    const { clock, signIn, renewal, hand, drawer, toForm } = openJourney();
    await toForm();
    hand.scenario = 'lost-answer';
    renewal.send({ type: 'pay' });
    await clock.pass(0);
    signIn.send({ type: 'sign-out' });
    signIn.send({ type: 'adopt', session: { ...session, onlyCard: 'card-other' } });
    await clock.pass(60_000);
    assert.equal(renewal.state.status, 'choosing');
    assert.equal(drawer.ticket?.confirming, true);
  });
});

describe('signing in, in a journey,', () => {
  test('tells why it did not work', async () => {
    const { clock, signIn } = openJourney();
    signIn.send({ type: 'sign-in', email: 'mira@example.com', password: 'wrong' });
    await clock.pass(0);
    assert.ok(signIn.state.status === 'signed-out');
    assert.equal(signIn.state.problem?.code, 'wrong-credentials');
  });

  test('goes through a one-time code where the server asks for one', async () => {
    const challenge = {
      challengeId: 'challenge-1',
      sentTo: 'm•••@example.com',
      digits: 6,
      expiresAt: '2026-11-20T08:10:00Z',
    };
    const { clock, signIn } = openJourney({
      api: {
        signIn: () => Promise.resolve(fine({ kind: 'code', challenge })),
        verifyCode: ({ challengeId, code }) =>
          Promise.resolve(
            challengeId === 'challenge-1' && code === '123456'
              ? fine({ kind: 'session', session })
              : trouble('wrong-code'),
          ),
      },
    });
    signIn.send({ type: 'sign-in', email: 'mira@example.com', password: 'renew-me-please' });
    await clock.pass(0);
    signIn.send({ type: 'verify', code: '000000' });
    await clock.pass(0);
    assert.ok(signIn.state.status === 'code');
    assert.equal(signIn.state.problem?.code, 'wrong-code');
    signIn.send({ type: 'verify', code: '123456' });
    await clock.pass(0);
    assert.equal(signIn.state.status, 'signed-in');
  });

  for (const [answer, status] of [
    [fine(null), 'reset-sent'],
    [trouble('too-many-requests'), 'resetting'],
  ] as const) {
    test(`leads a forgotten password to ${status}`, async () => {
      const { clock, signIn } = openJourney({ api: { requestReset: () => Promise.resolve(answer) } });
      signIn.send({ type: 'forgot' });
      signIn.send({ type: 'reset', email: 'mira@example.com' });
      await clock.pass(0);
      assert.equal(signIn.state.status, status);
    });
  }

  test('sets a new password by the link of a mail, and signs nobody in', async () => {
    const sent: unknown[] = [];
    const { clock, signIn } = openJourney({
      api: { setPassword: (request) => (sent.push(request), Promise.resolve(fine(null))) },
    });
    signIn.send({ type: 'open-reset', token: 'token-of-a-reset-mail' });
    signIn.send({ type: 'set-password', password: 'renew-me-again' });
    await clock.pass(0);
    assert.deepEqual(sent, [{ token: 'token-of-a-reset-mail', password: 'renew-me-again' }]);
    assert.equal(signIn.state.status, 'password-set');
  });

  test('opens a renewal link, and says why one cannot be opened', async () => {
    const { clock, signIn } = openJourney({
      api: {
        openLink: ({ token }) => Promise.resolve(token === 'good' ? fine(session) : trouble('not-signed-in')),
      },
    });
    const opens = async (token: string) => {
      signIn.send({ type: 'open-link', token });
      await clock.pass(0);
      return signIn.state;
    };
    const refused = await opens('old');
    assert.ok(refused.status === 'signed-out');
    assert.equal(refused.problem?.code, 'not-signed-in');
    const opened = await opens('good');
    assert.ok(opened.status === 'signed-in');
    assert.equal(opened.session, session);
  });

  test('lets a person who has tried too often try again after the time that the server says', async () => {
    const throttled = trouble('too-many-requests', { retryAfterSeconds: 30 });
    const { clock, signIn, journey } = openJourney({ api: { signIn: () => Promise.resolve(throttled) } });
    const status = () => signIn.state.status;
    const tries = async () => {
      signIn.send({ type: 'sign-in', email: 'mira@example.com', password: 'wrong' });
      await clock.pass(0);
    };
    await tries();
    await clock.pass(29_000);
    assert.equal(status(), 'waiting');
    await clock.pass(1_000);
    assert.equal(status(), 'signed-out');
    await tries();
    journey.dispose();
    await clock.pass(60_000);
    assert.equal(status(), 'waiting');
  });

  test('uses the session that the host page hands over', async () => {
    const world = openWorld();
    const { clock, signIn, renewal } = openJourney({ world });
    signIn.send({ type: 'adopt', session });
    renewal.send({ type: 'choose', choice });
    await clock.pass(0);
    assert.equal(renewal.state.status, 'paying');
  });

  test('ends at the server too', async () => {
    const { clock, api, signIn, signsIn } = openJourney();
    await signsIn();
    signIn.send({ type: 'sign-out' });
    await clock.pass(0);
    assert.deepEqual(await api.cards(), trouble('not-signed-in'));
  });
});

describe('a payment form, in a journey,', () => {
  const blocked = 'payment-form-blocked';
  for (const [name, opens, code] of [
    ['says no', () => Promise.resolve(trouble('provider-down')), 'provider-down'],
    ['rejects', () => Promise.reject(new Error('script blocked')), blocked],
    [
      'throws',
      () => {
        throw new Error('no script');
      },
      blocked,
    ],
  ] as const) {
    test(`is said to be blocked when its adapter ${name}, and is opened again on wish`, async () => {
      let isDown = true;
      const { clock, renewal, toForm, trouble } = openJourney({
        opens: (form) => (isDown ? opens() : Promise.resolve(fine(form))),
      });
      await toForm();
      assert.ok(renewal.state.status === 'paying');
      assert.deepEqual([renewal.state.form, trouble()], ['blocked', code]);
      isDown = false;
      renewal.send({ type: 'retry' });
      await clock.pass(0);
      assert.equal(renewal.state.form, 'ready');
    });
  }

  test('is said to be blocked when it is not ready in half a minute, and is opened again on wish', async () => {
    let isSlow = true;
    let come = (): void => {};
    const { clock, renewal, forms, toForm, trouble } = openJourney({
      opens: (form) =>
        isSlow ? new Promise((resolve) => (come = () => resolve(fine(form)))) : Promise.resolve(fine(form)),
    });
    await toForm();
    await clock.pass(29_999);
    assert.ok(renewal.state.status === 'paying');
    assert.deepEqual([renewal.state.form, trouble()], ['loading', null]);
    await clock.pass(1);
    assert.deepEqual([renewal.state.form, trouble()], ['blocked', blocked]);
    come();
    await clock.pass(0);
    assert.deepEqual([renewal.state.form, forms[0]?.disposed], ['blocked', true]);
    isSlow = false;
    renewal.send({ type: 'retry' });
    await clock.pass(60_000);
    assert.deepEqual([renewal.state.form, trouble()], ['ready', null]);
  });

  test('is said to be blocked when the page has no adapter for the provider', async () => {
    const { renewal, toForm, trouble } = openJourney({ provider: 'another' });
    await toForm();
    assert.ok(renewal.state.status === 'paying');
    assert.deepEqual([renewal.state.form, trouble()], ['blocked', 'payment-setup']);
  });

  test('may stop working after it was ready', async () => {
    const { renewal, forms, toForm, trouble } = openJourney();
    await toForm();
    forms[0]?.tell({ type: 'complete', complete: true });
    assert.ok(renewal.state.status === 'paying' && renewal.state.form === 'ready');
    forms[0]?.tell({ type: 'blocked', problem: problem(blocked) });
    assert.equal(trouble(), blocked);
  });

  for (const [name, answer] of [
    ['nothing', undefined],
    ['a problem without a code', { ok: false, problem: {} }],
    ['half a form', { ok: true, value: { on: () => () => {} } }],
  ] as const) {
    test(`is said to be blocked when its adapter answers ${name}`, async () => {
      const { renewal, toForm, trouble } = openJourney({ opens: () => Promise.resolve(answer as never) });
      await toForm();
      assert.ok(renewal.state.status === 'paying');
      assert.deepEqual([renewal.state.form, trouble()], ['blocked', blocked]);
    });
  }

  for (const [name, outcome] of [
    ['nothing', undefined],
    ['null', null],
    ['a success, which only the server knows', { kind: 'success' }],
    ['an unknown outcome without its problem', { kind: 'unknown' }],
    ['a problem that is none', { kind: 'declined', problem: { code: 'toString' } }],
  ] as const) {
    test(`leads to a question when it answers ${name}`, async () => {
      const { clock, renewal, toForm, trouble } = openJourney({
        opens: (form) => Promise.resolve(fine({ ...form, confirm: () => Promise.resolve(outcome as never) })),
        api: { renewal: () => new Promise(() => {}) },
      });
      await toForm();
      renewal.send({ type: 'pay' });
      await clock.pass(0);
      assert.deepEqual([renewal.state.status, trouble()], ['checking', 'offline']);
      assert.equal('problem' in renewal.state && renewal.state.problem?.charged, 'unknown');
    });
  }

  test('tells the page, and no machine, what it really offers', async () => {
    const offered: (readonly string[] | null)[] = [];
    const { renewal, forms, toForm } = openJourney({
      stage: { offers: (methods) => void offered.push(methods) },
    });
    await toForm();
    const { state } = renewal;
    forms[0]?.tell({ type: 'methods', methods: ['card', 'paypal'] });
    assert.deepEqual(offered.splice(0).slice(-2), [null, ['card', 'paypal']]);
    assert.equal(renewal.state, state);
    renewal.send({ type: 'back' });
    assert.deepEqual(offered, [null]);
  });

  test('is not said to be blocked, nor taken for ready, because it tells what it offers', async () => {
    let tell = (): void => {};
    const { clock, renewal, toForm, trouble } = openJourney({
      opens: (form) =>
        Promise.resolve(
          fine({
            ...form,
            on(listener) {
              tell = () => listener({ type: 'methods', methods: ['card'] });
              return () => {};
            },
          }),
        ),
    });
    await toForm();
    tell();
    assert.ok(renewal.state.status === 'paying' && renewal.state.form === 'loading');
    await clock.pass(30_000);
    assert.equal(trouble(), blocked);
  });

  test('follows the page: its look, its language, the focus', async () => {
    let locale = 'en';
    const seen: string[] = [];
    const { clock, journey, renewal, forms, toForm } = openJourney({
      stage: {
        view(renewalId) {
          seen.push(renewalId);
          return Promise.resolve({ locale, tokens: new Map(), returnUrl: 'app://till/1' });
        },
      },
    });
    journey.restyle();
    journey.focusForm();
    await toForm();
    locale = 'de';
    journey.restyle();
    journey.focusForm();
    await clock.pass(0);
    assert.ok(renewal.state.status === 'paying');
    const { renewalId } = renewal.state.renewal;
    assert.deepEqual(seen, [renewalId, renewalId]);
    assert.deepEqual([forms[0]?.restyled, forms[0]?.focused], [['de'], 1]);
    journey.restyle();
    renewal.send({ type: 'back' });
    await clock.pass(0);
    assert.deepEqual(forms[0]?.restyled, ['de']);
  });

  test('is not even asked for where the person has gone back before its place was there', async () => {
    let place: (counter: Counter) => void = () => {};
    const { clock, renewal, forms, toForm } = openJourney({
      stage: { container: () => new Promise((resolve) => (place = resolve)) },
    });
    await toForm();
    renewal.send({ type: 'back' });
    await clock.pass(0);
    place({ name: 'till 2' });
    await clock.pass(0);
    assert.equal(forms.length, 0);
  });

  test('that is lost is opened anew, with the same payment', async () => {
    const { clock, renewal, forms, drawer, toForm } = openJourney();
    await toForm();
    const renewalId = drawer.ticket?.renewalId ?? '';
    renewal.send({ type: 'form-lost', renewalId });
    await clock.pass(0);
    assert.deepEqual(
      forms.map(({ disposed }) => disposed),
      [true, false],
    );
    renewal.send({ type: 'pay' });
    await clock.pass(5_000);
    assert.ok(renewal.state.status === 'renewed' && renewal.state.renewal.renewalId === renewalId);
  });

  test('that is lost while it sends leads to a question, and what it tells after all means nothing', async () => {
    let decide = (): void => {};
    const { clock, renewal, forms, drawer, toForm } = openJourney({
      opens: (form) =>
        Promise.resolve(
          fine({
            ...form,
            confirm: () =>
              new Promise((resolve) => {
                decide = () => resolve({ kind: 'declined', problem: problem('payment-declined') });
              }),
          }),
        ),
    });
    await toForm();
    renewal.send({ type: 'pay' });
    renewal.send({ type: 'form-lost', renewalId: drawer.ticket?.renewalId ?? '' });
    const way = [renewal.state.status];
    decide();
    await clock.pass(500);
    way.push(renewal.state.status);
    await clock.pass(10_000);
    way.push(renewal.state.status);
    assert.deepEqual(way, ['checking', 'checking', 'paying']);
    assert.equal('inDoubt' in renewal.state && renewal.state.inDoubt, true);
    assert.equal(forms.length, 2);
  });

  test('that has run out is looked after a second later: the server says what is true', async () => {
    const { clock, renewal, forms, toForm, trouble } = openJourney();
    await toForm();
    assert.ok(renewal.state.status === 'paying');
    const left = Date.parse(renewal.state.renewal.handoff.expiresAt) + 1_000 - clock.now();
    await clock.pass(left - 1);
    assert.equal(renewal.state.status, 'paying');
    await clock.pass(1);
    assert.deepEqual([renewal.state.status, trouble()], ['reviewing', 'quote-expired']);
    assert.equal(forms[0]?.disposed, true);
  });

  test('that is gone with its page runs out for nobody', async () => {
    const { clock, journey, renewal, toForm } = openJourney();
    await toForm();
    journey.dispose();
    const before = renewal.state;
    await clock.pass(60 * 60_000);
    assert.equal(renewal.state, before);
  });

  test('is put away when it opens after the person has gone back', async () => {
    let open = (): void => {};
    const { clock, renewal, forms, toForm } = openJourney({
      opens: (form) => new Promise((resolve) => (open = () => resolve(fine(form)))),
    });
    await toForm();
    renewal.send({ type: 'back' });
    await clock.pass(0);
    open();
    await clock.pass(0);
    assert.equal(forms[0]?.disposed, true);
    assert.equal(renewal.state.status, 'choosing');
  });

  test('leaves nothing to put away when it fails after the person has gone back', async () => {
    let fail = (): void => {};
    const { clock, renewal, toForm, trouble } = openJourney({
      opens: () => new Promise((resolve) => (fail = () => resolve({ ok: false, problem: problem(blocked) }))),
    });
    await toForm();
    renewal.send({ type: 'back' });
    await clock.pass(0);
    fail();
    await clock.pass(0);
    assert.deepEqual([renewal.state.status, trouble()], ['choosing', null]);
  });

  for (const part of ['on', 'dispose'] as const) {
    const fails = () => {
      throw new Error('destroyed already');
    };

    test(`keeps nobody waiting when its adapter fails at ${part}`, async () => {
      let isBroken = true;
      const { clock, renewal, forms, toForm } = openJourney({
        opens: (form) => Promise.resolve(fine(isBroken ? { ...form, [part]: fails } : form)),
      });
      await toForm();
      assert.ok(renewal.state.status === 'paying');
      assert.equal(renewal.state.form, part === 'on' ? 'blocked' : 'ready');
      assert.equal(forms[0]?.disposed, part === 'on');
      isBroken = false;
      const { renewalId } = renewal.state.renewal;
      renewal.send(part === 'on' ? { type: 'retry' } : { type: 'form-lost', renewalId });
      await clock.pass(0);
      assert.deepEqual([renewal.state.form, forms.length], ['ready', 2]);
      renewal.send({ type: 'pay' });
      await clock.pass(10_000);
      assert.equal(renewal.state.status, 'renewed');
    });
  }

  test('that opens after the person has gone back, and cannot be put away, is out of use', async () => {
    let open = (): void => {};
    const { clock, renewal, toForm } = openJourney({
      opens: (form) =>
        new Promise((resolve) => {
          const dispose = () => {
            throw new Error('destroyed already');
          };
          open = () => resolve(fine({ ...form, dispose }));
        }),
    });
    await toForm();
    renewal.send({ type: 'back' });
    open();
    await clock.pass(0);
    assert.equal(renewal.state.status, 'choosing');
  });

  test('that is there is not to blame for a page that fails when it hears of it', async () => {
    const mistake = new Error('a bug of the page');
    const form: PaymentForm = {
      on(listener) {
        listener({ type: 'ready' });
        return () => {};
      },
      confirm: () => new Promise(() => {}),
      focus() {},
      restyle() {},
      dispose() {},
    };
    const desk = openPaymentDesk([{ provider: 'sandbox', open: () => Promise.resolve(fine(form)) }], {
      container: () => null,
      view: () => ({ locale: 'en', tokens: new Map(), returnUrl: 'app://till/1' }),
    });
    const heard: string[] = [];
    const opening = desk.open(renewalIn('awaiting-payment'), ({ type }) => {
      heard.push(type);
      throw mistake;
    });
    await assert.rejects(opening, mistake);
    assert.deepEqual(heard, ['ready']);
  });

  test('that is still loading while another tab pays says nothing of it: what that tab does is waited for', async () => {
    const { clock, drawer, renewal, toForm, trouble } = openJourney({
      opens: (form) => Promise.resolve(fine({ ...form, on: () => () => {} })),
    });
    await toForm();
    assert.ok(renewal.state.status === 'paying');
    const { renewalId } = renewal.state.renewal;
    renewal.send({ type: 'form-blocked', renewalId, problem: problem('paying-elsewhere') });
    await clock.pass(30_000);
    assert.deepEqual([renewal.state.form, trouble()], ['blocked', 'paying-elsewhere']);
    assert.equal(renewal.state.problem?.charged, 'unknown');
    assert.equal(drawer.ticket?.confirming, true);
    renewal.send({ type: 'look' });
    await clock.pass(0);
    assert.deepEqual([renewal.state.form, trouble()], ['blocked', 'paying-elsewhere']);
    renewal.send({ type: 'retry' });
    await clock.pass(7_999);
    assert.equal(renewal.state.status, 'checking');
    await clock.pass(1);
    assert.equal(trouble(), 'payment-not-seen');
  });

  test('that says it is ready when it is not there any more sends no payment', async () => {
    let opened = 0;
    const { clock, renewal, forms, toForm, trouble } = openJourney({
      opens: (form) => ((opened += 1) === 1 ? Promise.resolve(fine(form)) : new Promise(() => {})),
    });
    await toForm();
    forms[0]?.tell({ type: 'blocked', problem: problem(blocked) });
    renewal.send({ type: 'retry' });
    forms[0]?.tell({ type: 'ready' });
    renewal.send({ type: 'pay' });
    await clock.pass(0);
    assert.deepEqual([renewal.state.status, trouble()], ['paying', blocked]);
  });
});

describe('an api that breaks its contract', () => {
  const failing = {
    rejects: [() => Promise.reject(new Error('bug')), 'server-error'],
    throws: [
      () => {
        throw new Error('bug');
      },
      'server-error',
    ],
    'resolves to nothing': [() => Promise.resolve(undefined), 'wrong-answer'],
    'resolves to a value as it is': [() => Promise.resolve({ quoteId: 'quote-1' }), 'wrong-answer'],
    'refuses and does not say why': [() => Promise.resolve({ ok: false }), 'wrong-answer'],
    'brings something else': [() => Promise.resolve({ ok: true, value: {} }), 'wrong-answer'],
  } as const;
  for (const [how, [call, code]] of Object.entries(failing)) {
    test(`is trouble that a person sees, when it ${how}; nothing was charged for a quote`, async () => {
      const { clock, signIn, renewal, signsIn } = openJourney({ api: { quote: call as never } });
      await signsIn();
      renewal.send({ type: 'choose', choice });
      await clock.pass(0);
      assert.ok(renewal.state.status === 'choosing');
      assert.deepEqual([renewal.state.problem?.code, renewal.state.problem?.charged], [code, 'no']);
      assert.equal(signIn.state.status, 'signed-in');
    });

    test(`leaves open whether money moved, when it ${how} about a renewal`, async () => {
      const { clock, renewal, toForm } = openJourney({ api: { cancel: call as never } });
      await toForm();
      renewal.send({ type: 'back' });
      await clock.pass(0);
      assert.ok(renewal.state.status === 'paying');
      assert.deepEqual([renewal.state.problem?.code, renewal.state.problem?.charged], [code, 'unknown']);
    });

    test(`charges nothing for signing in, when it ${how}`, async () => {
      const { signIn, signsIn } = openJourney({ api: { signIn: call as never } });
      await signsIn();
      assert.ok(signIn.state.status === 'signed-out');
      assert.deepEqual([signIn.state.problem?.code, signIn.state.problem?.charged], [code, 'no']);
    });
  }

  test('is trouble that a person sees, when what is to be paid cannot be', async () => {
    const world = openWorld();
    const { clock, renewal, signsIn, trouble } = openJourney({
      world,
      api: {
        begin: async (wish) => {
          const answer = await world.api.begin(wish);
          return answer.ok ? { ok: true, value: { ...answer.value, handoff: null } as never } : answer;
        },
      },
    });
    await signsIn();
    renewal.send({ type: 'choose', choice });
    await clock.pass(0);
    assert.deepEqual([renewal.state.status, trouble()], ['choosing', 'wrong-answer']);
  });

  test('is asked again what became of a payment that was sent', async () => {
    let isBroken = true;
    const world = openWorld();
    const { clock, renewal, hand, toForm, trouble } = openJourney({
      world,
      api: {
        renewal: (...asked) =>
          isBroken ? Promise.resolve({ ok: true, value: {} as never }) : world.api.renewal(...asked),
      },
    });
    await toForm();
    hand.scenario = 'approve';
    renewal.send({ type: 'pay' });
    await clock.pass(0);
    assert.deepEqual([renewal.state.status, trouble()], ['checking', 'wrong-answer']);
    assert.equal('problem' in renewal.state && renewal.state.problem?.charged, 'unknown');
    isBroken = false;
    await clock.pass(10_000);
    assert.equal(renewal.state.status, 'renewed');
  });

  test('is not to blame for what it was given: such a mistake is thrown where errors are heard', async () => {
    const mistake = new Misuse('quote: cardRef is 7, must be an id');
    const { clock, renewal, signsIn, trouble } = openJourney({
      api: {
        quote: () => {
          throw mistake;
        },
      },
    });
    await signsIn();
    renewal.send({ type: 'choose', choice: { ...choice, cardRef: 7 as never } });
    await assert.rejects(clock.pass(0), mistake);
    assert.deepEqual([renewal.state.status, trouble()], ['choosing', 'invalid-request']);
  });
});

describe('a storage for tickets that is full or blocked', () => {
  const full = () => {
    throw new Error('QuotaExceededError');
  };

  test('does not stop a payment: the page keeps the ticket itself and finds it', async () => {
    const { clock, signIn, renewal, hand, journey, toForm, signsIn } = openJourney({
      tickets: { load: () => null, save: full, clear: full },
    });
    const status = () => renewal.state.status;
    await toForm();
    hand.scenario = 'lost-answer';
    renewal.send({ type: 'pay' });
    assert.equal(status(), 'confirming');
    signIn.send({ type: 'sign-out' });
    assert.equal(status(), 'choosing');
    await signsIn(); // Which resumes.
    await clock.pass(5_000);
    assert.equal(status(), 'renewed');
    renewal.send({ type: 'done' });
    journey.resume();
    assert.equal(status(), 'choosing');
  });

  test('that cannot be read holds nothing', () => {
    const { journey, renewal } = openJourney({ tickets: { load: full } });
    journey.resume();
    assert.equal(renewal.state.status, 'choosing');
  });

  test('is the one that counts again once it takes a ticket', async () => {
    let isFull = true;
    const kept: (Ticket | null)[] = [];
    const { renewal, drawer, clock, journey, toForm } = openJourney({
      tickets: {
        save: (ticket) => {
          if (isFull) full();
          kept.push(ticket);
        },
      },
    });
    await toForm();
    assert.deepEqual(kept, []);
    isFull = false;
    renewal.send({ type: 'pay' });
    assert.equal(kept.length, 1);
    assert.equal(drawer.ticket, null);
    await clock.pass(0);
    journey.dispose();
  });
});

describe('createJourney', () => {
  const { ports, stage } = partsOf();
  const wrong: readonly (readonly [name: string, ports: unknown, stage: unknown, message: RegExp])[] = [
    ['no ports', undefined, stage, /^createJourney: api\.authorize is undefined, must be a function$/],
    ['an api without begin', { ...ports, api: { ...ports.api, begin: 1 } }, stage, /api\.begin is 1,/],
    ['a clock that cannot wake', { ...ports, clock: {} }, stage, /clock\.after is undefined,/],
    ['no place for tickets', { ...ports, tickets: null }, stage, /tickets\.load is undefined,/],
    ['no stage', ports, null, /stage\.container is undefined,/],
    [
      'one payment port, not in a list',
      { ...ports, payments: {} },
      stage,
      /payments is an object, must be a list/,
    ],
    ['a nameless payment port', { ...ports, payments: [{}] }, stage, /payments\.0\.provider is undefined,/],
    [
      'a payment port that opens nothing',
      { ...ports, payments: [{ provider: 'stripe' }] },
      stage,
      /payments\.0\.open is undefined,/,
    ],
  ];
  for (const [name, given, place, message] of wrong) {
    test(`is misused with ${name}, and says so at once`, () => {
      assert.throws(
        () => createJourney(given as JourneyPorts<unknown>, place as never),
        (error: unknown) => error instanceof Misuse && message.test(error.message),
      );
    });
  }

  test('takes what has everything', () => {
    assert.equal(createJourney(ports, stage).renewal.state.status, 'choosing');
  });
});

function partsOf() {
  const { clock, api } = openWorld();
  const ports: JourneyPorts<null> = {
    api,
    clock,
    payments: [{ provider: 'stripe', open: () => Promise.resolve(trouble('provider-down')) }],
    tickets: { load: () => null, save: () => {}, clear: () => {} },
  };
  const stage = {
    container: () => null,
    view: () => ({ locale: 'en', tokens: new Map<string, string>(), returnUrl: '' }),
  };
  return { ports, stage };
}

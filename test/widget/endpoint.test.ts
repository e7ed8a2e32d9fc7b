import { expect } from '@open-wc/testing';
import { fine } from '@leb-renew/core';
import { createClient } from '@leb-renew/core/client';
import type { CallName } from '@leb-renew/core/contract';
import type { Ports } from '@leb-renew/widget';
import '@leb-renew/widget/checkout-panel/define';
import '@leb-renew/widget/plan-picker/define';
import '@leb-renew/widget/receipt/define';
import '@leb-renew/widget/renewal/define';
import { endpoint, faults, type Fault } from './endpoint/endpoint.ts';
import { everythingSaid, standingTime } from './endpoint/standing-time.ts';
import { pageIs, readIn } from './page.ts';
import { soon } from './soon.ts';
import { heardBy } from './warnings.ts';

const within = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((each) => [
    each,
    ...(each.shadowRoot === null ? [] : within(each.shadowRoot)),
  ]);

const payments: Ports['payments'] = [
  {
    provider: 'sandbox',
    open: () =>
      Promise.resolve(
        fine({
          on(listener) {
            listener({ type: 'ready' });
            return () => undefined;
          },
          confirm: () => Promise.resolve({ kind: 'ask-server' }),
          focus: () => undefined,
          restyle: () => undefined,
          dispose: () => undefined,
        }),
      ),
  },
];

/** The whole journey at a server that can be broken, and a person who reads it and presses its buttons. */
async function setup(server = endpoint()) {
  pageIs('visible');
  const { clock, pass } = standingTime();
  const ports: Ports = {
    api: createClient({
      endpoint: 'https://shop.example/renewal',
      fetch: server.fetch,
      aborter: () => new AbortController(),
      clock,
      connection: { isOnline: () => true, onBack: () => () => undefined },
    }),
    clock,
    payments,
    tickets: { load: () => null, save: () => undefined, clear: () => undefined },
  };
  const el = Object.assign(document.createElement('leb-renewal'), { lang: 'en', ports });
  document.body.append(el);
  await everythingSaid();
  const parts = () => [...within(el.shadowRoot!), ...within(el)].filter((each) => each.checkVisibility());
  const buttons = () => parts().filter((each) => each.matches('button:not([aria-disabled=true], :disabled)'));
  const named = (name: string) => buttons().find((each) => readIn(each) === name);
  const page = {
    server,
    pass,
    shown: () => readIn(el.shadowRoot!),
    /** What went wrong, as it is read out. */
    alert: () =>
      parts()
        .filter((each) => each.matches('[role=alert]'))
        .map((each) => readIn(each))
        .join(' '),
    offers: (name: string) => named(name) !== undefined,
    async press(name: string) {
      const button = named(name);
      if (button === undefined) throw new Error(`there is no button “${name}” in: ${page.shown()}`);
      (button as HTMLButtonElement).click();
      await everythingSaid();
    },
    async types(values: Readonly<Record<string, string>>) {
      for (const [name, value] of Object.entries(values)) {
        const field = el.querySelector<HTMLInputElement>(`[name=${name}]`)!;
        field.value = value;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      await everythingSaid();
    },
    leave: () => el.remove(),
  };
  return page;
}

type Page = Awaited<ReturnType<typeof setup>>;

const password = 'correct horse battery';

async function signIn({ types, press }: Page) {
  await types({ email: 'mira@example.com', password });
  await press('Sign in');
}
async function toPlans(page: Page) {
  await signIn(page);
  await page.press('Renew');
}
async function toReview(page: Page) {
  await toPlans(page);
  await page.press('Continue with 1 year');
}
async function toPaid(page: Page) {
  await toReview(page);
  // What a payment takes is loaded for it.
  await soon(() => page.offers('Pay US$84.00 and renew'), 'nobody can pay');
  await page.press('Pay US$84.00 and renew');
}

interface Row {
  /** What the server answers otherwise. */
  readonly server?: () => ReturnType<typeof endpoint>;
  /** The link that led to the page. */
  readonly hash?: string;
  /** Leads to the call. */
  reach(page: Page): Promise<void>;
  /** Every answer but these is right for it. */
  readonly wrong?: readonly Fault[];
  /** Buttons of which one leads away from it. */
  readonly back: readonly string[];
  /** Tries again. */
  again(page: Page): Promise<void>;
  /** What is read once it has worked. */
  readonly then: RegExp;
}

const all = Object.keys(faults) as Fault[];
/** Where nothing is answered, anything that can be read is good. */
const ofNothing: readonly Fault[] = ['cut short', 'the page of a proxy', 'a failure', 'silence'];

const challenge = {
  challengeId: 'challenge-1',
  sentTo: 'm•••@example.com',
  digits: 6,
  expiresAt: '2026-11-22T10:10:00Z',
};

const rows: Partial<Record<CallName, Row>> = {
  signIn: { reach: signIn, back: ['Forgot your password?'], again: signIn, then: /Your cards/ },
  verifyCode: {
    server: () => endpoint({ signIn: { kind: 'code', challenge } }),
    async reach(page) {
      await signIn(page);
      await page.types({ code: '123456' });
    },
    back: ['Sign in again for a new code'],
    again: ({ press }) => press('Confirm'),
    then: /Your cards/,
  },
  requestReset: {
    async reach({ press, types }) {
      await press('Forgot your password?');
      await types({ email: 'mira@example.com' });
      await press('Send link');
    },
    wrong: ofNothing,
    back: ['Back to sign-in'],
    again: ({ press }) => press('Send link'),
    then: /Check your mail/,
  },
  setPassword: {
    hash: '#leb-reset=a-token-of-a-mail',
    async reach({ press, types }) {
      await types({ password });
      await press('Set new password');
    },
    wrong: ofNothing,
    back: ['Back to sign-in'],
    again: ({ press }) => press('Set new password'),
    then: /Your new password is set./,
  },
  openLink: {
    hash: '#leb-renew=a-token-of-a-mail',
    reach: () => Promise.resolve(),
    back: ['Back to sign-in', 'Sign in'],
    again: (page) => (page.offers('Try again') ? page.press('Try again') : signIn(page)),
    then: /Choose a plan|Your cards/,
  },
  cards: {
    reach: signIn,
    back: ['Sign out'],
    again: ({ press }) => press('Try again'),
    then: /LEB Global card/,
  },
  plans: {
    reach: toPlans,
    back: ['All cards'],
    again: ({ press }) => press('Try again'),
    then: /Continue with 1 year/,
  },
  receipts: {
    async reach(page) {
      await signIn(page);
      await page.press('Receipts');
    },
    back: ['All cards'],
    again: ({ press }) => press('Try again'),
    then: /There are no receipts for this card yet./,
  },
  quote: {
    reach: toReview,
    back: ['All cards'],
    again: ({ press }) => press('Continue with 1 year'),
    then: /Review and pay/,
  },
  begin: {
    reach: toReview,
    back: ['Back', 'All cards'],
    again: ({ offers, press }) => press(offers('Try again') ? 'Try again' : 'Continue with 1 year'),
    then: /Pay US\$84\.00 and renew/,
  },
  renewal: {
    reach: toPaid,
    back: ['Check now'],
    again: ({ press }) => press('Check now'),
    then: /Active until/,
  },
  cancel: {
    async reach(page) {
      await toReview(page);
      await page.press('Back');
    },
    back: ['Back'],
    again: ({ press }) => press('Back'),
    then: /Choose a plan/,
  },
};

/** Before the others, which make the same mistakes: of each, the developer is told once for the page. */
describe('A server that answers with a mistake', () => {
  for (const [fault, said] of [
    ['of another shape', ' at cards: required'],
    ['empty', ': type object'],
  ] as const)
    it(`${fault === 'empty' ? 'nothing' : fault} tells its developer what is wrong with it, once`, async () => {
      const ear = heardBy(console);
      const page = await setup();
      page.server.breaks('cards', fault);
      await signIn(page);
      await page.pass(60_000);
      await soon(() => ear.warnings.some((each) => each.includes(said)), said);
      await page.press('Try again');
      await page.pass(60_000);
      ear.stop();
      expect(ear.warnings).to.deep.equal([
        `<leb-*>: an answer of the renewal server breaks the contract${said}; see its openapi.json`,
      ]);
      page.leave();
    });
});

describe('A server that answers', () => {
  for (const [name, row] of Object.entries(rows)) {
    const call = name as CallName;
    const { server = endpoint, hash = '', reach, wrong = all, back, again, then } = row;
    const open = (fault: Fault | null = null) => {
      const world = server();
      if (fault !== null) world.breaks(call, fault);
      // Only where it must: Safari lets a page do it a hundred times in ten seconds.
      if (location.hash !== hash) history.replaceState(null, '', location.pathname + location.search + hash);
      return setup(world);
    };

    for (const fault of wrong)
      it(`${call} with something ${fault} leads to words, a way back, and on when it is mended`, async () => {
        const page = await open(fault);
        await reach(page);
        await page.pass(60_000);
        expect(page.server.asked(call)).to.equal(true);
        expect(page.alert(), page.shown()).to.match(/\w+.*\./);
        expect(page.shown()).to.not.match(/undefined|\[object/);
        expect(back.some(page.offers), `${back.join()} in: ${page.shown()}`).to.equal(true);
        page.server.mends(call);
        await again(page);
        await page.pass(1_000);
        expect(page.shown()).to.match(then);
        page.leave();
      });

    it(`${call} late says that it is waiting, and goes on by itself`, async () => {
      const page = await open();
      const letGo = page.server.holds(call);
      await reach(page);
      await page.pass(10_000);
      expect(page.shown()).to.not.equal('');
      expect(page.alert()).to.equal('');
      letGo();
      await everythingSaid();
      expect(page.shown()).to.match(then);
      page.leave();
    });
  }

  for (const fault of all) {
    it(`whether somebody is signed in with something ${fault} is asked to sign in`, async () => {
      const server = endpoint();
      server.breaks('refreshSession', fault);
      const page = await setup(server);
      await page.pass(60_000);
      expect(page.alert()).to.equal('');
      await signIn(page);
      expect(page.shown()).to.contain('Your cards');
      page.leave();
    });

    it(`a sign-out with something ${fault} has signed out here all the same`, async () => {
      const page = await setup();
      await signIn(page);
      page.server.breaks('signOut', fault);
      await page.press('Sign out');
      await page.pass(60_000);
      expect(page.shown()).to.contain('Sign in to renew');
      await signIn(page);
      expect(page.shown()).to.contain('Your cards');
      page.leave();
    });

    it(`what was paid with something ${fault} leaves what is known, and a way on`, async () => {
      const page = await setup();
      page.server.breaks('receipt', fault);
      await toPaid(page);
      await page.pass(60_000);
      expect(page.shown()).to.contain('Active until 4 December 2027');
      expect(page.shown()).to.contain('ref 7F3K-Q2').and.to.not.contain('undefined');
      await page.press('Done');
      expect(page.shown()).to.contain('Your cards');
      page.leave();
    });
  }
});

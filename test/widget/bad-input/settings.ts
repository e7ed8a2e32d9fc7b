import { fine, problem, type PaymentPort, type Plan } from '@leb-renew/core';
import { createSandbox } from '@leb-renew/core/sandbox';
import type { Ports } from '@leb-renew/widget';
import { standingTime } from '../endpoint/standing-time.ts';
import {
  awaiting,
  card,
  entitlement,
  expiresAt,
  plan,
  plans,
  quote,
  receipt,
  stoppedClock,
} from '../fixtures.ts';

export type Values = Readonly<Record<string, unknown>>;

/** A property, what may not be in it, and what a person reads while it is. */
export interface Row {
  readonly wrong: Values;
  readonly shows: string;
  /** Odd, and right all the same. */
  readonly fine: Values;
  /** For which there is nothing to show, and nothing is shown. */
  readonly hidden?: Values;
  /** What the other properties must be for this one to count. */
  readonly beside?: Values;
}

export interface Setting {
  readonly tag: string;
  /** The properties as they should be. */
  right(): Values;
  readonly rows: Readonly<Record<string, Row>>;
}

const nothing: Values = { undefined, null: null };
const nonsense: Values = {
  'a number': 5,
  NaN: Number.NaN,
  'a huge number': 1e300,
  'a negative number': -1,
  true: true,
  'a text': 'nonsense',
  'an empty text': '',
  'an object of another shape': { colour: 'blue' },
  'a list of something else': [7],
};

/** All nonsense but some of it. */
const allBut = (...kinds: readonly string[]): Values =>
  Object.fromEntries(Object.entries({ ...nothing, ...nonsense }).filter(([kind]) => !kinds.includes(kind)));
const only = (...kinds: readonly string[]): Values =>
  Object.fromEntries(Object.entries({ ...nothing, ...nonsense }).filter(([kind]) => kinds.includes(kind)));

/** What counts as yes or no, or as a text, whatever it is. */
const anything: Row = { wrong: {}, shows: '', fine: allBut() };

const lang = (shows: string): Row => {
  const tags = ['undefined', 'null', 'NaN', 'a text', 'an empty text'];
  return {
    wrong: { ...allBut(...tags), 'an underscore': 'de_DE', 'an exclamation mark': 'en-!' },
    shows,
    fine: only(...tags),
  };
};

const clock = (shows: string): Row => ({
  wrong: {
    ...nonsense,
    'one that throws': {
      now() {
        throw new Error('out of order');
      },
    },
    'one that tells a text': { now: () => '2026-11-22', after: () => () => undefined },
  },
  shows,
  fine: nothing,
});

const dated = (changes: Values): unknown => ({ ...card(), entitlement: { ...entitlement(), ...changes } });

const long = 'Kreditkartenabrechnung '.repeat(22);
const bidi = '\u202eneppohs\u2066';

const offered = (changes: Values): unknown[] => [plans[0], { ...plans[2], ...changes }];
const priced = (changes: Values): unknown[] =>
  offered({ price: { ...plan().price, total: { ...plan().price.total, ...changes } } });

const challenge = {
  challengeId: 'challenge-1',
  sentTo: 'm•••@example.com',
  digits: 6,
  expiresAt: '2026-11-22T10:10:00Z',
};

const in_ = (status: string, members: Values = {}): Values => ({ status, run: 1, ...members });

const paying = (changes: Values = {}): Values =>
  in_('paying', { renewal: awaiting(), form: 'ready', problem: null, inDoubt: false, ...changes });
const quoted = (changes: Values): Values =>
  paying({ renewal: { ...awaiting(), quote: { ...quote(), ...changes } } });

const { clock: time } = standingTime();
const { api } = createSandbox({ clock: time });
/** A world in which nobody is signed in. */
const ports: Ports = {
  api,
  clock: time,
  payments: [],
  tickets: { load: () => null, save: () => undefined, clear: () => undefined },
};

const handed = { ...awaiting().handoff, provider: 'stripe' };

/** A payment form that is there at once, and offers one way to pay. */
const standing: PaymentPort<HTMLElement> = {
  provider: 'stripe',
  open: () =>
    Promise.resolve(
      fine({
        on(listener) {
          listener({ type: 'methods', methods: ['card'] });
          listener({ type: 'ready' });
          return () => undefined;
        },
        confirm: () => Promise.resolve({ kind: 'ask-server' }),
        focus: () => undefined,
        restyle: () => undefined,
        dispose: () => undefined,
      }),
    ),
};

const noCheckout = 'Your renewal cannot be shown right now.';
const noReceipt = 'This receipt cannot be shown right now.';
const notConfirmed = 'Not confirmed';
const noPlans = 'We cannot show the plans right now.';
const noSignIn = 'Signing in does not work right now.';

export const settings: readonly Setting[] = [
  {
    tag: 'leb-status-badge',
    right: () => ({ card: card(), clock: stoppedClock(), variant: 'full', lang: 'en' }),
    rows: {
      card: {
        wrong: {
          ...nonsense,
          'an end that no calendar has': dated({ expiresAt: '2026-02-30T00:00:00Z' }),
          'a grace that no calendar has': dated({ graceEndsAt: 'soon' }),
          'a period that is none': dated({ periods: [null] }),
          'an unknown zone': dated({ zone: 'Mars/Base' }),
          'no zone': dated({ zone: undefined }),
          'an unknown start': dated({ startsOn: 'payday' }),
          'a flag that is none': dated({ suspended: 'no' }),
          'less data than none': {
            ...card(),
            data: { remainingBytes: -1, totalBytes: 5, asOf: entitlement().asOf },
          },
          'a number for a masked one': { ...card(), iccidMasked: 8_985_000_000_001_234 },
          'a term of no length': { ...card(), currentPlan: { planId: 'y', name: 'y', term: { months: 0 } } },
        },
        shows: notConfirmed,
        fine: {
          ...nothing,
          'a label of 500 characters': { ...card(), label: long },
          'a label that turns its writing round': { ...card(), label: bidi },
          'a device that nobody has heard of': { ...card(), devices: ['fridge'] },
        },
      },
      clock: clock(notConfirmed),
      variant: { wrong: allBut(), shows: '12 days left', fine: {} },
      lang: lang('12 days left'),
    },
  },
  {
    tag: 'leb-plan-picker',
    right: () => ({
      plans,
      selected: 'year',
      currency: 'USD',
      currencies: ['USD', 'EUR'],
      zone: 'Asia/Shanghai',
      clock: stoppedClock(),
      layout: 'list',
      name: 'plan',
      required: false,
      disabled: false,
      busy: false,
      lang: 'en',
    }),
    rows: {
      plans: {
        wrong: {
          ...nonsense,
          'a plan that is none': [plans[0], null],
          'two of one id': [plans[0], plans[0]],
          'an id that is none': offered({ planId: 'two words' }),
          'a price below zero': priced({ minor: -100 }),
          'a price that is no number': priced({ minor: Number.NaN }),
          'cents in parts': priced({ minor: 0.5 }),
          'a currency that is none': priced({ currency: 'dollars' }),
          'seven decimals': priced({ exponent: 7 }),
          'no price': offered({ price: null }),
          'a saving that is none': offered({ price: { ...plan().price, saving: { percent: 'much' } } }),
          'an allowance that is none': offered({ allowance: { bytes: Number.NaN, per: 'month' } }),
          'an allowance for a week': offered({ allowance: { bytes: 5, per: 'week' } }),
          'an end that no calendar has': offered({
            offer: { ok: true, effect: { to: '2027-02-30T00:00:00Z', losesDays: 0 } },
          }),
          'lost days that are no number': offered({
            offer: { ok: true, effect: { to: '2027-02-20T00:00:00Z', losesDays: Number.NaN } },
          }),
          'a reason that is none': offered({ offer: { ok: false, reason: 'mood', opensAt: null } }),
          'no word on being current': offered({ current: undefined }),
        },
        shows: noPlans,
        fine: {
          ...nothing,
          'an empty list': [],
          'a price of zero': priced({ minor: 0 }),
          'a currency nobody has': priced({ currency: 'XQQ' }),
          'a name of 500 characters': offered({ name: long }),
          'a name that turns its writing round': offered({ name: bidi }),
          'a list of 25': Array.from({ length: 25 }, (_, nth): Plan => ({ ...plan(), planId: `p${nth}` })),
        },
      },
      selected: {
        wrong: allBut('undefined', 'null', 'a text', 'an empty text'),
        shows: 'Choose a plan to continue',
        fine: only('undefined', 'null', 'a text', 'an empty text'),
      },
      currency: { wrong: allBut(), shows: 'Continue with 1 year', fine: {} },
      currencies: {
        wrong: { ...allBut(), 'names of currencies': ['dollar', 'euro'] },
        shows: 'Continue with 1 year',
        fine: { 'an empty list': [] },
      },
      zone: { wrong: { ...allBut(), 'an unknown one': 'Mars/Base' }, shows: noPlans, fine: {} },
      clock: clock('Continue with 1 year'),
      layout: { wrong: allBut(), shows: 'Continue with 1 year', fine: {} },
      name: anything,
      required: anything,
      disabled: anything,
      busy: anything,
      lang: lang('Continue with 1 year'),
    },
  },
  {
    tag: 'leb-sign-in',
    right: () => ({
      state: in_('signed-out', { problem: null }),
      clock: stoppedClock(),
      lang: 'en',
      reset: true,
      elsewhere: false,
    }),
    rows: {
      state: {
        wrong: {
          ...nonsense,
          'a status that is none': in_('asleep'),
          'a problem that is none': in_('signed-out', { problem: 'wrong password' }),
          'a problem of no known code': in_('signed-out', {
            problem: { ...problem('offline'), code: 'mood' },
          }),
          'a problem without a next step': in_('locked', { problem: { code: 'account-locked' } }),
          'a time to wait that is none': in_('waiting', {
            problem: { ...problem('too-many-requests'), retryAfterSeconds: Number.NaN },
            challenge: null,
          }),
          'no challenge': in_('code', { problem: null }),
          'a challenge without an end': in_('code', {
            problem: null,
            challenge: { ...challenge, expiresAt: 'soon' },
          }),
          'a mail to nobody': in_('reset-sent'),
          'no session': in_('signed-in'),
        },
        shows: noSignIn,
        fine: {
          ...nothing,
          'an address of 500 characters': in_('reset-sent', { email: long }),
          'an address that turns its writing round': in_('reset-sent', { email: bidi }),
        },
      },
      clock: clock('Sign in to renew'),
      reset: anything,
      elsewhere: anything,
      lang: lang('Sign in to renew'),
    },
  },
  {
    tag: 'leb-card-list',
    right: () => ({ cards: [card()], clock: stoppedClock(), receipts: null, lang: 'en' }),
    rows: {
      receipts: {
        wrong: nonsense,
        shows: '12 days left',
        fine: { ...nothing, 'a function': () => undefined },
      },
      cards: {
        wrong: { ...nonsense, 'a card that is none': [null], 'seven of them': Array(7).fill(null) },
        shows: notConfirmed,
        fine: { ...nothing, 'an empty list': [] },
      },
      clock: clock(notConfirmed),
      lang: lang('12 days left'),
    },
  },
  {
    tag: 'leb-checkout-panel',
    right: () => ({ state: paying(), quote: null, methods: null, clock: stoppedClock(), lang: 'en' }),
    rows: {
      state: {
        wrong: {
          ...nonsense,
          'a status that is none': in_('dancing'),
          'no renewal': in_('paying', { form: 'ready', problem: null }),
          'a renewal without a price': paying({ renewal: { ...awaiting(), quote: null } }),
          'a price without an amount': quoted({ total: null }),
          'an amount that is none': quoted({ total: { minor: Number.NaN, currency: 'USD', exponent: 2 } }),
          'a currency that is none': quoted({ total: { minor: 100, currency: 'dollars', exponent: 2 } }),
          'an end that no calendar has': quoted({
            effect: { ...quote().effect, to: '2027-02-30T00:00:00Z' },
          }),
          'an unknown zone': quoted({ card: { ...quote().card, zone: 'Mars/Base' } }),
          'a problem that is none': paying({ problem: 'declined' }),
          'a problem of no known code': paying({ problem: { ...problem('offline'), code: 'mood' } }),
        },
        shows: noCheckout,
        fine: {
          'a label of 500 characters': quoted({ card: { ...quote().card, label: long } }),
          'a label that turns its writing round': quoted({ card: { ...quote().card, label: bidi } }),
        },
        hidden: nothing,
      },
      quote: {
        wrong: allBut('undefined', 'null'),
        shows: noCheckout,
        fine: nothing,
        beside: { state: in_('quoting', { choice: { cardRef: 'card-1', planId: 'year', currency: 'USD' } }) },
      },
      methods: {
        wrong: allBut('undefined', 'null'),
        shows: 'Pay US$84.00',
        fine: {
          ...nothing,
          'an empty list': [],
          'one that nobody has heard of': ['bank_of_mars'],
          'one of 500 characters': [long],
        },
      },
      clock: clock('Review and pay'),
      lang: lang('Pay US$84.00'),
    },
  },
  {
    tag: 'leb-payment-form',
    right: () => ({ handoff: handed, payments: [standing], returnUrl: '/paid', lang: 'en' }),
    rows: {
      handoff: {
        wrong: {
          ...nonsense,
          'no provider': { ...handed, provider: 7 },
          'a provider that there is no port for': { ...handed, provider: 'adyen' },
          'nobody knows whether it is a test': { ...handed, livemode: 'no' },
        },
        shows: 'The shop cannot take this payment.',
        fine: nothing,
      },
      payments: {
        wrong: { ...nonsense, 'a port that cannot be opened': [{ provider: 'x' }] },
        shows: '',
        fine: {},
      },
      returnUrl: {
        wrong: { ...allBut('undefined', 'null', 'a text', 'an empty text'), 'no address': 'https://' },
        shows: 'Card',
        fine: only('undefined', 'null', 'a text', 'an empty text'),
      },
      lang: lang('Card'),
    },
  },
  {
    tag: 'leb-receipt',
    right: () => ({
      receipt: receipt(),
      renewal: null,
      past: null,
      problem: null,
      clock: stoppedClock(),
      lang: 'en',
    }),
    rows: {
      receipt: {
        wrong: {
          ...nonsense,
          'an amount that is none': { ...receipt(), total: { minor: 0.5, currency: 'USD', exponent: 2 } },
          'an end that no calendar has': {
            ...receipt(),
            period: { from: expiresAt, to: '2027-02-30T00:00:00Z' },
          },
          'an unknown zone': { ...receipt(), zone: 'Mars/Base' },
          'no seller': { ...receipt(), seller: undefined },
          'a line without an amount': { ...receipt(), lines: [{ label: '1 year' }] },
        },
        shows: noReceipt,
        fine: {
          ...nothing,
          'a label of 500 characters': { ...receipt(), card: { ...receipt().card, label: long } },
          'a label that turns its writing round': { ...receipt(), card: { ...receipt().card, label: bidi } },
        },
      },
      renewal: { wrong: nonsense, shows: noReceipt, fine: nothing, beside: { receipt: null } },
      past: {
        wrong: { ...nonsense, 'a paper that is none': [null] },
        shows: 'Active until 4 December 2027',
        fine: { ...nothing, 'an empty list': [] },
      },
      problem: {
        wrong: { ...nonsense, 'one of no known code': { ...problem('offline'), code: 'mood' } },
        shows: 'Active until 4 December 2027',
        fine: nothing,
      },
      clock: clock('Active until 4 December 2027'),
      lang: lang('Active until 4 December 2027'),
    },
  },
  {
    tag: 'leb-renewal',
    right: () => ({ endpoint: '', ports, token: null, display: 'inline', lang: 'en' }),
    rows: {
      endpoint: {
        wrong: {
          ...only('a number', 'NaN', 'a huge number', 'a negative number', 'true'),
          ...only('an object of another shape', 'a list of something else'),
          'an address that is none': 'http://',
          'an address of another kind': 'mailto:help@shop.example',
        },
        shows: 'The shop does not know this address.',
        fine: {},
        hidden: { ...nothing, 'an empty text': '' },
        beside: { ports: null },
      },
      ports: {
        wrong: nonsense,
        shows: 'The shop does not know this address.',
        fine: {},
        hidden: nothing,
      },
      token: {
        wrong: allBut('undefined', 'null', 'a text', 'an empty text'),
        shows: 'Sign in on this site',
        fine: only('undefined', 'null', 'an empty text'),
      },
      display: { wrong: allBut('undefined', 'null'), shows: 'Sign in to renew', fine: nothing },
      lang: lang('Sign in to renew'),
    },
  },
];

import fc from '../../chance.ts';
import { demoAccount, type Sandbox } from '@leb-renew/core/sandbox';
import { card, plan } from '../examples/quote.ts';
import { faultIn } from './faults.ts';
import {
  choice,
  clock,
  counts,
  digits,
  dollars,
  instants,
  locales,
  policies,
  renewalEvents,
  renewalStates,
  scenarios,
  signInEvents,
  signInStates,
  sources,
  stage,
  terms,
  ticket,
  world,
  zones,
} from './given.ts';
import {
  has,
  isAnswer,
  isFunction,
  isInstant,
  isMoney,
  isNothing,
  isReading,
  isStep,
  isText,
  isYesOrNo,
} from './promises.ts';
import type { Row } from './row.ts';

const credentials = fc.constant([{ email: 'mira@example.com', password: 'renew-me-please' }]);
const tickets = fc.constant([ticket, {}]);
const answers = { gives: isAnswer };
const api: Readonly<Record<string, Row>> = {
  authorize: { takes: fc.constant(['session-token-of-mira']), gives: isNothing },
  signIn: { takes: credentials, ...answers },
  verifyCode: { takes: fc.constant([{ challengeId: 'challenge-1', code: '123456' }]), ...answers },
  requestReset: { takes: fc.constant([{ email: 'mira@example.com' }]), ...answers },
  setPassword: {
    takes: fc.constant([{ token: 'token-of-a-reset-mail', password: 'renew-me-again' }]),
    ...answers,
  },
  openLink: { takes: fc.constant([{ token: 'link-to-card-global' }]), ...answers },
  refreshSession: { takes: fc.constant([]), ...answers },
  signOut: { takes: fc.constant([]), ...answers },
  cards: { takes: fc.constant([{}]), ...answers },
  plans: { takes: fc.constant([{ cardRef: 'card-global', currency: 'USD' }, {}]), ...answers },
  receipts: { takes: fc.constant([{ cardRef: 'card-global' }, {}]), ...answers },
  quote: {
    takes: fc.constant([{ cardRef: 'card-global', planId: 'global-12m', currency: 'USD' }]),
    ...answers,
  },
  begin: { takes: fc.constant([{ quoteId: 'quote-1' }]), ...answers },
  renewal: { takes: tickets, ...answers },
  cancel: { takes: fc.constant([ticket]), ...answers },
  receipt: { takes: tickets, ...answers },
};

const storeOf = (event: object): Readonly<Record<string, Row>> => ({
  send: { takes: fc.constant([event]), gives: isNothing },
  subscribe: { takes: fc.constant([() => {}]), gives: isFunction },
});
const under = (name: string, rows: Readonly<Record<string, Row>>) =>
  Object.fromEntries(Object.entries(rows).map(([each, row]) => [`${name}.${each}`, row]));

/** Every function that core exports. */
export const rows: Readonly<Record<string, Row>> = {
  // .
  expiryOf: {
    takes: fc.tuple(
      fc.constant(card),
      fc.record({ soonDays: counts, nowHours: counts, staleHours: fc.option(counts) }),
      fc.integer({ min: 0, max: 4e12 }),
    ),
    gives: ({ state, daysLeft }: { state: unknown; daysLeft: unknown }) =>
      isText(state) && (daysLeft === null || Number.isInteger(daysLeft)),
  },
  noticeFor: {
    takes: fc.tuple(terms),
    gives: has('soonDays', Number.isInteger),
  },
  createClient: {
    takes: fc.tuple(
      fc.record({
        endpoint: fc.constant('https://shop.example/renewal'),
        fetch: fc
          .tuple(
            fc.integer({ min: 100, max: 599 }),
            fc.oneof(fc.json(), fc.string(), fc.constant('{"cards":[]}')),
          )
          .map(([status, text]) => () => ({
            status,
            headers: { get: () => null },
            text: () => Promise.resolve(text),
          })),
        aborter: fc.constant(() => new AbortController()),
        clock: fc.constant(clock),
        connection: fc.constant({ isOnline: () => true, onBack: () => () => {} }),
        locale: fc.constant(() => 'en'),
      }),
    ),
    gives: has('signIn', isFunction),
    makes: { parts: api },
  },
  createServerClock: {
    takes: fc.tuple(
      fc.record({
        monotonic: fc.constant(() => 5),
        after: fc.constant(clock.after),
        guess: fc.nat(),
      }),
    ),
    gives: has('now', isFunction),
    makes: {
      parts: {
        now: { takes: fc.constant([]), gives: Number.isFinite },
        elapsed: { takes: fc.constant([]), gives: Number.isFinite },
        sync: { takes: fc.tuple(fc.nat()), gives: isNothing },
        after: {
          takes: fc.tuple(
            fc.nat(),
            fc.constant(() => {}),
          ),
          gives: isFunction,
        },
      },
    },
  },
  lastFour: { takes: fc.constant(['8985 •••• •••• 4821']), gives: isText, handsOn: true },
  inLanguage: {
    takes: fc.tuple(locales, fc.constant({ de: '1 Jahr', 'zh-Hans': '1年' }), fc.constant('1 year')),
    // One of the things that it was given.
    gives: () => true,
    handsOn: true,
  },
  fine: { takes: fc.tuple(fc.string()), gives: isAnswer, handsOn: true },
  // The particulars are told as they are.
  problem: {
    takes: fc.constant(['offline', { charged: 'unknown' }]),
    gives: has('title', isText),
    handsOn: true,
  },
  trouble: {
    takes: fc.constant(['offline', { charged: 'unknown' }]),
    gives: has('ok', isYesOrNo),
    handsOn: true,
  },
  formatMoney: {
    takes: fc.tuple(dollars, locales, fc.constantFrom('symbol', 'code')),
    gives: isText,
  },
  moneyDisplay: {
    takes: fc.tuple(fc.array(fc.constantFrom('USD', 'EUR', 'JPY')), locales),
    gives: (display: string) => ['symbol', 'code'].includes(display),
  },
  perMonth: { takes: fc.tuple(dollars, counts), gives: isMoney },
  saving: {
    takes: fc.tuple(dollars, dollars, counts),
    gives: (percent: number | null) => percent === null || (percent >= 1 && percent < 100),
  },
  sum: { takes: fc.tuple(dollars, dollars, dollars), gives: isMoney, credits: true },
  taxWithin: { takes: fc.tuple(dollars, fc.nat({ max: 5_000 })), gives: isMoney, credits: true },
  renewalStep: { takes: fc.tuple(renewalStates, renewalEvents), gives: isStep, handsOn: true },
  signInStep: { takes: fc.tuple(signInStates, signInEvents), gives: isStep, handsOn: true },
  createStore: {
    takes: fc.constant([{ n: 0 }, (state: unknown) => [state], () => {}]),
    gives: has('send', isFunction),
    handsOn: true,
    makes: { parts: storeOf({ type: 'look' }) },
  },

  // ./contract
  check: {
    // A schema is code: it is another as a whole, or none.
    takes: fc.constant([
      Object.assign(Object.create(null), {
        type: 'object',
        properties: { a: { type: 'string' } },
        required: ['a'],
      }),
      { a: '' },
    ]),
    gives: has('ok', isYesOrNo),
    handsOn: true,
  },
  readSandboxHandoff: {
    takes: fc.constant([{ paymentId: 'p', clientSecret: 's', confirmUrl: '/c', methods: ['card'] }]),
    gives: isAnswer,
  },
  readSandboxAnswer: {
    takes: fc.constant([{ state: 'succeeded', problemCode: null }]),
    gives: has('state', isText),
  },

  // ./stripe
  readStripeHandoff: {
    takes: fc.constant([
      {
        provider: 'stripe',
        livemode: false,
        data: { kind: 'payment_intent', publishableKey: 'pk_test_1', clientSecret: 'pi_1_secret_2' },
      },
    ]),
    gives: isAnswer,
  },
  stripeProblemCode: {
    takes: fc.constant([{ type: 'card_error', code: 'card_declined', decline_code: 'lost_card' }]),
    gives: isText,
  },

  // ./schema
  string: { takes: fc.constant([{ minLength: 1 }]), gives: has('type', isText), handsOn: true },
  number: { takes: fc.constant([{ minimum: 0 }]), gives: has('type', isText), handsOn: true },
  integer: { takes: fc.constant([0, 9]), gives: has('type', isText), handsOn: true },
  oneOf: { takes: fc.constant(['a', 'b']), gives: has('enum', Array.isArray), handsOn: true },
  list: { takes: fc.constant([{ type: 'string' }]), gives: has('type', isText), handsOn: true },
  map: {
    takes: fc.constant([{ type: 'string' }, { type: 'string' }]),
    gives: has('type', isText),
    handsOn: true,
  },
  either: {
    takes: fc.constant([{ type: 'string' }, { type: 'null' }]),
    gives: has('anyOf', Array.isArray),
    handsOn: true,
  },
  nullable: { takes: fc.constant([{ type: 'string' }]), gives: has('anyOf', Array.isArray), handsOn: true },
  optional: {
    takes: fc.constant([{ type: 'string' }]),
    gives: (given) => typeof given === 'object',
    handsOn: true,
  },
  object: { takes: fc.constant([{ a: { type: 'string' } }]), gives: has('type', isText), handsOn: true },
  exactly: { takes: fc.constant([{ a: { type: 'string' } }]), gives: has('type', isText), handsOn: true },
  variants: {
    takes: fc.constant([
      { type: 'object', properties: { a: { enum: [1] } }, required: ['a'] },
      { type: 'object', properties: { a: { enum: [2] } }, required: ['a'] },
    ]),
    gives: has('type', isText),
    handsOn: true,
  },

  // ./term
  addTerm: {
    takes: fc.tuple(
      fc.record(
        {
          start: instants,
          zone: zones,
          term: terms,
          anchorDay: fc.integer({ min: 1, max: 31 }),
          anchorTime: fc.constantFrom('00:00:00', '23:59:59.5'),
        },
        { requiredKeys: ['start', 'zone', 'term'] },
      ),
    ),
    gives: isInstant,
  },
  anchorOf: {
    takes: fc.tuple(instants, zones),
    gives: has('anchorDay', Number.isInteger),
  },
  extend: {
    takes: fc.tuple(
      fc.record(
        {
          zone: zones,
          expiresAt: instants,
          anchorDay: fc.integer({ min: 1, max: 31 }),
          anchorTime: fc.constantFrom('00:00:00', '12:30:00'),
          now: instants,
          term: terms,
          policy: policies,
          stacked: fc.nat({ max: 20 }),
        },
        { requiredKeys: ['zone', 'expiresAt', 'anchorDay', 'now', 'term', 'policy'] },
      ),
    ),
    gives: (answer: { refused?: unknown; from?: unknown; to?: unknown }) =>
      isText(answer.refused) || (isInstant(answer.from) && isInstant(answer.to)),
  },
  gainsADay: {
    takes: fc.tuple(fc.record({ to: instants, losesDays: fc.nat({ max: 400 }) }), instants),
    gives: isYesOrNo,
  },

  // ./plan
  comparePlan: {
    takes: fc.constant([plan, [plan]]),
    gives: has('perMonth', (price) => price === null || isMoney(price)),
  },
  comparePlans: {
    takes: fc.constant([[plan, { ...plan, planId: 'b', term: { days: 30 } }]]),
    gives: Array.isArray,
  },
  recommendPlan: {
    takes: fc.tuple(
      fc.constant([plan]),
      fc.oneof(
        fc.record({ until: instants }),
        fc.record({ days: counts }),
        fc.record({ days: counts, from: instants, zone: zones }),
      ),
    ),
    gives: (answer: object) => has('why', isText)(answer) && !faultIn({ ...answer, plan: null }),
    handsOn: true,
  },

  // ./identifiers
  parseIccid: { takes: fc.tuple(digits, sources), gives: isReading, keepsSecret: true },
  parseEid: { takes: fc.tuple(digits, sources), gives: isReading, keepsSecret: true },
  parseActivationCode: {
    takes: fc.constantFrom(['LPA:1$smdp.example$TOKEN'], ['1$smdp.example$TOKEN$1.3.6$1'], ['2$']),
    gives: isReading,
    keepsSecret: true,
  },
  maskIccid: { takes: fc.constant(['8985200200000004821']), gives: isText, keepsSecret: true },
  maskEid: { takes: fc.constant(['89049032123451234512345678901235']), gives: isText, keepsSecret: true },
  maskActivationCode: { takes: fc.constant(['LPA:1$smdp.example$TOKEN']), gives: isText, keepsSecret: true },
  iccidSearchHint: {
    takes: fc.tuple(digits),
    gives: (hint: unknown) => hint === null || isText(hint),
    keepsSecret: true,
  },

  // ./reminder
  noticeDays: { takes: fc.tuple(terms), gives: Array.isArray },
  noticeTime: {
    takes: fc.tuple(fc.record({ expiresAt: instants, zone: zones, days: counts })),
    gives: Number.isFinite,
  },
  reminderFile: {
    takes: fc.tuple(
      fc.record({
        cardRef: fc.constant('card-1'),
        expiresAt: instants,
        zone: zones,
        sequence: fc.nat({ max: 99 }),
        madeAt: instants,
        summary: fc.constant('Ends'),
        description: fc.constant('Renew it'),
        notices: fc.constant([{ days: 7, summary: 'Ends in a week' }]),
        url: fc.constantFrom(null, 'https://shop.example/renew'),
        cancelled: fc.boolean(),
      }),
    ),
    gives: (file: string) => file.startsWith('BEGIN:VCALENDAR\r\n'),
  },

  // ./journey
  createJourney: {
    takes: fc.constant([world, stage]),
    gives: has('resume', isFunction),
    makes: {
      parts: {
        ...under('signIn', storeOf({ type: 'forgot' })),
        ...under('renewal', storeOf({ type: 'look' })),
        resume: { takes: fc.constant([]), gives: isNothing },
        restyle: { takes: fc.constant([]), gives: isNothing },
        focusForm: { takes: fc.constant([]), gives: isNothing },
        dispose: { takes: fc.constant([]), gives: isNothing },
      },
    },
  },
  openPaymentDesk: {
    takes: fc.constant([world.payments, stage]),
    gives: has('confirm', isFunction),
    makes: {
      parts: {
        open: {
          takes: fc.constant([{ renewalId: 'renewal-1', handoff: { provider: 'sandbox' } }, () => {}]),
          gives: isNothing,
        },
        confirm: { takes: fc.constant([]), gives: has('kind', isText) },
        focus: { takes: fc.constant([]), gives: isNothing },
        restyle: { takes: fc.constant([]), gives: isNothing },
        close: { takes: fc.constant([]), gives: isNothing },
      },
    },
  },
  storedTickets: {
    takes: fc.constant([
      () => ({ getItem: () => null, setItem: () => {}, removeItem: () => {} }),
      'leb-ticket',
    ]),
    gives: has('load', isFunction),
    makes: {
      parts: {
        load: { takes: fc.constant([]), gives: (it: unknown) => typeof it === 'object', handsOn: true },
        save: { takes: fc.constant([{ ...ticket, confirming: false }]), gives: isNothing },
        clear: { takes: fc.constant([]), gives: isNothing },
      },
    },
  },

  // ./sandbox
  createSandbox: {
    takes: fc.tuple(
      fc.record(
        { clock: fc.constant(clock), supplierDelayMs: fc.nat(), answerDelayMs: fc.nat() },
        { requiredKeys: ['clock'] },
      ),
    ),
    gives: has('confirm', isFunction),
    makes: {
      parts: {
        ...under('api', api),
        confirm: {
          takes: fc
            .constantFrom(...scenarios)
            .map((scenario) => [
              'renewal-2',
              { clientSecret: 'token-of-renewal-2', method: 'card', scenario },
            ]),
          gives: has('state', isText),
          loses: /the answer was lost/,
        },
      },
      prepare: async ({ api }: Sandbox) => {
        await api.signIn(demoAccount);
        const quoted = await api.quote(choice);
        return quoted.ok && api.begin({ quoteId: quoted.value.quoteId });
      },
    },
  },
  sandboxLink: { takes: fc.constant(['card-global']), gives: isText, handsOn: true },
  demoCards: { takes: fc.tuple(fc.nat({ max: 4e12 })), gives: Array.isArray },
  demoShop: {
    takes: fc.tuple(fc.nat({ max: 4e12 })),
    gives: has('plans', Array.isArray),
  },
};

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as contract from '@leb-renew/core/contract';
import {
  bodies,
  calls,
  nextSteps,
  problem,
  problemCodes,
  problemKinds,
  trouble,
  type ProblemCode,
  type RenewalStatus,
  type Schema,
} from '@leb-renew/core/contract';
import { acceptedBy, issuesOf } from './examples/conforms.ts';
import { card, plan, quote, receipt, receiptRow, session } from './examples/quote.ts';
import { renewalIn } from './examples/renewal.ts';

type Json = Record<string, unknown>;

/** A copy in which one member, named by its path, is another; `undefined` leaves it out. */
function but(example: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(example) as Json;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const owner = keys.reduce<Json>((at, key) => at[key] as Json, copy);
  if (value === undefined) Reflect.deleteProperty(owner, last);
  else owner[last] = value;
  return copy;
}

const { Card, CardList, Money, Plan, PlanList, Problem, Quote, Receipt, Renewal, Session, SignInAnswer } =
  contract;
const handoff = renewalIn('awaiting-payment').handoff;
const money = plan.price.total;
const challenge = {
  challengeId: 'challenge-1',
  sentTo: 'm•••@example.com',
  digits: 6,
  expiresAt: '2026-11-20T08:10:00Z',
};
const sandboxHandoff = {
  paymentId: 'p-1',
  clientSecret: 's-1',
  confirmUrl: 'https://shop.example/sandbox/p-1',
  methods: ['card'],
};
const refusedPlan = {
  ...plan,
  offer: { ok: false, reason: 'not-open-yet', opensAt: '2026-12-01T00:00:00Z' },
};

interface Row {
  readonly schema: Schema;
  readonly good: readonly unknown[];
  /** Of the first good one: a path, a value that is wrong there, and the path that is named, if it is another. */
  readonly bad: readonly (readonly [path: string, value: unknown, named?: string])[];
}

const answers: Record<string, Row> = {
  Card: {
    schema: Card,
    good: [card, { ...card, data: null, openRenewal: 'renewal-1' }, but(card, 'entitlement.expiresAt', null)],
    bad: [
      ['cardRef', '../admin'],
      ['cardRef', ''],
      ['iccidMasked', '8985220224013101234'],
      ['label', ''],
      ['devices', 'phone'],
      ['devices.0', 'toaster'],
      ['currentPlan.term', { months: 1, days: 30 }],
      ['currentPlan.term', { months: 0 }, 'currentPlan.term.months'],
      ['entitlement', undefined],
      ['entitlement.zone', 'Mars/Base'],
      ['entitlement.zone', ''],
      ['entitlement.expiresAt', '2026-12-03'],
      ['entitlement.expiresAt', undefined],
      ['entitlement.periods.0.end', '2026-12-03T16:00:00+08:00'],
      ['entitlement.suspended', 'no'],
      ['profile', 'happy'],
      ['data.totalBytes', 0],
      ['data.remainingBytes', -1],
    ],
  },
  CardList: { schema: CardList, good: [{ cards: [] }, { cards: [card] }], bad: [['cards', null]] },
  Plan: {
    schema: Plan,
    good: [plan, refusedPlan, but(plan, 'price.perMonth', null), but(plan, 'allowance.bytes', 'unlimited')],
    bad: [
      ['planId', 7],
      ['price.total.minor', 84.5],
      ['price.total.minor', '8400'],
      ['price.total.currency', '$'],
      ['price.total.exponent', 1],
      ['price.tax.rateBasisPoints', -1],
      ['price.saving.percent', 0],
      ['price.saving.percent', 100],
      ['price.saving.comparedWith.times', 1],
      ['allowance.bytes', 0],
      ['allowance.per', 'week'],
      ['offer.ok', 'yes'],
      ['offer.effect.losesDays', -1],
      ['offer.effect.basis', 'tomorrow'],
    ],
  },
  PlanList: {
    schema: PlanList,
    good: [{ plans: [plan, refusedPlan], currency: 'USD', currencies: ['USD', 'EUR'] }],
    bad: [
      ['plans.1.offer.reason', 'mood'],
      ['currency', 'usd'],
      ['currencies.0', 'dollar'],
    ],
  },
  Money: {
    schema: Money,
    good: [money, { ...money, minor: -50 }, { minor: 1_200, currency: 'JPY', exponent: 0 }],
    bad: [
      ['minor', Number.MAX_SAFE_INTEGER + 1],
      ['minor', Number.NaN],
      ['currency', 'US'],
      ['exponent', undefined],
    ],
  },
  Quote: {
    schema: Quote,
    // An older server has kept quotes that say no region.
    good: [quote, but(quote, 'card.region', undefined)],
    bad: [
      ['quoteId', 'a b'],
      ['total', undefined],
      ['effect.to', 'never'],
      ['validUntil', '2026-02-30T00:00:00Z'],
      ['methods.0', 'cash'],
      ['lines.0.kind', 'gift'],
      ['seller.support', 'javascript:alert(1)'],
      ['seller.termsUrl', 'javascript:alert(1)'],
      ['autoRenews', true],
      ['withdrawal', 'maybe'],
    ],
  },
  Receipt: {
    schema: Receipt,
    good: [receipt, { ...receipt, period: null, sentTo: null, previousExpiry: null }],
    bad: [
      ['number', 1],
      ['period.to', null],
      ['total.minor', null],
      ['paidAt', null],
    ],
  },
  ReceiptSummary: {
    schema: contract.ReceiptSummary,
    good: [
      receiptRow,
      { ...receiptRow, corrects: 'R-2026-00001', period: null, total: { ...money, minor: -8_400 } },
    ],
    bad: [
      ['number', null],
      ['renewalId', '../admin'],
      ['issuedAt', 'yesterday'],
      ['total', undefined],
      ['links.page', 'javascript:alert(1)'],
    ],
  },
  ReceiptList: {
    schema: contract.ReceiptList,
    good: [{ receipts: [] }, { receipts: [receiptRow] }],
    bad: [['receipts', null]],
  },
  Session: {
    schema: Session,
    good: [session, but(session, 'account.name', null)],
    bad: [
      ['token', 'short'],
      ['expiresAt', 3_600],
      ['account.emailMasked', undefined],
    ],
  },
  SignInAnswer: {
    schema: SignInAnswer,
    good: [
      { kind: 'session', session },
      { kind: 'code', challenge },
    ],
    bad: [
      ['kind', 'magic'],
      ['session', undefined],
      ['session.token', null],
    ],
  },
  Handoff: {
    schema: contract.Handoff,
    good: [handoff, { ...handoff, data: 'anything' }],
    bad: [
      ['livemode', 'test'],
      ['amount.minor', null],
      ['expiresAt', 'later'],
    ],
  },
  Problem: {
    schema: Problem,
    good: [problem('offline'), problem('renewal-open', { renewalId: 'renewal-1' })],
    bad: [
      ['code', 'oops'],
      ['charged', 'perhaps'],
      ['next', 'panic'],
      ['title', undefined],
      ['renewalId', '../renewal'],
      ['reason', 'mood'],
      ['opensAt', 'soon'],
    ],
  },
  SandboxHandoffData: {
    schema: contract.SandboxHandoffData,
    // Older servers know of no page to leave for.
    good: [sandboxHandoff, { ...sandboxHandoff, leaveUrl: 'https://shop.example/sandbox/p-1/leave' }],
    bad: [
      ['leaveUrl', null],
      ['clientSecret', undefined],
      ['methods.0', 'cash'],
    ],
  },
  SandboxLeaveAnswer: {
    schema: contract.SandboxLeaveAnswer,
    good: [{ url: 'https://shop.example/sandbox/p-1/page' }],
    bad: [['url', 'javascript:alert(1)']],
  },
  SandboxConfirmAnswer: {
    schema: contract.SandboxConfirmAnswer,
    good: [
      { state: 'succeeded', problemCode: null },
      { state: 'requires_payment_method', problemCode: 'expired-card' },
    ],
    bad: [
      ['state', 'paid'],
      ['problemCode', 'oops'],
    ],
  },
};

/** What clients may ask for. An extra member is refused: prices and dates are not theirs to say. */
const requests: Record<string, Row> = {
  QuoteRequest: {
    schema: contract.QuoteRequest,
    good: [{ cardRef: 'card-1', planId: 'global-12m', currency: 'USD' }],
    bad: [
      ['cardRef', undefined],
      ['planId', 'a/b'],
      ['currency', 'usd'],
    ],
  },
  BeginRequest: { schema: contract.BeginRequest, good: [{ quoteId: 'quote-1' }], bad: [['quoteId', null]] },
  SignInRequest: {
    schema: contract.SignInRequest,
    good: [{ email: 'mira@example.com', password: 'x' }],
    bad: [
      ['email', 'mira'],
      ['email', `${'m'.repeat(250)}@example.com`],
      ['password', ''],
      ['password', 'x'.repeat(257)],
    ],
  },
  CodeRequest: {
    schema: contract.CodeRequest,
    good: [{ challengeId: 'challenge-1', code: '493021' }],
    bad: [
      ['code', '49302'],
      ['code', '49 3021'],
      ['challengeId', undefined],
    ],
  },
  ResetRequest: {
    schema: contract.ResetRequest,
    good: [{ email: 'mira@example.com' }],
    bad: [['email', '']],
  },
  SandboxConfirmRequest: {
    schema: contract.SandboxConfirmRequest,
    good: [{ clientSecret: 's-1', method: 'card', scenario: 'approve' }],
    bad: [
      ['method', 'cash'],
      ['scenario', 'magic'],
    ],
  },
  SandboxLeaveRequest: {
    schema: contract.SandboxLeaveRequest,
    good: [{ clientSecret: 's-1', method: 'paypal', returnUrl: 'https://shop.example/account?tab=cards' }],
    bad: [
      ['method', 'cash'],
      ['returnUrl', 'javascript:alert(1)'],
    ],
  },
};

describe('the contract', () => {
  for (const [name, { schema, good, bad }] of Object.entries({ ...answers, ...requests })) {
    test(`takes a good ${name} as it is`, () => {
      for (const example of good) assert.deepEqual(acceptedBy(schema, example), example);
    });
    for (const [path, value, named = path] of bad)
      test(`refuses a ${name} whose ${path} is ${value === undefined ? 'missing' : JSON.stringify(value).slice(0, 40)}, and names it`, () => {
        const [issue = 'accepted'] = issuesOf(schema, but(good[0], path, value));
        assert.equal(issue.split(':')[0], named, issue);
      });
  }

  for (const [name, { schema, good }] of Object.entries(requests))
    test(`refuses a ${name} that says a price`, () => {
      assert.match(issuesOf(schema, { ...(good[0] as Json), price: 1 })[0] ?? 'accepted', /^price: /);
    });

  test('takes an e-mail address with spaces around it', () => {
    assert.deepEqual(issuesOf(contract.ResetRequest, { email: ' mira@example.com ' }), []);
  });

  test('lets nothing through that it does not know, so that a server cannot leak by mistake', () => {
    assert.deepEqual(acceptedBy(Card, { ...card, iccid: '8931089318104284409' }), card);
  });
});

describe('an instant', () => {
  const { Instant } = contract;
  for (const good of ['2026-12-03T16:00:00Z', '2026-12-03T16:00:00.123456789Z', '2028-02-29T00:00:00Z'])
    test(`may be ${good}`, () => {
      assert.deepEqual(issuesOf(Instant, good), []);
    });
  for (const bad of [
    '2026-12-03T16:00:00+08:00',
    '2026-12-03T16:00:00',
    '2026-12-03T16:00Z',
    '2026-12-03 16:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2027-02-29T00:00:00.5Z',
    '2026-12-03T24:00:00Z',
    '2026-12-03T16:60:00Z',
    'soon',
    1_796_313_600_000,
  ])
    test(`may not be ${bad}`, () => {
      assert.notDeepEqual(issuesOf(Instant, bad), []);
    });
});

describe('a renewal on the wire', () => {
  const unpaid = ['awaiting-payment', 'processing', 'cancelled'] as const;
  const paid = ['paid', 'extending', 'renewed', 'review', 'refunding', 'refunded'] as const;
  const all: readonly RenewalStatus[] = [...unpaid, ...paid];

  for (const status of all)
    test(`may be ${status}`, () => {
      assert.deepEqual(acceptedBy(Renewal, renewalIn(status)), renewalIn(status));
    });

  for (const status of paid)
    test(`is not ${status} without the time and number of the payment`, () => {
      for (const field of ['paidAt', 'receiptNumber'])
        assert.match(
          issuesOf(Renewal, but(renewalIn(status), field, undefined))[0] ?? 'accepted',
          new RegExp(field),
        );
    });

  for (const status of unpaid)
    test(`carries no payment while it is ${status}`, () => {
      const said = acceptedBy(Renewal, {
        ...renewalIn(status),
        paidAt: '2026-11-20T08:01:00Z',
        receiptNumber: 'R-1',
      });
      assert.deepEqual(said, renewalIn(status));
    });

  test('is not renewed without the period that was bought', () => {
    for (const field of ['period', 'renewedAt'])
      assert.match(
        issuesOf(Renewal, but(renewalIn('renewed'), field, undefined))[0] ?? 'accepted',
        new RegExp(field),
      );
  });

  test('awaits no payment without saying where to pay', () => {
    const [issue] = issuesOf(Renewal, but(renewalIn('awaiting-payment'), 'handoff', undefined));
    assert.match(issue ?? 'accepted', /^handoff/);
  });

  for (const [path, value] of [
    ['status', 'almost'],
    ['seq', -1],
    ['seq', 1.5],
    ['renewalId', 'a b'],
    ['quote.total.minor', 0.1],
  ] as const)
    test(`is refused when its ${path} is ${value}`, () => {
      assert.match(
        issuesOf(Renewal, but(renewalIn('paid'), path, value))[0] ?? 'accepted',
        new RegExp(`^${path}: `),
      );
    });
});

describe('problems', () => {
  const chargedOf: Partial<Record<ProblemCode, string>> = {
    'paying-elsewhere': 'unknown',
    'payment-not-seen': 'unknown',
    'extension-delayed': 'yes',
    'extension-refused': 'yes',
    'payment-mismatch': 'yes',
  };
  for (const code of problemCodes)
    test(`${code} says what is next, and whether money has moved`, () => {
      const { status, title } = problemKinds[code];
      const made = problem(code);
      assert.deepEqual(acceptedBy(Problem, made), made);
      assert.equal(made.type, `urn:leb-renew:problem:${code}`);
      assert.deepEqual(
        [made.code, made.next, made.title],
        [code, nextSteps[code], code.replaceAll('-', ' ')],
      );
      assert.equal(made.charged, chargedOf[code] ?? 'no');
      assert.match(title, /^[A-Z].+[.]$/);
      assert.ok(status === null || (status >= 400 && status < 600));
    });

  test('carry the particulars of one occurrence, which win over those of the kind', () => {
    const made = problem('provider-down', { charged: 'unknown', next: 'wait', reference: '7F3K-Q2' });
    assert.deepEqual([made.charged, made.next, made.reference], ['unknown', 'wait', '7F3K-Q2']);
    assert.deepEqual(trouble('provider-down', { charged: 'unknown' }), {
      ok: false,
      problem: problem('provider-down', { charged: 'unknown' }),
    });
  });

  test('of a declined payment are 402', () => {
    const declined: readonly ProblemCode[] = [
      'insufficient-funds',
      'expired-card',
      'payment-declined',
      'card-details',
    ];
    for (const code of declined) assert.equal(problemKinds[code].status, 402);
  });
});

describe('the calls', () => {
  test('have one address each, and only wishes have a body', () => {
    const table = Object.values(calls);
    assert.equal(new Set(table.map(({ method, path }) => `${method} ${path}`)).size, table.length);
    for (const name of Object.keys(bodies) as (keyof typeof bodies)[])
      assert.equal(calls[name].method, 'POST');
  });

  test('with a body refuse what they do not know', () => {
    for (const body of Object.values(bodies)) assert.match(issuesOf(body, { price: 1 })[0] ?? '', /^price: /);
  });
});

describe('the handoff of the sandbox', () => {
  test('is read', () => {
    assert.deepEqual(contract.readSandboxHandoff(sandboxHandoff), { ok: true, value: sandboxHandoff });
  });

  test('of another provider is a problem of the seller', () => {
    const answer = contract.readSandboxHandoff({ clientSecret: 'pi_1_secret_2' });
    assert.equal(!answer.ok && answer.problem.code, 'payment-setup');
  });

  test('has answers that are believed only when they are in the contract', () => {
    assert.throws(() => contract.readSandboxAnswer({ state: 'paid', problemCode: null }));
    assert.deepEqual(contract.readSandboxAnswer({ state: 'succeeded', problemCode: null }), {
      state: 'succeeded',
      problemCode: null,
    });
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '../chance.ts';
import {
  firstRenewal,
  problem,
  renewalStep,
  type RenewalCommand,
  type RenewalEvent,
  type RenewalState,
} from '@leb-renew/core';
import { problemCodes, type RenewalStatus } from '@leb-renew/core/contract';
import { quote } from './examples/quote.ts';
import { renewalIn } from './examples/renewal.ts';
import { createPage, waits, type Drawer } from './walk/page.ts';
import { createChance, createWorld } from './walk/world.ts';

const choice = { cardRef: 'card-1', planId: 'global-12m', currency: 'USD' };

const wishes = {
  choose: { type: 'choose', choice },
  agree: { type: 'agree', text: 'Start at once.' },
  pay: { type: 'pay' },
  back: { type: 'back' },
  retry: { type: 'retry' },
  done: { type: 'done' },
  look: { type: 'look' },
} as const satisfies Record<string, RenewalEvent>;
const allWishes: readonly [RenewalEvent, ...RenewalEvent[]] = [wishes.look, ...Object.values(wishes)];

const outcomes = ['ask-server', 'leaving', 'unknown', 'invalid', 'declined'] as const;
const statuses: readonly RenewalStatus[] = [
  'awaiting-payment',
  'processing',
  'paid',
  'extending',
  'renewed',
  'cancelled',
  'review',
  'refunding',
  'refunded',
];

/** What a person in their right mind does next. */
const obvious: { readonly [status in RenewalState['status']]?: RenewalEvent } = {
  choosing: wishes.choose,
  agreeing: wishes.agree,
  reviewing: wishes.retry,
  paying: wishes.pay,
  renewed: wishes.done,
  held: wishes.done,
};

const asks: ReadonlySet<RenewalState['status']> = new Set(['checking', 'extending']);

const looks: ReadonlySet<RenewalState['status']> = new Set(['paying', 'confirming', 'held']);

/** Which questions an answer can be to. */
const fits: { readonly [answer in Extract<RenewalEvent, { run: number }>['type']]: readonly unknown[] } = {
  quoted: ['quote'],
  news: ['begin', 'ask', 'cancel'],
  refused: ['quote', 'begin', 'ask', 'cancel'],
  outcome: ['confirm'],
};

/** Any event at all, also ones that no honest world sends. The number is that of the question, or an older one. */
const anything: fc.Arbitrary<{ lateBy: number; make: (run: number) => RenewalEvent }> = fc.record({
  lateBy: fc.constantFrom(0, 0, 0, 0, 1, 2),
  make: fc.oneof(
    fc.constantFrom(...allWishes, { type: 'pay' } as const).map((wish) => () => wish),
    fc
      .tuple(fc.boolean(), fc.nat(4), fc.boolean())
      .map(([confirming, since, returned]) => (): RenewalEvent => ({
        type: 'resume',
        ticket: {
          renewalId: 'renewal-1',
          renewalToken: null,
          confirming,
          ...(since > 0 && { since }),
          returned,
        },
      })),
    fc.constant((): RenewalEvent => ({ type: 'form-ready', renewalId: 'renewal-1' })),
    fc.constant((run: number): RenewalEvent => ({ type: 'quoted', run, quote })),
    fc.tuple(fc.constantFrom(...statuses), fc.nat(4)).map(([status, seq]) => (run: number): RenewalEvent => ({
      type: 'news',
      run,
      renewal: renewalIn(status, { seq }),
    })),
    fc.constantFrom(...problemCodes).map((code) => (run: number): RenewalEvent => ({
      type: 'refused',
      run,
      problem: problem(code, code === 'renewal-open' ? { renewalId: 'renewal-2' } : {}),
    })),
    fc.constantFrom(...outcomes).map((kind) => (run: number): RenewalEvent => ({
      type: 'outcome',
      run,
      outcome: { kind, problem: problem('payment-declined') },
    })),
  ),
});

/** Walks through the tape, then lets everything come to rest and reloads the page once more. */
function walk(tape: readonly number[]): void {
  const chance = createChance(tape);
  const world = createWorld(chance);
  const drawer: Drawer = { ticket: null };
  const serial = { quotes: 0 };
  let page = createPage(world, chance, drawer, serial);

  function reload(returned = false): void {
    page.unload();
    page = createPage(world, chance, drawer, serial);
    if (drawer.ticket !== null) page.send({ type: 'resume', ticket: { ...drawer.ticket, returned } });
  }
  function rest(): void {
    if (page.away) page.comeBack();
    for (let things = 0; things < 500; things++) if (!world.pass(true)) return;
    // More than enough for every timer: only a question that is asked for ever gets here.
    assert.fail(`${page.state.status} does not come to rest`);
  }

  const happenings = [
    () => world.pass(!page.away),
    () => {
      // The provider sends a person who is away back by a redirect, or they press the back button.
      if (!page.away) page.send(obvious[page.state.status] ?? wishes.pay);
      else if (chance.roll(2) === 0) reload(true);
      else page.comeBack();
    },
    () => {
      if (!page.away) page.send(chance.pick(allWishes));
    },
    () => chance.pick([reload, world.beginElsewhere, world.expire, blockStorage, flutter])(),
  ] as const;
  /** Back and forth between tabs, faster than the answers come. */
  function flutter(): void {
    for (let looks = 0; looks < 8 && !page.away; looks++) {
      page.send(wishes.look);
      for (let things = 0; things < 3; things++) world.pass(!page.away);
    }
  }
  function blockStorage(): void {
    drawer.ticket = null;
    reload();
  }

  while (!chance.ranOut) happenings[[0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 3][chance.roll(11)] ?? 0]?.();
  rest();
  assert.ok(!waits.has(page.state.status), `${page.state.status} waits although everything was answered`);

  const { ticket } = drawer;
  if (ticket === null) return;
  reload();
  rest();
  const truth = world.find(ticket.renewalId);
  assert.ok(world.captures(ticket.renewalId) <= 1);
  const expected = {
    'awaiting-payment': 'paying',
    cancelled: ticket.confirming ? 'choosing' : 'reviewing',
    renewed: 'renewed',
    review: 'held',
  }[truth.status as string];
  assert.equal(page.state.status, expected, `the server says ${truth.status}`);
}

describe('a renewal', () => {
  test('is never paid twice, never lost and never said to be done early, whatever happens', () => {
    fc.assert(fc.property(fc.array(fc.nat(27_719), { maxLength: 400, size: 'max' }), walk), {
      numRuns: 4_000,
    });
  });

  test('keeps its promises to anything it is told, in any order', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 60, size: 'max' }), (events) => {
        let state = firstRenewal;
        const unanswered = new Map<number, RenewalCommand['type']>();
        for (const { lateBy, make } of events) {
          const event = make(state.run - lateBy);
          const before = state;
          const [after, ...commands] = renewalStep(before, event);
          state = after;

          assert.ok(after.run >= before.run, 'the run never falls');
          if ('run' in event && fits[event.type].includes(unanswered.get(event.run)))
            unanswered.delete(event.run);
          const questions = commands.filter((command) => 'run' in command);
          for (const { run, type } of questions) unanswered.set(run, type);
          assert.ok(questions.length <= 1);
          // A look may be under way while a form is open or a person is needed; nothing waits for it.
          if (!looks.has(after.status))
            assert.equal(
              unanswered.has(after.run),
              waits.has(after.status),
              `${after.status} and its question`,
            );

          if (questions[0]?.type === 'confirm') {
            assert.ok(event.type === 'pay' && before.status === 'paying' && before.form === 'ready');
            assert.ok(commands[0]?.type === 'remember' && commands[0].ticket.confirming);
          }
          if (after.status !== before.status && (after.status === 'renewed' || after.status === 'extending'))
            assert.equal(event.type, 'news');
          if (asks.has(before.status) && asks.has(after.status) && 'renewal' in before && 'renewal' in after)
            assert.ok(after.renewal.seq >= before.renewal.seq, 'old news is no news');
          if ((after.status === 'checking' || after.status === 'extending') && after.problem !== null)
            assert.notEqual(after.problem.charged, 'no', 'nobody knows that nothing was charged');
          if (before.status === 'checking' && after.status === 'paying')
            assert.ok(after.problem !== null, 'a pay button comes back with a word');
          if (before.status === 'extending')
            assert.ok(['extending', 'renewed', 'held'].includes(after.status));
        }
      }),
      { numRuns: 4_000 },
    );
  });
});

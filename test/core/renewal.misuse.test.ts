import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '../chance.ts';
import { Misuse, renewalStep, type RenewalEvent, type RenewalState } from '@leb-renew/core';
import { events, news, states } from './examples/renewal-steps.ts';

const step = (state: unknown, event: unknown) => renewalStep(state as RenewalState, event as RenewalEvent);
const misused = (state: unknown, event: unknown, message: RegExp) =>
  assert.throws(
    () => step(state, event),
    (error) =>
      error instanceof Misuse && message.test(error.message) && error.message.startsWith('renewalStep: '),
  );

/** A copy without one of its members, or with something else in its place. */
const spoilt = (it: object, member: string, value: unknown) => ({ ...it, [member]: value });

const junk = fc.anything({ maxDepth: 2, withNullPrototype: true, withBigInt: true, withSparseArray: true });
const state = fc.oneof(fc.constantFrom(...Object.values(states)), junk);
const event = fc.oneof(fc.constantFrom(...Object.values(events)), junk);
const maybeSpoilt = (whole: fc.Arbitrary<unknown>) =>
  fc.tuple(whole, fc.nat(8), junk).map(([it, nth, value]) => {
    const member = typeof it === 'object' && it !== null ? Object.keys(it)[nth] : undefined;
    return member === undefined ? it : spoilt(it as object, member, value);
  });

describe('renewalStep, given what is none', () => {
  test('names a state or an event that it does not know', () => {
    misused(states.choosing, { type: 'win' }, /type is "win", must be one that this machine knows/);
    misused(states.choosing, { type: 'toString' }, /type is "toString"/);
    misused(states.choosing, null, /type/);
    misused({ status: 'winning', run: 1 }, events.pay, /status is "winning"/);
    misused({ status: 'choose', run: 1, choice: {} }, events.pay, /status is "choose"/);
    misused({ status: Object.create(null) as unknown, run: 1 }, events.pay, /status is an object/);
    misused(null, events.pay, /status is undefined/);
    misused({ ...states.choosing, run: Number.NaN }, events.pay, /run of the state is NaN/);
    misused(states.choosing, { type: 'choose', choice: 7 }, /choice of choose is 7, must be an object/);
  });

  test('names the renewal or the outcome that no server and no form tells of', () => {
    const { run } = states.opening;
    misused(
      states.opening,
      { type: 'news', run, renewal: spoilt(news.paid, 'status', 'lost') },
      /status of the renewal is "lost"/,
    );
    for (const [member, value, rule] of [
      ['renewalId', undefined, /renewalId of the renewal is undefined, must be a text/],
      ['seq', Number.NaN, /seq of the renewal is NaN, must be a whole number/],
      ['handoff', undefined, /handoff of the renewal is undefined, must be an object/],
    ] as const)
      misused(states.opening, { type: 'news', run, renewal: spoilt(news.awaiting, member, value) }, rule);
    misused(
      states.quoting,
      { type: 'quoted', run, quote: {} },
      /quoteId of the quote is undefined, must be a text/,
    );
    misused(
      { ...states.agreeing, quote: {} },
      events.retry,
      /cardRef of the quote is undefined, must be a text/,
    );
    misused(
      states.confirming,
      { type: 'outcome', run, outcome: { kind: 'paid' } },
      /kind of the outcome is "paid"/,
    );
    for (const asked of [states.checking, states.extending, states['resuming unpaid']])
      misused(spoilt(asked, 'asks', Number.NaN), events.look, /asks is NaN, must be a whole number/);
  });

  for (const [name, whole] of Object.entries(events))
    for (const member of Object.keys(whole).filter((key) => key !== 'type' && key !== 'renewalId'))
      test(`${name}: names a missing ${member}`, () => {
        misused(
          states.choosing,
          spoilt(whole, member, undefined),
          new RegExp(`${member} of ${whole.type} is undefined, must be (there|an object|a text)`),
        );
      });

  for (const [name, whole] of Object.entries(states)) {
    const [part] = Object.keys(whole).filter((key) => ['choice', 'quote', 'renewal', 'ticket'].includes(key));
    if (part !== undefined)
      test(`${name}: names a missing ${part}`, () => {
        for (const nothing of [undefined, null])
          misused(spoilt(whole, part, nothing), events.look, new RegExp(`${part} of ${whole.status}`));
      });
  }

  test('steps or throws Misuse, whatever it is given, and never says NaN', () => {
    fc.assert(
      fc.property(maybeSpoilt(state), maybeSpoilt(event), (given, told) => {
        try {
          const [after, ...commands] = step(given, told);
          assert.ok(Number.isSafeInteger(after.run));
          for (const command of commands)
            if (command.type === 'ask') assert.ok(Number.isSafeInteger(command.delayMs));
        } catch (error) {
          if (!(error instanceof Misuse)) throw error;
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

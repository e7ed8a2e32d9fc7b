import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RenewalCommand, RenewalEvent, RenewalState, SignInState } from '@leb-renew/core';
import { problem, type Answer, type Renewal } from '@leb-renew/core/contract';
import { renewalIn } from './examples/renewal.ts';

/** The compiler is the test: each line below must be an error, and `@ts-expect-error` is one where it is not. */
test('what must not be does not compile', () => {
  const paid = renewalIn('paid');
  const waiting = renewalIn('awaiting-payment');
  const states: readonly RenewalState[] = [
    // @ts-expect-error -- paid is not renewed
    { status: 'renewed', run: 1, renewal: paid },
    // @ts-expect-error -- what is not paid is not being extended
    { status: 'extending', run: 1, renewal: waiting, asks: 0, problem: null },
    // @ts-expect-error -- what is paid is not paid again
    { status: 'paying', run: 1, renewal: paid, form: 'ready', problem: null, inDoubt: false },
    // @ts-expect-error -- what the provider has is not sent again
    { status: 'confirming', run: 1, renewal: renewalIn('processing'), inDoubt: false },
    // @ts-expect-error -- nothing is reviewed without a reason
    { status: 'reviewing', run: 1, quote: waiting.quote },
    // @ts-expect-error -- there is no such state
    { status: 'done', run: 1 },
  ];
  const events: readonly RenewalEvent[] = [
    // @ts-expect-error -- an answer says to which question
    { type: 'news', renewal: paid },
    // @ts-expect-error -- a payment form never says paid
    { type: 'outcome', run: 1, outcome: { kind: 'paid' } },
  ];
  const commands: readonly RenewalCommand[] = [
    // @ts-expect-error -- a payment is numbered
    { type: 'confirm' },
  ];
  const signIn: SignInState = {
    status: 'signing-in',
    run: 1,
    email: 'mira@example.com',
    // @ts-expect-error -- a password is not kept
    password: 'correct horse',
  };
  // @ts-expect-error -- renewed means a period that was bought
  const renewal: Renewal = { ...paid, status: 'renewed', renewedAt: '2026-11-20T08:02:00Z' };
  // @ts-expect-error -- an answer is the value or a problem, never nothing
  const answer: Answer<string> = { ok: true };
  // @ts-expect-error -- the list of problems is closed
  const made = () => problem('oops');

  assert.equal([...states, ...events, ...commands, signIn, renewal, answer, made].length, 13);
});

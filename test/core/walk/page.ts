import assert from 'node:assert/strict';
import {
  firstRenewal,
  problem,
  renewalStep,
  type PaymentOutcome,
  type RenewalCommand,
  type RenewalEvent,
  type RenewalIn,
  type RenewalState,
  type Ticket,
} from '@leb-renew/core';
import { quote } from '../examples/quote.ts';
import type { Chance, World } from './world.ts';

/** The states that wait for an answer. */
export const waits: ReadonlySet<RenewalState['status']> = new Set([
  'quoting',
  'opening',
  'confirming',
  'checking',
  'cancelling',
  'resuming',
  'extending',
]);

/** The server may be looked at meanwhile; it is the person or the form that moves on, or a person who is needed. */
const formStates: ReadonlySet<RenewalState['status']> = new Set(['paying', 'confirming', 'held']);

/** Outlives the page, unless it is blocked. */
export interface Drawer {
  ticket: Ticket | null;
}

/** One life of a page, from load to reload: does what the machine asks and watches that it asks nothing wrong. */
export function createPage(world: World, chance: Chance, drawer: Drawer, serial: { quotes: number }) {
  let state: RenewalState = firstRenewal;
  let gone = false;
  /** Left for the provider's site: nothing of the page runs. */
  let away = false;
  let form: RenewalIn<'awaiting-payment'> | null = null;
  let asking = 0;
  /** Runs of the questions that have no answer yet. */
  const outstanding = new Set<number>();
  const confirmed = new Set<number>();

  const later = (ms: number, run: () => void): void => {
    world.after(ms, () => (gone ? undefined : run()), true);
  };

  function send(event: RenewalEvent): void {
    if (gone) return;
    const before = state;
    const [after, ...commands] = renewalStep(before, event);
    state = after;
    assert.ok(after.run >= before.run, 'the run never falls');
    if (after.status !== before.status && (after.status === 'renewed' || after.status === 'extending')) {
      assert.ok(event.type === 'news', `only news leads to ${after.status}`);
      const says: readonly string[] = after.status === 'renewed' ? ['renewed'] : ['paid', 'extending'];
      assert.ok(
        says.includes(event.renewal.status),
        `${after.status}, but the server says ${event.renewal.status}`,
      );
    }
    for (const command of commands) perform(command);
    if (state.status === 'renewed') assert.equal(drawer.ticket, null, 'what is done needs no ticket');
    const asked = [...outstanding].filter((run) => run === state.run);
    if (formStates.has(state.status)) assert.ok(asked.length <= 1, 'at most one look while the form is open');
    else
      assert.equal(
        asked.length,
        waits.has(state.status) ? 1 : 0,
        `questions under way while ${state.status}`,
      );
  }

  /** An answer, which may come twice. */
  function answer(run: number, event: RenewalEvent): void {
    outstanding.delete(run);
    send(event);
    if (chance.rarely(6)) later(chance.within(5_000), () => send(event));
  }

  /** To the server and back, unless the way there or the way back is broken. */
  function call(run: number, reach: () => RenewalEvent): void {
    const trouble = () =>
      problem(chance.pick(['offline', 'timeout', 'server-error', 'wrong-answer', 'not-signed-in']));
    later(chance.within(400), () => {
      if (chance.rarely(5)) return answer(run, { type: 'refused', run, problem: trouble() });
      const event = reach();
      later(chance.within(400), () =>
        answer(run, chance.rarely(5) ? { type: 'refused', run, problem: trouble() } : event),
      );
    });
  }

  function perform(command: RenewalCommand): void {
    if ('run' in command) {
      assert.equal(command.run, state.run, 'a question carries the number of the state that waits for it');
      outstanding.add(command.run);
    }
    switch (command.type) {
      case 'quote':
        return call(command.run, () => ({
          type: 'quoted',
          run: command.run,
          quote: { ...quote, quoteId: `quote-${(serial.quotes += 1)}` },
        }));
      case 'begin':
        return call(command.run, () => {
          const begun = world.begin(command.quoteId);
          return 'renewal' in begun
            ? { type: 'news', run: command.run, renewal: begun.renewal }
            : {
                type: 'refused',
                run: command.run,
                problem: problem('renewal-open', { renewalId: begun.open }),
              };
        });
      case 'ask': {
        const mine = (asking += 1);
        later(command.delayMs, () => {
          if (mine !== asking) return; // A newer question has taken its place.
          call(command.run, () => ({
            type: 'news',
            run: command.run,
            renewal: world.read(command.ticket.renewalId),
          }));
        });
        return;
      }
      case 'cancel':
        return call(command.run, () => ({
          type: 'news',
          run: command.run,
          renewal: world.cancel(command.ticket.renewalId),
        }));
      case 'open-form': {
        const { renewal } = command;
        form = renewal;
        later(chance.within(300), () => {
          if (form !== renewal) return;
          const { renewalId } = renewal;
          send(
            chance.rarely(5)
              ? { type: 'form-blocked', renewalId, problem: problem('payment-form-blocked') }
              : { type: 'form-ready', renewalId },
          );
        });
        return;
      }
      case 'confirm':
        return confirm(command.run);
      case 'remember':
        drawer.ticket = command.ticket;
        return;
      case 'forget':
        if (drawer.ticket !== null && !world.isOver(drawer.ticket.renewalId))
          for (const { state: money } of world.triesOf(drawer.ticket.renewalId))
            assert.equal(money, 'declined', 'no ticket is forgotten while money may be on its way');
        drawer.ticket = null;
        return;
    }
  }

  function confirm(run: number): void {
    assert.ok(!confirmed.has(run), 'one run confirms once');
    confirmed.add(run);
    assert.ok(state.status === 'confirming');
    const { renewal } = state;
    const { renewalId, renewalToken, confirming } = drawer.ticket ?? {};
    assert.deepEqual(
      { renewalId, renewalToken, confirming },
      { renewalId: renewal.renewalId, renewalToken: renewal.renewalToken, confirming: true },
      'the ticket is remembered before the payment is sent',
    );
    for (const { state: money } of world.triesOf(renewal.renewalId))
      assert.equal(money, 'declined', 'no payment is sent while an earlier one may go through');

    const tell = (outcome: PaymentOutcome) => answer(run, { type: 'outcome', run, outcome });
    if (chance.rarely(8)) return later(0, () => tell({ kind: 'invalid', problem: problem('card-details') }));
    if (chance.rarely(6)) {
      // The provider decides while the person is on its site: before they come back.
      world.pay(renewal, () => {}, 0);
      return later(0, () => {
        away = true;
        tell({ kind: 'leaving' });
      });
    }
    const isLost = chance.rarely(3);
    if (isLost)
      later(chance.within(3_000), () =>
        tell({ kind: 'unknown', problem: problem('offline', { charged: 'unknown' }) }),
      );
    world.pay(renewal, (money) => {
      if (isLost) return;
      later(chance.within(300), () =>
        tell(
          money === 'declined'
            ? { kind: 'declined', problem: problem('payment-declined') }
            : { kind: 'ask-server' },
        ),
      );
    });
  }

  return {
    get state() {
      return state;
    },
    get away() {
      return away;
    },
    send,
    /** Back from the provider's site, from the back-forward cache. */
    comeBack() {
      away = false;
      send({ type: 'look' });
    },
    unload() {
      gone = true;
    },
  };
}
export type Page = ReturnType<typeof createPage>;

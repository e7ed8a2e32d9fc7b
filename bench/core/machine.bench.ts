/** Our renewal machine in our store against the same machine in XState 5, each with one subscriber. */
import assert from 'node:assert/strict';
import {
  createStore,
  firstRenewal,
  renewalStep,
  type RenewalCommand,
  type RenewalEvent,
} from '@leb-renew/core';
import { createActor } from 'xstate';
import { quote } from '../../test/core/examples/quote.ts';
import { renewalIn } from '../../test/core/examples/renewal.ts';
import { renewalInXState } from './renewal-in-xstate.ts';
import { inRounds, type Comparison } from './rounds.ts';

interface Machine {
  /** Number of the last question: an answer carries it. */
  run(): number;
  status(): string;
  send(event: RenewalEvent): void;
}

type Make = (perform: (command: RenewalCommand) => void, listener: () => void) => Machine;

const inOurStore: Make = (perform, listener) => {
  const store = createStore(firstRenewal, renewalStep, perform);
  store.subscribe(listener);
  return { run: () => store.state.run, status: () => store.state.status, send: store.send };
};

const inXState: Make = (perform, listener) => {
  const actor = createActor(renewalInXState(perform)).start();
  actor.subscribe(listener);
  return {
    run: () => actor.getSnapshot().context.run,
    status() {
      const { value } = actor.getSnapshot();
      return typeof value === 'string' ? value : 'paying';
    },
    send: (event) => actor.send(event),
  };
};

const choose: RenewalEvent = {
  type: 'choose',
  choice: { cardRef: 'card-1', planId: 'year', currency: 'USD' },
};
const quoted = { type: 'quoted', run: 0, quote } as const;
const unpaid = { type: 'news', run: 0, renewal: renewalIn('awaiting-payment') } as const;
const ready: RenewalEvent = { type: 'form-ready', renewalId: 'renewal-1' };
const pay: RenewalEvent = { type: 'pay' };
const sent = { type: 'outcome', run: 0, outcome: { kind: 'ask-server' } } as const;
const extending = { type: 'news', run: 0, renewal: renewalIn('extending', { seq: 2 }) } as const;
const renewed = { type: 'news', run: 0, renewal: renewalIn('renewed', { seq: 3 }) } as const;
const done: RenewalEvent = { type: 'done' };

/** A renewal from the choice of a plan to *done*: each event changes the state. */
const transitions = 9;
function walk({ run, send }: Machine): void {
  send(choose);
  send({ ...quoted, run: run() });
  send({ ...unpaid, run: run() });
  send(ready);
  send(pay);
  send({ ...sent, run: run() });
  send({ ...extending, run: run() });
  send({ ...renewed, run: run() });
  send(done);
}

/** What there is to see of one walk. */
function record(make: Make) {
  const commands: RenewalCommand[] = [];
  const statuses: string[] = [];
  let changes = 0;
  const machine = make(
    (command) => commands.push(command),
    () => (changes += 1),
  );
  const send = (event: RenewalEvent): void => {
    machine.send(event);
    statuses.push(machine.status());
  };
  walk({ ...machine, send });
  return { commands, statuses, changes };
}

function contestant(name: string, make: Make, walks: number) {
  let heard = 0;
  const machine = make(
    () => {},
    () => (heard += 1),
  );
  return {
    name,
    count: walks * transitions,
    run(count: number) {
      for (let i = 0; i < count; i += transitions) walk(machine);
      return heard;
    },
  };
}

/** In transitions per second; every one changes the state, has its commands carried out and is told to a subscriber. */
export function machineBench({ walks = 10_000, rounds = 11 } = {}): Comparison {
  const expected = record(inOurStore);
  assert.deepEqual(record(inXState), expected); // The same statuses, commands and changes.
  assert.equal(expected.changes, transitions);
  return inRounds(
    rounds,
    contestant('renewal machine in our store', inOurStore, walks * 50),
    contestant('the same machine in XState 5', inXState, walks),
  );
}

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createStore, Misuse } from '@leb-renew/core';

type Event = 'up' | 'echo' | 'nothing' | 'twice' | 'bug';
interface Command {
  readonly say: string;
}

/** Counts. `echo` asks for something, `twice` for two things, `nothing` changes nothing, `bug` is one. */
function step(state: number, event: Event): readonly [number, ...Command[]] {
  switch (event) {
    case 'up':
      return [state + 1];
    case 'echo':
      return [state + 1, { say: `after ${state + 1}` }];
    case 'twice':
      return [state + 1, { say: 'first' }, { say: 'second' }];
    case 'nothing':
      return [state];
    case 'bug':
      throw new Error('step');
  }
}

function setup(perform: (command: Command, send: (event: Event) => void) => void = () => {}) {
  const said: string[] = [];
  const seen: number[] = [];
  const store = createStore<number, Event, Command>(0, step, (command, send) => {
    said.push(command.say);
    perform(command, send);
  });
  const stop = store.subscribe(() => seen.push(store.state));
  return { store, said, seen, stop };
}

describe('a store', () => {
  test('holds the state, tells it to listeners and has commands carried out', () => {
    const { store, said, seen } = setup();
    store.send('up');
    store.send('echo');
    assert.equal(store.state, 2);
    assert.deepEqual(seen, [1, 2]);
    assert.deepEqual(said, ['after 2']);
  });

  test('says nothing when nothing changed', () => {
    const { store, seen } = setup();
    store.send('nothing');
    assert.deepEqual(seen, []);
  });

  test('carries commands out in their order, and they see the state they belong to', () => {
    const states: number[] = [];
    const { store, said } = setup(() => states.push(store.state));
    store.send('twice');
    assert.deepEqual(said, ['first', 'second']);
    assert.deepEqual(states, [1, 1]);
  });

  test('lets an event from a listener wait until every listener has seen the state before it', () => {
    const { store, seen } = setup();
    const others: number[] = [];
    store.subscribe(() => {
      if (store.state === 1) store.send('up');
    });
    store.subscribe(() => others.push(store.state));
    store.send('up');
    assert.deepEqual(seen, [1, 2]);
    assert.deepEqual(others, [1, 2]);
  });

  test('lets an event from a command wait until the commands before it are carried out', () => {
    const { store, said, seen } = setup(({ say }, send) => {
      if (say === 'first') send('echo');
    });
    store.send('twice');
    assert.deepEqual(said, ['first', 'second', 'after 2']);
    assert.deepEqual(seen, [1, 2]);
  });

  test('stops telling who stopped listening, at once', () => {
    const { store, seen, stop } = setup();
    store.send('up');
    stop();
    stop();
    store.send('up');
    assert.deepEqual(seen, [1]);
  });

  test('does not tell a listener that another one has just stopped', () => {
    const { store } = setup();
    const late: number[] = [];
    store.subscribe(() => stopLate());
    const stopLate = store.subscribe(() => late.push(store.state));
    store.send('up');
    assert.deepEqual(late, []);
  });

  test('tells a new listener the next state, not the one it came in', () => {
    const { store } = setup();
    const late: number[] = [];
    const stop = store.subscribe(() => {
      stop();
      store.subscribe(() => late.push(store.state));
    });
    store.send('up');
    store.send('up');
    assert.deepEqual(late, [2]);
  });

  test('does not tell a listener of the change in which another one has brought it', () => {
    const { store } = setup();
    const late: number[] = [];
    store.subscribe(() => {
      if (store.state === 1) store.subscribe(() => late.push(store.state));
    });
    store.send('up');
    assert.deepEqual(late, []);
    store.send('up');
    assert.deepEqual(late, [2]);
  });

  test('loses nothing when a listener throws: the others hear, events go on, and the error is heard of', () => {
    const { store } = setup();
    const others: number[] = [];
    store.subscribe(() => {
      if (store.state === 1) store.send('echo');
      throw new Error(`listener at ${store.state}`);
    });
    store.subscribe(() => others.push(store.state));
    assert.throws(
      () => store.send('up'),
      (error: unknown) =>
        error instanceof AggregateError &&
        error.errors.map(({ message }: Error) => message).join() === 'listener at 1,listener at 2',
    );
    assert.deepEqual(others, [1, 2]);
    assert.equal(store.state, 2);
  });

  test('carries the other commands out when one throws', () => {
    const { store, said, seen } = setup(({ say }) => {
      if (say === 'first') throw new Error('blocked storage');
    });
    assert.throws(() => store.send('twice'), /blocked storage/);
    assert.deepEqual(said, ['first', 'second']);
    assert.deepEqual(seen, [1]);
  });

  test('lets two subscriptions of one listener stop one by one', () => {
    const { store } = setup();
    let heard = 0;
    const listener = () => (heard += 1);
    const stopOne = store.subscribe(listener);
    const stopOther = store.subscribe(listener);
    store.send('up');
    assert.equal(heard, 2);
    stopOne();
    stopOne();
    store.send('up');
    assert.equal(heard, 3);
    stopOther();
    store.send('up');
    assert.equal(heard, 3);
  });

  test('fits useSyncExternalStore: functions without this, and one snapshot until the next change', () => {
    const store = createStore(
      { count: 0 },
      ({ count }, by: number) => [{ count: count + by }],
      () => {},
    );
    const { subscribe, send } = store;
    const getSnapshot = () => store.state;
    const seen: unknown[] = [];
    const stop = subscribe(() => seen.push(getSnapshot()));
    assert.equal(getSnapshot(), getSnapshot());
    send(2);
    assert.equal(seen[0], getSnapshot());
    assert.deepEqual(getSnapshot(), { count: 2 });
    stop();
    send(1);
    assert.equal(seen.length, 1);
  });

  test('forgets what was thrown once it has been thrown', () => {
    const { store } = setup();
    const stop = store.subscribe(() => {
      throw new Error('once');
    });
    assert.throws(() => store.send('up'), /once/);
    stop();
    store.send('up');
    assert.equal(store.state, 2);
  });

  test('stays where it is when a step throws, and goes on with the next event', () => {
    const { store } = setup();
    assert.throws(() => store.send('bug'), /step/);
    assert.equal(store.state, 0);
    store.send('up');
    assert.equal(store.state, 1);
  });
});

describe('misuse of a store', () => {
  const step = () => [0] as const;
  const perform = () => {};
  const misuses: readonly (readonly [name: string, misuse: () => unknown, message: RegExp])[] = [
    ['without a step', () => createStore(0, null as never, perform), /^createStore: step is null, must be/],
    ['without a performer', () => createStore(0, step, 1 as never), /^createStore: perform is 1, must be/],
    [
      'an event that is none',
      () => createStore(0, step, perform).send(undefined),
      /^send: event is undefined/,
    ],
    ['an event of null', () => createStore(0, step, perform).send(null), /^send: event is null/],
    [
      'a listener that cannot hear',
      () => createStore(0, step, perform).subscribe({} as never),
      /^subscribe: listener is an object, must be a function$/,
    ],
    [
      'a step that forgets to answer',
      () => createStore(0, (() => {}) as never, perform).send(1),
      /^createStore: the answer of step is undefined, must be a list/,
    ],
    [
      'a step that answers no state',
      () => createStore(0, (() => []) as never, () => {}).send(1),
      /^createStore: the answer of step is a list, must be/,
    ],
  ];
  for (const [name, misuse, message] of misuses) {
    test(`is said at once: ${name}`, () => {
      assert.throws(misuse, (error: unknown) => error instanceof Misuse && message.test(error.message));
    });
  }
});

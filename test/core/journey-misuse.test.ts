import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '../chance.ts';
import { createStore, Misuse } from '@leb-renew/core';
import { createJourney, storedTickets } from '@leb-renew/core/journey';
import { openJourney, openWorld } from './journey/stage.ts';

/** Runs what may be misused: it works, or says which value breaks which rule. */
function worksOrIsMisuse(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof Misuse, String(error));
    assert.match(error.message, / is .*, must be /s);
  }
}

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withNullPrototype: true,
  withSparseArray: true,
});

describe('anything at all', () => {
  test('given to a journey works or is misuse', () => {
    const { api, clock } = openWorld();
    const tickets = { load: () => null, save: () => {}, clear: () => {} };
    fc.assert(
      fc.property(anything, anything, (ports, stage) => {
        worksOrIsMisuse(() => createJourney(ports as never, stage as never));
        worksOrIsMisuse(() =>
          createJourney({ api, clock, tickets, payments: ports } as never, { container: stage } as never),
        );
        worksOrIsMisuse(() =>
          createJourney({ api, clock, tickets, payments: [ports, stage] } as never, {
            container: () => null,
            view: () => stage as never,
          }),
        );
      }),
    );
  });

  test('sent to the machines of a journey works or is misuse, and stops neither', () => {
    const { signIn, renewal } = openJourney();
    fc.assert(
      fc.property(anything, (event) => {
        worksOrIsMisuse(() => signIn.send(event as never));
        worksOrIsMisuse(() => renewal.send(event as never));
      }),
    );
    signIn.send({ type: 'forgot' });
    assert.equal(signIn.state.status, 'resetting');
  });

  test('given to a store works or is misuse', () => {
    fc.assert(
      fc.property(anything, anything, (one, other) => {
        worksOrIsMisuse(() => createStore(one, one as never, other as never));
        worksOrIsMisuse(() => createStore(one, (() => one) as never, () => {}).send(other));
        worksOrIsMisuse(() =>
          createStore(
            one,
            () => [other],
            () => {},
          ).subscribe(one as never),
        );
      }),
    );
  });

  test('given to stored tickets works or is misuse; and whatever is stored is a ticket or none', () => {
    fc.assert(
      fc.property(anything, anything, (storage, key) => {
        worksOrIsMisuse(() => storedTickets(storage as never, key as never));
        worksOrIsMisuse(() => storedTickets(() => storage as never, 'key').load());
      }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const getItem = () => text;
        const ticket = storedTickets(() => ({ getItem }) as never, 'key').load();
        if (ticket !== null) assert.equal(typeof ticket.renewalId, 'string');
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Misuse, type Ticket } from '@leb-renew/core';
import { storedTickets } from '@leb-renew/core/journey';

const key = 'my-shop:ticket';
const ticket: Ticket = { renewalId: 'renewal-1', renewalToken: 'token-1', confirming: true };

/** A tab's storage, and what a page keeps in it. */
function setup(text?: string) {
  const kept = new Map(text === undefined ? [] : [[key, text]]);
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
  const open = () => storedTickets(() => storage, key);
  return { kept, open, tickets: open() };
}

describe('stored tickets', () => {
  test('are found by the next page, and by none once cleared', () => {
    const { open, tickets, kept } = setup();
    assert.equal(tickets.load(), null);
    tickets.save(ticket);
    assert.deepEqual(tickets.load(), ticket);
    assert.deepEqual(open().load(), ticket);
    tickets.clear();
    assert.equal(tickets.load(), null);
    assert.equal(open().load(), null);
    assert.equal(kept.size, 0);
  });

  test('may leave it to the session to vouch', () => {
    const { open, tickets } = setup();
    tickets.save({ ...ticket, renewalToken: null });
    assert.deepEqual(open().load(), { ...ticket, renewalToken: null });
  });

  test('keep what decides whether a payment that leads back is in doubt', () => {
    const { open, tickets } = setup();
    const sent = { ...ticket, since: 2, returned: true } as const;
    tickets.save(sent);
    assert.deepEqual(open().load(), sent);
  });

  test('that were put away before there was more on them still lead back', () => {
    assert.deepEqual(setup(JSON.stringify(ticket)).tickets.load(), ticket);
  });

  test('decide nothing by what nobody has put on them', () => {
    for (const more of [{ since: '2' }, { since: null }, { returned: 'yes' }, { returned: 1 }])
      assert.deepEqual(setup(JSON.stringify({ ...ticket, ...more })).tickets.load(), ticket);
  });

  for (const text of [
    '',
    'not JSON',
    'null',
    '7',
    '[]',
    '{}',
    JSON.stringify({ ...ticket, renewalId: 1 }),
    JSON.stringify({ ...ticket, renewalToken: 1 }),
    JSON.stringify({ ...ticket, confirming: 'yes' }),
  ]) {
    test(`are none when something else lies in their place: ${text || 'an empty text'}`, () => {
      assert.equal(setup(text).tickets.load(), null);
    });
  }

  for (const [name, storage, place] of [
    ['a storage itself', {}, key],
    ['no storage', undefined, key],
    ['no key', () => ({}), null],
  ] as const) {
    test(`are misused with ${name}`, () => {
      assert.throws(() => storedTickets(storage as never, place as never), Misuse);
    });
  }

  test('are kept in memory where storage is blocked', () => {
    const tickets = storedTickets(() => {
      throw new Error('SecurityError');
    }, key);
    assert.equal(tickets.load(), null);
    tickets.save(ticket);
    assert.deepEqual(tickets.load(), ticket);
    tickets.clear();
    assert.equal(tickets.load(), null);
  });
});

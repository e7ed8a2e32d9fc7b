import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { RenewalEvent, RenewalState } from '@leb-renew/core';
import { createPage, waits, type Drawer } from './walk/page.ts';
import { createChance, createWorld } from './walk/world.ts';

const choice = { cardRef: 'card-1', planId: 'global-12m', currency: 'USD' };

const wishes: readonly RenewalEvent[] = [
  { type: 'choose', choice },
  { type: 'pay' },
  { type: 'pay' },
  { type: 'back' },
  { type: 'retry' },
  { type: 'done' },
  { type: 'look' },
];

/** Walks through the tape, then lets everything come to rest and reloads the page once more. */
function walk(tape: readonly number[]): RenewalState {
  const chance = createChance(tape);
  const world = createWorld(chance);
  const drawer: Drawer = { ticket: null };
  const serial = { quotes: 0 };
  let page = createPage(world, chance, drawer, serial);

  function reload(): void {
    page.unload();
    page = createPage(world, chance, drawer, serial);
    if (drawer.ticket !== null) page.send({ type: 'resume', ticket: drawer.ticket });
  }
  function rest(): void {
    if (page.away) page.comeBack();
    for (let things = 0; things < 500; things++) if (!world.pass(true)) return;
    // More than enough for every timer; only questions about money that never arrives go on for ever.
    assert.fail(`${page.state.status} does not come to rest`);
  }

  while (!chance.ranOut) {
    const happens = chance.roll(16);
    if (happens < 8) world.pass(!page.away);
    else if (page.away) {
      // The provider sends the person back by a redirect, or they press the back button.
      if (happens === 8) reload();
      if (happens === 9) page.comeBack();
    } else if (happens < 8 + wishes.length) page.send(wishes[happens - 8] as RenewalEvent);
    else {
      const rare = chance.roll(8);
      if (rare === 0) reload();
      if (rare === 1) world.beginElsewhere();
      if (rare === 2) world.expire();
      if (rare === 3) {
        drawer.ticket = null; // Storage is blocked.
        reload();
      }
    }
  }
  rest();
  assert.ok(!waits.has(page.state.status), `${page.state.status} waits although everything was answered`);

  const { ticket } = drawer;
  if (ticket === null) return page.state;
  reload();
  rest();
  const truth = world.find(ticket.renewalId);
  assert.ok(world.captures(ticket.renewalId) <= 1);
  const expected = { 'awaiting-payment': 'paying', cancelled: 'choosing', renewed: 'renewed', review: 'held' }[
    truth.status as string
  ];
  assert.equal(page.state.status, expected, `the server says ${truth.status}`);
  return page.state;
}

describe('a renewal', () => {
  test('is never paid twice, never lost and never said to be done early, whatever happens', () => {
    fc.assert(fc.property(fc.array(fc.nat(5_039), { maxLength: 400, size: 'max' }), (tape) => void walk(tape)), {
      numRuns: 20_000,
      seed: 20_261_120,
    });
  });
});

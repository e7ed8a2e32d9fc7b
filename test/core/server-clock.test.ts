import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createServerClock, Misuse } from '@leb-renew/core';

const noon = Date.parse('2026-11-20T12:00:00Z');

/** A device that has been up for an hour and believes that it is 1970. */
function setup() {
  const device = { up: 3_600_000 };
  const timers: { ms: number; call: () => void; stopped: boolean }[] = [];
  const clock = createServerClock({
    monotonic: () => device.up,
    after(ms, call) {
      const timer = { ms, call, stopped: false };
      timers.push(timer);
      return () => void (timer.stopped = true);
    },
    guess: 0,
  });
  return { clock, device, timers };
}

describe('the server clock', () => {
  test('begins with the guess and counts on', () => {
    const { clock, device } = setup();
    assert.equal(clock.now(), 0);
    device.up += 500;
    assert.equal(clock.now(), 500);
  });

  test('believes the server, however wrong the device is', () => {
    const { clock } = setup();
    clock.sync(noon);
    assert.equal(clock.now(), noon);
  });

  test('measures what has passed since the server spoke', () => {
    const { clock, device } = setup();
    clock.sync(noon);
    device.up += 90_000;
    assert.equal(clock.now(), noon + 90_000);
  });

  test('believes the server each time it speaks, forward and back', () => {
    const { clock, device } = setup();
    clock.sync(noon);
    device.up += 10;
    clock.sync(noon + 3_600_000); // The device slept and did not count.
    assert.equal(clock.now(), noon + 3_600_000);
    clock.sync(noon);
    assert.equal(clock.now(), noon);
  });

  test('leaves timers to the device', () => {
    const { clock, timers } = setup();
    const calls: string[] = [];
    const stop = clock.after(250, () => calls.push('rang'));
    clock.sync(noon);
    assert.equal(timers[0]?.ms, 250);
    timers[0].call();
    assert.deepEqual(calls, ['rang']);
    stop();
    assert.ok(timers[0].stopped);
  });

  test('takes no time that is none', () => {
    const { clock } = setup();
    for (const wrong of [Number.NaN, Infinity, 'noon'] as number[])
      assert.throws(() => clock.sync(wrong), Misuse);
    assert.throws(() => clock.sync(Number.NaN), /server clock: serverNow is NaN, must be milliseconds/);
    assert.equal(clock.now(), 0);
  });

  test('calls nothing back that is no function, and waits no time that is none', () => {
    const { clock, timers } = setup();
    assert.throws(
      () => clock.after(1_000, 'ring' as never),
      /server clock: call is "ring", must be a function/,
    );
    assert.throws(() => clock.after(Number.NaN, () => {}), /server clock: ms is NaN, must be milliseconds/);
    assert.deepEqual(timers, []);
  });

  test('sets no timer that would ring at once because it is too long', () => {
    const { clock, timers } = setup();
    clock.after(2_600_000_000, () => {});
    assert.equal(timers[0]?.ms, 2 ** 31 - 1);
  });

  test('needs a device that counts', () => {
    assert.throws(
      () => createServerClock({ monotonic: () => Number.NaN, after: () => () => {}, guess: 0 }),
      /server clock: monotonic is NaN, must be milliseconds/,
    );
    assert.throws(
      () => createServerClock(undefined as never),
      /createServerClock: device.monotonic is undefined, must be a function/,
    );
  });

  test('begins with no guess that is none', () => {
    assert.throws(
      () => createServerClock({ monotonic: () => 0, after: () => () => {}, guess: Number.NaN }),
      /server clock: guess is NaN, must be milliseconds/,
    );
  });
});

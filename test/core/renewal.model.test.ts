import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explore } from './model/explore.ts';
import { largeWorlds, settingOf, worlds } from './model/settings.ts';
import { worldOf } from './model/world.ts';

const isLarge = process.env['MODEL'] === 'large';

describe('whatever happens, in every order, no promise is broken', () => {
  for (const [name, size] of Object.entries(isLarge ? { ...worlds, ...largeWorlds } : worlds))
    test(name, async (t) => {
      const { states, transitions, violation } = explore(worldOf(await settingOf(size)));
      t.diagnostic(`${states} states, ${transitions} transitions`);
      assert.equal(
        violation,
        null,
        violation === null ? '' : [violation.promise, ...violation.trace].join('\n'),
      );
    });
});

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { copyOfProject } from '../../scripts/guards/copy.ts';
import { without } from '../../scripts/guards/guard.ts';
import { guards } from '../../scripts/guards/guards.ts';
import { withGuards } from '../../scripts/guards/paper.ts';
import { tryWithout } from '../../scripts/guards/try.ts';
import { root } from './root.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Quick ones of each kind: `npm run mutation:guards` tries all. */
const few = ['the amount that arrived', 'one renewal per quote'];

describe('The guards of money', () => {
  for (const guard of guards)
    test(`are still made of the text that is taken away: ${guard.name}`, () => {
      for (const change of guard.changes)
        assert.notEqual(without(read(change.file), change), read(change.file));
      const { file, title } = guard.caughtBy;
      const beside = globSync(`${dirname(file)}/*.ts`, { cwd: root });
      const written = title.replace(/^(case \d+: ).*/, '$1'); // The rest may be put together.
      assert.ok(
        beside.some((each) => read(each).includes(written)),
        title,
      );
    });

  test('have names of their own, and stand in docs/mutation.md', async () => {
    assert.equal(new Set(guards.map(({ name }) => name)).size, guards.length);
    assert.equal(
      await withGuards(read('docs/mutation.md')),
      read('docs/mutation.md'),
      'run npm run mutation:guards',
    );
  });

  describe('are missed by a test', () => {
    const { folder, remove } = copyOfProject();
    process.on('exit', remove);
    for (const guard of guards.filter(({ name }) => few.includes(name)))
      test(`case 43: ${guard.name}`, async () => {
        const { outcome, output } = await tryWithout(guard, folder);
        assert.equal(outcome, 'caught', output);
      });

    test('case 43: and a test that does not need the guard is not taken for proof', async () => {
      const [guard] = guards.filter(({ name }) => few.includes(name));
      assert.ok(guard);
      const { outcome, output } = await tryWithout(
        { ...guard, caughtBy: { file: 'test/server/judge.test.ts', title: 'of old news only money counts' } },
        folder,
      );
      assert.equal(outcome, 'missed', output);
    });
  });
});

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from './root.ts';

/** Names that say nothing of what is inside. */
const empty = /^(utils?|helpers?|common|shared|misc|lib)([.]|$)/;

describe('Names', () => {
  test('of folders and files are words of the trade', () => {
    const paths = globSync('{packages/*/src,test,stories,scripts,examples}/**', {
      cwd: root,
      exclude: (name) => ['node_modules', 'dist'].includes(basename(name)),
    });
    assert.ok(paths.length > 0);
    assert.deepEqual(
      paths.filter((path) => empty.test(basename(path))),
      [],
    );
  });
});

describe('A changeset', () => {
  for (const file of globSync('.changeset/*.md', { cwd: root })) {
    test(`says what is gained: ${file}`, () => {
      const [, , text = ''] = readFileSync(join(root, file), 'utf8').split(/^---$/m);
      assert.match(text.trim(), /^(New|Improved|Fixed): .+$/);
    });
  }
});

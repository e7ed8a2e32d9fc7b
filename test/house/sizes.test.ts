import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { measureAll, report } from '../../scripts/sizes/report.ts';
import { root } from './root.ts';

test('what a page pays is no more than was agreed, and docs/sizes.md says it', async () => {
  const measured = await measureAll();
  for (const { entry, bytes, most } of measured)
    assert.ok(bytes <= most, `${entry} has ${bytes} bytes, ${most} at most`);
  assert.equal(readFileSync(join(root, 'docs/sizes.md'), 'utf8'), await report(measured), 'run npm run size');
});

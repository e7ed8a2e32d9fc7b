import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { measureAll, report } from '../../scripts/sizes/report.ts';
import { root } from './root.ts';

test('what a page pays is within its budget, and docs/sizes.md says it', async () => {
  const measured = await measureAll();
  for (const { entry, bytes, budget } of measured)
    if (budget !== null) assert.ok(bytes <= budget, `${entry} has ${bytes} bytes, ${budget} at most`);
  assert.equal(
    readFileSync(join(root, 'docs/sizes.md'), 'utf8'),
    await report(measured),
    'run npm run sizes',
  );
});

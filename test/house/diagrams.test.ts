import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withParts } from '../../scripts/diagrams/parts.ts';
import { root } from './root.ts';

test('docs/machines.md shows the machines as they are', () => {
  const paper = readFileSync(join(root, 'docs/machines.md'), 'utf8');
  assert.ok(paper === withParts(paper), 'docs/machines.md is stale: run `npm run diagrams`');
});

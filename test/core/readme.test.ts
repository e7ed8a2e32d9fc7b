import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);

test('the sample of the README says how long each card of the sandbox still works', async (t) => {
  const readme = await readFile(new URL('packages/core/README.md', root), 'utf8');
  const folder = new URL('.cache/readme/', root);
  await mkdir(folder, { recursive: true });
  const sample = new URL('core.ts', folder);
  await writeFile(sample, /```ts\n(.*?)\n```/s.exec(readme)?.[1] ?? '');
  const { mock } = t.mock.method(console, 'log', () => undefined);
  await import(sample.href);
  const said = mock.calls.map((call) => String(call.arguments[0]));
  mock.restore();
  assert.match(said.join('\n'), /^LEB Global card: due-soon, 1[23] days left$/m);
  for (const line of said) assert.match(line, /^.+: [a-z-]+, (-?\d+|\?) days left$/);
});

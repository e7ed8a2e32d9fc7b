import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { rolldown } from 'rolldown';

/** What docs/elements.md has a page put at the start of its head, and how it is made. */
async function script(): Promise<string> {
  const paper = await readFile(new URL('../../docs/elements.md', import.meta.url), 'utf8');
  assert.match(
    paper,
    /<script src="https:\/\/shop\.example\/return\.js"><\/script>\n```\n\nThat file is `@leb-renew\/widget\/return`/,
  );
  const bundle = await rolldown({
    input: '@leb-renew/widget/return',
    platform: 'browser',
    resolve: { conditionNames: ['@leb-renew/source', 'default'] },
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'lebReturn', minify: true });
  await bundle.close();
  return output[0].code;
}

test('case 24: the script at the start of a head takes the secret out before the next one runs', async () => {
  const own = 'https://shop.example/cards?tab=1';
  const location = new URL(`${own}&leb-return=renewal-7&payment_intent_client_secret=pi_7_secret_x`);
  const history = {
    state: { own: 1 },
    replaceState: (_: unknown, __: string, href: string) => void (location.href = href),
  };
  const page = { location, history, URL, seen: '' };
  runInNewContext(`${await script()}; seen = location.href + ' ' + lebReturn.takeReturn()`, page);
  assert.equal(page.seen, `${own} renewal-7`);
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { rolldown, type OutputChunk } from 'rolldown';
import { root } from './root.ts';

/** Everything that a page can import, as one build with all its chunks, minified. */
async function build(): Promise<readonly OutputChunk[]> {
  const bundle = await rolldown({
    input: Object.fromEntries(entries().map((entry) => [entry.replaceAll(/\W+/g, '-'), entry])),
    cwd: root,
    platform: 'browser',
    resolve: { conditionNames: ['@leb-renew/source', 'browser', 'import', 'default'] },
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  return output.filter((part) => part.type === 'chunk');
}

/** By their names; of `./*` what a page of docs/ names. */
function entries(): string[] {
  const names = (of: string) =>
    Object.keys(
      (JSON.parse(readFileSync(join(root, `packages/${of}/package.json`), 'utf8')) as { exports: object })
        .exports,
    )
      .filter((entry) => !/[*]|[.]css$|package[.]json$/.test(entry))
      .map((entry) => `@leb-renew/${of}${entry.slice(1)}`);
  return [
    ...names('core'),
    ...names('widget'),
    '@leb-renew/widget/payments/sandbox',
    '@leb-renew/widget/payments/stripe',
    '@leb-renew/widget/renewal/define',
  ];
}

/** What only a server may hold: keys, and words of the library that needs them. */
const servers =
  /\b(sk|rk)_(test|live|sandbox)|whsec_|constructEvent|stripe-node|Stripe-Client-User-Agent|Idempotency-Key: /;

const isStripeLoader = ({ moduleIds }: OutputChunk) =>
  moduleIds.some((id) => id.includes('/@stripe/stripe-js/'));

/** What tells a developer which of Stripe’s addresses a page’s policy has to let in. Its text is read and not asked for. */
const isHints = ({ moduleIds }: OutputChunk) =>
  moduleIds.every((id) => id.endsWith('/payments/stripe/hints.ts'));

/** Addresses that are never asked: the names of vocabularies, and the shop of the sandbox, which nobody can have. */
const names = /^http:\/\/www\.w3\.org\/|^https:\/\/shop\.example\//;
const stripes = /^https:\/\/(js|docs)\.stripe\.com(\/|$)/;
const letIn = /^https:\/\/((\*\.)?js|api|hooks)\.stripe\.com[/.;]*$/;

describe('What browsers load', () => {
  let chunks: readonly OutputChunk[] = [];
  before(async () => {
    chunks = await build();
  });

  test('case 41: has no secret key, and nothing of the server, in any chunk', () => {
    assert.ok(chunks.length > 20, 'there is something to look at');
    for (const { fileName, code, moduleIds } of chunks) {
      assert.equal(servers.exec(code)?.[0], undefined, fileName);
      assert.deepEqual(
        moduleIds.filter((id) => /\/packages\/server\/|\/node_modules\/stripe\//.test(id)),
        [],
        fileName,
      );
    }
  });

  test('case 44: names no third party but in the chunk of Stripe’s loader, which no entry but its own brings along', () => {
    const strangers = chunks.flatMap((chunk) =>
      [...chunk.code.matchAll(/\bhttps?:\/\/[^\s"'`)\\]+/g)]
        .map(([address]) => address)
        .filter((address) => !names.test(address) && !(isStripeLoader(chunk) && stripes.test(address)))
        .filter((address) => !(isHints(chunk) && letIn.test(address)))
        .map((address) => `${chunk.fileName} ${address}`),
    );
    assert.deepEqual(strangers, []);

    const loaders = chunks.filter(isStripeLoader);
    assert.ok(loaders.length > 0);
    const bringing = new Set(loaders.map(({ fileName }) => fileName));
    for (let size = 0; size < bringing.size;) {
      size = bringing.size;
      for (const { fileName, imports } of chunks)
        if (imports.some((name) => bringing.has(name))) bringing.add(fileName);
    }
    assert.deepEqual(
      chunks.filter(({ isEntry, fileName }) => isEntry && bringing.has(fileName)).map(({ name }) => name),
      ['-leb-renew-widget-payments-stripe'],
    );
  });
});

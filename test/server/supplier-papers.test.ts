import { airaloPolicy } from '@leb-renew/server/airalo';
import { localSupplier } from '@leb-renew/server';
import { esimAccessPolicy } from '@leb-renew/server/esim-access';
import { esimGoPolicy } from '@leb-renew/server/esim-go';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import manifest from '../../packages/server/package.json' with { type: 'json' };
import { openShop } from './shop/open-shop.ts';
import { publish, suppliers } from './suppliers/samples.ts';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const flat = (text: string) => text.replaceAll(/^[ \t]+/gm, '').trim();
const paper = read('../../docs/suppliers.md');
const row = (name: string) =>
  (paper.split('\n').find((line) => line.startsWith(`| ${name} `)) ?? '').split('|').slice(2, 6);
const { esimAccess, esimGo, airalo } = suppliers({
  accessCode: 'a',
  secretKey: 'b',
  apiKey: 'c',
  clientId: 'd',
  clientSecret: 'e',
});
const local = localSupplier({ databaseUrl: 'postgres://127.0.0.1/x' });

describe('docs/suppliers.md', () => {
  const sources = ['./suppliers/samples.ts', './suppliers/local.test.ts'].map((file) => flat(read(file)));
  for (const [, sample = ''] of paper.matchAll(/```ts\n(.*?)\n```/gs))
    test(`shows what is run: ${sample.split('\n')[0]}`, () => {
      assert.ok(
        sources.some((source) => source.includes(flat(sample))),
        sample,
      );
    });

  test('has a column for every supplier, by the name in the address of its notices', () => {
    const heads = paper.split('\n').find((line) => line.startsWith('|  ')) ?? '';
    for (const { name } of [local, esimAccess, esimGo, airalo])
      assert.ok(heads.includes(`\`${name}\``), name);
    const entries = Object.keys(manifest.exports).map((entry) => entry.replace('.', '@leb-renew/server'));
    for (const [, entry = ''] of row('import from')
      .join()
      .matchAll(/`(.+?)`/g))
      assert.ok(entries.includes(entry), entry);
  });

  test('says how often each reads a card', () => {
    assert.deepEqual(
      row('a card is read').map((cell) => Number(/every (\d+) minutes/.exec(cell)?.[1] ?? 0) * 60_000),
      [local, esimAccess, esimGo, airalo].map(({ readsEveryMs }) => readsEveryMs),
    );
  });

  test('says of each policy what it is', () => {
    const [, adds = '', waits = ''] = row('rule of extension');
    assert.match(adds, /ten times at most/);
    assert.deepEqual(
      [esimAccessPolicy.active, esimAccessPolicy.maxStacked, esimAccessPolicy.recoverDays],
      ['stack', 10, 0],
    );
    assert.match(waits, /thirty at most/);
    assert.deepEqual([esimGoPolicy.active, esimGoPolicy.maxStacked], ['queue', 30]);
    assert.match(row('publish plans with')[3] ?? '', /the days count from now/);
    assert.deepEqual(airaloPolicy, { active: 'restart' });
  });
});

test('the plans of the page can be published', async (t) => {
  const shop = await openShop(t);
  await publish(shop.server);
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from './root.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('The headless example', () => {
  test('is a whole interface in fewer than 150 lines of TypeScript', () => {
    const lines = read('examples/headless/plain.ts').trimEnd().split('\n');
    assert.ok(lines.length < 150, `it has ${lines.length} lines`);
  });

  test('uses core by its entries, React where it says so, and nothing else', () => {
    for (const file of globSync('examples/headless/*.ts', { cwd: root, exclude: ['**/vite.config.ts'] })) {
      const imported = [...read(file).matchAll(/from '([^']+)'/g)].map(([, name = '']) => name);
      const strangers = imported.filter(
        (name) =>
          !/^(@leb-renew\/core(\/[a-z]+)?|\.\/[a-z]+\.ts)$/.test(name) &&
          !/^react(-dom\/client)?$/.test(name),
      );
      assert.deepEqual(strangers, [], file);
      if (!file.endsWith('react.ts')) assert.ok(!imported.some((name) => name.startsWith('react')), file);
    }
  });
});

describe('The page about an own interface', () => {
  const flat = (text: string) => text.replaceAll(/^[ \t]+/gm, '').trim();
  const sources = ['plain', 'react', 'world'].map((name) => flat(read(`examples/headless/${name}.ts`)));
  const samples = [...read('docs/headless.md').matchAll(/```ts\n(.*?)\n```/gs)].map(
    ([, sample = '']) => sample,
  );

  test('has samples', () => {
    assert.ok(samples.length >= 6);
  });

  for (const sample of samples) {
    test(`shows what the example does: ${sample.split('\n')[0] ?? ''}`, () => {
      assert.ok(
        sources.some((source) => source.includes(flat(sample))),
        `not in the example:\n${sample}`,
      );
    });
  }

  test('names every status of a renewal', () => {
    const machine = read('packages/core/src/renewal/state.ts');
    const statuses = [...machine.matchAll(/readonly status: '([a-z]+)'/g)].map(([, name = '']) => name);
    const table = read('docs/headless.md');
    assert.ok(statuses.length >= 12);
    assert.deepEqual(
      statuses.filter((name) => !table.includes(`\`${name}\``)),
      [],
    );
  });
});

describe('The bench of core', () => {
  test('runs, and compares like with like', () => {
    const args = ['--conditions=@leb-renew/source', join(root, 'bench/core/run.ts'), '--quick'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /renewal machine, one subscriber/);
    assert.match(stdout, /XState 5/);
    assert.match(stdout, /extend/);
  });
});

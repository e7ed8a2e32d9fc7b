import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, matchesGlob } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root } from './root.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const run = (command: string, args: readonly string[] = [], cwd = root): string => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: args.length === 0,
    maxBuffer: 2 ** 26,
  });
  assert.equal(status, 0, `${command}: ${stdout}${stderr}`);
  return stdout;
};

/** How the README takes the packages into another project, line by line. */
const [build = '', pack = '', ...there] =
  [...read('README.md').matchAll(/```sh\n(.*?)\n```/gs)]
    .map(([, commands = '']) => commands.split('\n'))
    .find((commands) => commands.some((command) => command.includes(' pack '))) ?? [];

describe('The packages, packed as the README says,', () => {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  after(() => rmSync(folder, { recursive: true }));
  const place = / --pack-destination (\S+)$/.exec(pack)?.[1] ?? '';
  before(() => {
    assert.match(place, /^\.\.\/\w/);
    run(build);
    run(pack.replace(place, folder));
  });

  test('are installed from where they were put', () => {
    assert.deepEqual(there, ['cd ../my-shop', `npm install ${place}/*.tgz`]);
    assert.deepEqual(
      globSync('*.tgz', { cwd: folder }).sort(),
      ['core', 'server', 'themes', 'widget'].map((name) => `leb-renew-${name}-0.0.0.tgz`),
    );
  });

  for (const name of ['core', 'server', 'themes', 'widget'])
    test(`need nothing of this repository: ${name}`, () => {
      const packed = join(folder, `leb-renew-${name}-0.0.0.tgz`);
      const inside = (file: string) => run('tar', ['-xzOf', packed, `package/${file}`]);
      const files = run('tar', ['-tzf', packed]).split('\n');
      const holds = (target: string) =>
        files.some((file) => matchesGlob(file, join('package', target.replace('*', '**'))));
      const text = inside('package.json');
      const { exports, bin = {} } = JSON.parse(text) as {
        readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
        readonly bin?: Readonly<Record<string, string>>;
      };
      assert.doesNotMatch(text, /workspace:/);
      const targets = Object.values(exports).map((target) =>
        typeof target === 'string' ? [target] : Object.values(target),
      );
      assert.deepEqual(
        ['LICENSE', 'README.md', ...Object.values(bin), ...targets.flat()].filter((file) => !holds(file)),
        [],
      );
      assert.ok(inside('README.md').startsWith(`# @leb-renew/${name}\n`));
    });

  test('show their package.json to the tools that look for it', async () => {
    for (const name of ['core', 'server', 'themes', 'widget']) {
      const { default: manifest } = (await import(`@leb-renew/${name}/package.json`, {
        with: { type: 'json' },
      })) as { readonly default: { readonly name: string } };
      assert.equal(manifest.name, `@leb-renew/${name}`);
    }
  });
});

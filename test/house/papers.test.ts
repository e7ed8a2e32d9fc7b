import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const json = (file: string): Record<string, Record<string, string> | undefined> =>
  JSON.parse(read(file)) as Record<string, Record<string, string> | undefined>;

const papers = globSync(['*.md', 'docs/**/*.md', 'packages/*/*.md'], { cwd: root });

describe('the papers', () => {
  for (const paper of papers) {
    test(`${paper} links to what exists`, () => {
      const targets = [...read(paper).matchAll(/(?:\]\(|src="|srcset=")([^)"#\s]+)/g)].map(
        ([, target]) => target ?? '',
      );
      const missing = targets.filter(
        (target) => !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(paper), target)),
      );
      assert.deepEqual(missing, []);
    });

    test(`${paper} names commands that package.json has`, () => {
      const scripts = Object.keys(json('package.json')['scripts'] ?? {});
      const named = [...read(paper).matchAll(/\bnpm (?:run )?([a-z][a-z:-]*)/g)]
        .map(([, name]) => name ?? '')
        .filter((name) => name !== 'install');
      assert.deepEqual(
        named.filter((name) => !scripts.includes(name)),
        [],
      );
    });
  }

  const imports = papers.flatMap((paper) =>
    [...read(paper).matchAll(/^ *import (?:\{ (.*) \} from )?'(@leb-renew\/[^']+)';$/gm)].map(
      ([, names = '', from = '']) => ({ paper, names: names.split(', ').filter(Boolean), from }),
    ),
  );

  test('import in their samples what the packages export', async () => {
    assert.ok(imports.length > 10);
    for (const { paper, names, from } of imports) {
      const exported = Object.keys((await import(from)) as object);
      assert.deepEqual(
        names.filter((name) => !exported.includes(name)),
        [],
        `${paper}: ${from}`,
      );
    }
  });

  test('give a reason for every dependency', () => {
    const reasons = read('docs/dependencies.md');
    const named = (name: string) =>
      reasons.includes(`\`${name}\``) || reasons.includes(`\`${name.replace(/\/[^/]*$/, '/*')}\``);
    const used = globSync(['package.json', 'packages/*/package.json', 'examples/*/package.json'], {
      cwd: root,
    })
      .flatMap((file) => [
        ...Object.keys(json(file)['dependencies'] ?? {}),
        ...Object.keys(json(file)['devDependencies'] ?? {}),
      ])
      .filter((name) => !name.startsWith('@leb-renew/'));
    assert.deepEqual(
      [...new Set(used)].filter((name) => !named(name)),
      [],
    );
  });

  test('pin every dependency to one version', () => {
    const loose = globSync(['package.json', 'packages/*/package.json', 'examples/*/package.json'], {
      cwd: root,
    }).flatMap((file) =>
      Object.entries({ ...json(file)['dependencies'], ...json(file)['devDependencies'] }).filter(
        ([, version]) => !/^(workspace:|npm:.*@\d+\.\d+\.\d+$|\d+\.\d+\.\d+(-[\w.]+)?$)/.test(version),
      ),
    );
    assert.deepEqual(loose, []);
  });
});

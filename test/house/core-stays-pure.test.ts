import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from './root.ts';

/** What belongs to a browser or to Node, and what the compiler says when core uses it. */
const foreign = {
  window: 'window.name',
  document: 'document.title',
  setTimeout: 'setTimeout(() => {}, 1)',
  fetch: 'fetch("/")',
  console: 'console.log(1)',
  process: 'process.env',
  Buffer: 'Buffer.from("")',
};

/** What the compiler says of small files, each compiled as core is. */
function compileAsCore(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'core-stays-pure-'));
  try {
    const compilerOptions = {
      noEmit: true,
      composite: false,
      incremental: false,
      declarationMap: false,
      rootDir: '.',
    };
    const config = { extends: join(root, 'packages/core/tsconfig.json'), compilerOptions, include: ['*.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.ts`), text);
    const compiler = join(root, 'node_modules/@typescript/native/bin/tsc');
    return spawnSync(process.execPath, [compiler, '--project', folder, '--pretty', 'false'], {
      cwd: folder,
      encoding: 'utf8',
    }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('Core', () => {
  const said = compileAsCore({
    plain: 'export const now = new Date(0).toISOString();\n',
    node: `import { readFileSync } from 'node:fs';\nexport const used = readFileSync;\n`,
    ...Object.fromEntries(
      Object.entries(foreign).map(([name, use]) => [name, `export const used = ${use};\n`]),
    ),
  }).split('\n');
  const saidOf = (file: string) => said.filter((line) => line.startsWith(`${file}.ts`));

  for (const name of Object.keys(foreign)) {
    test(`does not compile when it uses ${name}`, () => {
      assert.match(saidOf(name).join('\n'), new RegExp(`error TS\\d+: Cannot find name '${name}'`));
    });
  }

  test('does not compile when it imports from Node', () => {
    assert.match(saidOf('node').join('\n'), /error TS\d+: Cannot find (module|name) 'node:fs'/);
  });

  test('compiles when it uses the language alone', () => {
    assert.deepEqual(saidOf('plain'), []);
  });
});

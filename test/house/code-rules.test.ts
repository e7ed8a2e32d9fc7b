import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { ESLint } from 'eslint';
import { root } from './root.ts';

/** Per rule: a file, and lines that must not stand in it. */
type Forbidden = readonly (readonly [rule: string, file: string, lines: string])[];

const byOxlint: Forbidden = [
  ['typescript/no-explicit-any', 'packages/core/src/ports.ts', 'export const it: any = 1;'],
  [
    'typescript/no-floating-promises',
    'packages/server/src/index.ts',
    'const save = async () => { await Promise.resolve(); };\nsave();',
  ],
  [
    'typescript/no-misused-promises',
    'packages/server/src/jobs.ts',
    'const save = async () => { await Promise.resolve(); };\nexport const it = () => { if (save()) return 1; return 2; };',
  ],
  [
    'typescript/no-unsafe-assignment',
    'packages/core/src/client/read.ts',
    `export const it: number = JSON.parse('1');`,
  ],
  [
    'typescript/no-unsafe-member-access',
    'test/core/client.test.ts',
    `export const it = String(JSON.parse('{}').name);`,
  ],
  [
    'typescript/no-unnecessary-condition',
    'packages/core/src/ports.ts',
    'export const it = (name: string) => name ?? 2;',
  ],
  [
    'typescript/switch-exhaustiveness-check',
    'packages/core/src/ports.ts',
    `export function name(it: 'a' | 'b') { switch (it) { case 'a': return 1; } return 2; }`,
  ],
  [
    'typescript/restrict-template-expressions',
    'packages/widget/src/events.ts',
    'export const it = (card: { id: string }) => `${card}`;',
  ],
  [
    'typescript/consistent-type-imports',
    'packages/widget/src/events.ts',
    `import { It } from './it.ts';\nexport const it = (given: It) => given;`,
  ],
  ['typescript/no-non-null-assertion', 'stories/it.ts', 'export const it = (name?: string) => name!.length;'],
  ['typescript/require-await', 'scripts/it.mjs', 'export const it = async () => 1;'],
  ['no-console', 'packages/server/src/index.ts', `console.log('hello');`],
  [
    'Unused oxlint-disable directive',
    'test/core/plan.test.ts',
    'export const it = 1; // oxlint-disable-line no-console',
  ],
];

const byEslint: Forbidden = [
  ['no-restricted-syntax', 'packages/widget/src/events.ts', `export const it = process.env['IT'];`],
  ['no-restricted-syntax', 'packages/core/src/ports.ts', 'export enum It { A }'],
  ['no-restricted-syntax', 'packages/core/src/index.ts', `export * from './ports.ts';`],
  ['no-restricted-syntax', 'packages/widget/src/index.ts', 'export const it = 1;'],
  [
    'lit/no-duplicate-template-bindings',
    'packages/widget/src/events.ts',
    `import { html } from 'lit';\nexport const it = html\`<p id=\${1} id=\${2}></p>\`;`,
  ],
  [
    'lit/no-classfield-shadowing',
    'packages/widget/src/events.ts',
    `import { LitElement } from 'lit';\nexport class It extends LitElement { static properties = { a: {} }; a = 1; }`,
  ],
  [
    'lit-a11y/alt-text',
    'packages/widget/src/events.ts',
    `import { html } from 'lit';\nexport const it = html\`<img src="a.png" />\`;`,
  ],
  [
    'Unused eslint-disable directive',
    'packages/widget/src/events.ts',
    'export const it = 1; // eslint-disable-line lit-a11y/alt-text',
  ],
];

interface Judgement {
  readonly diagnostics: readonly {
    readonly code?: string;
    readonly message: string;
    readonly filename: string;
  }[];
}

const rooms = ['packages/core', 'packages/themes', 'packages/widget', 'packages/server'];

/** Judges all lines at once, in a tree of files laid out like ours; each stand in a folder of their own. */
function judge(): (index: number) => string[] {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'code-rules-'));
  try {
    for (const file of ['tsconfig.base.json', '.oxlintrc.json']) cpSync(join(root, file), join(folder, file));
    for (const room of [...rooms, 'scripts', 'stories', 'test'])
      cpSync(join(root, room, 'tsconfig.json'), join(folder, room, 'tsconfig.json'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [index, [, file, lines]] of byOxlint.entries()) {
      const own = join(folder, dirname(file), `lines-${index}`);
      mkdirSync(own, { recursive: true });
      writeFileSync(join(own, basename(file)), `${lines}\n`);
    }
    const program = join(root, 'node_modules/oxlint/bin/oxlint');
    const args = ['--format', 'json', 'packages', 'scripts', 'stories', 'test'];
    const { stdout } = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
    const { diagnostics } = JSON.parse(stdout) as Judgement;
    return (index) =>
      diagnostics
        .filter(({ filename }) => basename(dirname(filename)) === `lines-${index}`)
        .map(
          ({ code, message }) =>
            code?.replace(/^eslint\((.+)\)$/, '$1').replace(/\((.+)\)$/, '/$1') ?? message,
        );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const name = (rule: string, file: string, lines: string) =>
  `${rule}: ${file} must not hold ${lines.split('\n').at(-1) ?? ''}`;

const assertBroken = (rule: string, broken: readonly string[] = []) =>
  assert.ok(
    broken.some((each) => each.startsWith(rule)),
    `Found only: ${broken.join(', ') || 'nothing'}`,
  );

describe('The code rules', () => {
  const brokenBy = judge();
  for (const [index, [rule, file, lines]] of byOxlint.entries()) {
    test(name(rule, file, lines), () => assertBroken(rule, brokenBy(index)));
  }

  const eslint = new ESLint({ cwd: root });
  for (const [rule, file, lines] of byEslint) {
    test(name(rule, file, lines), async () => {
      const [result] = await eslint.lintText(`${lines}\n`, { filePath: join(root, file) });
      assertBroken(
        rule,
        result?.messages.map(({ ruleId, message }) => ruleId ?? message),
      );
    });
  }
});

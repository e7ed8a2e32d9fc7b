import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ESLint } from 'eslint';
import { root } from './root.ts';

/** Per rule: a file, and lines that must not stand in it. */
const forbidden: readonly (readonly [rule: string, file: string, lines: string])[] = [
  ['@typescript-eslint/no-explicit-any', 'packages/core/src/ports.ts', 'export const it: any = 1;'],
  [
    '@typescript-eslint/no-floating-promises',
    'packages/server/src/index.ts',
    'const save = async () => { await Promise.resolve(); };\nsave();',
  ],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'packages/core/src/ports.ts',
    `export function name(it: 'a' | 'b') { switch (it) { case 'a': return 1; } return 2; }`,
  ],
  ['no-console', 'packages/server/src/index.ts', `console.log('hello');`],
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
];

describe('The code rules', () => {
  const eslint = new ESLint({ cwd: root });

  for (const [rule, file, lines] of forbidden) {
    test(`${rule}: ${file} must not hold ${lines.split('\n').at(-1) ?? ''}`, async () => {
      const [result] = await eslint.lintText(`${lines}\n`, { filePath: join(root, file) });
      const broken = result?.messages.map(({ ruleId, message }) => ruleId ?? message);
      assert.ok(broken?.includes(rule), `Found only: ${broken?.join(', ') ?? 'nothing'}`);
    });
  }
});

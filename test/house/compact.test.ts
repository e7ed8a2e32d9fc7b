import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compact } from '../../scripts/build/compact.ts';
import { root } from './root.ts';

test('what is built has no indentation in its sheets and templates, and every line where it was', () => {
  const code = `
const sheet = css\`
  /* Two
     lines. */
  .a > .b, .c :hover {
    inset: 0 auto;
    inline-size: calc(100% - 2 * var(--_gap));
    content: '\${mark}';
  }
\`;
const shown = html\`<p
    class="a  b"
  >
  \${all.map((one) => html\`<b>\${one}</b>
    <i>; }  {</i>\`)}
  \${title} of
  it  all</p>\`;
const text = \`kept
    as it : is\`;
`;
  const lines = [
    '',
    'const sheet = css`',
    '',
    '',
    '.a > .b,.c :hover{',
    'inset:0 auto;',
    'inline-size:calc(100% - 2 * var(--_gap));',
    "content:'${mark}';",
    '}',
    '`;',
    'const shown = html`<p',
    'class="a  b"',
    '>',
    '${all.map((one) => html`<b>${one}</b>',
    '<i>; }  {</i>`)}',
    '${title} of',
    'it  all</p>`;',
    'const text = `kept',
    '    as it : is`;',
    '',
  ];
  assert.equal(compact('shown.ts', code), lines.join('\n'));
  assert.equal(compact('shown.ts', lines.join('\n')), lines.join('\n'));
});

test('nothing but room is taken from an element', () => {
  const signs = (code: string) => code.replace(/\/\*[^]*?\*\//g, '').replace(/\s/g, '');
  for (const name of globSync('packages/widget/src/**/*.ts', { cwd: root })) {
    const code = readFileSync(join(root, name), 'utf8');
    const shorter = compact(name, code);
    assert.equal(signs(shorter), signs(code), name);
    assert.equal(shorter.split('\n').length, code.split('\n').length, name);
  }
});

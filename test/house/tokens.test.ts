import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { themeNames, themes, tokens } from '@leb-renew/themes';
import { build, type BuildOptions } from 'vite';
import { tokenFiles } from '../../scripts/tokens/files.ts';
import { root } from './root.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Everything in a file of design tokens that has a value, with its path and the type that it has or inherits. */
function* leaves(
  node: Readonly<Record<string, unknown>>,
  path: readonly string[] = [],
  type?: unknown,
): Generator<{ path: string; type: unknown; value: unknown }> {
  const own = node['$type'] ?? type;
  if ('$value' in node) yield { path: path.join('.'), type: own, value: node['$value'] };
  for (const [name, child] of Object.entries(node))
    if (!name.startsWith('$')) yield* leaves(child as typeof node, [...path, name], own);
}

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const has = (value: unknown, ...names: string[]): boolean =>
  typeof value === 'object' && value !== null && names.every((name) => name in value);
const unitOf = (value: unknown): unknown => (value as { unit: unknown }).unit;

/** What the format of 2025.10 has each type look like. */
const shapes: Readonly<Record<string, (value: unknown) => boolean>> = {
  color: (value) => has(value, 'colorSpace', 'components'),
  dimension: (value) => has(value, 'value', 'unit') && ['px', 'rem'].includes(String(unitOf(value))),
  duration: (value) => has(value, 'value', 'unit') && ['ms', 's'].includes(String(unitOf(value))),
  number: isNumber,
  fontWeight: (value) => isNumber(value) && Number(value) >= 1 && Number(value) <= 1000,
  fontFamily: (value) => [value].flat().every((name) => typeof name === 'string'),
  shadow: (value) =>
    [value].flat().every((each) => has(each, 'color', 'offsetX', 'offsetY', 'blur', 'spread')),
};

describe('the tokens', () => {
  test('are what the themes, the code, the table and the file for tools are made of', async () => {
    for (const [path, text] of await tokenFiles())
      assert.ok(read(path) === text, `${path} is stale: run \`npm run tokens\``);
  });

  for (const path of [
    ...themeNames.map((name) => `packages/themes/tokens/${name}.tokens.json`),
    'packages/themes/leb-renew.tokens.json',
  ])
    test(`are in the W3C Design Tokens format: ${path}`, () => {
      const found = [...leaves(JSON.parse(read(path)) as Readonly<Record<string, unknown>>)];
      assert.ok(found.length > 15);
      for (const { path: at, type, value } of found) {
        const isAlias =
          typeof value === 'string' && value.startsWith('{') && !path.endsWith('leb-renew.tokens.json');
        assert.ok(
          isAlias || shapes[String(type)]?.(value) === true,
          `${at} has ${JSON.stringify(value)} for a ${String(type)}`,
        );
      }
    });

  test('have one value in every theme and scheme of the file for tools', () => {
    const names = [
      ...leaves(
        JSON.parse(read('packages/themes/leb-renew.tokens.json')) as Readonly<Record<string, unknown>>,
      ),
    ];
    for (const theme of themeNames)
      for (const scheme of ['light', 'dark'])
        for (const { name } of tokens)
          assert.equal(
            names.filter(({ path }) => path === `${theme}.${scheme}.${name}`).length,
            1,
            `${theme}.${scheme}.${name}`,
          );
  });
});

describe('a theme', () => {
  for (const name of themeNames)
    test(`is under 2 kB, says every token and what it is: ${name}`, () => {
      const css = read(`packages/themes/src/${name}.css`);
      assert.ok(brotliCompressSync(css).length < 2_000);
      for (const token of tokens) assert.match(css, new RegExp(`--leb-theme-${token.name}:`));
      assert.match(themes[name].description, /^[A-Z0-9].+\.$/);
    });

  test('keeps its light and its dark through a bundler that makes older CSS of newer: Vite as it comes', async () => {
    const sheets = await viteMakes(themeNames.map((name) => `packages/themes/src/${name}.css`));
    for (const name of themeNames)
      assert.equal(
        schemes(sheets.get(`${name}.css`)),
        schemes(read(`packages/themes/src/${name}.css`)),
        name,
      );
  });
});

/** How often a sheet says a colour for light and one for dark. */
const schemes = (css = ''): number => css.split('light-dark(').length - 1;

/** Sheets as a page gets them from Vite, by their names. */
async function viteMakes(
  sheets: readonly string[],
  options: BuildOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: sheets.map((sheet) => join(root, sheet)) }, ...options },
  });
  return new Map(
    [built]
      .flat()
      .flatMap((made) => ('output' in made ? made.output : []))
      .flatMap((file) =>
        file.type === 'asset' ? [[file.names[0] ?? '', String(file.source)] as const] : [],
      ),
  );
}

/** A sheet of a page of ours, made by Vite. */
async function madeOf(css: string, options?: BuildOptions): Promise<string> {
  const folder = '.cache/sheets';
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, 'shop.css'), css);
  return (await viteMakes([`${folder}/shop.css`], options)).get('shop.css') ?? '';
}

describe('a sheet of a page', () => {
  const sampleOf = (paper: string, nth = 0) =>
    [...read(paper).matchAll(/```css\n(.*?)\n```/gs)][nth]?.[1] ?? assert.fail(`${paper} has no such sample`);

  test('takes a theme as the README of the package says', async () => {
    const made = await madeOf(sampleOf('packages/themes/README.md'));
    assert.match(made, /--leb-theme-name:\s*soft/);
    assert.match(made, /leb-renewal\s*\{\s*--leb-accent:\s*#7a1fa2/);
  });

  test('keeps its light and its dark in Vite as docs/tokens.md says, and not otherwise', async () => {
    const sample = sampleOf('docs/tokens.md', 1);
    const [, bare = ''] = /^@supports [^{]*\{(.*)\}$/s.exec(sample) ?? [];
    const [, targets = ''] = /`build\.cssTarget: \[(.*?)\]`/.exec(read('docs/tokens.md')) ?? [];
    const cssTarget = targets.split(', ').map((each) => each.slice(1, -1));
    assert.equal(schemes(/\{.*/s.exec(await madeOf(sample))?.[0]), 1);
    assert.equal(schemes(await madeOf(bare)), 0);
    assert.equal(schemes(await madeOf(bare, { cssTarget })), 1);
  });
});

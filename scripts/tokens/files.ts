import { readFileSync } from 'node:fs';
import { defaultsFile, listFile } from './code.ts';
import { cssFile, sheetFile } from './css.ts';
import { withTables } from './paper.ts';
import { readThemes } from './read.ts';
import { toolsFile } from './tools.ts';

/** All that is made of `packages/themes/tokens`, by path. */
export async function tokenFiles(): Promise<ReadonlyMap<string, string>> {
  const themes = readThemes();
  const source = 'packages/themes/src';
  const paper = 'docs/tokens.md';
  const before = readFileSync(new URL(`../../${paper}`, import.meta.url), 'utf8');
  const files = new Map([
    [`${source}/defaults.ts`, await defaultsFile(themes)],
    [`${source}/list.ts`, await listFile(themes)],
    ['packages/themes/leb-renew.tokens.json', await toolsFile(themes)],
    [paper, await withTables(before, themes)],
  ]);
  for (const theme of themes) {
    files.set(`${source}/${theme.name}.css`, await cssFile(theme));
    files.set(`${source}/sheets/${theme.name}.ts`, await sheetFile(theme));
  }
  return files;
}

import { format } from 'prettier';
import { cssOf, isComputed } from './css.ts';
import { syntaxOf } from './code.ts';
import type { Theme, Token } from './read.ts';

/** `docs/tokens.md` with its tables, each between the comments that name it, made anew. */
export function withTables(paper: string, themes: readonly Theme[]): Promise<string> {
  const [standard] = themes;
  const all = standard?.tokens ?? [];
  const parts: Readonly<Record<string, string>> = {
    themes: [
      '| theme | what it is |',
      '| --- | --- |',
      ...themes.map(({ name, description }) => `| \`${name}\` | ${description} |`),
    ].join('\n'),
    roles: table(all.filter(({ tier }) => tier === 'role')),
    hooks: table(all.filter(({ tier }) => tier === 'element')),
  };
  const filled = paper.replace(
    /(<!-- (\w+) -->)[^]*?(<!-- \/\2 -->)/g,
    (_, open: string, name: string, close: string) => `${open}\n\n${parts[name] ?? ''}\n\n${close}`,
  );
  return format(filled, { parser: 'markdown', printWidth: 110, singleQuote: true });
}

const table = (tokens: readonly Token[]): string =>
  ['| token | means | by default | takes |', '| --- | --- | --- | --- |', ...tokens.map(row)].join('\n');

function row(token: Token): string {
  const value = isComputed(token)
    ? 'computed'
    : `\`${cssOf(token).replaceAll('--_leb-', '--leb-').replaceAll(',', ', ')}\``;
  const syntax = syntaxOf(token) === '*' ? 'any' : `\`${syntaxOf(token)}\``;
  return `| \`--leb-${token.name}\` | ${token.description} | ${value} | ${syntax} |`;
}

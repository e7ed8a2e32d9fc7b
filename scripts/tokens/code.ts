import { format } from 'prettier';
import { cssOf, isComputed } from './css.ts';
import type { Theme, Token } from './read.ts';

/** By type of the format, the syntax by which a browser tells a value from nonsense. */
const syntaxes: Readonly<Record<string, string>> = {
  color: '<color>',
  dimension: '<length-percentage>',
  duration: '<time>',
  fontWeight: '<number>',
  number: '<number>',
};

export const syntaxOf = ({ type }: Token): string => syntaxes[type] ?? '*';

const typescript = (code: string): Promise<string> =>
  format(code, { parser: 'typescript', printWidth: 110, singleQuote: true });

/** What a browser wants of a syntax before it takes a property to be of that kind; nobody gets to see it. */
const firsts: Readonly<Record<string, string>> = {
  '<color>': '#000',
  '<length-percentage>': '0px',
  '<time>': '0s',
  '<number>': '0',
};

/** What the elements are painted with if nobody says otherwise: all that they load of the tokens. */
export function defaultsFile([standard]: readonly Theme[]): Promise<string> {
  const bySyntax = new Map<string, string[]>();
  for (const token of standard?.tokens ?? []) {
    if (isComputed(token) || token.tier === 'theme') continue;
    const entry = `/** ${token.description} */\n${JSON.stringify(token.name)}: ${JSON.stringify(cssOf(token))},`;
    bySyntax.set(syntaxOf(token), [...(bySyntax.get(syntaxOf(token)) ?? []), entry]);
  }
  const groups = [...bySyntax].map(
    ([syntax, entries]) =>
      `['${syntax}', {\n${entries.join('\n')}\n}, ${syntax in firsts ? JSON.stringify(firsts[syntax]) : ''}],`,
  );
  return typescript(`${made}

/** Tokens whose values are of one syntax; \`first\` is what a browser is told of them when they are registered. */
export type Defaults = readonly [syntax: string, values: Readonly<Record<string, string>>, first?: string];

/** Each may be overridden as \`--leb-<name>\`. */
export const defaults: readonly Defaults[] = [\n${groups.join('\n')}\n];`);
}

/** For tools: every token with what it means, and every theme with what it says. Elements do not load it. */
export function listFile(themes: readonly Theme[]): Promise<string> {
  const isPublic = ({ tier }: Token) => tier !== 'theme';
  const publicTokens = themes[0]?.tokens.filter(isPublic) ?? [];
  const names = themes.map(({ name }) => JSON.stringify(name)).join(', ');
  const tokens = publicTokens.map(
    (token) =>
      `{ name: ${JSON.stringify(token.name)}, syntax: ${JSON.stringify(syntaxOf(token))}, tier: '${token.tier}', description: ${JSON.stringify(token.description)} },`,
  );
  const values = themes.map(({ name, description, scheme, tokens: all }) => {
    const said = all
      .filter(isPublic)
      .map(
        (token) =>
          `${JSON.stringify(token.name)}: ${JSON.stringify(isComputed(token) ? '' : cssOf(token).replaceAll('--_leb-', '--leb-'))},`,
      );
    return `${JSON.stringify(name)}: { description: ${JSON.stringify(description)}, scheme: ${JSON.stringify(scheme)}, values: {\n${said.join('\n')}\n} },`;
  });
  return typescript(`${made}
export const themeNames = [${names}] as const;

export type ThemeName = (typeof themeNames)[number];

/** A public token. */
export interface Token {
  /** In a page: \`--leb-<name>\`. */
  readonly name: TokenName;
  /** Of its values, as \`CSS.registerProperty\` takes it; \`*\` for any. */
  readonly syntax: string;
  /** A role that all elements share, or a hook of one kind of element. */
  readonly tier: 'role' | 'element';
  readonly description: string;
}

export type TokenName = ${publicTokens.map(({ name }) => JSON.stringify(name)).join(' | ')};

export interface Theme {
  readonly description: string;
  /** The colour scheme that it has whatever the page has. */
  readonly scheme: 'light' | 'dark' | null;
  /** As CSS, for both schemes; empty for what is computed. */
  readonly values: Readonly<Record<TokenName, string>>;
}

export const tokens: readonly Token[] = [\n${tokens.join('\n')}\n];

export const themes: Readonly<Record<ThemeName, Theme>> = {\n${values.join('\n')}\n};`);
}

const made = '// Made of tokens/*.tokens.json by `npm run tokens`.';

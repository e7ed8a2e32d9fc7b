import { themes, type ThemeName, type Token, type TokenName } from '@leb-renew/themes';

export type Scheme = 'light' | 'dark';

/** What was changed, by token and colour scheme. What is no colour has the same value in both. */
export type Changes = ReadonlyMap<TokenName, Readonly<Partial<Record<Scheme, string>>>>;

/** Of CSS, what takes the same values. */
const propertyOf: Readonly<Record<string, string>> = {
  '<color>': 'color',
  '<length-percentage>': 'text-indent',
  '<number>': 'flex-grow',
  '<time>': 'transition-duration',
};

/** Whether a token can be that. If not, it counts as not said. */
export const isValue = ({ syntax }: Token, value: string): boolean =>
  value === '' || syntax === '*' || CSS.supports(propertyOf[syntax] ?? '', value);

const byScheme = /^light-dark\((?<light>[^,()]+),(?<dark>[^,()]+)\)$/;
const another = /^var\(--leb-(?<name>[^()]+)\)$/;

/** What a token is in a scheme: as it was changed, else as the theme has it. Empty for what is computed. */
function valueIn(scheme: Scheme, theme: ThemeName, name: TokenName, changes: Changes): string {
  const own = themes[theme].values[name] || themes.default.values[name];
  const followed = another.exec(own)?.groups?.['name'];
  return (
    changes.get(name)?.[scheme] ??
    // No page has the tokens of a theme by their public names.
    (followed === undefined ? undefined : valueIn(scheme, theme, followed as TokenName, changes)) ??
    byScheme.exec(own)?.groups?.[scheme] ??
    own
  );
}

/** The value of a token as CSS: one, or one for each scheme. */
export function valueOf(theme: ThemeName, name: TokenName, changes: Changes): string {
  const [light, dark] = [valueIn('light', theme, name, changes), valueIn('dark', theme, name, changes)];
  return light === dark || light === '' || dark === '' ? light || dark : `light-dark(${light}, ${dark})`;
}

const guard = '@supports (color: light-dark(#fff, #000)) {';

/** What a page writes to have it. Without the guard, bundlers take `light-dark()` apart (docs/tokens.md). */
export function writtenCss(theme: ThemeName, changes: Changes): string {
  const said = [...changes.keys()].map((name) => `--leb-${name}: ${valueOf(theme, name, changes)};`);
  const ofBoth = said.filter((each) => each.includes('light-dark('));
  const plain = said.filter((each) => !ofBoth.includes(each));
  const lines = [
    ...(theme === 'default' ? [] : [`@import '@leb-renew/themes/${theme}.css';`, '']),
    ...(said.length === 0 ? ['/* Nothing is changed yet. */'] : []),
    ...(plain.length === 0 ? [] : [':root {', ...plain.map((each) => `  ${each}`), '}']),
    ...(ofBoth.length === 0 ? [] : [guard, '  :root {', ...ofBoth.map((each) => `    ${each}`), '  }', '}']),
  ];
  return lines.join('\n');
}

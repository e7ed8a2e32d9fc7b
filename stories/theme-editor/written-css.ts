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

const byScheme = /^light-dark\(([^,()]+),([^,()]+)\)$/;

/** The value of a token as CSS: one, or one for each scheme. What was not changed is as the theme has it. */
export function valueOf(
  theme: ThemeName,
  name: TokenName,
  { light, dark }: { light?: string; dark?: string },
): string {
  const own = themes[theme].values[name] || themes.default.values[name];
  const [, ownLight = own, ownDark = own] = byScheme.exec(own) ?? [];
  const [one, other] = [light ?? (ownLight || dark), dark ?? (ownDark || light)];
  return one === other ? (one ?? '') : `light-dark(${one}, ${other})`;
}

/** What a page writes to have it. */
export function writtenCss(theme: ThemeName, changes: Changes): string {
  const lines = [...changes].map(([name, values]) => `  --leb-${name}: ${valueOf(theme, name, values)};`);
  return [
    ...(theme === 'default' ? [] : [`@import '@leb-renew/themes/${theme}.css';`, '']),
    ...(lines.length === 0 ? ['/* Nothing is changed yet. */'] : [':root {', ...lines, '}']),
  ].join('\n');
}

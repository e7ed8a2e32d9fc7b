import { themes, tokens } from '../../packages/themes/src/list.ts';
import type { CssProperty } from './schema.ts';

/** The public tokens, which every element reads on itself, with what they are in the default theme. */
export const cssProperties: readonly CssProperty[] = tokens.map(({ name, description }) => ({
  name: `--leb-${name}`,
  description,
  default: themes.default.values[name] || 'made of the accent',
}));

import { format } from 'prettier';
import {
  aliasOf,
  type Colour,
  type Measure,
  type Said,
  type Shadow,
  type Theme,
  type Token,
} from './read.ts';

/** A token as CSS, for both schemes; an alias as the private property that the elements have for it. */
export function cssOf({ type, light, dark }: Token): string {
  if (type === 'shadow') return shadows(light.value as readonly Shadow[], dark.value as readonly Shadow[]);
  return both(text(type, light), text(type, dark));
}

const both = (light: string, dark: string): string =>
  light === dark ? light : `light-dark(${light},${dark})`;

function text(type: string, { value, css }: Said): string {
  if (css !== null) return css;
  const alias = aliasOf(value);
  if (alias !== null) return `var(--_leb-${alias})`;
  if (type === 'color') return colour(value as Colour);
  if (type === 'dimension' || type === 'duration') return measure(value as Measure);
  if (type === 'fontFamily')
    return [value]
      .flat()
      .map((name) => family(name as string))
      .join(',');
  return JSON.stringify(value);
}

const measure = ({ value, unit }: Measure): string =>
  value === 0 && unit === 'px' ? '0px' : `${value}${unit}`;

const family = (name: string): string => (name.includes(' ') ? `"${name}"` : name);

function colour({ hex, alpha = 1 }: Colour): string {
  const whole =
    alpha === 1
      ? hex
      : `${hex}${Math.round(alpha * 255)
          .toString(16)
          .padStart(2, '0')}`;
  return whole.replace(/^#(.)\1(.)\2(.)\3(?:(.)\4)?$/, '#$1$2$3$4');
}

function shadows(light: readonly Shadow[], dark: readonly Shadow[]): string {
  const shown = light.flatMap((each, nth) => {
    const other = dark[nth] ?? each;
    if (each.color.alpha === 0 && other.color.alpha === 0) return [];
    const { offsetX, offsetY, blur, spread, inset } = each;
    const sizes = [offsetX, offsetY, blur, spread].map(({ value, unit }) =>
      value === 0 ? '0' : `${value}${unit}`,
    );
    return [
      [...(inset === true ? ['inset'] : []), ...sizes, both(colour(each.color), colour(other.color))].join(
        ' ',
      ),
    ];
  });
  return shown.length === 0 ? 'none' : shown.join(',');
}

/** What a theme sets: every token, so that no other theme around shows through. Those of `default` are in the elements. */
function declarations({ name, scheme, tokens, own }: Theme): readonly string[] {
  return [
    `--leb-theme-name:${name}`,
    `--leb-theme-scheme:${scheme ?? 'initial'}`,
    ...tokens.map(
      (token) =>
        `--leb-theme-${token.name}:${name !== 'default' && own.has(token.name) ? cssOf(token) : 'initial'}`,
    ),
  ];
}

export const isComputed = ({ light }: Token): boolean => light.css === 'computed';

/** By a class of any element around, or by the attribute of one of ours. */
const chosen = (name: string): string => `.leb-theme-${name},[theme~='${name}']`;

/**
 * The file to link or to import: the whole page has the theme, unless something in it has another. Under `@supports`, since
 * bundlers that make older CSS of `light-dark()` for older browsers leave it alone there; what they make needs a scheme of
 * the same sheet, and ours comes from the element.
 */
export const cssFile = (theme: Theme): Promise<string> =>
  format(
    `/* ${theme.description} Made of tokens/${theme.name}.tokens.json by \`npm run tokens\`. */\n` +
      `@supports (color:light-dark(#fff,#000)){:where(:root,:host),${chosen(theme.name)}{${declarations(theme).join(';')}}}`,
    { parser: 'css', printWidth: 110, singleQuote: true },
  );

/** The same for those alone that choose it, as a text: for a shadow root, and for what is loaded when it is asked for. */
export const sheetFile = (theme: Theme): Promise<string> =>
  format(
    `/** Made of tokens/${theme.name}.tokens.json by \`npm run tokens\`. */\n` +
      `const sheet: string = ${JSON.stringify(`${chosen(theme.name)}{${declarations(theme).join(';')}}`)};\nexport default sheet;`,
    { parser: 'typescript', printWidth: 110, singleQuote: true },
  );

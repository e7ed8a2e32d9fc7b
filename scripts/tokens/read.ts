import { readdirSync, readFileSync } from 'node:fs';

/** Values as the W3C Design Tokens format (2025.10) writes them. */
export interface Colour {
  readonly colorSpace: string;
  readonly components: readonly [number, number, number];
  readonly alpha?: number;
  readonly hex: string;
}
export interface Measure {
  readonly value: number;
  readonly unit: string;
}
export interface Shadow {
  readonly color: Colour;
  readonly offsetX: Measure;
  readonly offsetY: Measure;
  readonly blur: Measure;
  readonly spread: Measure;
  readonly inset?: boolean;
}
export type Value = Colour | Measure | readonly Shadow[] | readonly string[] | string | number;

type Extensions = Readonly<Record<string, { readonly css?: string; readonly scheme?: 'light' | 'dark' }>>;

interface Leaf {
  readonly $value: Value;
  readonly $extensions?: Extensions;
}
interface Group {
  readonly $type?: string;
  readonly $description?: string;
  readonly $extensions?: Extensions;
}
type Tree = { readonly [name: string]: Tree } & Group & Partial<Leaf>;

const ours = 'org.leb-renew';
const folder = new URL('../../packages/themes/tokens/', import.meta.url);

export type Scheme = 'light' | 'dark';

/** A token in one scheme. */
export interface Said {
  readonly value: Value;
  /** What the elements are given where the format has no word for it, e.g. `inherit`. */
  readonly css: string | null;
}

export interface Token {
  /** In a page: `--leb-<name>`. */
  readonly name: string;
  readonly type: string;
  /** Roles that all elements share, a hook of one kind of element, or what only a theme says. */
  readonly tier: 'role' | 'element' | 'theme';
  readonly description: string;
  readonly light: Said;
  readonly dark: Said;
}

export interface Theme {
  readonly name: string;
  readonly description: string;
  /** The one that it has whatever the page has. */
  readonly scheme: Scheme | null;
  readonly tokens: readonly Token[];
  /** Names of those that the theme itself says. */
  readonly own: ReadonlySet<string>;
}

/** All themes, `default` first; what one leaves out is as there. */
export function readThemes(): readonly Theme[] {
  const names = readdirSync(folder).map((file) => file.replace('.tokens.json', ''));
  const standard = read('default');
  const defaults = tokensOf(standard);
  return ['default', ...names.filter((name) => name !== 'default').sort()].map((name) => {
    const tree = read(name);
    const own = tokensOf(tree);
    for (const token of own)
      if (!defaults.some((each) => each.name === token.name))
        throw new Error(`${name}: there is no token "${token.name}" in default.tokens.json`);
    return {
      name,
      description: tree.$description ?? '',
      scheme: tree.$extensions?.[ours]?.scheme ?? null,
      tokens: defaults.map((token) => ({
        ...token,
        ...pick(own.find((each) => each.name === token.name) ?? token),
      })),
      own: new Set(own.map((token) => token.name)),
    };
  });
}

const pick = ({ light, dark }: Token) => ({ light, dark });

const read = (name: string): Tree =>
  JSON.parse(readFileSync(new URL(`${name}.tokens.json`, folder), 'utf8')) as Tree;

const children = (tree: Tree): [string, Tree][] =>
  Object.entries(tree).filter((entry): entry is [string, Tree] => !entry[0].startsWith('$'));

const tiers: Readonly<Record<string, Token['tier']>> = { element: 'element', limit: 'theme' };

function tokensOf(tree: Tree): Token[] {
  return children(tree).flatMap(([group, members]) =>
    children(members).map(([name, token]) => {
      const { light = token, dark = token } = token;
      return {
        name,
        type: token.$type ?? members.$type ?? '',
        tier: tiers[group] ?? 'role',
        description: token.$description ?? '',
        light: said(name, light),
        dark: said(name, dark),
      };
    }),
  );
}

function said(name: string, { $value, $extensions }: Tree): Said {
  if ($value === undefined) throw new Error(`the token "${name}" has no $value`);
  for (const colour of coloursIn($value)) checkHex(name, colour);
  return { value: $value, css: $extensions?.[ours]?.css ?? null };
}

const isColour = (value: unknown): value is Colour =>
  typeof value === 'object' && value !== null && 'components' in value;

function coloursIn(value: Value): Colour[] {
  if (isColour(value)) return [value];
  return Array.isArray(value)
    ? value.flatMap((each: string | Shadow) => (typeof each === 'string' ? [] : each.color))
    : [];
}

/** Tools show one or the other: both have to be the same colour. */
function checkHex(name: string, { colorSpace, components, hex }: Colour): void {
  const pairs = components.map((each) =>
    Math.round(each * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  if (colorSpace !== 'srgb' || `#${pairs.join('')}` !== hex)
    throw new Error(
      `the token "${name}" has components of #${pairs.join('')} in ${colorSpace}, and the hex ${hex}`,
    );
}

/** The name of the token that an alias, e.g. `{color.text.light}`, stands for. */
export const aliasOf = (value: Value): string | null =>
  typeof value === 'string' ? (/^\{\w+\.([\w-]+)/.exec(value)?.[1] ?? null) : null;

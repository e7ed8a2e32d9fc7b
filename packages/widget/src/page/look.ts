import { defaults, ofAccent } from '@leb-renew/themes';
import { everyElement, warnOnce } from './warn-once.ts';

/** Those that come when an element names them. */
const sheets: Readonly<Record<string, () => Promise<{ readonly default: string }>>> = {
  default: () => import('@leb-renew/themes/default'),
  contrast: () => import('@leb-renew/themes/contrast'),
  midnight: () => import('@leb-renew/themes/midnight'),
  paper: () => import('@leb-renew/themes/paper'),
  plain: () => import('@leb-renew/themes/plain'),
  sharp: () => import('@leb-renew/themes/sharp'),
  soft: () => import('@leb-renew/themes/soft'),
};
const schemes: readonly string[] = ['light', 'dark'];

/** By the syntax of a token: a property that takes what it takes, and how that is said to a developer. */
const kinds: Readonly<Record<string, readonly [property: string, said: string]>> = {
  '<color>': ['color', 'a colour'],
  '<length-percentage>': ['padding', 'a length from 0'],
  '<number>': ['flex-grow', 'a number from 0'],
  '<time>': ['transition-duration', 'a time from 0s'],
};
const others: typeof kinds = {
  font: ['font-family', 'families of fonts'],
  shadow: ['box-shadow', 'a shadow'],
};

const made = new Map<string, CSSStyleSheet>();
const seen = new WeakSet<Element>();

/**
 * Sees to the theme that an element names, here and whenever it names another, and tells the page's developer of tokens that
 * are nonsense: what counts in their place, the elements' own sheet knows.
 */
export function seeTo(host: HTMLElement): void {
  const look = () => {
    if (!host.isConnected) return;
    void wear(host);
    checkTokens(host);
  };
  look();
  if (seen.has(host)) return;
  seen.add(host);
  new MutationObserver(look).observe(host, { attributeFilter: ['theme'] });
}

/** A theme whose sheet the page has not linked is fetched. */
async function wear(host: HTMLElement): Promise<void> {
  const name = host
    .getAttribute('theme')
    ?.split(/\s+/)
    .find((each) => each !== '' && !schemes.includes(each));
  if (name === undefined || read(host, 'theme-name') === name) return;
  if (!Object.hasOwn(sheets, name)) {
    const known = [...schemes, ...Object.keys(sheets)].join(', ');
    warnOnce(host, `theme is "${name.slice(0, 32)}", must be of ${known}: the default applies`);
    return;
  }
  try {
    adopt(host.getRootNode(), made.get(name) ?? (await make(name)));
  } catch {
    warnOnce(host, `the theme "${name}" does not load: the default applies`);
  }
}

async function make(name: string): Promise<CSSStyleSheet> {
  const text = (await sheets[name]?.())?.default ?? '';
  const sheet = made.get(name) ?? new CSSStyleSheet();
  sheet.replaceSync(text);
  made.set(name, sheet);
  return sheet;
}

function adopt(root: Node, sheet: CSSStyleSheet): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

function checkTokens(host: HTMLElement): void {
  for (const [syntax, values] of defaults)
    for (const name of Object.keys(syntax === '<color>' ? { ...values, ...ofAccent } : values)) {
      const said = read(host, name);
      const [property, kind] = kinds[syntax] ?? others[name] ?? [];
      if (said !== '' && property !== undefined && !CSS.supports(property, said))
        warnOnce(
          everyElement,
          `--leb-${name} is "${said.slice(0, 32)}", must be ${kind}: the default applies`,
        );
    }
}

const read = (host: Element, name: string): string =>
  getComputedStyle(host).getPropertyValue(`--leb-${name}`).trim();

import { defaults, ofAccent } from '@leb-renew/themes';

const colours = [
  ...defaults.flatMap(([syntax, values]) => (syntax === '<color>' ? Object.keys(values) : [])),
  ...Object.keys(ofAccent),
  'accent-tint',
  'ok-tint',
  'warn-tint',
  'bad-tint',
  'text-tint',
];
const sizes = ['text-size', 'small', 'radius', 'radius-small', 'padding'];

/** A change is told by the transition that it starts. */
const told = ['color', 'text-indent', 'font-family'].map((each) => `${each} 1ms allow-discrete`).join();

/**
 * Reads the tokens of an element as a browser has worked them out, and tells when one of them has changed for whatever
 * reason. A custom property holds only what was written, so each token is painted, unseen, inside of the element.
 */
export class Probe {
  readonly #box: HTMLElement = document.createElement('div');
  readonly #painted: ReadonlyMap<string, HTMLElement>;

  /** `changed` may be called several times for one change. */
  constructor(root: ParentNode, changed: () => void) {
    const box = this.#box;
    paint(box, {
      position: 'absolute',
      visibility: 'hidden',
      contain: 'strict',
      'inline-size': '0',
      'block-size': '0',
      'forced-color-adjust': 'none',
      'font-family': 'var(--_font)',
      transition: told,
    });
    this.#painted = new Map([
      // As a relative colour every one is told in sRGB, in whatever way it was written.
      ...colours.map((name) => [name, this.#put('color', `color(from var(--_${name}) srgb r g b)`)] as const),
      ...sizes.map((name) => [name, this.#put('text-indent', `var(--_${name})`)] as const),
      ['scheme', this.#put('color', 'light-dark(#fff, #000)')],
    ]);
    box.addEventListener('transitionrun', changed);
    root.prepend(box); // Whatever comes after may be Lit’s to clear away.
  }

  read(): Map<string, string> {
    // On its way a colour is one in between, and written in another way.
    paint(this.#box, { transition: 'none' });
    const tokens = new Map([['font', getComputedStyle(this.#box).fontFamily]]);
    for (const [name, element] of this.#painted) {
      const { color, textIndent } = getComputedStyle(element);
      tokens.set(name, sizes.includes(name) ? textIndent : rgb(color));
    }
    paint(this.#box, { transition: told });
    tokens.set('scheme', tokens.get('scheme') === 'rgb(0, 0, 0)' ? 'dark' : 'light');
    return tokens;
  }

  remove(): void {
    this.#box.remove();
  }

  #put(property: string, value: string): HTMLElement {
    const element = document.createElement('i');
    paint(element, { [property]: value, transition: 'inherit' });
    this.#box.append(element);
    return element;
  }
}

function paint({ style }: HTMLElement, declarations: Readonly<Record<string, string>>): void {
  for (const [property, value] of Object.entries(declarations)) style.setProperty(property, value);
}

/** `color(srgb 0.12 0.4 0.74)` as `rgb(31, 102, 189)`, which every provider understands. */
function rgb(colour: string): string {
  const [, ...channels] = /^color\(srgb (\S+) (\S+) ([^\s)]+)/.exec(colour) ?? [];
  return channels.length === 0
    ? colour
    : `rgb(${channels.map((each) => Math.round(Math.min(1, Math.max(0, Number(each))) * 255)).join(', ')})`;
}

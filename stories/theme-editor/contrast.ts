import { paintOf, pairs, type Pair } from '../../test/widget/contrast-pairs.ts';

export interface Reading extends Pair {
  readonly ratio: number;
}

type Channels = readonly [red: number, green: number, blue: number];

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const luminance = ([red, green, blue]: Channels): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** What an element is painted with, as the browser comes to it. `paper` is what it lies on. */
export function readContrast(element: Element, paper: string): readonly Reading[] {
  const root = element.shadowRoot;
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (root === null || pen === null) return [];
  const probe = root.appendChild(document.createElement('i'));
  const computed = (name: string): string => {
    probe.style.color = paintOf(name);
    return getComputedStyle(probe).color;
  };
  /** One on top of the other: a colour may be see-through. */
  const painted = (...colours: readonly string[]): Channels => {
    for (const colour of colours) {
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
  const surface = computed('surface');
  const readings = pairs.map((pair) => {
    const ground = computed(pair.ground);
    const [low, high] = [
      luminance(painted(paper, surface, ground)),
      luminance(painted(paper, surface, ground, computed(pair.ink))),
    ].sort((one, other) => one - other) as [number, number];
    return { ...pair, ratio: (high + 0.05) / (low + 0.05) };
  });
  probe.remove();
  return readings;
}

/** A token's value inside an element; for a colour, as `#rrggbb`, which is what a colour field takes. */
export function resolved(element: Element, name: string, isColour: boolean): string {
  const root = element.shadowRoot;
  if (root === null) return '';
  const probe = root.appendChild(document.createElement('i'));
  probe.style.color = `var(--_${name})`;
  const style = getComputedStyle(probe);
  const [colour, value] = [style.color, style.getPropertyValue(`--_${name}`).trim()];
  probe.remove();
  if (!isColour) return value;
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (pen === null) return '';
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const channels = [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** Red, green, blue and how much of it covers, each 0 to 1. */
export type Shares = readonly [number, number, number, number];

/** The colour that an expression comes to inside a shadow root, as it is painted. */
export function colourOf(root: ShadowRoot, expression: string): Colour {
  const probe = root.appendChild(document.createElement('span'));
  probe.style.color = expression;
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  canvas.fillStyle = getComputedStyle(probe).color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  probe.remove();
  return [red, green, blue];
}

/** Of a computed `color(srgb …)`; what no screen shows is cut off. */
export function sharesOf(computed: string): Shares {
  const [red, green, blue, cover = 1] = (computed.match(/[\d.e-]+/g) ?? []).map((each) =>
    Math.min(1, Math.max(0, Number(each))),
  );
  if (!computed.startsWith('color(srgb ') || blue === undefined)
    throw new Error(`${computed} is no color(srgb …)`);
  return [red!, green!, blue, cover];
}

/** What is seen where a colour lies on another. */
export const blend = (one: Shares, under: Shares): Shares => {
  const [red, green, blue] = [0, 1, 2].map((at) => one[at]! * one[3] + under[at]! * (1 - one[3]));
  return [red!, green!, blue!, 1];
};

/** WCAG 2 contrast ratio. */
export function contrast(one: Colour | Shares, other: Colour | Shares): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: Colour | Shares): number {
  const [red, green, blue] = colour.length === 4 ? colour : colour.map((each) => each / 255);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

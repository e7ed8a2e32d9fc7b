/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

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

/** WCAG 2 contrast ratio. */
export function contrast(one: Colour, other: Colour): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

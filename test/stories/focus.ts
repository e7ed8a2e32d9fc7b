/** A place where the keyboard stops and nobody sees it. */
export interface Unseen {
  readonly scene: string;
  readonly element: string;
  readonly what: string;
  readonly why: string;
}

/**
 * Runs in the page. Takes the keyboard to every place where it can stop: an outline of two pixels at least must be drawn,
 * at 3:1 on what lies around it (WCAG 2.4.7, 1.4.11, 2.4.13).
 */
export function findUnseenFocus(): Unseen[] {
  const unseen: Unseen[] = [];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const luminances = new Map<string, number>();
  const luminance = (colour: string): number => {
    let known = luminances.get(colour);
    if (known === undefined) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      known = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      luminances.set(colour, known);
    }
    return known;
  };
  const contrast = (one: string, other: string): number => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
    return (high + 0.05) / (low + 0.05);
  };
  const groundOf = (element: Element): string => {
    for (let at = eyes.around(element); at !== null; at = eyes.around(at)) {
      const { backgroundColor } = getComputedStyle(at);
      if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  const stops = 'a[href], button:enabled, input:enabled, select:enabled, summary, [tabindex="0"]';
  for (const element of eyes.under(document.querySelector('main')!)) {
    const place = eyes.whereIs(element);
    if (!element.matches(stops) || place.element === '' || !eyes.isSeen(element)) continue;
    (element as HTMLElement).focus({ preventScroll: true });
    const drawnAround = [element.closest('.plan, .leb-sandbox-methods label'), element].find(
      (each) => each !== null && getComputedStyle(each).outlineStyle !== 'none',
    );
    const tell = (why: string) => {
      const what = (element.textContent || element.outerHTML).replaceAll(/\s+/g, ' ').trim();
      unseen.push({ ...place, what, why });
    };
    if (!element.matches(':focus-visible')) tell('cannot be focused');
    else if (!drawnAround) tell('no outline');
    else {
      const { outlineWidth, outlineColor } = getComputedStyle(drawnAround);
      const seen = contrast(outlineColor, groundOf(drawnAround));
      if (parseFloat(outlineWidth) < 2) tell(`an outline of ${outlineWidth}`);
      else if (seen < 3) tell(`an outline at ${seen.toFixed(2)}:1`);
    }
  }
  (document.activeElement as HTMLElement | null)?.blur();
  return unseen;
}

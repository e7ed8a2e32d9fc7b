/** Where a scene is on a picture of many, and how it looked before. */
export interface Frame {
  readonly id: string;
  /** Pixels from the top of the picture. */
  readonly top: number;
  readonly height: number;
  /** WebP as base64; null when it is new. */
  readonly before: string | null;
}

export interface Print {
  readonly id: string;
  /** Pixels that are not as before; all of them when it is new or of another size. */
  readonly changed: number;
  /** WebP as base64; null when nothing has changed. */
  readonly picture: string | null;
}

/**
 * Runs in the page. Cuts a picture of many scenes into one each, and compares each with the one before. Colours are
 * kept in steps of sixteen, which makes a picture a quarter as large. One step is forgiven on one pixel of two hundred, because
 * processors round differently; of an area it is a change.
 */
export async function develop(film: string, frames: readonly Frame[]): Promise<Print[]> {
  const step = 16;
  const forgiven = 1 / 200;
  const load = async (base64: string) =>
    createImageBitmap(await (await fetch(`data:image/*;base64,${base64}`)).blob());
  const canvasOf = (width: number, height: number) => {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, pen: canvas.getContext('2d', { willReadFrequently: true })! };
  };
  const inSteps = ({ data }: ImageData): void => {
    for (let at = 0; at < data.length; at += 1) data[at] = Math.round(data[at]! / step) * step; // 256 becomes 255.
  };
  const changes = (one: ImageData, other: ImageData): number => {
    if (one.width !== other.width || one.height !== other.height) return one.width * one.height;
    let [clear, slight] = [0, 0];
    for (let at = 0; at < one.data.length; at += 4) {
      const off = (channel: number) => Math.abs(one.data[at + channel]! - other.data[at + channel]!);
      const most = Math.max(off(0), off(1), off(2));
      if (most > step) clear += 1;
      else if (most > 0) slight += 1;
    }
    return clear === 0 && slight <= one.width * one.height * forgiven ? 0 : clear + slight;
  };

  const whole = await load(film);
  const prints: Print[] = [];
  for (const { id, top, height, before } of frames) {
    const { canvas, pen } = canvasOf(whole.width, height);
    pen.drawImage(whole, 0, -top);
    const now = pen.getImageData(0, 0, whole.width, height);
    inSteps(now);
    let changed = now.width * now.height;
    if (before !== null) {
      const picture = await load(before);
      const { pen: old } = canvasOf(picture.width, picture.height);
      old.drawImage(picture, 0, 0);
      changed = changes(now, old.getImageData(0, 0, picture.width, picture.height));
    }
    pen.putImageData(now, 0, 0);
    const draw = async () => {
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 1 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    };
    prints.push({ id, changed, picture: changed === 0 ? null : await draw() });
  }
  return prints;
}

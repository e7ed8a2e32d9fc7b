import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { develop, type Frame, type Print } from './darkroom.ts';
import type { Stage } from './stage.ts';

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

const album = fileURLToPath(new URL('screenshots', import.meta.url));

/** Where pictures go that are not as in the album. */
export const newPictures = fileURLToPath(new URL('../../.cache/screenshots', import.meta.url));

/** Pixels: a phone. */
const width = 390;
/** Pixels of one picture. Browsers draw nothing that is much higher. */
const height = 8_192;
/**
 * Pixels. Browsers draw in tiles of this size, and curves at the edge of one a bit otherwise: every scene begins with a tile, so
 * that it is drawn alike whatever is above it.
 */
const tile = 256;

/** Room around each scene, and no caret, which blinks. */
const setting = 'main > section { padding: 16px } * { caret-color: transparent !important }';

/** What other machines may draw in another way: letters, also of fonts that Storybook does not bring. */
const letters = 'Hamburgefonstiv 0123456789 US$84.00 •••• → 更新 تجديد';

/** Every scene in a scheme, compared with the album. A few seconds for all: many scenes are taken at once. */
export async function photograph(stage: Stage, scheme: Scheme): Promise<Print[]> {
  const { page } = stage;
  const undo = await stage.addStyles(setting);
  await stage.set({ theme: scheme, lang: 'en', dir: 'ltr', width });
  const prints: Print[] = [];
  for (let rest = stage.scenes; rest.length > 0;) {
    const places = await page.evaluate(showSome, rest, height, tile);
    prints.push(...(await printsOf(page, scheme, places)));
    rest = rest.slice(places.length);
  }
  await page.evaluate(showAll);
  await undo();
  return prints;
}

/** Stories that lie over the page. */
export const over = ['journeys-renewal--open-dialog', 'journeys-renewal--open-drawer'] as const;

/** What lies over the page, as it is seen at once on a phone and on a desk. */
export async function photographOver(stage: Stage, scheme: Scheme): Promise<Print[]> {
  const undo = await stage.addStyles(setting);
  const prints: Print[] = [];
  for (const size of [
    { width: 390, height: 844 },
    { width: 1_280, height: 900 },
  ]) {
    await stage.set({ theme: scheme, lang: 'en', dir: 'ltr', ...size });
    const place = { id: `${stage.scenes.join()}-${size.width}`, top: 0, height: size.height };
    prints.push(...(await printsOf(stage.page, scheme, [place], size)));
  }
  await undo();
  return prints;
}

type Place = Omit<Frame, 'before'>;

async function printsOf(
  page: Page,
  folder: string,
  places: readonly Place[],
  size = { width, height },
): Promise<Print[]> {
  await page.setViewport(size);
  const film = await page.screenshot({ encoding: 'base64' });
  const frames = await Promise.all(
    places.map(async (place) => ({
      ...place,
      before: await kept(join(folder, `${place.id}.webp`), 'base64'),
    })),
  );
  // Not on a page of its own: this one would be hidden meanwhile, and think that the person is back.
  return page.evaluate(develop, film, frames);
}

const kept = (file: string, encoding: 'base64' | 'utf8'): Promise<string | null> =>
  readFile(join(album, file), encoding).catch(() => null);

/** Puts pictures into the album, or where they can be looked at. */
export async function keep(prints: readonly Print[], folder: string, where = album): Promise<void> {
  await mkdir(join(where, folder), { recursive: true });
  for (const { id, picture } of prints)
    if (picture !== null) await writeFile(join(where, folder, `${id}.webp`), picture, 'base64');
}

/**
 * Why pictures taken here cannot be compared with the album: another browser, or other letters. Undefined where they can.
 */
export async function whyNot(stage: Stage): Promise<string | undefined> {
  const [made, here] = [await kept('browser.txt', 'utf8'), await stage.page.browser().version()];
  if (made?.trim() !== here) return `the album is of ${made?.trim() ?? 'no browser'}, and this is ${here}`;
  const [print] = await printLetters(stage);
  return print!.changed > 0 ? 'letters are drawn otherwise on this machine than in the album' : undefined;
}

/** Begins a new album, with the browser that it is of. */
export async function beginAlbum(stage: Stage): Promise<void> {
  await rm(album, { recursive: true, force: true });
  await keep(await printLetters(stage), '.');
  await writeFile(join(album, 'browser.txt'), `${await stage.page.browser().version()}\n`);
}

async function printLetters({ page }: Stage): Promise<Print[]> {
  const sample = await page.evaluateHandle((text) => {
    const line = document.createElement('p');
    line.textContent = text;
    line.style.cssText = 'position:fixed;inset:0;margin:0;background:#fff;color:#000;z-index:2147483647';
    return document.body.appendChild(line);
  }, letters);
  const prints = await printsOf(page, '.', [{ id: 'letters', top: 0, height: 64 }]);
  await sample.evaluate((line) => line.remove());
  return prints;
}

/** Runs in the page. Shows as many scenes as have room, one below the other, from the first on. */
async function showSome(scenes: readonly string[], room: number, tile: number): Promise<readonly Place[]> {
  (document.activeElement as HTMLElement | null)?.blur();
  scrollTo(0, 0);
  const places: Place[] = [];
  let top = 0;
  for (const each of document.querySelectorAll<HTMLElement>('main > section')) each.hidden = true;
  for (const id of scenes) {
    const scene = document.getElementById(id)!;
    scene.hidden = false;
    const height = Math.ceil(scene.getBoundingClientRect().height);
    if (places.length > 0 && top + height > room) {
      scene.hidden = true;
      break;
    }
    places.push({ id, top, height });
    const whole = Math.ceil(height / tile) * tile;
    scene.style.cssText = `box-sizing: border-box; block-size: ${whole}px`;
    top += whole;
  }
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  return places;
}

/** Runs in the page. */
function showAll(): void {
  for (const each of document.querySelectorAll<HTMLElement>('main > section')) {
    each.hidden = false;
    each.removeAttribute('style');
  }
}

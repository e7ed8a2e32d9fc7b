import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openStage, type Around, type Stage } from '../../test/stories/stage.ts';

const folder = fileURLToPath(new URL('../../docs/design', import.meta.url));

interface Picture {
  readonly name: string;
  /** Stories, from the first on the left. */
  readonly scenes: readonly string[];
  readonly theme?: Around['theme'];
  /** Pixels from the top, where the rest says nothing more. */
  readonly height?: number;
}

const themes = ['default', 'contrast', 'plain', 'soft', 'sharp', 'midnight', 'paper'];
const moments = ['paying', 'not-enough-funds', 'still-extending'].map(
  (each) => `elements-checkout-panel--${each}`,
);

const pictures: readonly Picture[] = [
  { name: 'badge', scenes: ['elements-status-badge--due-soon', 'elements-status-badge--expired'] },
  { name: 'plans', scenes: ['elements-plan-picker--all-on-offer', 'elements-plan-picker--loses-paid-days'] },
  { name: 'checkout', scenes: moments },
  { name: 'checkout-dark', scenes: moments, theme: 'dark' },
  { name: 'receipt', scenes: ['elements-receipt--with-a-page', 'elements-receipt--paid-not-extended'] },
  { name: 'themes', scenes: themes.map((theme) => `themes--${theme}`), height: 720 },
];

/** Draws the pictures of the design guide, from the stories. */
export async function drawDesign(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const stage = await openStage(...new Set(pictures.flatMap(({ scenes }) => scenes)));
  try {
    for (const picture of pictures)
      await writeFile(`${folder}/${picture.name}.png`, await draw(stage, picture));
  } finally {
    await stage.close();
  }
}

const column = 390;

async function draw(stage: Stage, { scenes, theme = 'light', height }: Picture): Promise<Uint8Array> {
  const width = scenes.length * column;
  const undo = await stage.addStyles(
    `main { display: flex; align-items: start; inline-size: ${width}px }
     main > section { box-sizing: border-box; inline-size: ${column}px; padding: 16px; order: var(--place) }
     main > section[hidden] { display: none }
     * { caret-color: transparent !important }`,
  );
  await stage.set({ theme, lang: 'en', dir: 'ltr', width, height: 1_600 });
  const highest = await stage.page.evaluate((shown) => {
    const all = [...document.querySelectorAll<HTMLElement>('main > section')];
    for (const each of all) {
      each.hidden = !shown.includes(each.id);
      each.style.setProperty('--place', String(shown.indexOf(each.id)));
    }
    return Math.ceil(Math.max(...all.map((each) => each.getBoundingClientRect().height)));
  }, scenes);
  const drawn = await stage.page.screenshot({
    clip: { x: 0, y: 0, width, height: Math.min(height ?? highest, highest) },
  });
  await undo();
  return drawn;
}

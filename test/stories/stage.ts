import type { Browser, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { messages as english } from '../../packages/widget/src/text/en/index.ts';
import { languages } from '../../packages/widget/src/text/load-messages.ts';
import { findBrowser } from '../../scripts/browser.mjs';
import { serveStorybook } from './built-storybook.ts';
import { openEyes } from './eyes.ts';

/** What the page around the elements says of itself. */
export interface Around {
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly theme?: 'light' | 'dark' | 'brand';
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
}

/**
 * Every story of the built Storybook at once, one below the other: every element in every state. In Storybook's own font, so
 * that what fits does so on every machine.
 */
export interface Stage {
  readonly page: Page;
  /** Where the built Storybook is. */
  readonly url: string;
  /** Ids of the stories. Each is the id of its scene on the page, too. */
  readonly scenes: readonly string[];
  /** What stories or the page have thrown so far. */
  readonly errors: readonly string[];
  /** Addresses outside that the page has asked. */
  readonly strangers: readonly string[];
  /** Resolves when every element has its words and has drawn them. */
  set(around: Around): Promise<void>;
  /** Has the page meet media features, besides reduced motion. Those left out are as usual again. */
  emulate(features: Readonly<Record<string, string>>): Promise<void>;
  /** Styles for the page and all elements, as people's browsers can add them. Resolves to what takes them away. */
  addStyles(css: string): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** A brand that is far from our own; a theme with a brand's surface and without its text makes no sense. */
const brand = `:root[data-brand] section:not([id^='themes-']) {
  --leb-accent: #ffb000; --leb-radius: 4px; --leb-surface: #fffdf7; --leb-font: Georgia, serif;
}`;

async function openBrowser(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: findBrowser(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--lang=en-GB',
    ],
  });
}

/** With the stories in whose ids one of these words is, or all. One that lies over the page is only there by its whole id. */
export async function openStage(...only: readonly string[]): Promise<Stage> {
  const [storybook, browser] = await Promise.all([serveStorybook(), openBrowser()]);
  const page = await browser.newPage();
  const errors: string[] = [];
  const strangers: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(storybook.url) && !/^(data|blob):|\/favicon[.]ico$/.test(request.url()))
      strangers.push(request.url());
  });
  const scenes = storybook.stories.filter((story) =>
    storybook.over.includes(story)
      ? only.includes(story)
      : only.length === 0 || only.some((word) => story.includes(word)),
  );
  await page.setViewport({ width: 320, height: 800 });
  const devtools = await page.createCDPSession();
  const emulate = async (features: Readonly<Record<string, string>>): Promise<void> => {
    const all = { 'prefers-reduced-motion': 'reduce', 'forced-colors': 'none', ...features };
    await devtools.send('Emulation.setEmulatedMedia', {
      features: Object.entries(all).map(([name, value]) => ({ name, value })),
    });
  };
  await emulate({});
  await page.evaluateOnNewDocument(holdLongTimers);
  // Storybook's own audit of each story would look at the whole page each time.
  const story = `${storybook.url}/iframe.html?viewMode=story&globals=a11y.manual:!true`;
  await page.goto(story, { waitUntil: 'load' });
  await page.waitForFunction(() => '__STORYBOOK_PREVIEW__' in window);
  errors.push(...(await page.evaluate(showAll, scenes, brand)));
  await page.evaluate(openEyes);
  return {
    page,
    url: storybook.url,
    scenes,
    errors,
    strangers,
    emulate,
    async set({ width, height = 800, ...around }) {
      if (width !== undefined) await page.setViewport({ width, height });
      const words = await languages.get(around.lang ?? '')?.whole();
      await page.evaluate(setAround, around, (words?.messages ?? english).checkout.title);
    },
    async addStyles(css) {
      const undo = await page.evaluateHandle(addStyles, css);
      return () => undo.evaluate((takeAway) => takeAway());
    },
    async close() {
      await browser.close();
      await storybook.close();
    },
  };
}

interface Preview {
  readonly channel: { on(event: string, listener: (payload: { storyId: string }) => void): void };
  ready(): Promise<void>;
  loadStory(asked: { storyId: string }): Promise<unknown>;
  renderStoryToElement(story: unknown, element: HTMLElement, callbacks: unknown, options: unknown): void;
}

/** Runs in the page. A story stays as it is, however long the stage is looked at: what would come later does not. */
function holdLongTimers(): void {
  const { setTimeout } = window;
  const held = (call: TimerHandler, ms = 0, ...args: unknown[]) =>
    ms < 20_000 ? setTimeout(call, ms, ...args) : 0;
  window.setTimeout = held as typeof setTimeout;
}

/** Runs in the page. Resolves to what could not be shown. */
async function showAll(stories: readonly string[], css: string): Promise<string[]> {
  const preview = (window as unknown as { __STORYBOOK_PREVIEW__: Preview }).__STORYBOOK_PREVIEW__;
  await preview.ready();
  for (const each of document.body.children) (each as HTMLElement).hidden = true;
  document.body.className = '';
  document.body.style.margin = '0';
  const fonts = [400, 700].map((weight) => {
    const name = weight === 400 ? 'regular' : 'bold';
    return new FontFace('Stage', `url(sb-common-assets/nunito-sans-${name}.woff2)`, {
      weight: String(weight),
    });
  });
  for (const font of fonts) document.fonts.add(await font.load());
  document.body.style.fontFamily = 'Stage, sans-serif';
  const sheet = new CSSStyleSheet();
  // Storybook says, sooner or later, that no story is selected.
  sheet.replaceSync(`${css} .sb-wrapper { display: none !important }`);
  document.adoptedStyleSheets.push(sheet);
  const stage = document.body.appendChild(document.createElement('main'));
  const errors: string[] = [];
  const shown = stories.map(async (storyId) => {
    const scene = stage.appendChild(document.createElement('section'));
    scene.id = storyId;
    const story = await preview.loadStory({ storyId });
    await new Promise<void>((finished) => {
      preview.channel.on('storyFinished', (payload) => {
        if (payload.storyId === storyId) finished();
      });
      preview.channel.on('playFunctionThrewException', (error) => {
        errors.push(`${storyId}: ${JSON.stringify(error)}`);
      });
      AbortSignal.timeout(90_000).addEventListener('abort', () => {
        errors.push(`${storyId}: does not come to an end`); // Nobody reads it once all have.
        finished();
      });
      const failed = (error: unknown) => errors.push(`${storyId}: ${String(error)}`);
      const callbacks = { showMain() {}, showError: failed, showException: failed };
      preview.renderStoryToElement(story, scene, callbacks, { autoplay: true, forceInitialArgs: true });
    });
    if (scene.childElementCount === 0) errors.push(`${storyId}: nothing is shown`);
  });
  await Promise.all(shown);
  return errors;
}

/** Runs in the page. */
function addStyles(css: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const roots = [document, ...eyes.elements().flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  for (const root of roots) root.adoptedStyleSheets.push(sheet);
  return () => sheet.replaceSync('');
}

/** Runs in the page. `title`: what heads the checkout in the language that is asked for. */
async function setAround({ lang, dir, theme }: Around, title: string): Promise<void> {
  const { documentElement } = document;
  if (dir !== undefined) documentElement.dir = dir;
  if (theme !== undefined) {
    documentElement.dataset['scheme'] = theme === 'dark' ? 'dark' : 'light';
    documentElement.toggleAttribute('data-brand', theme === 'brand');
  }
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  const elements = eyes.elements();
  const heads = elements.filter(({ localName }) => localName === 'leb-checkout-panel');
  if (lang !== undefined) {
    documentElement.lang = lang;
    const isSaid = () =>
      heads.some(({ shadowRoot }) => shadowRoot?.querySelector('h2')?.textContent.trim() === title);
    for (let frames = 0; heads.length > 0 && !isSaid(); frames += 1) {
      if (frames > 600) throw new Error(`the words of ${lang} do not come`);
      await frame();
    }
  }
  await frame();
  await Promise.all(elements.map((element) => element.updateComplete));
  await frame();
}

import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { customerAt, openBrowser } from '../../test/flows/customer.ts';
import { global, mira, year } from '../../test/flows/journeys/steps.ts';
import { words } from '../../test/flows/journeys/words.ts';
import { discard, startShop } from '../../test/flows/shop.ts';

const docs = fileURLToPath(new URL('../../docs', import.meta.url));

async function moments(browser: Browser, url: string, scheme: 'light' | 'dark'): Promise<string[]> {
  const pictures: string[] = [];
  const customer = await customerAt(browser, 'about:blank');
  const { page } = customer;
  await page.setViewport({ width: 390, height: 844, deviceScaleFactor: 2 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  const keep = async (selector = 'leb-renewal', part = (found: Element): Element => found) => {
    const found = await page.waitForSelector(selector);
    const element = await found?.evaluateHandle(part);
    const picture = await element?.screenshot({ encoding: 'base64' });
    if (picture === undefined) throw new Error(`there is no ${selector} to draw`);
    pictures.push(picture);
  };
  /** A card with its frame, which is around its badge. */
  const frame = (card: Element): Element => (card.getRootNode() as ShadowRoot).host.parentElement ?? card;

  await page.goto(url);
  await customer.signIn(mira);
  await customer.sees('12 days left');
  await keep(`::-p-aria([role="group"][name="${global}"])`, frame);
  await customer.renew(global);
  await customer.sees(words.next('1 year'));
  await keep();
  await customer.press(words.next('1 year'));
  await customer.sees(words.whatHappens);
  await keep();
  await customer.select(words.whatHappens, 'insufficient-funds');
  await customer.press(year);
  await customer.sees(words.noFunds);
  await keep();
  await customer.select(words.whatHappens, 'approve');
  await customer.press(year);
  await customer.sees(words.stillExtending);
  await keep();
  await customer.sees('Open or print');
  await keep();
  return pictures;
}

async function drawSheet(
  browser: Browser,
  pictures: readonly string[],
  scheme: 'light' | 'dark',
): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 600, deviceScaleFactor: 1 });
  const paper = scheme === 'light' ? '#eceff2' : '#0a0d11';
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture}">`).join('');
  await page.setContent(
    `<body style="margin:0;padding:24px;background:${paper}"><main>${images}</main>` +
      '<style>main{display:grid;grid-template-columns:repeat(3,1fr);gap:24px;align-items:start}img{width:100%}</style>',
  );
  await mkdir(docs, { recursive: true });
  await writeFile(`${docs}/journey-${scheme}.png`, await page.screenshot({ fullPage: true }));
  await page.close();
}

/** Draws `docs/journey-light.png` and `docs/journey-dark.png`: six moments of a renewal in the real shop, on a phone. */
export async function drawJourney(): Promise<void> {
  const browser = await openBrowser();
  try {
    for (const scheme of ['light', 'dark'] as const) {
      const shop = await startShop({ supplierDelaySeconds: 4 });
      try {
        await drawSheet(browser, await moments(browser, shop.url, scheme), scheme);
      } finally {
        await discard(shop);
      }
    }
  } finally {
    await browser.close();
  }
}

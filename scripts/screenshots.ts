/** Draws `docs/journey-light.png` and `docs/journey-dark.png`: six moments of a renewal in the real shop, on a phone. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { customerAt, openBrowser } from '../test/flows/customer.ts';
import { discard, startShop } from '../test/flows/shop.ts';

const docs = fileURLToPath(new URL('../docs', import.meta.url));

async function moments(browser: Browser, url: string, scheme: 'light' | 'dark'): Promise<string[]> {
  const pictures: string[] = [];
  const customer = await customerAt(browser, 'about:blank');
  const { page } = customer;
  await page.setViewport({ width: 390, height: 844, deviceScaleFactor: 2 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  const keep = async (selector = 'leb-renewal') => {
    const element = await page.waitForSelector(`>>> ${selector}`);
    const picture = await element?.screenshot({ encoding: 'base64' });
    if (picture === undefined) throw new Error(`there is no ${selector} to draw`);
    pictures.push(picture);
  };

  await page.goto(url);
  await customer.signIn('mira@example.com');
  await customer.sees('12 days left');
  await keep('li:has(leb-status-badge):nth-of-type(4) leb-status-badge');
  await customer.renew('LEB Global card');
  await customer.sees('Continue with 1 year');
  await keep();
  await customer.press('Continue with 1 year');
  await customer.sees('What should happen?');
  await keep();
  await customer.select('What should happen?', 'insufficient-funds');
  await customer.press('Pay US$84.00');
  await customer.sees('Your bank declined the payment: not enough funds.');
  await keep();
  await customer.select('What should happen?', 'approve');
  await customer.press('Pay US$84.00');
  await customer.sees('We are still extending your card.');
  await keep();
  await customer.sees('Nothing to install');
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

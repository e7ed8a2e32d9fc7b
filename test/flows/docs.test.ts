import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { openBrowser } from './customer.ts';
import { discard, startShop } from './shop.ts';

const started = Promise.all([startShop(), openBrowser()]);
after(async () => {
  const [shop, browser] = await started;
  await browser.close();
  await discard(shop);
});

describe('The docs of a running server', () => {
  for (const scheme of ['light', 'dark'])
    test(`are read on a small phone, ${scheme}, without anything but the page itself`, async () => {
      const [shop, browser] = await started;
      const page = await browser.newPage();
      const [asked, complaints]: [string[], string[]] = [[], []];
      page.on('request', (request) => asked.push(request.url()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => complaints.push(message.text()));
      await page.setViewport({ width: 320, height: 640 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(`${shop.url}/renewal/docs`);
      assert.deepEqual(
        asked.filter((url) => !url.startsWith('data:')),
        [`${shop.url}/renewal/docs`],
      );

      const seen = await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        const lightness = (colour: string) =>
          (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
        const { color, backgroundColor } = getComputedStyle(document.body);
        return {
          sideways: document.documentElement.scrollWidth - innerWidth,
          isDark: lightness(color) > lightness(backgroundColor),
          text: document.body.innerText,
        };
      });
      assert.equal(seen.sideways, 0);
      assert.equal(seen.isDark, scheme === 'dark');
      for (const words of [
        'Begin the renewal of a quote',
        'POST /renewals',
        '"quoteId": "q_',
        'renewal-open',
      ])
        assert.ok(seen.text.includes(words), words);
      assert.deepEqual(complaints, []);
      await page.close();
    });
});

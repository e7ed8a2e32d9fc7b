import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { describe, test, type TestContext } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import type { Card } from '@leb-renew/core';
import '@leb-renew/widget/define';
import { loadLanguage } from '@leb-renew/widget/text';
import { card, now } from '../widget/fixtures.ts';
import { openDemo } from './open-demo.ts';
import { mira } from './journeys/steps.ts';
import { words } from './journeys/words.ts';
import { openHost, openShop, policyFor, renewIn, samples } from './embedding/host.ts';
import { hosts } from './embedding/hosts.ts';
import type * as looks from './embedding/looks.ts';
import type * as places from './embedding/places.ts';
import { served } from './embedding/served.ts';
import { plain, sheets } from './embedding/sheets.ts';

/** A page as a server sends it, before any script of it has run. `said` is the language of the elements, if it is said. */
async function openServed(t: TestContext, lang: string, said: string | null = lang) {
  if (said !== null) await loadLanguage(said);
  const elements = await collectResult(render(served(said)));
  const markup = `<main ${said === null ? '' : `data-said="${said}"`}>${elements}</main>`;
  const host = await openHost({ markup, lang, policy: policyFor(elements) });
  t.after(host.close);
  const { page } = host;
  return {
    ...host,
    /** Where everything is that a server has shown, what it says, and whether it is what was there first. */
    look: () =>
      page.evaluate(() => {
        const inside = (node: Element): Element[] => [
          node,
          ...[...(node.shadowRoot ?? node).children].flatMap((each) => inside(each)),
        ];
        return [...document.querySelectorAll('main > :not(leb-sign-in, leb-renewal)')]
          .flatMap((each) => inside(each))
          .filter((each) => !each.matches('style'))
          .map((each, nth) => {
            const { x, y, width, height } = each.getBoundingClientRect();
            const said = each.children.length === 0 ? each.textContent.trim() : '';
            const first = ((each as Element & { first?: number }).first ??= nth);
            return `${first} ${each.localName} ${[x, y, width, height].map((part) => part.toFixed(1)).join(' ')} ${said}`;
          });
      }),
    async takeOver() {
      await page.evaluate((script) => import(script), '/page.js');
      await page.waitForSelector('leb-renewal input[type=email]');
    },
    press: (name: string) => page.locator(`::-p-aria([role="button"][name="${name}"])`).click(),
  };
}

/** Makes it when it is first wanted. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | null = null;
  return () => (made ??= make());
}

const packages = new URL('../../packages/', import.meta.url);

/** Every name that a package can be imported by. */
async function entriesOf(name: string): Promise<string[]> {
  const { exports } = JSON.parse(await readFile(new URL(`${name}/package.json`, packages), 'utf8')) as {
    readonly exports: Readonly<Record<string, { readonly '@leb-renew/source'?: string } | string>>;
  };
  return Object.entries(exports).flatMap(([entry, target]) => {
    const source = typeof target === 'string' ? target : (target['@leb-renew/source'] ?? '');
    if (!source.endsWith('.ts')) return [];
    const cwd = new URL(`${name}/`, packages);
    const [before = '', after = ''] = source.replace('./', '').split('*');
    return globSync(source.replace('./', ''), { cwd }).map((file) =>
      `@leb-renew/${name}/${entry.slice(2).replace('*', file.slice(before.length, -after.length))}`.replace(
        /\/$/,
        '',
      ),
    );
  });
}

test('Every entry of the packages can be imported where there is no page', async () => {
  const entries = (await Promise.all(['core', 'themes', 'widget'].map(entriesOf))).flat();
  assert.ok(entries.includes('@leb-renew/widget/status-badge/define'), entries.join());
  for (const entry of entries) await import(entry);
  assert.equal(typeof document, 'undefined');
});

describe('A page with the elements', { concurrency: 5 }, () => {
  describe('that a server has rendered', { concurrency: 1 }, () => {
    for (const lang of ['en', 'zh-Hans', 'ar'])
      test(`shows them before any script, and takes them over without a word or a pixel changed (${lang})`, async (t) => {
        const { page, look, takeOver, heard, noticed } = await openServed(t, lang);
        const before = await look();
        assert.ok(before.length > 250, 'there is something to see');
        const begin = await page.evaluate(() => performance.now()); // A browser may paint while it still reads the page.
        await takeOver();
        assert.deepEqual(await look(), before);
        assert.deepEqual(heard(), []);
        const { violations, shifts } = await noticed();
        assert.deepEqual([violations, shifts.filter(({ at }) => at >= begin)], [[], []]);
      });

    test('turns them to its own language where the server did not know it', async (t) => {
      const { page, takeOver, heard } = await openServed(t, 'zh-Hans', null);
      await takeOver();
      await page.waitForSelector('leb-status-badge >>> [lang=zh-Hans]');
      assert.deepEqual(heard(), []);
    });

    test('saves, prints and writes a calendar file under the strictest policy', async (t) => {
      const { page, press, takeOver, noticed, heard } = await openServed(t, 'en');
      await takeOver();
      const asked = page.evaluate(
        () => new Promise((hear) => document.addEventListener('leb-reminder', ({ type }) => hear(type))),
      );
      await press('Save');
      await press('Print');
      await press('Remind me');
      assert.equal(await asked, 'leb-reminder');
      assert.deepEqual(heard(), []);
      assert.deepEqual((await noticed()).violations, []);
    });

    test('can be made as docs/embedding.md says', async (t) => {
      const folder = new URL('../../.cache/embedding/', import.meta.url);
      await mkdir(folder, { recursive: true });
      await writeFile(new URL('badge.ts', folder), samples['ts'] ?? '');
      const { badge } = (await import(new URL('badge.ts', folder).href)) as {
        badge(card: Card, lang: string, now: number): Promise<string>;
      };
      const markup = await badge(card(), 'zh-Hans', now);
      const { page, heard, noticed, close } = await openHost({ markup, policy: policyFor(markup) });
      t.after(close);
      const said = () =>
        page.$eval('leb-status-badge', ({ shadowRoot }) =>
          shadowRoot!.querySelector('.pill')!.textContent.trim(),
        );
      assert.equal(await said(), '还剩 12 天');
      await page.evaluate((script) => import(script), '/sample.js');
      await page.waitForFunction(
        (before) =>
          document
            .querySelector('leb-status-badge')!
            .shadowRoot!.querySelector('.pill')!
            .textContent.trim() !== before,
        {},
        '还剩 12 天',
      );
      assert.deepEqual(heard(), []);
      assert.deepEqual((await noticed()).violations, []);
    });
  });

  describe('renews a card though it', { concurrency: 3 }, () => {
    for (const [what, first] of Object.entries(hosts))
      test(what, async (t) => {
        const { page, heard, close } = await openHost({ first });
        t.after(close);
        assert.equal(await renewIn(page.mainFrame()), 'receipt');
        await page.evaluate(() => {
          document.documentElement.lang = 'zh-Hans';
        });
        await page.waitForSelector('leb-renewal >>> leb-receipt >>> [lang=zh-Hans]');
        assert.deepEqual(heard(), []);
      });

    test('keeps a text in its history, which stays there', async (t) => {
      const first = (): void => {
        history.replaceState('of the page', '');
      };
      const { page, close } = await openHost({ first });
      t.after(close);
      assert.equal(await renewIn(page.mainFrame()), 'receipt');
      assert.deepEqual(await page.evaluate(() => [history.state as unknown, history.length]), [
        'of the page',
        2,
      ]);
    });

    test('has a strict policy and a second copy of them, which says so once; and no name is set but those of Lit', async (t) => {
      const policy = policyFor('').replace('lit-html', `lit-html 'allow-duplicates'`);
      const { page, heard, noticed, close } = await openHost({ policy });
      t.after(close);
      const names = () => page.evaluate(() => [...Object.keys(globalThis), ...Object.keys(Object.prototype)]);
      const before = await names();
      assert.equal(await renewIn(page.mainFrame()), 'receipt');
      await page.evaluate(() => sessionStorage.clear());
      assert.equal(await renewIn(page.mainFrame(), '/second/renewing.js'), 'receipt');
      assert.deepEqual(heard(), [
        '<leb-*>: loaded twice, perhaps in two versions: the page goes on with the elements that were here first',
      ]);
      assert.deepEqual(
        (await names()).filter((name) => !before.includes(name) && !/^(lit|reactiveElement)/.test(name)),
        [],
      );
      assert.deepEqual((await noticed()).violations, []);
    });
  });

  test('renews at the server of the demo shop', async (t) => {
    const { url } = await openDemo(t);
    const renewals = Object.entries({
      'freezes the prototypes of the language and the page': ['LEB Global card', '1 year', '84.00'],
      'adds members to every object, list and text': ['Lena’s tablet', '1 year', '84.00'],
      'refuses locks and channels': ['Travel phone', '1 month', '9.00'],
    } as const);
    await Promise.all(
      renewals.map(([host, [label, plan, price]]) =>
        t.test(`though it ${host}`, async () => {
          const customer = await openShop(url, hosts[host]!);
          await customer.signIn(mira);
          await customer.renew(label);
          await customer.press(words.next(plan));
          await customer.press(words.pay(price));
          await customer.sees(words.renewed);
          assert.deepEqual(customer.complaints, []);
          await customer.page.browserContext().close();
        }),
      ),
    );
    await t.test('whose own words stay English', async () => {
      const { page } = await openShop(url, () => undefined);
      await page.select('#language', 'ar');
      await page.waitForSelector('leb-renewal:lang(ar):dir(rtl)');
      assert.deepEqual(
        await page.$$eval('title, header, aside', (parts) =>
          parts.filter((part) => !part.matches(':lang(en)')).map(({ localName }) => localName),
        ),
        [],
      );
      assert.equal(await page.$$eval('header:dir(ltr), aside:dir(ltr)', ({ length }) => length), 2);
    });
  });

  describe('puts them', { concurrency: 1 }, () => {
    const opened = once(openHost);
    for (const place of [
      'inside shadow roots of the page, one in another',
      'elsewhere while a payment is open',
      'away while a payment is open, and back later',
      'there before their script, with what they show',
      'there once more, with all that is in them',
      'away, empties them, and puts them back',
      'into the document of a frame, and back',
    ])
      test(place, async () => {
        const { page, heard } = await opened();
        await page.evaluate(
          async (script, name) => ((await import(script)) as typeof places).tryOut(name),
          '/places.js',
          place,
        );
        assert.deepEqual(heard(), []);
      });

    for (const [what, attributes] of Object.entries({
      'into a frame': '',
      'into a frame that has no origin, no storage and no channels': 'sandbox="allow-scripts allow-forms"',
    }))
      test(what, async () => {
        const { page, heard } = await opened();
        await page.evaluate(async (frame) => {
          document.body.innerHTML = frame;
          await new Promise((loaded) => document.querySelector('iframe')!.addEventListener('load', loaded));
        }, `<iframe src="/" ${attributes} width="800" height="900"></iframe>`);
        assert.equal(await renewIn(page.frames()[1]!), 'receipt');
        await page.evaluate(() => sessionStorage.clear());
        assert.deepEqual(heard(), []);
      });
  });

  describe('shows them in the same sizes and colours as any other, though it has', { concurrency: 1 }, () => {
    const opened = once(async () => {
      const { page } = await openHost();
      await page.evaluate(async (script) => ((await import(script)) as typeof looks).show(), '/looks.js');
      return (css: string) =>
        page.evaluate(
          async (script, sheet) => ((await import(script)) as typeof looks).look(sheet),
          '/looks.js',
          css,
        );
    });
    for (const [what, css] of Object.entries(sheets))
      test(what, async () => {
        const lookWith = await opened();
        const usual = await lookWith(plain);
        assert.ok(usual.length > 250, 'there is something to see');
        assert.deepEqual(await lookWith(css + plain), usual);
      });
  });
});

import { strict as assert } from 'node:assert';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../scripts/browser.mjs';
import { serveStorybook, type BuiltStorybook } from './built-storybook.ts';
import { openFrame, visit } from './visit.ts';

const isRoot = process.getuid?.() === 0;

describe('every story of the built Storybook', () => {
  let storybook: BuiltStorybook;
  let browser: Browser;
  let page: Page;

  before(async () => {
    storybook = await serveStorybook();
    browser = await puppeteer.launch({
      executablePath: findBrowser(),
      args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-background-networking'],
    });
    page = await browser.newPage();
  });

  after(async () => {
    await browser.close();
    await storybook.close();
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`renders without an error and passes the accessibility check, ${theme}`, async (t) => {
      assert.ok(storybook.stories.length > 0, 'the index names stories');
      await openFrame(page, storybook.url, theme);
      for (const story of storybook.stories)
        await t.test(story, async () => {
          const { errors, violations } = await visit(page, story);
          assert.deepEqual({ errors, violations }, { errors: [], violations: [] });
        });
    });
  }

  test('asks nothing of any other site', async () => {
    const strangers: string[] = [];
    const note = (request: { url(): string }) => {
      if (!request.url().startsWith(storybook.url) && !/^(data|blob):/.test(request.url()))
        strangers.push(request.url());
    };
    page.on('request', note);
    await openFrame(page, storybook.url, 'light');
    await visit(page, storybook.stories[0]!);
    page.off('request', note);
    assert.deepEqual(strangers, []);
  });
});

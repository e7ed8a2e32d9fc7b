import { strict as assert } from 'node:assert';
import { after, before, describe, test } from 'node:test';
import type { ProblemCode } from '@leb-renew/core';
import { problemKinds } from '@leb-renew/core/contract';
import { problem } from '../../packages/widget/src/text/en/problem.ts';
import { bringAxe, findViolations } from './axe.ts';
import { settable } from './settable.ts';
import { looksAsItDid } from './looks-as-it-did.ts';
import { photograph } from './screenshots.ts';
import { openStage, type Around, type Stage } from './stage.ts';

/** What a language and its direction change is looked at whole; what a theme changes is colours. */
const rounds: readonly (readonly [around: Around, rules: 'all' | 'colours'])[] = [
  [{ theme: 'light', lang: 'en', dir: 'ltr' }, 'all'],
  [{ theme: 'dark' }, 'colours'],
  [{ theme: 'brand' }, 'colours'],
  [{ theme: 'light', lang: 'ar', dir: 'rtl' }, 'all'],
];

describe('every story of the built Storybook', () => {
  let stage: Stage;

  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());

  test('is shown without an error', () => {
    assert.ok(stage.scenes.length > 170, 'the index names stories');
    assert.deepEqual(stage.errors, []);
  });

  test('looks as it did, in light and in dark', (t) => looksAsItDid(t, stage, photograph));

  test('has a control for every property that one can set', async () => {
    assert.deepEqual(await stage.page.evaluate(findUncontrolled, settable()), []);
  });

  test('shows what is said of every problem there is', async () => {
    const said = await stage.page.$$eval('every-problem >>> h3', (all) =>
      all.map((each) => each.textContent),
    );
    assert.deepEqual(
      said,
      Object.keys(problemKinds).map((code) => problem.what[code as ProblemCode]),
    );
  });

  test('passes the accessibility audit, in both directions and with another brand', async (t) => {
    await stage.page.evaluate(() => eyes.openAll(true));
    await bringAxe(stage.page);
    for (const [around, rules] of rounds) {
      await stage.set(around);
      await t.test(`${Object.values(around).join(', ')}: ${rules}`, async () => {
        assert.deepEqual(await findViolations(stage.page, rules), []);
      });
    }
  });

  test('asks nothing of any other site, nor of another place on its own', () => {
    assert.deepEqual(stage.strangers, []);
  });
});

describe('the built Storybook, from a folder of a site', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage('journeys-scenarios');
  });
  after(() => stage.close());

  test('opens at its introduction, and needs no other network', async () => {
    const page = await stage.page.browser().newPage();
    const outside: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(stage.url) && !/^(data|blob):|\/favicon[.]ico$/.test(request.url()))
        outside.push(request.url());
    });
    await page.goto(`${stage.url}/index.html`);
    const frame = (await (await page.waitForSelector('#storybook-preview-iframe'))!.contentFrame())!;
    await frame.waitForSelector('h1 ::-p-text(LEB Renew)');
    await frame.waitForSelector('leb-status-badge >>> ::-p-text(12 days left)');
    await page.waitForSelector('input[aria-label="Brand colour"]');
    assert.deepEqual(outside, []);
    await page.close();
  });

  test('lists what an element offers, of every kind', async () => {
    const page = await stage.page.browser().newPage();
    await page.goto(`${stage.url}/iframe.html?viewMode=docs&id=elements-plan-picker--docs`);
    const table = await page.waitForSelector('.docblock-argstable');
    const rows = await table!.evaluate((each) => each.textContent);
    for (const name of [
      'layout',
      'theme',
      'plans',
      'leb-plan-pick',
      '(without a name)',
      'price',
      '--leb-accent',
    ])
      assert.ok(rows.includes(name), name);
    await page.close();
  });

  test('has the elements speak the language of the toolbar, beside words of its own, and fits a phone', async () => {
    const page = await stage.page.browser().newPage();
    await page.setViewport({ width: 390, height: 844 });
    await page.goto(
      `${stage.url}/iframe.html?viewMode=docs&id=elements-status-badge--docs&globals=language:ar`,
    );
    await page.waitForSelector('leb-status-badge >>> ::-p-text(بقي 12 يومًا)');
    await page.waitForSelector('.docblock-argstable');
    const shown = await page.evaluate(() => ({
      text: getComputedStyle(document.querySelector('h1')!).direction,
      element: getComputedStyle(document.querySelector('leb-status-badge')!).direction,
      width: document.documentElement.scrollWidth,
    }));
    assert.deepEqual(shown, { text: 'ltr', element: 'rtl', width: 390 });
    await page.close();
  });

  test('has every choice of the toolbar reach an element', async () => {
    const page = await stage.page.browser().newPage();
    const look = async (globals: string) => {
      const chosen = ['a11y.manual:!true', globals].filter(Boolean).join(';');
      await page.goto(
        `${stage.url}/iframe.html?viewMode=story&id=elements-status-badge--due-soon&globals=${chosen}`,
      );
      const button = await page.waitForSelector('leb-status-badge >>> .button.primary');
      await button!.hover();
      return page.evaluate(findLook);
    };
    const plain = await look('');
    for (const [globals, what, wanted] of toolbar) {
      const value = (await look(globals))[what];
      assert.equal(value, wanted, globals);
      assert.notEqual(value, plain[what], `without ${globals}`);
    }
    await page.close();
  });
});

interface Look {
  readonly radius: string;
  readonly text: string;
  readonly direction: string;
  readonly moving: string;
  readonly fill: string;
  readonly accent: string;
}

/** What each choice changes of an element. */
const toolbar: readonly (readonly [globals: string, what: keyof Look, wanted: string])[] = [
  ['theme:sharp', 'radius', '0px'],
  ['scheme:dark', 'text', 'rgb(237, 240, 245)'],
  ['direction:rtl', 'direction', 'rtl'],
  ['motion:reduced', 'moving', 'none'],
  ['colours:forced', 'fill', 'Highlight'],
  ['brand:!hex(7a1fa2)', 'accent', 'rgb(122, 31, 162)'],
];

/** Runs in the page. Of an element with the pointer over its button. */
function findLook(): Look {
  const { shadowRoot } = document.querySelector('leb-status-badge')!;
  const button = shadowRoot!.querySelector('.button.primary')!;
  const probe = button.parentElement!.appendChild(document.createElement('i'));
  const computed = (colour: string) => {
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };
  const { borderRadius, transitionProperty, backgroundColor } = getComputedStyle(button);
  return {
    radius: borderRadius,
    text: computed('var(--_text)'),
    direction: getComputedStyle(button).direction,
    moving: transitionProperty,
    fill: backgroundColor === computed('Highlight') ? 'Highlight' : backgroundColor,
    accent: computed('var(--_accent)'),
  };
}

interface StoryStore {
  loadStory(asked: { storyId: string }): Promise<{
    readonly component?: string;
    readonly argTypes: Readonly<Record<string, { readonly control?: unknown }>>;
    readonly initialArgs: Readonly<Record<string, unknown>>;
  }>;
}

/** Runs in the page. Properties of elements that have no control in the first story of each. */
async function findUncontrolled(
  elements: readonly (readonly [tag: string, ...names: string[]])[],
): Promise<string[]> {
  const store = (window as unknown as { __STORYBOOK_PREVIEW__: StoryStore }).__STORYBOOK_PREVIEW__;
  const missing: string[] = [];
  for (const [tag, ...names] of elements) {
    const page = `elements-${tag.slice('leb-'.length)}--`;
    const scene = document.querySelector(
      tag === 'leb-renewal' ? '#journeys-renewal--from-the-sign-in' : `[id^="${page}"]`,
    )!;
    const { argTypes, initialArgs } = await store.loadStory({ storyId: scene.id });
    missing.push(
      ...names
        .filter(
          (name) => argTypes[name]?.control === false || !argTypes[name]?.control || !(name in initialArgs),
        )
        .map((name) => `${tag}: ${name}`),
    );
  }
  return missing;
}

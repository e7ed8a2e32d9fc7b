import { strict as assert } from 'node:assert';
import { after, before, describe, test } from 'node:test';
import { languages } from '../../packages/widget/src/text/load-messages.ts';
import { findUnseenFocus } from './focus.ts';
import { findAlike } from './forced.ts';
import { findSqueezed } from './room.ts';
import { loadings, scoreOf, showScenes } from './shift.ts';
import { openStage, type Stage } from './stage.ts';
import { findSmall } from './targets.ts';

/** What people may set for all texts of a page (WCAG 1.4.12), and large text. */
const styles = {
  spacing:
    '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }' +
    'p { margin-block-end: 2em !important }',
  twice: 'html { font-size: 200% }',
};

const directionOf = (lang: string) => (lang === 'ar' ? 'rtl' : 'ltr');

describe('every element in every state', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());

  const openAll = (isOpen: boolean) => stage.page.evaluate((each) => eyes.openAll(each), isOpen);
  const squeezed = () => stage.page.evaluate(findSqueezed);
  const small = () => stage.page.evaluate(findSmall);
  /** Words may be broken where no line can take them. */
  const lost = async () => (await squeezed()).filter(({ why }) => why !== 'broken inside a word');

  for (const lang of ['en', ...languages.keys()])
    test(`has room for every text and finger in ${lang}, 320 pixels wide, with all open`, async () => {
      await openAll(true);
      await stage.set({ lang, dir: directionOf(lang), width: 320 });
      assert.deepEqual(await squeezed(), []);
      assert.deepEqual(await small(), [], 'can be pressed with a finger');
      await openAll(false);
    });

  for (const lang of ['en', 'de', 'ar', 'en-XA'])
    test(`has room for every text in ${lang}, 320 pixels wide and 280`, async () => {
      await stage.set({ lang, dir: directionOf(lang), width: 320 });
      assert.deepEqual(await squeezed(), []);
      await stage.set({ width: 280 });
      assert.deepEqual(await squeezed(), []);
    });

  test('loses nothing when people set the spacing of their text', async () => {
    await stage.set({ lang: 'de', dir: 'ltr', width: 320 });
    const undo = await stage.addStyles(styles.spacing);
    assert.deepEqual(await lost(), []);
    await undo();
  });

  for (const width of [640, 320])
    test(`loses nothing with text twice as large, ${width} pixels wide`, async () => {
      await stage.set({ lang: 'de', dir: 'ltr', width });
      const undo = await stage.addStyles(styles.twice);
      assert.deepEqual(await lost(), []);
      await undo();
    });

  test('shows where the keyboard is, in every theme', async () => {
    await stage.page.keyboard.press('Tab');
    for (const theme of ['dark', 'brand', 'light'] as const) {
      await stage.set({ theme });
      assert.deepEqual(await stage.page.evaluate(findUnseenFocus), [], theme);
    }
  });

  test('shows the one button that leads on, where colours are forced', async () => {
    await stage.emulate({ 'forced-colors': 'active' });
    assert.deepEqual(await stage.page.evaluate(findAlike), []);
    assert.deepEqual(await squeezed(), []);
    await stage.emulate({});
  });

  const places = [
    [280, 'en'],
    [320, 'en'],
    [390, 'en'],
    [720, 'en'],
    [390, 'de'],
    [390, 'ar'],
    [390, 'th'],
  ] as const;
  for (const [width, lang] of places)
    test(`does not move while it loads, ${width} pixels wide, in ${lang}, as the browser sees it`, async () => {
      await stage.set({ width, height: 1600, lang, dir: directionOf(lang) });
      for (const loading of loadings) {
        const score = await stage.page.evaluate(scoreOf, loading);
        assert.equal(score.toFixed(3), '0.000', loading.join(' to '));
      }
    });

  test('is looked at by eyes that see what is wrong', async () => {
    await stage.page.evaluate(showScenes);
    await stage.set({ lang: 'en', dir: 'ltr', theme: 'light', width: 320, height: 1600 });
    const finds = async (css: string, look: () => Promise<readonly unknown[]>) => {
      const undo = await stage.addStyles(css);
      const found = await look();
      await undo();
      return found.length > 20;
    };
    const moved = async () => {
      const score = await stage.page.evaluate(scoreOf, loadings[0]!);
      return Array.from({ length: score * 1_000 });
    };
    assert.ok(await finds('p { white-space: nowrap !important }', squeezed), 'no room');
    assert.ok(await finds('.button { block-size: 20px !important; min-block-size: 0 !important }', small));
    assert.ok(
      await finds('* { outline: none !important }', () => stage.page.evaluate(findUnseenFocus)),
      'no focus',
    );
    await stage.emulate({ 'forced-colors': 'active' });
    assert.ok(
      await finds('.button { background: Canvas !important }', () => stage.page.evaluate(findAlike)),
      'buttons alike',
    );
    await stage.emulate({});
    assert.ok(await finds('.bone { display: none !important }', moved), 'a small placeholder');
  });
});

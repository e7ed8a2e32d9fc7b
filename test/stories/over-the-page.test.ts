import { strict as assert } from 'node:assert';
import { after, before, describe, test } from 'node:test';
import { bringAxe, findViolations } from './axe.ts';
import { findUnseenFocus } from './focus.ts';
import { findSqueezed } from './room.ts';
import { looksAsItDid } from './looks-as-it-did.ts';
import { over, photographOver, schemes } from './screenshots.ts';
import { openStage, type Stage } from './stage.ts';
import { findSmall } from './targets.ts';

for (const story of over)
  describe(`a journey over the page: ${story}`, () => {
    let stage: Stage;
    before(async () => {
      stage = await openStage(story);
    });
    after(() => stage.close());

    test('is shown without an error', () => {
      assert.deepEqual(stage.scenes, [story]);
      assert.deepEqual(stage.errors, []);
    });

    test('looks as it did, on a phone and on a desk', (t) => looksAsItDid(t, stage, photographOver));

    test('has room for every text and finger', async () => {
      for (const [lang, dir] of [
        ['de', 'ltr'],
        ['ar', 'rtl'],
        ['en-XA', 'ltr'],
      ] as const) {
        await stage.set({ lang, dir, width: 320, height: 1_400 });
        await stage.page.waitForFunction(isSaidIn, {}, lang);
        assert.deepEqual(await stage.page.evaluate(findSqueezed), [], lang);
        assert.deepEqual(await stage.page.evaluate(findSmall), [], lang);
      }
    });

    test('passes the accessibility audit, in light and in dark', async () => {
      await bringAxe(stage.page);
      for (const theme of schemes) {
        await stage.set({ theme, lang: 'en', dir: 'ltr', width: 390 });
        await stage.page.waitForFunction(isSaidIn, {}, 'en');
        assert.deepEqual(await findViolations(stage.page, 'all'), [], theme);
        // The ends of the frame hand the focus on to the other end.
        const unseen = await stage.page.evaluate(findUnseenFocus);
        assert.deepEqual(
          unseen.filter(({ what }) => !what.includes('class="guard"')),
          [],
          theme,
        );
      }
    });
  });

/** Runs in the page. Whether the frame and the part in it have the words of a language. */
function isSaidIn(lang: string): boolean {
  const frame = document.querySelector('leb-renewal')!.shadowRoot!.querySelector('.sheet');
  const part = document.querySelector('leb-sign-in [lang]');
  return [frame, part].every((each) => each?.getAttribute('lang') === lang);
}

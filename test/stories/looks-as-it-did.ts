import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Print } from './darkroom.ts';
import { keep, newPictures, schemes, whyNot, type Scheme } from './screenshots.ts';
import type { Stage } from './stage.ts';

/** Compares the pictures that `take` takes with the album, in light and in dark; left out, and said why, where they cannot be. */
export async function looksAsItDid(
  t: TestContext,
  stage: Stage,
  take: (stage: Stage, scheme: Scheme) => Promise<Print[]>,
): Promise<void> {
  const why = await whyNot(stage);
  if (why !== undefined) console.log(`  skipped: ${why}; \`npm run screenshots\` begins another album`);
  for (const scheme of schemes)
    await t.test(scheme, { skip: why ?? false }, async () => {
      const prints = (await take(stage, scheme)).filter(({ changed }) => changed > 0);
      await keep(prints, scheme, newPictures);
      assert.deepEqual(
        prints.map(({ id, changed }) => `${id}: ${changed} pixels`),
        [],
        `If it is meant, run \`npm run screenshots\`. How they look now is in ${newPictures}.`,
      );
    });
}

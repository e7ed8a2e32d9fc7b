import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rules } from '../../packages/server/src/check/rules.ts';
import { runRules } from '../../packages/server/src/check/run-rules.ts';
import { breaks, type Break } from './check/breaks.ts';
import { openStand } from './check/stand.ts';
import { createCaller } from './shop/caller.ts';
import { isLong } from './shop/long.ts';

const stand = await openStand({ patienceMs: 3_000, kills: 1 });
// Signed in once: nobody signs in thirty times a minute.
const account = { token: await createCaller(stand.stage.baseUrl).signIn() };

const isTried = ({ rule }: Break, index: number): boolean =>
  isLong || breaks.findIndex((other) => other.rule === rule) === index;

describe('a back end that', () => {
  for (const each of breaks.filter(isTried)) {
    test(`${each.fault} breaks rule ${each.rule}`, async (t) => {
      const broken = rules.filter(({ number }) => number === each.rule);
      const isInCopies = broken.some(({ needs }) => needs.includes('second'));
      const second = isInCopies ? await stand.startCopy() : null;
      t.after(() => stand.have(null));
      await stand.have(each);
      const [finding] = await runRules({ ...stand.stage, account, second }, broken);
      assert.equal(finding?.outcome, 'failed', finding?.because ?? 'passed');
      assert.match(finding.because ?? '', each.found);
    });
  }
});

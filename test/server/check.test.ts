import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exitCodeOf } from '../../packages/server/src/check/report.ts';
import { rules } from '../../packages/server/src/check/rules.ts';
import { runRules } from '../../packages/server/src/check/run-rules.ts';
import { openStand } from './check/stand.ts';
import { isLong } from './shop/long.ts';

test('our own server keeps all 21 rules, killed and in two copies too', async () => {
  const stand = await openStand(isLong ? {} : { kills: 3 });
  const inCopies = rules.filter(({ needs }) => needs.includes('second'));
  const alone = rules.filter((rule) => !inCopies.includes(rule));
  const findings = [
    ...(await runRules(stand.stage, alone)),
    // Each copy brings a stand-in for the supplier, which fails by itself: so only one was there before.
    ...(await runRules({ ...stand.stage, second: await stand.startCopy() }, inCopies)),
  ];
  assert.deepEqual(
    findings.filter(({ outcome }) => outcome !== 'passed').map(({ rule, because }) => [rule, because]),
    [],
  );
  assert.equal(findings.length, 21);
  assert.equal(exitCodeOf(findings), 0);
});

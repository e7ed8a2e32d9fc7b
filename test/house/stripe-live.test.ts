import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { liveCases } from '../../scripts/stripe-live/cases.ts';
import { isAsked } from '../../scripts/stripe-live/live-case.ts';
import { page, rowsOf } from '../../scripts/stripe-live/page.ts';
import { openStripeDouble } from '../fakes/stripe/api/open-stripe-double.ts';
import { root } from './root.ts';

const paper = (): string => readFileSync(join(root, 'docs/stripe-live.md'), 'utf8');

/** Runs the command with these variables and no others of Stripe's. */
async function ask(variables: NodeJS.ProcessEnv) {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of Object.keys(env)) if (name.startsWith('STRIPE_')) delete env[name];
  const asking = spawn(process.execPath, ['scripts/stripe-live.mjs'], {
    cwd: root,
    env: { ...env, ...variables },
  });
  let said = '';
  for (const stream of [asking.stdout, asking.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve) => asking.on('close', resolve));
  return { code, said };
}

describe('npm run check:stripe-live', { concurrency: true }, () => {
  test('without a key, or with one of another kind, says what it needs, asks nothing and writes nothing', async () => {
    const before = paper();
    const [none, live, publishable] = await Promise.all([
      ask({}),
      ask({ STRIPE_TEST_KEY: 'sk_live_51abc' }),
      ask({ STRIPE_TEST_KEY: 'pk_test_51abc' }),
    ]);
    assert.deepEqual([none.code, live.code, publishable.code], [2, 2, 2]);
    assert.match(none.said, /must be a secret key of a test account: sk_test_… or rk_test_…/);
    assert.match(live.said, /is a live key/);
    assert.match(publishable.said, /must be a secret key/);
    assert.doesNotMatch(live.said + publishable.said, /51abc/);
    assert.equal(paper(), before);
  });

  test('finds every case as it should be at a double, says that it was one, and writes nothing', async (t) => {
    const double = await openStripeDouble(t, {
      country: 'DE',
      domains: ['shop.example'],
      notices: { url: 'http://127.0.0.1:9/renewal/notices/stripe' },
    });
    const before = paper();
    const { code, said } = await ask({ STRIPE_TEST_KEY: double.secretKey, STRIPE_API_BASE: double.apiBase });
    for (const { what } of liveCases.filter(isAsked))
      assert.ok(
        said.split('\n').some((line) => line.startsWith(`passed   ${what}`)),
        `${what}\n${said}`,
      );
    assert.match(
      said,
      /Against a double at .*: \d+ passed, 0 failed, 0 not run, .* This says nothing about Stripe/,
    );
    assert.equal(said.includes(double.secretKey), false);
    assert.equal(code, 0);
    assert.equal(paper(), before);
  });

  test('fails where an answer is another, and says which', async (t) => {
    const double = await openStripeDouble(t, { country: 'US' });
    double.mishap('POST /v1/refunds', { instead: 'rate-limit' }, 2);
    const { code, said } = await ask({ STRIPE_TEST_KEY: double.secretKey, STRIPE_API_BASE: double.apiBase });
    assert.match(said, /failed +money goes back in part.*\(our gateway answered provider-down/);
    assert.match(said, /not run +every end-point for notices .*\(the account has no end-point/);
    assert.match(said, /not run +every registered domain .*\(the account has no registered domain\)/);
    assert.equal(code, 1);
  });

  test('with a key that is not one says so', async (t) => {
    const double = await openStripeDouble(t);
    const { code, said } = await ask({ STRIPE_TEST_KEY: 'sk_test_unknown', STRIPE_API_BASE: double.apiBase });
    assert.equal(code, 1);
    assert.match(said, /Stripe does not let us in/);
    assert.doesNotMatch(said, /sk_test_unknown/);
  });
});

describe('docs/stripe-live.md', () => {
  test('has every case, and claims of none what nobody has seen', async () => {
    const text = paper();
    const rows = rowsOf(text);
    assert.deepEqual(
      rows.map(([number, what]) => [number, what]),
      [...liveCases.filter(isAsked), ...liveCases.filter((each) => !isAsked(each))].map(
        ({ number, what }) => [String(number ?? ''), what],
      ),
    );
    if (text.includes('**Not run yet.**')) assert.equal(text, await page(null, text), 'run it with --list');
    else
      assert.match(
        text,
        /^Run on \d{4}-\d\d-\d\d \(UTC\) with stripe [\d.]+, API \S+, against a test account in/m,
      );
  });

  test('keeps what a person has written about what was done by hand', async () => {
    const byHand = liveCases.find((each) => !isAsked(each));
    assert.ok(byHand);
    const first = await page(null, '');
    const old = first.replace(
      new RegExp(`(\\| ${byHand.what} +\\|) not run yet`),
      '$1 2026-12-01, as it should',
    );
    const heading = 'Run on 2026-12-02 (UTC) with stripe 1, API 2, against a test account in DE: 1 passed.';
    const asked = liveCases.find(isAsked);
    assert.ok(asked);
    const results = [{ what: asked.what, outcome: 'passed' as const, detail: 'seen' }];
    const rows = rowsOf(await page({ heading, results }, old));
    const resultOf = (wanted: string) => rows.find(([, what]) => what === wanted)?.[2];
    assert.equal(resultOf(byHand.what), '2026-12-01, as it should');
    assert.equal(resultOf(asked.what), 'passed: seen');
  });
});

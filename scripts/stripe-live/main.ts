import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Run } from './page.ts';

const paper = fileURLToPath(new URL('../../docs/stripe-live.md', import.meta.url));
const { STRIPE_TEST_KEY: key = '', STRIPE_API_BASE: base } = process.env;

if (process.argv.includes('--list')) {
  await write(null);
} else if (/^[sr]k_test_\w+$/.test(key)) {
  const { ask } = await import('./ask.ts');
  const run = await ask(key, base);
  if (run !== null) await write(run);
} else {
  console.error(
    /^[sr]k_live_/.test(key)
      ? 'STRIPE_TEST_KEY is a live key. This makes and cancels payments: it takes only keys of a test account.'
      : 'Nothing was asked of Stripe. STRIPE_TEST_KEY must be a secret key of a test account: sk_test_… or rk_test_….',
  );
  process.exitCode = 2;
}

async function write(run: Run | null): Promise<void> {
  const { page } = await import('./page.ts');
  writeFileSync(paper, await page(run, existsSync(paper) ? readFileSync(paper, 'utf8') : ''));
  console.log('Written: docs/stripe-live.md');
}

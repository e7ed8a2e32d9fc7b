/**
 * Asks Stripe itself what the tests can only ask a double: `npm run check:stripe-live`, with a test key in
 * STRIPE_TEST_KEY. Writes docs/stripe-live.md; with `--list` only which cases there are.
 */
import { runTool } from './commands.mjs';

process.exitCode = await runTool('node', [
  '--disable-warning=ExperimentalWarning',
  '--conditions=@leb-renew/source',
  'scripts/stripe-live/main.ts',
  ...process.argv.slice(2),
]);

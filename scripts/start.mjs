/** Runs the demo shop from the sources. */
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

const shop = fileURLToPath(new URL('../examples/shop/start.ts', import.meta.url));
process.exitCode = await run(process.execPath, [
  '--conditions=@leb-renew/source',
  '--disable-warning=ExperimentalWarning',
  shop,
  ...process.argv.slice(2),
]);

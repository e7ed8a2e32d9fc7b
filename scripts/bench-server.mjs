/**
 * How fast the server is, on a real PostgreSQL: `npm run bench:server`. With `--growth` also with up to a million renewals
 * behind it, with `--write` kept in docs/bench-server.md.
 */
import { runTool } from './commands.mjs';

process.exitCode = await runTool('node', [
  '--disable-warning=ExperimentalWarning',
  '--conditions=@leb-renew/source',
  'bench/server/run.ts',
  ...process.argv.slice(2),
]);

/**
 * Changes core bit by bit and looks whether a test notices: `npm run mutation`, or with names only those parts:
 * `npm run mutation -- term money`. docs/mutation.md says what the result means.
 */
import { runTool } from './commands.mjs';

// As a group: a change may have made a loop without end, which nothing else would stop.
const args = ['scripts/mutation/main.ts', ...process.argv.slice(2)];
process.exitCode = await runTool('node', args, { group: true });

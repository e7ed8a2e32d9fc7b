/** The changesets CLI: npm run changeset -- -m "New: ..." --minor @leb-renew/widget */
import { runTool } from './commands.mjs';

process.exitCode = await runTool('changeset', process.argv.slice(2));

/** Writes what `docs/machines.md` has from the code: `npm run diagrams`. */
import { runTool } from './commands.mjs';

process.exitCode = await runTool('node', ['--conditions=@leb-renew/source', 'scripts/diagrams/main.ts']);

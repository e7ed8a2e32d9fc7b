/** How fast the renewal machine and `extend` are, beside what others do in the same time: `npm run bench:core`. */
import { runTool } from './commands.mjs';

process.exitCode = await runTool('node', ['--conditions=@leb-renew/source', 'bench/core/run.ts']);

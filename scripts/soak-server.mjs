/** Renewals by the thousand while servers are killed: `npm run soak:server`, with a number for fewer. */
import { runTool } from './commands.mjs';

const [count = '10000'] = process.argv.slice(2);
process.exitCode = await runTool('node', ['--conditions=@leb-renew/source', 'bench/server/soak.ts', count]);

/** Writes `packages/widget/custom-elements.json` from the doc comments of the elements: `npm run manifest`. */
import { runTool } from './commands.mjs';

process.exitCode = await runTool('node', ['scripts/manifest/main.ts']);

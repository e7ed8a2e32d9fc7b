/** Builds the packages, each into its dist. */
import { runTool } from './commands.mjs';

process.exitCode = await runTool('node', ['scripts/build/main.ts']);

/** Builds the packages, each into its dist. */
import { runTool } from './commands.mjs';

const packages = ['core', 'themes', 'widget', 'server'];
process.exitCode = await runTool('tsc', ['-b', ...packages.map((name) => `packages/${name}`)]);

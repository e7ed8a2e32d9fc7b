/** Puts every file into the one format, and mends what the code rules can mend. */
import { runTool } from './commands.mjs';

const mended = await runTool('eslint', ['.', '--fix']);
const formatted = await runTool('prettier', ['--write', '--log-level=warn', '.']);
process.exitCode = mended || formatted;

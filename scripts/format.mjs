/** Puts every file into the one format, and mends what the code rules can mend. */
import { ofEslint } from './check/static.mjs';
import { runTool } from './commands.mjs';

const mended = await runTool('oxlint', ['--fix']);
const mendedElements = await runTool('eslint', [...ofEslint, '--fix']);
const formatted = await runTool('prettier', ['--write', '--log-level=warn', '.']);
process.exitCode = mended || mendedElements || formatted;

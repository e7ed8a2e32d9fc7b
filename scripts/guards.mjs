/**
 * Takes away each rule that guards money, one at a time, and looks whether a test notices: `npm run mutation:guards`, or with
 * words only the guards whose names have one of them. docs/mutation.md has them in a table.
 */
import { findBrowser } from './browser.mjs';
import { runTool } from './commands.mjs';

process.env['CHROME_PATH'] ??= findBrowser();
const node = [
  '--disable-warning=ExperimentalWarning',
  '--conditions=@leb-renew/source',
  'scripts/guards/main.ts',
];
process.exitCode = await runTool('node', [...node, ...process.argv.slice(2)], { group: true });

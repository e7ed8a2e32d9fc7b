/** Storybook while one works on the stories, on port 6006 or the next free one. */
import { runTool } from './commands.mjs';

const args = ['dev', '--config-dir=stories/.storybook', '--port=6006', '--ci', '--no-version-updates'];
process.exitCode = await runTool('storybook', [...args, ...process.argv.slice(2)], {
  env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
});

import { runTool } from '../commands.mjs';

/** Seconds that it may take. */
const most = 120;

/**
 * Builds Storybook into storybook-static.
 *
 * @param {import('../run.mjs').RunOptions} [options]
 */
export async function buildStorybook({ env = process.env, ...options } = {}) {
  const args = ['build', '--config-dir=stories/.storybook', '--output-dir=storybook-static'];
  const start = performance.now();
  const code = await runTool('storybook', args, {
    ...options,
    env: { ...env, STORYBOOK_DISABLE_TELEMETRY: '1' },
  });
  const seconds = Math.round((performance.now() - start) / 1_000);
  if (code !== 0 || seconds < most) return code;
  console.error(`Storybook took ${seconds} s to build; it must take less than ${most}.`);
  return 1;
}

import { runTool } from '../commands.mjs';

/**
 * Builds Storybook into storybook-static.
 *
 * @param {import('../run.mjs').RunOptions} [options]
 */
export function buildStorybook({ env = process.env, ...options } = {}) {
  const args = ['build', '--config-dir=stories/.storybook', '--output-dir=storybook-static'];
  return runTool('storybook', args, { ...options, env: { ...env, STORYBOOK_DISABLE_TELEMETRY: '1' } });
}

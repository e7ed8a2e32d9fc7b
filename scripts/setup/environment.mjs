import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** How an outer npm reaches the registry. Its other settings (`--workspace`, `--omit`, ...) were not meant for us. */
const reachesRegistry =
  /^npm_config_(registry|userconfig|cache|ca|cafile|cert|key|strict_ssl|proxy|https_proxy|noproxy|offline|prefer_offline|fetch_\w+|.*:.*)$/i;

/**
 * The environment for everything we start: this one, without what an outer npm put there for its own call, and with
 * a home that can be written to.
 *
 * @param {string} cache Where a substitute for an unwritable home may stand.
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(cache) {
  const env = Object.fromEntries(
    Object.entries(process.env)
      .filter(([name]) => !/^npm_(config|package)_/i.test(name) || reachesRegistry.test(name))
      .map(([name, value]) => [name === 'Path' ? 'PATH' : name, value]), // Windows' spelling.
  );
  const registry = env['npm_config_registry'] ?? env['NPM_CONFIG_REGISTRY'];
  if (registry) env['pnpm_config_registry'] ??= registry;
  if (isWritable(homedir())) return env;

  const home = join(cache, 'home');
  mkdirSync(home, { recursive: true });
  delete env['npm_config_cache'];
  return { npm_config_userconfig: join(homedir(), '.npmrc'), ...env, HOME: home, USERPROFILE: home };
}

/** @param {string} folder */
function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../run.mjs';

/**
 * Installs the locked dependencies, unless that was done since they last changed.
 *
 * @param {{ root: string, pnpm: string, env: NodeJS.ProcessEnv, say: (line: string) => void }} options
 */
export async function installDependencies({ root, pnpm, env, say }) {
  const stamp = join(root, 'node_modules/.cache/installed');
  const now = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;

  say('Installing dependencies');
  rmSync(stamp, { force: true });
  // As in CI, for then pnpm asks nothing; and never `production`, which would leave out what we work with.
  const code = await run(pnpm, ['install', '--frozen-lockfile'], {
    cwd: root,
    env: { ...env, CI: 'true', NODE_ENV: '' },
    quiet: true,
  });
  if (code !== 0) {
    throw new Error(
      `pnpm could not install the dependencies (exit code ${code}). After a change of dependencies, run: npm run pnpm install`,
    );
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

/**
 * Of everything that decides what is installed.
 *
 * @param {string} root
 */
function fingerprint(root) {
  const workspace = join(root, 'pnpm-workspace.yaml');
  const folders = [...readFileSync(workspace, 'utf8').matchAll(/^ +- ['\"]?(\w+)\/\*/gm)].map(
    ([, folder = '']) => folder,
  );
  const manifests = folders.flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(root, folder, name, 'package.json')),
  );
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of [
    join(root, 'pnpm-lock.yaml'),
    workspace,
    join(root, 'package.json'),
    ...manifests.sort(),
  ]) {
    if (existsSync(file)) hash.update(`\0${file.slice(root.length)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

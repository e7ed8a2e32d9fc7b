import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.mjs';

/** @typedef {{ version: string, url: string, stop: () => void }} OtherPostgres */

const debian = '/usr/lib/postgresql';
/** The major version that the server kit brings along. */
const ours = '18';

/**
 * Starts a PostgreSQL of another major version than the embedded one, empty and for this run only: Debian's, installed
 * now where we are root on Debian (not with `NO_POSTGRES_INSTALL=1`). Undefined where there is none.
 *
 * @returns {Promise<OtherPostgres | undefined>}
 */
export async function startOtherPostgres() {
  const version = installedVersion() ?? install();
  if (version === undefined) return undefined;
  const bin = join(debian, version, 'bin');
  const user = userToRunAs();
  const folder = mkdtempSync(join(tmpdir(), 'leb-other-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200`;
  /** @param {string} program @param {string[]} args */
  const call = (program, ...args) => {
    const { status, stderr } = spawnSync(join(bin, program), args, {
      ...user,
      cwd: '/',
      encoding: 'utf8',
      // The server would keep our pipes open.
      stdio: ['ignore', 'ignore', program === 'initdb' ? 'pipe' : 'ignore'],
    });
    if (status !== 0) throw new Error(`${program} of PostgreSQL ${version} ended with ${status}: ${stderr}`);
  };
  call('initdb', '-D', data, '-U', 'leb', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync');
  call('pg_ctl', '-D', data, '-o', settings, '-w', '-l', join(folder, 'log'), 'start');
  return {
    version,
    url: `postgres://leb@127.0.0.1:${port}/postgres`,
    stop() {
      call('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @returns {string | undefined} */
function installedVersion() {
  if (!existsSync(debian)) return undefined;
  return readdirSync(debian)
    .filter((version) => version !== ours && existsSync(join(debian, version, 'bin/initdb')))
    .sort((a, b) => Number(b) - Number(a))[0];
}

function install() {
  const mayInstall =
    process.getuid?.() === 0 && existsSync('/etc/debian_version') && !process.env['NO_POSTGRES_INSTALL'];
  if (!mayInstall) return undefined;
  console.error('› Installing postgresql with apt-get (NO_POSTGRES_INSTALL=1 prevents it)');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @param {string[]} args */
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'postgresql');
  return installedVersion();
}

/** PostgreSQL refuses to run as root; Debian's package brings a user. */
function userToRunAs() {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout),
  );
  return { uid: Number(uid), gid: Number(gid) };
}

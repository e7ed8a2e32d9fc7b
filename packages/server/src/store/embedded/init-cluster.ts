import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { runAs, type SystemUser } from './system-user.ts';

export const superuser = 'leb_renew';
const version = '18';

export interface Cluster {
  readonly directory: string;
  readonly password: string;
}

/** Opens the cluster in `place`, making it first where there is none. A half-made one is never taken for whole. */
export async function openCluster(
  place: string,
  binaries: Binaries,
  user: SystemUser | null,
  durable: boolean,
): Promise<Cluster> {
  const directory = join(place, 'cluster');
  const found = await readFile(join(directory, 'PG_VERSION'), 'utf8').catch(() => null);
  if (found === null) {
    await clearDrafts(place);
    await rename(await draftCluster(place, binaries, user, durable), directory);
  } else if (found.trim() !== version) {
    throw new Error(
      `${directory} was made by PostgreSQL ${found.trim()} and this is ${version}: move the folder away, or give databaseUrl.`,
    );
  }
  const password = await readFile(join(directory, 'leb-password'), 'utf8');
  return { directory, password: password.trim() };
}

async function clearDrafts(place: string): Promise<void> {
  const drafts = (await readdir(place)).filter(
    (name) => name === 'cluster' || name.startsWith('cluster-draft-'),
  );
  await Promise.all(drafts.map((name) => rm(join(place, name), { recursive: true, force: true })));
}

async function draftCluster(
  place: string,
  { initdb }: Binaries,
  user: SystemUser | null,
  durable: boolean,
): Promise<string> {
  const draft = join(place, `cluster-draft-${randomBytes(6).toString('hex')}`);
  const passwordFile = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (user !== null) await Promise.all([draft, passwordFile].map((path) => chown(path, user.uid, user.gid)));
  await run(
    initdb,
    [
      `--pgdata=${draft}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(durable ? [] : ['--no-sync']),
    ],
    user,
  );
  await rename(passwordFile, join(draft, 'leb-password'));
  return draft;
}

function run(program: string, args: readonly string[], user: SystemUser | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...runAs(user), cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    const said: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`initdb ended with ${code}: ${Buffer.concat(said).toString().trim()}`)),
    );
  });
}

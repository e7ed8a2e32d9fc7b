import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { privatePlace, temporaryPlace } from './private-place.ts';
import { runAs, type SystemUser } from './system-user.ts';

/**
 * Where the cluster of a data folder lies: in the folder itself, or, when the user that PostgreSQL runs as
 * cannot enter it, in a place that the file `cluster-is-at` in the folder names. Without that file the next
 * start makes a new cluster; what it named is never deleted unasked.
 */
export async function clusterPlace(
  folder: string,
  user: SystemUser | null,
  durable: boolean,
): Promise<string> {
  const whole = await realpath(folder);
  if (user === null || canEnter(whole, user)) return whole;
  const pointer = join(whole, 'cluster-is-at');
  const named = await readFile(pointer, 'utf8').catch(() => '');
  if (named !== '' && (await stat(named).catch(() => null)) !== null) return named;
  const place = durable ? await newFolderIn(await privatePlace()) : await temporaryPlace();
  await writeFile(pointer, place);
  return place;
}

async function newFolderIn(place: string): Promise<string> {
  const made = await mkdtemp(join(place, 'data-'));
  await chmod(made, 0o755);
  return made;
}

/** Asked of the system, not worked out from modes: access lists and mounts have a say too. */
function canEnter(folder: string, user: SystemUser): boolean {
  return spawnSync('sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...runAs(user), cwd: '/' }).status === 0;
}

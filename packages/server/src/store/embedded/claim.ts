import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { birthOf, isRunning } from './process-identity.ts';

/** A data folder that belongs to this process until it is released or the process dies. */
export interface Claim {
  readonly folder: string;
  /** Whether it is not the folder asked for. */
  readonly neighbour: boolean;
  release(): Promise<void>;
}

interface Owner {
  readonly pid: number;
  readonly birth: string | null;
  /** Tells two claims of one process apart. */
  readonly nonce: string;
}

const neighbours = 9;

/** Claims the folder, or the first of `folder-2`, `folder-3`, … that no living process owns. */
export async function claimFolder(wanted: string): Promise<Claim> {
  for (let n = 1; n <= neighbours; n++) {
    const folder = resolve(n === 1 ? wanted : `${wanted}-${n}`);
    const release = await claimOne(folder);
    if (release !== null) return { folder, neighbour: n > 1, release };
  }
  throw new Error(
    `Every data folder from ${wanted} to ${wanted}-${neighbours} belongs to a running process: end one of them.`,
  );
}

async function claimOne(folder: string): Promise<(() => Promise<void>) | null> {
  await mkdir(folder, { recursive: true });
  const lock = join(folder, 'owner.json');
  const own: Owner = { pid: process.pid, birth: birthOf(process.pid), nonce: randomBytes(8).toString('hex') };
  const draft = join(folder, `owner.${own.nonce}`);
  await writeFile(draft, JSON.stringify(own));
  try {
    for (;;) {
      if (await placeUnlessTaken(draft, lock)) {
        return () => removeIfStill(lock, own);
      }
      const owner = await readOwner(lock);
      if (owner !== null && isAlive(owner)) return null;
      await removeIfStill(lock, owner);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** A hard link appears whole or not at all, and fails when the name is taken. */
async function placeUnlessTaken(draft: string, lock: string): Promise<boolean> {
  try {
    await link(draft, lock);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // File systems without hard links (exFAT, some shared folders): not atomic in content, still exclusive in name.
    return writeFile(lock, await readFile(draft), { flag: 'wx' }).then(
      () => true,
      () => false,
    );
  }
}

/** Moves the lock aside, looks at what was moved, and puts it back when somebody else was quicker. */
async function removeIfStill(lock: string, owner: Owner | null): Promise<void> {
  const aside = `${lock}.${randomBytes(8).toString('hex')}`;
  try {
    await rename(lock, aside);
  } catch {
    return;
  }
  const moved = await readOwner(aside);
  if (moved?.nonce !== owner?.nonce) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
}

async function readOwner(lock: string): Promise<Owner | null> {
  try {
    return JSON.parse(await readFile(lock, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

/** The process that a folder belongs to; null where that is nobody, or nobody any more. */
export async function ownerOf(folder: string): Promise<number | null> {
  const owner = await readOwner(join(folder, 'owner.json'));
  return owner !== null && isAlive(owner) ? owner.pid : null;
}

function isAlive({ pid, birth }: Owner): boolean {
  return isRunning(pid) && (birth === null || birthOf(pid) === birth);
}

import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** What a whole run may lay down at once, bytes; a container often has 64 MB. */
const enough = 4_000_000_000;

/**
 * Has everything temporary of this process and its children lie in memory, where there is a lot of it: copying databases
 * waits more for a disk than for anything else. Removed when the process ends; what a killed one has left, by the next.
 *
 * @param {string} memory A folder that is kept in memory.
 */
export function temporaryInMemory(memory = '/dev/shm') {
  if (!isRoomy(memory)) return;
  for (const name of readdirSync(memory)) {
    const [, pid] = /^leb-check-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) remove(join(memory, name));
  }
  const folder = mkdtempSync(join(memory, `leb-check-${process.pid}-`));
  chmodSync(folder, 0o1777);
  process.env['TMPDIR'] = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/** @param {string} memory */
function isRoomy(memory) {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= enough;
  } catch {
    return false;
  }
}

/** @param {string} folder Of another user it may be: then it stays. */
function remove(folder) {
  try {
    rmSync(folder, { recursive: true });
  } catch (error) {
    console.error(`  left in memory: ${folder} (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const heartbeat = 2_000;
const silence = 10_000;

/**
 * Does the work while no other process does work under the same lock file. A lock whose owner is gone, or has shown
 * no sign of life for ten seconds, is void.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] Called once if another process has to be waited for.
 * @returns {Promise<T>}
 */
export async function locked(file, work, onWait) {
  const owner = `${process.pid} ${process.hrtime.bigint()}`;
  for (let tries = 0; !take(file, owner); tries += 1) {
    if (tries === 5) onWait?.();
    await sleep(200);
  }
  const release = () => {
    if (ownerOf(file) === owner) rmSync(file, { force: true });
  };
  const alive = setInterval(() => touch(file), heartbeat);
  process.on('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(alive);
    process.off('exit', release);
    release();
  }
}

/**
 * @param {string} file
 * @param {string} owner
 */
function take(file, owner) {
  try {
    writeFileSync(file, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const other = ownerOf(file);
    if (other !== undefined && isVoid(file, other)) remove(file, other);
    return false;
  }
}

/**
 * Moves the lock aside before looking again, so that of two processes clearing it neither removes a third one's.
 *
 * @param {string} file
 * @param {string} voidOwner
 */
function remove(file, voidOwner) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (ownerOf(aside) === voidOwner) rmSync(aside);
    else renameSync(aside, file);
  } catch {
    // Another process was quicker.
  }
}

/**
 * @param {string} file
 * @param {string} owner
 */
function isVoid(file, owner) {
  return !isRunning(Number.parseInt(owner, 10)) || Date.now() - lastTouch(file) > silence;
}

/** @param {number} pid */
function isRunning(pid) {
  if (Number.isNaN(pid)) return true; // The owner has not written its name yet.
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {string} file */
function ownerOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function lastTouch(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
}

/** @param {string} file */
function touch(file) {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Someone took the lock for void; the work goes on.
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { commandOf, isRunning } from './process-identity.ts';

/** No process has this id: above every limit that a system sets. */
const nobody = 2_147_483_647;

/**
 * Stops a postmaster that an owner which died left running on this cluster. Call only with the folder claimed.
 * PostgreSQL's own lock on shared memory stays in force throughout: the pid file is never deleted here.
 * @returns whether there was one
 */
export async function stopOrphan(directory: string): Promise<boolean> {
  const pidFile = join(directory, 'postmaster.pid');
  const content = await readFile(pidFile, 'utf8').catch(() => '');
  const pid = Number.parseInt(content, 10);
  if (!(pid > 1) || !isRunning(pid)) return false;
  if (!isPostmasterOf(pid, directory)) {
    // The id was given to another program since, and PostgreSQL would wait for that one to end.
    await writeFile(pidFile, content.replace(/^\d+/, String(nobody)));
    return false;
  }
  // Fast, immediate and forced shutdown; PostgreSQL recovers from each.
  for (const [signal, patienceMs] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    send(pid, signal);
    if (await gone(pid, patienceMs)) return true;
  }
  throw new Error(`The postmaster ${pid} on ${directory} does not end: stop it, then start again.`);
}

function isPostmasterOf(pid: number, directory: string): boolean {
  const command = commandOf(pid) ?? '';
  return process.platform === 'win32'
    ? command.includes('postgres')
    : command.includes(directory) && command.includes('postgres');
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Ended by itself, or not ours to stop; `gone` tells.
  }
}

async function gone(pid: number, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (isRunning(pid)) {
    if (Date.now() > deadline) return false;
    await delay(25);
  }
  return true;
}

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { platform } from 'node:os';

/** True while a process with this id exists, whoever owns it. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When a process was born, in whatever form the system tells it; null when it does not.
 * Together with the id it names one process: ids are used again, a birth is not.
 */
export function birthOf(pid: number): string | null {
  if (platform() === 'linux') {
    const stat = readOrNull(`/proc/${pid}/stat`);
    // proc(5): the command (field 2) may hold anything; counting starts after its closing bracket. Field 22 is the start time.
    return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  }
  if (platform() === 'win32') return null;
  return run('ps', ['-o', 'lstart=', '-p', String(pid)]);
}

/** The command line of a running process; null when the system does not tell. */
export function commandOf(pid: number): string | null {
  switch (platform()) {
    case 'linux':
      return readOrNull(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? null;
    case 'win32':
      return run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']);
    default:
      return run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function run(command: string, args: readonly string[]): string | null {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}

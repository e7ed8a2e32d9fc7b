import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process of the shop, which answers at `url`. It ends with ours, however that ends. */
export interface Process {
  readonly url: string;
  readonly pid: number;
  /** Asks it to end, and waits for it. */
  stop(): Promise<void>;
  /** Ends it as `kill -9` does, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Runs a file of this folder and waits until it answers. */
export async function startProcess(file: string, settings: object): Promise<Process> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@leb-renew/source',
      '--disable-warning=ExperimentalWarning',
      fileURLToPath(new URL(file, import.meta.url)),
      JSON.stringify(settings),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(([code]) =>
      Promise.reject(new Error(`${file} ended with ${String(code)} before it answered`)),
    ),
  ]);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    url: String(line[0]),
    pid: child.pid ?? 0,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** In such a process: says where it answers, and calls `stop` when it is asked to end or whoever started it is gone. */
export function answersAt(url: string, stop: () => Promise<void>): void {
  const end = () => void stop().finally(() => process.exit());
  process.once('SIGTERM', end);
  process.stdin.resume().once('end', end);
  process.stdout.write(`${url}\n`);
}

/** What the process was started with. */
export const settings = (): unknown => JSON.parse(process.argv[2] ?? '{}');

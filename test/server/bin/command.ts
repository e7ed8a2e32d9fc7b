import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'node:test';

const command = fileURLToPath(
  new URL('../../../packages/server/src/bin/leb-renew-server.ts', import.meta.url),
);

/** Settings with which it starts, but for a database. */
export const enough = {
  PORT: '0',
  SECRET: 'a secret of the command that has enough characters',
  SELLER_NAME: 'Harbour SIM Ltd',
  SELLER_ADDRESS: '1 Harbour Street, Singapore',
  SELLER_SUPPORT: 'mailto:help@harbour-sim.example',
};

export interface Command {
  readonly child: ChildProcess;
  /** Everything said so far. */
  said(): { out: string; err: string };
  /** The address, once it is said. */
  readonly url: Promise<string>;
  readonly ended: Promise<number | null>;
}

/** Runs `leb-renew-server` with these settings and no others. Killed with the test, if it has not ended by itself. */
export function run(
  t: TestContext,
  settings: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Command {
  const child = spawn(
    process.execPath,
    ['--conditions=@leb-renew/source', '--disable-warning=ExperimentalWarning', command, ...args],
    { env: { PATH: process.env['PATH'], ...settings }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let [out, err] = ['', ''];
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const [, address] = /listens on (\S+)/.exec(out) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    void ended.then((code) => reject(new Error(`it ended with ${String(code)}:\n${out}${err}`)));
  });
  // Not every test waits for an address.
  url.catch(() => undefined);
  t.after(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  return { child, url, ended, said: () => ({ out, err }) };
}

import { exec, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Broken } from './must.ts';
import type { SupplierControls } from './stage.ts';

const deadlineMs = 60_000;
const run = promisify(exec);

/** A command line that is called with a mood, or with `extensions` and then prints a number. */
export const supplierBy = (command: string): SupplierControls => ({
  async set(mood) {
    await run(`${command} ${mood}`, { timeout: deadlineMs });
  },
  async extensions() {
    const { stdout } = await run(`${command} extensions`, { timeout: deadlineMs });
    if (!/^\d+\s*$/.test(stdout)) throw new Error(`"${command} extensions" printed no number`);
    return Number(stdout);
  },
});

/** A command line that may leave the back end running behind it. */
export const restartBy = (command: string) => async (): Promise<void> => {
  const shell = spawn(command, { shell: true, stdio: 'ignore', timeout: deadlineMs });
  const [code] = (await once(shell, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`"${command}" ended with ${code ?? 'no'} code`);
};

/** What is written to a file from now on. */
export async function logIn(file: string): Promise<() => Promise<string>> {
  const { size } = await stat(file);
  return async () => {
    const all = await readFile(file);
    if (all.length < size) throw new Broken('the log became shorter while it was checked');
    return all.subarray(size).toString();
  };
}

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';

/**
 * @typedef {import('node:child_process').SpawnOptions & {
 *   quiet?: boolean,
 *   group?: boolean,
 * }} RunOptions `quiet` shows the output only if the command fails; such a command is killed rather than asked to end.
 *   `group` ends everything the command has started, too; such a command has no terminal.
 */

const starters = whoStartedUs();
const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a command and gives its exit code. What ends this process ends the command first: a signal, or the death of
 * whoever started us, which is all we see of a killed npm.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { quiet = false, group = false, ...options } = {}) {
  const child = spawn(command, args, {
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : group ? ['ignore', 'inherit', 'inherit'] : 'inherit',
    detached: group && process.platform !== 'win32',
    ...options,
  });

  /** @type {Buffer[]} */
  const output = [];
  child.stdout?.on('data', (chunk) => output.push(chunk));
  child.stderr?.on('data', (chunk) => output.push(chunk));

  /** @param {NodeJS.Signals} signal */
  const kill = (signal) => {
    if (child.pid === undefined) return;
    try {
      process.kill(group && process.platform !== 'win32' ? -child.pid : child.pid, signal);
    } catch {
      // It has already ended.
    }
  };

  /** @type {NodeJS.Signals | undefined} */
  let endedBy;
  /** @param {NodeJS.Signals} signal */
  const end = (signal) => {
    endedBy ??= signal;
    kill(signal);
    setTimeout(kill, quiet ? 0 : 5_000, 'SIGKILL').unref();
  };
  const killNow = () => kill('SIGKILL');
  for (const signal of signals) process.on(signal, end);
  process.on('exit', killNow);
  const watch = setInterval(() => {
    if (whoStartedUs() !== starters) end('SIGTERM');
  }, 500);

  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      for (const each of signals) process.off(each, end);
      process.off('exit', killNow);
      if (group) kill('SIGKILL'); // What the command left running.
      if (quiet && code !== 0) process.stderr.write(Buffer.concat(output));
      if (endedBy) process.exit(128 + constants.signals[endedBy]);
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']);
    });
  });
}

/** Our parent and, under npm, the parent's parent: npm runs us through a shell, which outlives a killed npm. */
function whoStartedUs() {
  const shell = process.ppid;
  if (!process.env['npm_lifecycle_event'] || process.platform !== 'linux') return `${shell}`;
  try {
    const [, grandparent] = readFileSync(`/proc/${shell}/stat`, 'utf8').replace(/.*\) /s, '').split(' ');
    return `${shell} ${grandparent}`;
  } catch {
    return `${shell} ?`;
  }
}

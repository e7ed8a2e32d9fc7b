import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';

/**
 * @typedef {import('node:child_process').SpawnOptions & {
 *   quiet?: boolean,
 *   group?: boolean,
 *   timeLimit?: number,
 * }} RunOptions `quiet` shows the output only if the command fails; such a command is killed rather than asked to end.
 *   `group` ends everything the command has started, too; such a command has no terminal. `timeLimit` is in ms.
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
export function run(command, args, { quiet = false, group = false, timeLimit, ...options } = {}) {
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

  const patience = quiet ? 0 : group ? 3_000 : 8_000; // Most for those who have to end others first.
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    kill(group ? 'SIGINT' : signal); // Upon SIGTERM, Web Test Runner would go on with a new browser.
    setTimeout(kill, patience, 'SIGKILL').unref();
  };
  /** @type {NodeJS.Signals | undefined} */
  let endedBy;
  /** @param {NodeJS.Signals} signal */
  const end = (signal) => {
    endedBy ??= signal;
    stop(signal);
  };
  const killNow = () => kill('SIGKILL');
  for (const signal of signals) process.on(signal, end);
  process.on('exit', killNow);
  const watch = setInterval(() => {
    if (!endedBy && whoStartedUs() !== starters) end('SIGTERM');
  }, 500);
  const limit = timeLimit === undefined ? undefined : setTimeout(stop, timeLimit, 'SIGINT');

  child.on('exit', () => {
    clearInterval(watch);
    clearTimeout(limit);
    for (const signal of signals) process.off(signal, end);
    process.off('exit', killNow);
    if (group) kill('SIGKILL'); // What the command has left running.
  });
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      clearInterval(watch);
      clearTimeout(limit);
      reject(error);
    });
    child.on('close', (code, signal) => {
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

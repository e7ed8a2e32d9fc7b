import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './copy.ts';
import { without, type Guard } from './guard.ts';

/**
 * `caught`: its test failed. `missed`: it passed. `broken`: neither, for example because the test could not be loaded or
 * has another name by now.
 */
export interface Tried {
  readonly outcome: 'caught' | 'missed' | 'broken';
  readonly output: string;
}

/** Takes the guard away in the copy, runs its test there, and puts it back. */
export async function tryWithout({ changes, caughtBy }: Guard, folder: string): Promise<Tried> {
  const texts = new Map(changes.map(({ file }) => [file, readFileSync(join(folder, file), 'utf8')]));
  try {
    for (const change of changes) {
      const path = join(folder, change.file);
      writeFileSync(path, without(readFileSync(path, 'utf8'), change));
    }
    return await runTest(caughtBy, folder);
  } finally {
    for (const [file, text] of texts) writeFileSync(join(folder, file), text);
  }
}

/** Runs the test in the copy; `caught` when it fails. */
export async function runTest({ file, title }: Guard['caughtBy'], folder: string): Promise<Tried> {
  const isBrowsers = file.startsWith('test/widget/');
  const { code, output } = await (isBrowsers ? inBrowser(file, folder) : inNode(file, title, folder));
  const failed = [...output.matchAll(/^ {2}✖ (.+)$/gm)].map(([, name = '']) => name);
  if (failed.some((name) => name.split(' › ').some((part) => part.startsWith(title))))
    return { outcome: 'caught', output };
  const ran = /^ {2}[✓✖] .+ (\d+)\/(\d+)$/m.exec(output);
  const isGreen = code === 0 && ran !== null && Number(ran[1]) > 0;
  return { outcome: isGreen ? 'missed' : 'broken', output };
}

/** For a machine that is busy with other things. */
const patienceMs = 300_000;

function inNode(file: string, title: string, folder: string) {
  return run(folder, [
    '--disable-warning=ExperimentalWarning',
    '--conditions=@leb-renew/source',
    '--test',
    '--test-timeout=60000',
    `--test-name-pattern=${title.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}`,
    `--test-reporter=${join(root, 'scripts/check/node-reporter.mjs')}`,
    '--test-reporter-destination=stdout',
    file,
  ]);
}

const inBrowser = (file: string, folder: string) =>
  run(folder, [join(root, 'node_modules/@web/test-runner/dist/bin.js'), '--files', file]);

async function run(folder: string, args: readonly string[]) {
  const env: NodeJS.ProcessEnv = { ...process.env, TEST_COUNTS_FILE: join(folder, 'counts.json') };
  delete env['NODE_TEST_CONTEXT']; // Else Node takes the test run in a test for a mistake.
  delete env['NODE_V8_COVERAGE'];
  const running = spawn(process.execPath, args, { cwd: folder, env, timeout: patienceMs });
  let output = '';
  for (const stream of [running.stdout, running.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve) => running.on('close', resolve));
  return { code, output };
}

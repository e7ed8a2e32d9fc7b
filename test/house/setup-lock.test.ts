import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from './root.ts';

/** A lock nobody holds, and a process that takes it, notes when it comes in and goes out, and ends. */
function setup(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'setup-lock-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const [lock, notes] = [join(folder, 'lock'), join(folder, 'notes')];
  writeFileSync(notes, '');
  const module = pathToFileURL(join(root, 'scripts/setup/lock.mjs')).href;
  const program = `
    import { appendFileSync } from 'node:fs';
    import { setTimeout as sleep } from 'node:timers/promises';
    import { locked } from ${JSON.stringify(module)};
    const note = (text) => appendFileSync(${JSON.stringify(notes)}, text);
    await locked(${JSON.stringify(lock)}, async () => { note('in '); await sleep(50); note('out '); });
  `;
  const work = async () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' });
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  };
  return { lock, work, notes: () => readFileSync(notes, 'utf8') };
}

describe('The lock of the setup', () => {
  test('lets one process in after the other', async (t) => {
    const { lock, work, notes } = setup(t);
    await Promise.all([work(), work(), work()]);
    assert.equal(notes(), 'in out '.repeat(3));
    assert.ok(!existsSync(lock));
  });

  test('is void when its owner is gone', async (t) => {
    const { lock, work, notes } = setup(t);
    const gone = spawnSync(process.execPath, ['--eval', '']).pid;
    writeFileSync(lock, `${gone} 1`);
    await Promise.all([work(), work()]);
    assert.equal(notes(), 'in out '.repeat(2));
  });

  test('is void when its owner has been silent for long, for its number may be that of another by now', async (t) => {
    const { lock, work, notes } = setup(t);
    writeFileSync(lock, `${process.pid} 1`);
    utimesSync(lock, new Date(0), new Date(0));
    await work();
    assert.equal(notes(), 'in out ');
  });
});

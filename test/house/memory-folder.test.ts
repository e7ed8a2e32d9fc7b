import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './root.ts';

const shared = '/dev/shm';
const { bavail, bsize } = existsSync(shared) ? statfsSync(shared) : { bavail: 0, bsize: 0 };
const skip = bavail * bsize < 4_000_000_000 && `${shared} is not here, or small`;

test(
  'what is temporary lies in memory, goes with its process, and what a killed one left goes with the next',
  { skip },
  (t) => {
    // Of this run alone, and by its name the next removes it, too, if this one is killed.
    const memory = mkdtempSync(join(shared, `leb-check-${process.pid}-`));
    t.after(() => rmSync(memory, { recursive: true, force: true }));
    const [ofTheDead, ofTheLiving] = [`leb-check-2147483647-left`, `leb-check-${process.pid}-in-use`];
    for (const name of [ofTheDead, ofTheLiving]) {
      mkdirSync(join(memory, name));
      writeFileSync(join(memory, name, 'data'), 'data');
    }
    const script = `
    import { mkdtempSync } from 'node:fs';
    import { tmpdir } from 'node:os';
    import { temporaryInMemory } from './scripts/check/memory-folder.mjs';
    temporaryInMemory(${JSON.stringify(memory)});
    console.log(mkdtempSync(tmpdir() + '/of-a-test-'));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: root,
      encoding: 'utf8',
    });
    const folder = stdout.trim();
    assert.ok(folder.startsWith(memory), folder);
    assert.match(folder.slice(memory.length), /^[/]leb-check-\d+-\w+[/]of-a-test-/);
    assert.deepEqual([folder, join(memory, ofTheDead), join(memory, ofTheLiving)].map(existsSync), [
      false,
      false,
      true,
    ]);
  },
);

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { renewalStep } from '@leb-renew/core';

const source = new URL('../../../packages/core/src/renewal/renewal.machine.ts', import.meta.url);

/** A piece of the machine's own source, and what stands there instead. */
export type Change = readonly [snippet: string, instead: string];

/** The real machine with a few lines changed. Fails when a snippet no longer stands there exactly once. */
export async function changedMachine(...changes: readonly Change[]): Promise<typeof renewalStep> {
  let code = readFileSync(source, 'utf8');
  for (const [snippet, instead] of changes) {
    assert.equal(code.split(snippet).length - 1, 1, `stands once in renewal.machine.ts: ${snippet}`);
    code = code.replace(snippet, () => instead);
  }
  code = code.replaceAll(/ from '(\.[^']+)'/g, (_, path: string) => ` from '${new URL(path, source).href}'`);
  const folder = mkdtempSync(join(tmpdir(), 'leb-renew-machine-'));
  try {
    const file = join(folder, 'renewal.machine.ts');
    writeFileSync(file, code);
    const machine = (await import(pathToFileURL(file).href)) as { renewalStep: typeof renewalStep };
    return machine.renewalStep;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** With two tabs, the patience of two questions stands for that of five: the graph is smaller by far. */
export const lessPatience: readonly Change[] = [
  ['const patience = 5;', 'const patience = 2;'],
  ['const pauses = [0, 1_000, 1_000, 2_000, 4_000, 8_000];', 'const pauses = [0, 4_000];'],
];

import { startEmbeddedPostgres } from '@leb-renew/server/embedded-postgres';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyOfProject, root } from './copy.ts';
import { without, type Guard } from './guard.ts';
import { guards } from './guards.ts';
import { withGuards } from './paper.ts';
import { runTest, tryWithout } from './try.ts';

const words = process.argv.slice(2);
const wanted = guards.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
if (wanted.length === 0) {
  console.error(
    `No guard has this in its name. There are:\n${guards.map(({ name }) => `  ${name}`).join('\n')}`,
  );
  process.exit(2);
}
for (const change of wanted.flatMap(({ changes }) => changes))
  without(readFileSync(join(root, change.file), 'utf8'), change); // Throws before anything has begun.

const { folder, remove } = copyOfProject();
const data = mkdtempSync(join(tmpdir(), 'leb-guards-'));
process.on('exit', () => {
  remove();
  rmSync(data, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
// One for all test files, each of which would start its own.
chmodSync(data, 0o755);
const postgres = await startEmbeddedPostgres({ dataDir: join(data, 'data'), durable: false });
process.env['TEST_POSTGRES'] = postgres.url;

/** How a test ends with every guard in its place: what fails then is no proof. */
const ends = new Map<string, boolean>();
const isSound = async ({ caughtBy }: Guard): Promise<boolean> => {
  const key = `${caughtBy.file} ${caughtBy.title}`;
  const sound = ends.get(key) ?? (await runTest(caughtBy, folder)).outcome === 'missed';
  ends.set(key, sound);
  return sound;
};

for (const guard of wanted) {
  const { name, caughtBy } = guard;
  const { outcome, output } = await tryWithout(guard, folder);
  const proves = outcome === 'caught' && (await isSound(guard));
  console.log(`${proves ? '✓' : '✖'} ${name}: ${caughtBy.file}, ${caughtBy.title}`);
  if (proves) continue;
  process.exitCode = 1;
  console.log(
    outcome === 'caught'
      ? '  fails with the guard as well'
      : `  ${outcome}\n${output.replaceAll(/^/gm, '    ')}`,
  );
}
await postgres.erase();

if (process.exitCode === undefined) {
  const paper = join(root, 'docs/mutation.md');
  writeFileSync(paper, await withGuards(readFileSync(paper, 'utf8')));
}

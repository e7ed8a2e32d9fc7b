/** The walks that go by chance, on ways that no run went before: `npm run test:chance`, with a number for more of them. */
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { countsFile, countsVariable, readCounts, sentence } from './check/counts.mjs';
import { runners } from './check/runners.mjs';
import { root } from './commands.mjs';

const [rounds = '5'] = process.argv.slice(2);
const byChance = globSync('test/{core,server}/**/*.test.ts', { cwd: root }).filter((name) =>
  readFileSync(`${root}/${name}`, 'utf8').includes('/chance.ts'),
);
const server = runners.find(({ name }) => name === 'server');
const file = countsFile('test-chance');

for (let round = 0; round < Number(rounds) && !process.exitCode; round++) {
  const seed = String(randomInt(2 ** 31));
  console.log(`\n— TEST_SEED=${seed}`);
  const env = { ...process.env, [countsVariable]: file, TEST_SEED: seed };
  process.exitCode = await server?.run({ group: true, env }, byChance);
  console.log(sentence(readCounts(file)));
}

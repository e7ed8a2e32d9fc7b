import { readFileSync } from 'node:fs';
import { groups, sample } from './groups.ts';
import { mutate } from './mutate.ts';
import { explainedIn, isSame, shown } from './survivors.ts';

const leastPercent = 95;

const wanted = process.argv.slice(2);
const known = [...groups, sample];
const unknown = wanted.find((wish) => known.every(({ name }) => name !== wish));
if (unknown !== undefined) {
  console.error(`There is no "${unknown}". There are: ${known.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const explained = explainedIn(readFileSync(new URL('../../docs/mutation.md', import.meta.url), 'utf8'));

for (const group of wanted.length === 0 ? groups : known.filter(({ name }) => wanted.includes(name))) {
  const { killed, survivors, broken } = await mutate(group);
  const percent = Math.floor((1_000 * killed) / (killed + survivors.length)) / 10;
  const news = survivors.filter((survivor) => !explained.some((each) => isSame(each, survivor)));

  console.log(`${group.name}: ${percent} % (${killed} killed, ${survivors.length} survived)`);
  if (broken > 0) console.log(`✖ On ${broken} changes the tests could not be run.`);
  if (news.length > 0) console.log('✖ Not explained in docs/mutation.md:\n');
  for (const survivor of news) console.log(`${shown(survivor)}\n`);
  if (!(percent >= leastPercent) || news.length > 0 || broken > 0) process.exitCode = 1;
}

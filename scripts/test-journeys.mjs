/** Every journey through the running shop at every size: `npm run test:journeys`. */
import { countsFile, countsVariable, readCounts, sentence } from './check/counts.mjs';
import { runners } from './check/runners.mjs';

const file = countsFile('test-journeys');
const env = { ...process.env, [countsVariable]: file, JOURNEYS: 'all' };
const flows = runners.find(({ name }) => name === 'flows');
process.exitCode = await flows?.run({ group: true, env }, [
  'test/flows/journeys.test.ts',
  'test/flows/stripe.test.ts',
]);
console.log(sentence(readCounts(file)));

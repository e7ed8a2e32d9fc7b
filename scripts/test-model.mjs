/** Everything that the renewal machine and the server can come to together, also in the large worlds: `npm run test:model`. */
import { countsFile, countsVariable, readCounts, sentence } from './check/counts.mjs';
import { runInNode } from './check/runners.mjs';

const file = countsFile('test-model');
const env = { ...process.env, [countsVariable]: file, MODEL: 'large' };
const files = ['renewal.model', 'renewal.guards'].map((name) => `test/core/${name}.test.ts`);
process.exitCode = await runInNode({ group: true, env }, files, { minutes: 15 });
console.log(sentence(readCounts(file)));

/** All of the server's tests, at full length, on a PostgreSQL of another major version than the embedded one: `npm run test:postgres`. */
import { countsFile, countsVariable, readCounts, sentence } from './check/counts.mjs';
import { runOnOtherPostgres } from './check/runners.mjs';

const file = countsFile('test-postgres');
const env = { ...process.env, [countsVariable]: file, TESTS: 'long' };
process.exitCode = await runOnOtherPostgres({ group: true, env }, ['test/server/**/*.test.ts']);
console.log(sentence(readCounts(file)));

/**
 * Loaded before every test file: ends one that keeps running when its tests are done, and says what it has left
 * open. Otherwise it would hold up all the others for ever.
 */
import { after } from 'node:test';

/** The file’s own `after` comes later, and takes its time on a busy machine: it drops databases. */
const grace = 60_000;

if (process.env['NODE_TEST_CONTEXT']) {
  after(() => {
    setTimeout(() => {
      console.error(`Still open after the tests: ${process.getActiveResourcesInfo().join(', ')}`);
      process.exit(1);
    }, grace).unref();
  });
}

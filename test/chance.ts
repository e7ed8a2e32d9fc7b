/**
 * fast-check, going the same ways every time: a test turns red by a change and not by luck. `npm run test:chance` goes
 * others, and says the seed of each, which `TEST_SEED` repeats.
 */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['TEST_SEED'] ?? 20_261_120) });

export { default } from 'fast-check';

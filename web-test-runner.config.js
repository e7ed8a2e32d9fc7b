import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fileURLToPath } from 'node:url';
import { browserReporter } from './scripts/check/browser-reporter.mjs';
import { bundledReact } from './scripts/check/bundled-react.mjs';
import { countsVariable } from './scripts/check/counts.mjs';
import { chosenEngine } from './scripts/engines/engine.mjs';
import { freePort } from './scripts/free-port.mjs';
import { stripeJsForTests } from './test/fakes/stripe/js/for-runner.ts';

const { launcher, allMustRun, concurrency, emulate, pressTogether, answerStripeJs } = await chosenEngine();

/** Commands that the runner's own lack. */
const ownCommands = {
  name: 'own-commands',
  async executeCommand({ command, payload, session }) {
    if (command === 'emulate-features') return (await emulate(session.id, payload), true);
    if (command === 'press-together') return (await pressTogether(session.id, payload), true);
  },
};

export default {
  files: 'test/widget/**/*.test.ts',
  concurrency,
  port: await freePort(), // Its own search lets two that start together find the same.
  testFramework: { config: { timeout: 20_000 } }, // Axe is slow with two pages on two cores.
  nodeResolve: { exportConditions: ['@leb-renew/source', 'development', 'browser'] },
  plugins: [
    esbuildPlugin({
      ts: true,
      tsconfig: fileURLToPath(new URL('tsconfig.base.json', import.meta.url)),
      target: 'es2022',
    }),
    bundledReact(),
    a11ySnapshotPlugin(),
    ownCommands,
    stripeJsForTests(answerStripeJs),
  ],
  browsers: [launcher],
  filterBrowserLogs: ({ args }) =>
    !args.some((arg) => typeof arg === 'string' && arg.includes('Lit is in dev mode')),
  ...(process.env[countsVariable] && { reporters: [browserReporter({ allMustRun })] }), // Else, e.g. with --watch, its own.
};

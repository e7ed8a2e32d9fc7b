import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './scripts/browser.mjs';
import { browserReporter } from './scripts/check/browser-reporter.mjs';
import { bundledReact } from './scripts/check/bundled-react.mjs';
import { countsVariable } from './scripts/check/counts.mjs';

/**
 * The command `emulate-features`: media features the runner's own `emulateMedia` lacks, such as
 * `{ 'forced-colors': 'active' }`. They stay until set back, e.g. to `none`.
 */
const emulateFeaturesPlugin = {
  name: 'emulate-features',
  async executeCommand({ command, payload, session }) {
    if (command !== 'emulate-features') return;
    const page = session.browser.getPage(session.id);
    const cdp = await page.createCDPSession();
    const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
    await cdp.send('Emulation.setEmulatedMedia', { features });
    return true;
  },
};

const isRoot = process.getuid?.() === 0;

export default {
  files: 'test/widget/**/*.test.ts',
  concurrency: 2,
  testFramework: { config: { timeout: 10_000 } }, // Axe is slow with two pages on two cores.
  nodeResolve: { exportConditions: ['@leb-renew/source', 'development', 'browser'] },
  plugins: [
    esbuildPlugin({
      ts: true,
      tsconfig: fileURLToPath(new URL('tsconfig.base.json', import.meta.url)),
      target: 'es2022',
    }),
    bundledReact(),
    a11ySnapshotPlugin(),
    emulateFeaturesPlugin,
  ],
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: findBrowser(),
        args: [
          ...(isRoot ? ['--no-sandbox'] : []),
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-quic',
          '--disable-sync',
          '--no-first-run',
        ],
      },
    }),
  ],
  filterBrowserLogs: ({ args }) =>
    !args.some((arg) => typeof arg === 'string' && arg.includes('Lit is in dev mode')),
  ...(process.env[countsVariable] && { reporters: [browserReporter()] }), // Else, e.g. with --watch, its own.
};

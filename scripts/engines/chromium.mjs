import { chromeLauncher } from '@web/test-runner-chrome';
import { answerStripeJs, unreachable } from '../../test/fakes/stripe/js/answer.ts';
import { findBrowser } from '../browser.mjs';

/** @returns {import('./engine.mjs').Engine} */
export function chromium() {
  /** @type {WeakMap<import('puppeteer-core').Page, import('../../test/fakes/stripe/js/answer.ts').StripeJsAnswers>} */
  const stripeJs = new WeakMap();
  const launcher = chromeLauncher({
    async createPage({ context }) {
      const page = await context.newPage();
      await keepInFront(page);
      stripeJs.set(page, await answerStripeJs(page, { api: null }));
      return page;
    },
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-quic',
        '--disable-sync',
        '--no-first-run',
        unreachable,
      ],
    },
  });
  return {
    launcher: forgetful(launcher, (page) => stripeJs.get(page)?.answer('none')),
    allMustRun: true,
    concurrency: 2,
    async emulate(id, features) {
      const cdp = await launcher.getPage(id).createCDPSession();
      await cdp.send('Emulation.setEmulatedMedia', {
        features: Object.entries(features).map(([name, value]) => ({ name, value })),
      });
    },
    pressTogether: (id, keys) => pressTogether(launcher.getPage(id), keys),
    answerStripeJs: async (id, answer) => stripeJs.get(launcher.getPage(id))?.answer(answer),
  };
}

/**
 * A tab behind another is hidden, and gets no frame to draw in: a test that waits for one would wait for ever.
 *
 * @param {import('puppeteer-core').Page} page
 */
async function keepInFront(page) {
  const cdp = await page.createCDPSession();
  await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: true });
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {readonly string[]} keys
 */
export async function pressTogether({ keyboard }, keys) {
  const named = /** @type {readonly import('puppeteer-core').KeyInput[]} */ (keys);
  for (const key of named) await keyboard.down(key);
  for (const key of named.toReversed()) await keyboard.up(key);
}

/**
 * A tab is used for many test files. Its history would fill up with what they leave there: beyond fifty entries a browser
 * drops old ones, and first those that no person has made.
 *
 * @param {ReturnType<typeof chromeLauncher>} launcher
 * @param {(page: import('puppeteer-core').Page) => Promise<void> | undefined} forget What else it was told.
 */
function forgetful(launcher, forget) {
  const stop = launcher.stopSession.bind(launcher);
  return Object.assign(launcher, {
    /** @param {string} id */
    async stopSession(id) {
      const cdp = await launcher.getPage(id).createCDPSession();
      await cdp.send('Page.resetNavigationHistory');
      await cdp.detach();
      await forget(launcher.getPage(id));
      return stop(id);
    },
  });
}

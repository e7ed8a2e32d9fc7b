import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { findFirefox } from '../browser.mjs';
import { pressTogether } from './chromium.mjs';

/**
 * What Firefox has instead of emulation.
 *
 * @type {Readonly<Record<string, readonly [preference: string, value: number]>>}
 */
const preferences = {
  'forced-colors: none': ['browser.display.document_color_use', 1],
  'forced-colors: active': ['browser.display.document_color_use', 2],
  'prefers-color-scheme: dark': ['layout.css.prefers-color-scheme.content-override', 0],
  'prefers-color-scheme: light': ['layout.css.prefers-color-scheme.content-override', 1],
  'prefers-reduced-motion: no-preference': ['ui.prefersReducedMotion', 0],
  'prefers-reduced-motion: reduce': ['ui.prefersReducedMotion', 1],
};

/** @returns {import('./engine.mjs').Engine} */
export function firefox() {
  const executablePath = findFirefox();
  if (!executablePath)
    throw new Error('No Firefox found. Please install Firefox, or set FIREFOX_PATH to one.');
  const launcher = chromeLauncher({
    puppeteer, // Of which it asks nothing that only Chrome has.
    launchOptions: {
      browser: 'firefox',
      executablePath,
      args: ['--remote-allow-system-access'], // Preferences are set from the browser's own pages.
      extraPrefsFirefox: {
        'browser.sessionhistory.max_entries': 10_000, // A tab is used for many test files, and its history grows.
        'print.enabled': false, // A dialog that nobody could close.
      },
    },
  });
  return {
    launcher,
    allMustRun: false,
    concurrency: 1, // The timers of a tab behind another are slowed down.
    emulate: (id, features) => prefer(launcher.getPage(id), features),
    pressTogether: (id, keys) => pressTogether(launcher.getPage(id), keys),
  };
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {Readonly<Record<string, string>>} features
 */
async function prefer(page, features) {
  /** @typedef {(method: string, request: object) => Promise<{ result: { contexts: [{ context: string }] } }>} Send */
  const { connection } = /** @type {{ connection: { send: Send } }} */ (
    /** @type {unknown} */ (page.browser())
  );
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  await connection.send('script.evaluate', {
    target: { context: result.contexts[0].context },
    awaitPromise: false,
    expression: Object.entries(features)
      .map(([feature, value]) => {
        const [name, number] = preferences[`${feature}: ${value}`] ?? [];
        if (name === undefined) throw new Error(`Firefox cannot be told ${feature}: ${value}.`);
        return `Services.prefs.setIntPref('${name}', ${number});`;
      })
      .join(''),
  });
}

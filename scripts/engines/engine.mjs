import { chromium } from './chromium.mjs';
import { engineVariable } from './engine-variable.mjs';
import { firefox } from './firefox.mjs';
import { webkit } from './webkit.mjs';

/**
 * @typedef {object} Engine A browser to run the element tests in.
 * @property {import('@web/test-runner').BrowserLauncher} launcher
 * @property {boolean} allMustRun Whether no test may be left out for want of what its driver can do.
 * @property {number} concurrency Test files at a time.
 * @property {(id: string, features: Readonly<Record<string, string>>) => Promise<void>} emulate Has a session's page meet
 *   media features, e.g. `{ 'forced-colors': 'active' }`, until they are set back, e.g. to `none`.
 * @property {(id: string, keys: readonly string[]) => Promise<void>} pressTogether
 * @property {(id: string, answer: import('../../test/fakes/stripe/js/answer.ts').ScriptAnswer) => Promise<void>}
 *   [answerStripeJs] Says what a session's page gets from https://js.stripe.com.
 */

const engines = { chromium, firefox, webkit };

/** @returns {Promise<Engine>} */
export async function chosenEngine() {
  const name = process.env[engineVariable] ?? 'chromium';
  if (name in engines) return engines[/** @type {keyof typeof engines} */ (name)]();
  throw new Error(`${engineVariable} is ${name}, must be one of ${Object.keys(engines).join(', ')}.`);
}

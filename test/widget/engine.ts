/** What tests ask of the browser they run in, in Chromium, Firefox and WebKit. */
import { executeServerCommand } from '@web/test-runner-commands';
import type { ScriptAnswer } from '../fakes/stripe/js/answer.ts';
import { soon } from './soon.ts';

type Feature = 'forced-colors' | 'prefers-color-scheme' | 'prefers-contrast' | 'prefers-reduced-motion';

/** Has the page meet media features until they are set back, e.g. to `none`. Firefox has agreed before the page knows of it. */
export async function emulate(features: Partial<Readonly<Record<Feature, string>>>): Promise<void> {
  await executeServerCommand('emulate-features', features);
  const queries = Object.entries(features).map(([feature, value]) => `(${feature}: ${value})`);
  await soon(() => queries.every((query) => matchMedia(query).matches), queries.join());
}

/** Holds one key while the next is pressed: `'Shift', 'Tab'`. */
export async function pressTogether(...keys: readonly string[]): Promise<void> {
  await executeServerCommand('press-together', keys);
}

/**
 * What the page gets from https://js.stripe.com from now on. Where the engine cannot be told, `double` has the page carry
 * the double from the start.
 */
export async function answerStripeJs(by: ScriptAnswer): Promise<void> {
  const { isAnswered } = await executeServerCommand<{ isAnswered: boolean }, ScriptAnswer>(
    'answer-stripe-js',
    by,
  );
  if (isAnswered || by === 'none' || 'Stripe' in window) return;
  if (by !== 'double') throw new Error(`${engine} cannot be told what https://js.stripe.com answers.`);
  const script = Object.assign(document.createElement('script'), { src: '/__stripe/stripe.js' });
  const loaded = new Promise((resolve) => script.addEventListener('load', resolve));
  document.head.append(script);
  await loaded;
}

/** What the driver of an engine cannot do. Chromium's can do all: a test that is left out there is taken for failed. */
const impossible = {
  'forced colours': ['WebKit'],
  'a wish for more contrast': ['Firefox', 'WebKit'],
  'answers of js.stripe.com': ['Firefox', 'WebKit'],
} as const;

const engine = ['Firefox', 'Chrome'].find((name) => navigator.userAgent.includes(name)) ?? 'WebKit';

/** A test that needs something of its browser. Where that cannot be had it is left out, with the reason. */
export function needs(what: keyof typeof impossible, test: () => Promise<void>): Mocha.AsyncFunc {
  return async function () {
    if (!(impossible[what] as readonly string[]).includes(engine)) return test();
    Object.assign(this.test!, { err: new Error(`${engine} cannot be told of ${what}`) }); // Mocha itself knows no reasons.
    this.skip();
  };
}

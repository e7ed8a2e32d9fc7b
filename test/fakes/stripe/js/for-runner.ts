import type { TestRunnerPlugin } from '@web/test-runner';
import Stripe from 'stripe';
import type { ScriptAnswer } from './answer.ts';
import { stripeJs, stripeJsFrame } from './script.ts';

const place = '/__stripe';
const frame = `${place}/frame.html`;

/**
 * A plugin of the test server. Has tests say what https://js.stripe.com answers, where the engine can; the double is
 * also served from here, for the others.
 */
export function stripeJsForTests(
  answer: ((id: string, by: ScriptAnswer) => Promise<void>) | undefined,
): TestRunnerPlugin {
  return {
    name: 'stripe-js',
    // The account in the page asks the package for its version only, and the rest is for servers.
    resolveImport: ({ source }) => (source === 'stripe' ? `${place}/package.js` : undefined),
    async serve({ path }) {
      switch (path) {
        case `${place}/stripe.js`:
          return { body: await stripeJs({ api: null, frame }), type: 'js' };
        case frame:
          return { body: await stripeJsFrame(), type: 'html' };
        case `${place}/package.js`:
          return { body: `export default { API_VERSION: '${Stripe.API_VERSION}' };`, type: 'js' };
        default:
          return;
      }
    },
    async executeCommand({ command, payload, session }) {
      if (command !== 'answer-stripe-js') return;
      await answer?.(session.id, payload as ScriptAnswer);
      return { isAnswered: answer !== undefined };
    },
  };
}

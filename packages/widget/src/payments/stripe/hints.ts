import type { Problem } from '@leb-renew/core';

/** What only the developer of a page reads, where something about it or its shop is not in order. */
const hints: { readonly [name: string]: string } = {
  amount: 'Stripe has another amount for this payment.',
  detached: 'there is no place for Stripe’s form: it is not on the page.',
  form: 'Stripe shows no form.',
  key:
    'Stripe does not know this payment by STRIPE_PUBLISHABLE_KEY, which must be of the same account as ' +
    'STRIPE_SECRET_KEY, see docs/going-live.md:',
  late: 'Stripe.js does not arrive.',
  missing: 'Stripe.js does not load: no connection, or it is blocked.',
  old: 'the Stripe.js of this page is too old.',
  /** A browser names what it keeps out one by one. docs/going-live.md has the same. */
  policy:
    'the Content-Security-Policy keeps Stripe out, which needs ' +
    'script-src https://js.stripe.com https://*.js.stripe.com; connect-src https://api.stripe.com; ' +
    'frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com. See docs/going-live.md.',
  slots: 'there is no place for Stripe’s form: a shadow root assigns its slots by hand.',
  start: 'Stripe.js does not start.',
  taken: 'the page keeps taking the form away.',
  types:
    'Trusted Types keep Stripe out: there is no default policy whose createScriptURL allows ' +
    'https://js.stripe.com/. See docs/going-live.md.',
};

/** Trouble whose detail begins with the name of a hint, in words. */
export function explain(trouble: Problem): Problem {
  const { detail } = trouble;
  if (detail === undefined) return trouble;
  return { ...trouble, detail: detail.replace(/^\w+/, (name) => hints[name] ?? name) };
}

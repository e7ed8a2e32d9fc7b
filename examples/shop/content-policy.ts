/**
 * All that the shop's page may load, in the words of its `content-security-policy`. What for: docs/embedding.md, and
 * docs/going-live.md where payments are Stripe's.
 */
export const contentPolicy = ({ withStripe }: { readonly withStripe: boolean }): string => {
  const stripe = (words: string) => (withStripe ? ` ${words}` : '');
  return [
    `default-src 'none'`,
    `script-src 'self'${stripe('https://js.stripe.com https://*.js.stripe.com')}`,
    `style-src 'self'`,
    `connect-src 'self'${stripe('https://api.stripe.com')}`,
    `frame-src${stripe('https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com') || ` 'none'`}`,
    `img-src data:`, // The shop's own icon.
    `form-action 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html${stripe('default')}`,
  ].join('; ');
};

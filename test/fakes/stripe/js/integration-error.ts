/** What Stripe.js throws at a mistake of the page's developer. */
export class IntegrationError extends Error {
  override readonly name = 'IntegrationError';
}

export { stripeGateway } from './gateway.ts';
export type { StripeGatewayOptions } from './options.ts';

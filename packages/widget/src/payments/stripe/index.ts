export { stripePayments, type StripeOptions } from './stripe-payments.ts';

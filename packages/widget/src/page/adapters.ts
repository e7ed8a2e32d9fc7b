import type { PaymentPort } from '@leb-renew/core';

type Port = PaymentPort<HTMLElement>;

const lazily = (provider: string, load: () => Promise<Port>): Port => ({
  provider,
  open: async (...given) => (await load()).open(...given),
});

/** Every provider that we have an adapter for. Each is loaded when a server hands a payment over to it, and never before. */
export const adapters: readonly Port[] = [
  lazily('sandbox', async () => (await import('../payments/sandbox/index.ts')).sandboxPayments()),
  lazily('stripe', async () => (await import('../payments/stripe/index.ts')).stripePayments()),
];

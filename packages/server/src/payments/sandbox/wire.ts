import type { PaymentMethod, ProblemCode } from '@leb-renew/core/contract';

/** How the sandbox provider shows a payment to the one who holds the secret key. */
export interface ProviderPayment {
  readonly paymentId: string;
  /** For the browser that pays; never shown again to anyone else. */
  readonly clientSecret: string;
  readonly confirmUrl: string;
  /** Where the browser asks for the provider's page; missing from a provider that has none. */
  readonly leaveUrl?: string;
  readonly status: ProviderStatus;
  readonly amount: { readonly minor: number; readonly currency: string; readonly exponent: number };
  readonly received: number;
  readonly refunded: number;
  readonly renewalId: string | null;
  readonly methods: readonly PaymentMethod[];
  readonly problemCode: ProblemCode | null;
  /** How many tries have failed. */
  readonly declines: number;
  readonly paidWith: string | null;
  readonly paidAt: string | null;
  readonly expiresAt: string;
}

export type ProviderStatus = 'requires_payment_method' | 'processing' | 'succeeded' | 'canceled';

export interface ProviderCreate {
  readonly amount: ProviderPayment['amount'];
  readonly renewalId: string;
  readonly describe: string;
  readonly methods: readonly PaymentMethod[];
  readonly expiresAt: string;
}

export interface ProviderRefund {
  readonly refundId: string;
}

/** The body of a notice: what happened to which payment, and no more. */
export interface ProviderNotice {
  readonly type:
    'payment.succeeded' | 'payment.processing' | 'payment.declined' | 'payment.canceled' | 'payment.refunded';
  readonly paymentId: string;
}

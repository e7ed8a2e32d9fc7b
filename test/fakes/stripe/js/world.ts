import type { Contract } from './contract.ts';
import { IntegrationError } from './integration-error.ts';
import type { StripeApi } from './api.ts';
import type { StripeJsHooks, StripeJsSettings } from './settings.ts';
import { faultIn } from './shape.ts';

/** What one `Stripe(key)` and everything made with it share. */
export interface World {
  readonly key: string;
  readonly settings: StripeJsSettings;
  /** Of now: a test may have given new ones. */
  readonly hooks: StripeJsHooks;
  readonly api: StripeApi;
  /** Throws an `IntegrationError` at an argument that Stripe's types do not have. */
  demand(shape: keyof Contract, value: unknown, call: string): void;
  /** Of Elements that were not given one. */
  readonly locale: string;
}

export function demandBy(contract: Contract): World['demand'] {
  return (shape, value, call) => {
    const fault = faultIn(contract[shape], value, call);
    if (fault !== null) throw new IntegrationError(fault);
  };
}

import { check, SandboxMethod, type SandboxConfirmAnswer } from '@leb-renew/core/contract';
import { equalSecrets, mark } from '../../keys.ts';
import type { LedgerRow } from './ledger.ts';

/** Lets one customer onto the provider's page for one payment, and says where they go from there. */
export interface Pass {
  readonly paymentId: string;
  readonly method: SandboxMethod;
  readonly returnUrl: string;
}

/** Passes are written into addresses and kept nowhere: the provider knows its own mark. */
export function createPasses({
  publicUrl,
  secretKey,
  allowedOrigins,
}: {
  readonly publicUrl: string;
  readonly secretKey: string;
  readonly allowedOrigins: readonly string[];
}) {
  const markOf = ({ paymentId, method, returnUrl }: Pass): string =>
    mark(secretKey, `${paymentId} ${method} ${returnUrl}`);
  const mayReturnTo = (url: string): boolean =>
    URL.canParse(url) && allowedOrigins.includes(new URL(url).origin);

  return {
    /** The address of the page; null when it would send customers where they do not belong. */
    issue(pass: Pass): string | null {
      if (!mayReturnTo(pass.returnUrl)) return null;
      const { paymentId, method, returnUrl } = pass;
      const query = new URLSearchParams({ method, return: returnUrl, pass: markOf(pass) });
      return `${publicUrl.replace(/\/$/, '')}/payments/${paymentId}/page?${query.toString()}`;
    },
    /** Null when it is not ours, or leads to a page that is no longer allowed. */
    read(paymentId: string, query: Readonly<Record<string, string>>): Pass | null {
      const { method, return: returnUrl = '', pass: given = '' } = query;
      const known = check(SandboxMethod, method);
      if (!known.ok || !mayReturnTo(returnUrl)) return null;
      const pass = { paymentId, method: known.value, returnUrl };
      return equalSecrets(markOf(pass), given) ? pass : null;
    },
    /** As Stripe does, it tells more than a shop should leave in an address: what opens the payment. */
    wayBack({ returnUrl }: Pass, row: LedgerRow, { state }: SandboxConfirmAnswer): string {
      const url = new URL(returnUrl);
      url.searchParams.set('payment_intent', row.payment_id);
      url.searchParams.set('payment_intent_client_secret', row.client_secret);
      url.searchParams.set('redirect_status', state === 'succeeded' ? 'succeeded' : 'failed');
      return url.href;
    },
  };
}

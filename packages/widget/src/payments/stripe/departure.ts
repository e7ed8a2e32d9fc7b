import type { PaymentOutcome } from '@leb-renew/core';

/** Settles when the page is left for a provider's site. Shown again as it was left, it ends the attempt, as does whoever has an answer. */
export const departure = (attempt: AbortController): Promise<PaymentOutcome> =>
  new Promise((settle) => {
    const { signal } = attempt;
    addEventListener('pagehide', () => settle({ kind: 'leaving' }), { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && attempt.abort(), { signal });
  });

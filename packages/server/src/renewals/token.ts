import { equalSecrets, mark } from '../keys.ts';

export interface RenewalTokens {
  of(renewalId: string): string;
  fits(renewalId: string, token: string): boolean;
}

const prefix = 'rt_';

/**
 * A renewal's own token: 256 bits that follow from the seller's secret and the renewal, so that none has to be
 * stored and every answer can carry it.
 */
export function renewalTokens(key: string): RenewalTokens {
  const of = (renewalId: string) => prefix + mark(key, renewalId);
  return { of, fits: (renewalId, token) => equalSecrets(token, of(renewalId)) };
}

/** Whether a bearer token claims to be a renewal's, rather than a session's. */
export const looksLikeRenewalToken = (token: string): boolean => token.startsWith(prefix);

import type { Card, Instant } from '@leb-renew/core/contract';
import { instantOfMoment } from '../moment.ts';
import type { Refusal, Unknown } from '../port.ts';
import type { Profile } from './answers.ts';

/** https://esimaccess.com/docs/how-to-top-up-a-data-plan/ */
const mostTopUps = 10;

const profiles: Readonly<Record<string, Card['profile']>> = {
  RELEASED: 'released',
  DOWNLOAD: 'downloaded',
  INSTALLATION: 'installed',
  ENABLED: 'enabled',
  DISABLED: 'disabled',
  DELETED: 'deleted',
};
export const profileOf = ({ smdpStatus }: Profile): Card['profile'] => profiles[smdpStatus] ?? 'unknown';

/** Both spellings are documented. */
export const isRevoked = ({ esimStatus }: Profile): boolean =>
  ['CANCEL', 'REVOKE', 'REVOKED'].includes(esimStatus);
export const isSuspended = ({ esimStatus }: Profile): boolean => esimStatus === 'SUSPENDED';

/** Null while service has not started: the date is then the last day to download the profile. */
export function expiryOf({ esimStatus, activateTime, expiredTime }: Profile): Instant | null {
  const isNew = esimStatus === 'GOT_RESOURCE' && (activateTime ?? null) === null;
  return isNew || expiredTime === null ? null : instantOfMoment(expiredTime);
}

/**
 * Why a card cannot be topped up; null when it can. Top-ups are taken “while the eSIM is in New, In Use or Depleted
 * status, but not after eSIM expiry” (https://docs.esimaccess.com, “Top Up”), ten at most.
 */
export function whyNot(card: Profile, now: number): Refusal | Unknown | null {
  const no = (reason: Refusal['reason'], isFinal: boolean, detail: string): Refusal => ({
    outcome: 'refused',
    reason,
    isFinal,
    detail,
  });
  if (isRevoked(card)) return no('revoked', true, 'the card was cancelled or revoked');
  if (isSuspended(card)) return no('suspended', false, 'the card is suspended');
  switch (card.esimStatus) {
    case 'UNUSED_EXPIRED':
    case 'USED_EXPIRED':
      return no('terminated', true, 'the card has ended, and ended cards are not topped up');
    case 'CREATE':
    case 'PAYING':
    case 'PAID':
    case 'GETTING_RESOURCE':
      return no('other', false, 'the card is still being made');
    case 'GOT_RESOURCE':
    case 'IN_USE':
    case 'USED_UP':
      break;
    default:
      return { outcome: 'unknown', detail: 'the card is in a state that is not documented' };
  }
  if (card.expiredTime !== null && Date.parse(instantOfMoment(card.expiredTime)) <= now)
    return no('terminated', true, 'the card has ended, and ended cards are not topped up');
  if (card.packageList.length > mostTopUps)
    return no('max-stacked', true, `the card was topped up ${mostTopUps} times`);
  return null;
}

import type { RenewalState } from '@leb-renew/core';

/** Whether the person should be brought to what is new. Waiting on is not news. */
export function moved(before: RenewalState, after: RenewalState): boolean {
  if (group(before) !== group(after)) return true;
  return 'problem' in after && after.problem !== null && before.status !== after.status;
}

const group = ({ status }: RenewalState): string =>
  status === 'checking' || status === 'resuming' || status === 'extending' || status === 'held'
    ? status
    : 'open';

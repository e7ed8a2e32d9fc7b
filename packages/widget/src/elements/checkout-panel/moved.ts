import type { RenewalState } from '@leb-renew/core';

/** Whether the person should be brought to what is new. Waiting on is not news. */
export function moved(before: RenewalState, after: RenewalState): boolean {
  // After a decline the person goes on with the form, or with the button that was pressed; why is read out.
  if (before.status === 'confirming' && after.status === 'paying' && after.form === 'ready') return false;
  if (group(before) !== group(after)) return true;
  if (before.status === 'quoting' && before.before !== undefined) return after.status !== 'quoting';
  return 'problem' in after && after.problem !== null && before.status !== after.status;
}

const group = ({ status }: RenewalState): string =>
  status === 'checking' || status === 'resuming' || status === 'extending' || status === 'held'
    ? status
    : 'open';

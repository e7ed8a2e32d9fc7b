import type { ExpiryState } from '@leb-renew/core';
import type { IconName } from '../icons.ts';

/** Icon and tone of a state; the words carry the meaning. */
export const look: { readonly [state in ExpiryState]: readonly [tone: string, icon: IconName] } = {
  unknown: ['', 'question'],
  'not-started': ['', 'dot'],
  active: ['ok', 'check'],
  'due-soon': ['warn', 'clock'],
  'due-now': ['bad', 'clock'],
  grace: ['warn', 'alert'],
  expired: ['bad', 'alert'],
  terminated: ['bad', 'stop'],
  suspended: ['', 'pause'],
  revoked: ['bad', 'stop'],
};

/** States in which renewing is the thing to do now. */
export const urgent: ReadonlySet<ExpiryState> = new Set(['due-soon', 'due-now', 'grace', 'expired']);

/** States in which renewing is not possible. */
export const closed: ReadonlySet<ExpiryState> = new Set(['terminated', 'suspended', 'revoked']);

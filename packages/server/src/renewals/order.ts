import type { PlanRef } from '@leb-renew/core/contract';
import type { CardRecord } from '../cards/card-view.ts';
import { instantOf } from '../store/instant.ts';
import type { ExtensionOrder } from '../suppliers/port.ts';

interface Ordered {
  readonly renewalId: string;
  readonly card: Pick<CardRecord['card'], 'iccid' | 'zone'>;
  readonly plan: PlanRef;
  /** As they were fixed before the first try. */
  readonly target: Pick<ExtensionOrder, 'from' | 'to'>;
  /** When it went out last; null while it never has. */
  readonly orderedAt: Date | null;
}

/** What the supplier is asked for, and later about: the same order, under the same key, in every try. */
export const orderFor = ({ renewalId, card, plan, target, orderedAt }: Ordered): ExtensionOrder => ({
  key: `renewal:${renewalId}:extend`,
  iccid: card.iccid,
  plan,
  zone: card.zone,
  from: target.from,
  to: target.to,
  ...(orderedAt === null ? {} : { lastSentAt: instantOf(orderedAt) }),
});

import type { Instant } from '@leb-renew/core/contract';
import { anchorOf, type Anchor, type Extension } from '@leb-renew/core/term';
import type { CardRecord } from '../cards/card-view.ts';

/** What later terms aim for: what was asked for does, and dates that moved by themselves make an anchor of their own. */
export function anchorAfter(
  target: Extension | null,
  to: Instant,
  { zone, anchor_time: anchorTime }: Pick<CardRecord['card'], 'zone' | 'anchor_time'>,
): Anchor {
  if (target === null || Date.parse(target.to) !== Date.parse(to)) return anchorOf(to, zone);
  const { anchorDay, basis, from } = target;
  return { anchorDay, anchorTime: basis === 'expiry' ? anchorTime : anchorOf(from, zone).anchorTime };
}

import type { Instant, RefusalReason } from '@leb-renew/core/contract';
import { addTerm, anchorOf, extend, type Extension } from '@leb-renew/core/term';
import type { Selectable } from 'kysely';
import { instantOf } from '../store/instant.ts';
import type { CardRow, PlanRow } from '../store/schema.ts';

export interface Refused {
  readonly refused: RefusalReason;
  readonly at?: Instant;
}

/** What a plan would do to a card at an instant, or why it would not. */
export function extensionOf(
  card: Selectable<CardRow>,
  plan: Selectable<PlanRow>,
  now: Instant,
  waitingPeriods: number,
): Extension | Refused {
  if (card.revoked) return { refused: 'revoked' };
  if (card.suspended) return { refused: 'suspended' };
  const { zone, anchor_day: anchorDay, anchor_time: anchorTime } = card;
  if (card.expires_at === null) {
    const to = addTerm({ start: now, zone, term: plan.term });
    // Service has not started: what it was issued with is no anchor yet.
    const first = anchorOf('days' in plan.term ? to : now, zone);
    return { from: now, to, basis: 'now', anchorDay: first.anchorDay, losesDays: 0 };
  }
  return extend({
    zone,
    anchorDay,
    anchorTime,
    expiresAt: instantOf(card.expires_at),
    now,
    term: plan.term,
    stacked: waitingPeriods,
    policy: {
      ...plan.policy,
      graceDays: card.grace_days,
      grace: card.grace_service_on ? 'from-expiry' : 'from-now',
      recoverDays: card.recover_days ?? undefined,
    },
  });
}

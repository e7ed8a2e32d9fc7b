import type { Card, Instant } from '@leb-renew/core/contract';
import { maskIccid } from '@leb-renew/core/identifiers';
import { addTerm } from '@leb-renew/core/term';
import type { Selectable } from 'kysely';
import { instantOf } from '../store/instant.ts';
import type { CardRow, PlanRow, ServicePeriodRow } from '../store/schema.ts';
import { planRef } from './plan-ref.ts';

export interface CardRecord {
  readonly card: Selectable<CardRow>;
  readonly plan: Selectable<PlanRow>;
  readonly periods: readonly Selectable<ServicePeriodRow>[];
  readonly openRenewal: string | null;
}

/** A card as its owner may see it. */
export function cardView({ card, plan, periods, openRenewal }: CardRecord): Card {
  const expiresAt = card.expires_at === null ? null : instantOf(card.expires_at);
  const daysAfter = (days: number | null) =>
    expiresAt === null || days === null || days === 0 ? null : after(card, expiresAt, days);
  return {
    cardRef: card.card_ref,
    iccidMasked: maskIccid(card.iccid),
    label: card.label,
    region: card.region,
    devices: card.devices as Card['devices'],
    currentPlan: planRef(plan),
    entitlement: {
      zone: card.zone,
      periods: periods.map(({ period_id, plan: of, starts_at, ends_at }) => ({
        periodId: period_id,
        plan: of,
        start: instantOf(starts_at),
        end: instantOf(ends_at),
      })),
      expiresAt,
      startsOn: card.starts_on,
      graceEndsAt: daysAfter(card.grace_days),
      graceServiceOn: card.grace_service_on,
      recoverableUntil: daysAfter(card.recover_days),
      suspended: card.suspended,
      revoked: card.revoked,
      asOf: instantOf(card.as_of),
      version: String(card.version),
    },
    profile: card.profile as Card['profile'],
    data: card.data,
    openRenewal,
  };
}

const after = ({ zone }: { zone: string }, start: Instant, days: number): Instant =>
  addTerm({ start, zone, term: { days } });

import type { Device, Entitlement, Instant, ProfileState, ZoneId } from '@leb-renew/core/contract';
import { maskIccid } from '@leb-renew/core/identifiers';
import { anchorOf } from '@leb-renew/core/term';
import { planRef } from '../cards/plan-ref.ts';
import type { Context } from '../renewals/context.ts';
import { newId } from '../renewals/ids.ts';

/** A card that the seller hands over to an account. */
export interface CardIssue {
  readonly accountId: string;
  /** 18 to 20 digits; never leaves the server whole. */
  readonly iccid: string;
  readonly label: string;
  readonly region: string;
  readonly devices: readonly Device[];
  /** The plan that the card runs on. Its policy says what happens after the end, unless `grace` or `recoverDays` do. */
  readonly planId: string;
  /** Fixed for the card's life: its days begin and end here. */
  readonly zone: ZoneId;
  /** Where service stands; null when it has not started. */
  readonly service: { readonly startsAt: Instant; readonly expiresAt: Instant } | null;
  /** @default `purchase` */
  readonly startsOn?: Entitlement['startsOn'];
  /** Local day of month and wall time that terms aim for. @default those of the expiry */
  readonly anchor?: { readonly day: number; readonly time: string };
  readonly grace?: { readonly days: number; readonly serviceOn: boolean };
  /** Local days after the end at which the number is lost; null for never. */
  readonly recoverDays?: number | null;
  /** @default `unknown` */
  readonly profile?: ProfileState;
  readonly data?: { readonly remainingBytes: number; readonly totalBytes: number; readonly asOf: Instant };
}

export function issueCard({ database, now }: Context, card: CardIssue): Promise<{ cardRef: string }> {
  // Refuses what is no ICCID before it is stored.
  maskIccid(card.iccid);
  return database.transaction().execute(async (transaction) => {
    const plan = await transaction
      .selectFrom('plans')
      .selectAll()
      .where('plan_id', '=', card.planId)
      .executeTakeFirst();
    if (plan === undefined) throw new RangeError(`issueCard: there is no plan ${card.planId}`);
    const { service, zone } = card;
    const anchoredOn = service?.expiresAt ?? new Date(now()).toISOString();
    const { anchorDay, anchorTime } = anchorOf(anchoredOn, zone);
    const anchor = card.anchor ?? { day: anchorDay, time: anchorTime };
    const grace = card.grace ?? {
      days: plan.policy.graceDays ?? 0,
      serviceOn: plan.policy.grace !== 'from-now',
    };
    const cardRef = newId('c');
    await transaction
      .insertInto('cards')
      .values({
        card_ref: cardRef,
        account_id: card.accountId,
        iccid: card.iccid,
        label: card.label,
        region: card.region,
        devices: JSON.stringify(card.devices),
        plan_id: plan.plan_id,
        zone,
        anchor_day: anchor.day,
        anchor_time: anchor.time,
        starts_on: card.startsOn ?? 'purchase',
        expires_at: service === null ? null : new Date(service.expiresAt),
        grace_days: grace.days,
        grace_service_on: grace.serviceOn,
        recover_days: card.recoverDays === undefined ? (plan.policy.recoverDays ?? null) : card.recoverDays,
        profile: card.profile ?? 'unknown',
        data: card.data === undefined ? null : JSON.stringify(card.data),
        as_of: new Date(now()),
      })
      .execute();
    if (service !== null) {
      await transaction
        .insertInto('service_periods')
        .values({
          period_id: newId('p'),
          card_ref: cardRef,
          plan: JSON.stringify(planRef(plan)),
          starts_at: new Date(service.startsAt),
          ends_at: new Date(service.expiresAt),
        })
        .execute();
    }
    return { cardRef };
  });
}

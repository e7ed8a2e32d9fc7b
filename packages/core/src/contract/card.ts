import * as v from 'valibot';
import { Instant, ZoneId } from './instant.ts';
import { PlanRef } from './plan.ts';
import { IccidMasked, Id, Line } from './text.ts';

/** A stretch of paid service, half-open: `[start, end)`. */
export const ServicePeriod = v.object({ periodId: Id, plan: PlanRef, start: Instant, end: Instant });
export type ServicePeriod = v.InferOutput<typeof ServicePeriod>;

/** What has been paid for. Whether the profile is installed is another matter; see {@link ProfileState}. */
export const Entitlement = v.object({
  zone: ZoneId,
  /** Sorted, never overlapping. */
  periods: v.array(ServicePeriod),
  /** End of the last period; null while service has not started. */
  expiresAt: v.nullable(Instant),
  startsOn: v.picklist(['purchase', 'install', 'first-use']),
  /** Days of grace are over at this instant; null without grace. */
  graceEndsAt: v.nullable(Instant),
  /** Whether the card still works in grace. */
  graceServiceOn: v.boolean(),
  /** The number is lost at this instant; null when it never is. */
  recoverableUntil: v.nullable(Instant),
  /** Set by the supplier; both win over every date. */
  suspended: v.boolean(),
  revoked: v.boolean(),
  /** When the server last asked the supplier. */
  asOf: Instant,
  /** Changes with every change of the dates; a quote is good for one version only. */
  version: v.string(),
});
export type Entitlement = v.InferOutput<typeof Entitlement>;

/** Where the profile is, per SGP.22 and the chip. A hint: it never blocks a renewal. */
export const ProfileState = v.picklist([
  'unknown',
  'released',
  'downloaded',
  'installed',
  'enabled',
  'disabled',
  'deleted',
  'error',
]);
export type ProfileState = v.InferOutput<typeof ProfileState>;

export const Device = v.picklist(['phone', 'tablet', 'watch', 'laptop', 'router', 'other']);
export type Device = v.InferOutput<typeof Device>;

/** A card as its owner sees it. The full ICCID stays on the server. */
export const Card = v.object({
  /** Opaque; the only name of a card in calls. */
  cardRef: Id,
  iccidMasked: IccidMasked,
  /** The owner's or seller's name for it, e.g. `LEB Global card`. */
  label: Line,
  region: Line,
  devices: v.array(Device),
  currentPlan: PlanRef,
  entitlement: Entitlement,
  profile: ProfileState,
  /** Data left, when the supplier tells. Running out of data is not expiry. */
  data: v.nullable(
    v.object({
      remainingBytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      totalBytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
      asOf: Instant,
    }),
  ),
  /** The renewal that is under way, if one is. At most one at a time. */
  openRenewal: v.nullable(Id),
});
export type Card = v.InferOutput<typeof Card>;

export const CardList = v.object({ cards: v.array(Card) });
export type CardList = v.InferOutput<typeof CardList>;

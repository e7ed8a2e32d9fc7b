import { boolean, integer, list, nullable, object, oneOf, string, type Of } from '../schema/index.ts';
import { Instant, ZoneId } from './instant.ts';
import { PlanRef } from './plan.ts';
import { IccidMasked, Id, Line } from './text.ts';

/** A stretch of paid service, half-open: `[start, end)`. */
export const ServicePeriod = object({ periodId: Id, plan: PlanRef, start: Instant, end: Instant });
export type ServicePeriod = Of<typeof ServicePeriod>;

/** What has been paid for. Whether the profile is installed is another matter; see {@link ProfileState}. */
export const Entitlement = object({
  zone: ZoneId,
  /** Sorted, never overlapping. */
  periods: list(ServicePeriod),
  /** End of the last period; null while service has not started. */
  expiresAt: nullable(Instant),
  startsOn: oneOf('purchase', 'install', 'first-use'),
  /** Days of grace are over at this instant; null without grace. */
  graceEndsAt: nullable(Instant),
  /** Whether the card still works in grace. */
  graceServiceOn: boolean,
  /** The number is lost at this instant; null when it never is. */
  recoverableUntil: nullable(Instant),
  /** Set by the supplier; both win over every date. */
  suspended: boolean,
  revoked: boolean,
  /** How old the news of the supplier is. */
  asOf: Instant,
  /** Changes with every change of the dates; a quote is good for one version only. */
  version: string(),
});
export type Entitlement = Of<typeof Entitlement>;

/** Where the profile is, per SGP.22 and the chip. A hint: it never blocks a renewal. */
export const ProfileState = oneOf(
  'unknown',
  'released',
  'downloaded',
  'installed',
  'enabled',
  'disabled',
  'deleted',
  'error',
);
export type ProfileState = Of<typeof ProfileState>;

export const Device = oneOf('phone', 'tablet', 'watch', 'laptop', 'router', 'other');
export type Device = Of<typeof Device>;

/** A card as its owner sees it. The full ICCID stays on the server. */
export const Card = object({
  /** Opaque; the only name of a card in calls. */
  cardRef: Id,
  iccidMasked: IccidMasked,
  /** The owner's or seller's name for it, e.g. `LEB Global card`. */
  label: Line,
  region: Line,
  devices: list(Device),
  currentPlan: PlanRef,
  entitlement: Entitlement,
  profile: ProfileState,
  /** Data left, when the supplier tells. Running out of data is not expiry. */
  data: nullable(
    object({
      remainingBytes: integer(0),
      totalBytes: integer(1),
      asOf: Instant,
    }),
  ),
  /** The renewal that is under way, if one is. At most one at a time. */
  openRenewal: nullable(Id),
});
export type Card = Of<typeof Card>;

export const CardList = object({ cards: list(Card) });
export type CardList = Of<typeof CardList>;

import {
  boolean,
  either,
  integer,
  list,
  nullable,
  object,
  oneOf,
  optional,
  string,
  type Of,
} from '@leb-renew/core/schema';
import { Moment } from '../moment.ts';

/** What is read of the answers, as https://docs.esimaccess.com describes them. Each is wrapped in an {@link Envelope}. */

/** `errorCode` is null or 0 when it went well. `success` is described as a string and shown as a boolean. */
export const Envelope = object({
  success: either(boolean, oneOf('true', 'false')),
  errorCode: optional(nullable(string({ maxLength: 20 }))),
});

/** “Query All Allocated Profiles”. Volumes are bytes, durations days. */
export const Profile = object({
  esimTranNo: string({ minLength: 1, maxLength: 50 }),
  iccid: string(),
  smdpStatus: string(),
  esimStatus: string(),
  /** Shown in the examples: null before the first use. */
  activateTime: optional(nullable(Moment)),
  /** Until the first use, the day until which the profile can be downloaded. */
  expiredTime: nullable(Moment),
  totalVolume: integer(0),
  totalDuration: integer(0),
  orderUsage: integer(0),
  /** 1: the volume is for the whole plan; others are per day. */
  dataType: optional(integer()),
  /** The plan that the profile was sold with, and its top-ups. Some answers name the transaction of each. */
  packageList: list(object({ duration: integer(0), transactionId: optional(nullable(string())) })),
});
export type Profile = Of<typeof Profile>;

export const Profiles = object({ esimList: list(Profile) });

/** “Get All Data Packages”. Prices are 1/10 000 USD. */
export const Packages = object({
  packageList: list(object({ packageCode: string(), slug: optional(nullable(string())), price: integer(0) })),
});

/** “Balance Query”. 1/10 000 USD. */
export const Balance = object({ balance: integer() });

/** “Usage Check”. Bytes. */
export const Usage = object({
  esimUsageList: list(
    object({
      esimTranNo: string(),
      dataUsage: integer(0),
      totalData: integer(0),
      lastUpdateTime: Moment,
    }),
  ),
});

/** “Top Up”. */
export const ToppedUp = object({ transactionId: string(), expiredTime: Moment });

/** A notice: https://docs.esimaccess.com, “Webhooks”. */
export const Notice = object({
  notifyType: string({ pattern: '^[A-Z_]{1,40}$' }),
  notifyId: optional(nullable(string({ minLength: 1, maxLength: 100 }))),
  content: object({ iccid: optional(nullable(string({ pattern: '^\\d{18,20}$' }))) }),
});

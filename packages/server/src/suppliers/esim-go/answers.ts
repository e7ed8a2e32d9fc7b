import {
  boolean,
  either,
  integer,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  string,
  type Of,
} from '@leb-renew/core/schema';
import { Moment } from '../moment.ts';

/** What is read of the answers, as https://docs.esim-go.com/esim_go_schema_v2_5.yaml describes them. */

/** Not shown for bundles that have not started, and “can be empty”. */
const Bound = optional(nullable(either(Moment, oneOf(''))));

/** A bundle may have several assignments under one reference: a year is twelve, each with dates of its own. */
export const Assignment = object({
  assignmentReference: string({ minLength: 1, maxLength: 100 }),
  assignmentDateTime: Moment,
  bundleState: string(),
  startTime: Bound,
  endTime: Bound,
  /** Bytes. */
  initialQuantity: number(),
  remainingQuantity: number(),
  unlimited: optional(boolean),
});
export type Assignment = Of<typeof Assignment>;

/** `GET /esims/{iccid}/bundles` */
export const Bundles = object({ bundles: list(object({ name: string(), assignments: list(Assignment) })) });
export type Bundles = Of<typeof Bundles>['bundles'];

/** `GET /esims/{iccid}` */
export const Details = object({ profileStatus: optional(nullable(string())) });

/** `GET /esims/{iccid}/compatible/{bundle}` */
export const Compatible = object({ compatible: boolean });

/** `GET /catalogue/bundle/{name}`; the duration is in days. */
export const Catalogued = object({ duration: integer(1, 3660), autostart: optional(nullable(boolean)) });

/** `POST /orders`, type `validate`. */
export const Validated = object({ valid: optional(boolean) });

/** `POST /orders`, type `transaction`. */
export const Ordered = object({ orderReference: string({ minLength: 1 }) });

/** Every error: https://docs.esim-go.com/guides/rate_limits/ */
export const Failed = object({ message: string() });

/** https://docs.esim-go.com/api/v2_4/operations/your-usage-callback-url/post/ */
export const Notice = object({
  alertType: string({ pattern: '^[A-Za-z]{1,40}$' }),
  /** Some examples show it as a JSON number, which cannot hold it. */
  iccid: either(string({ pattern: '^\\d{18,20}$' }), number()),
});

import {
  either,
  integer,
  list,
  nullable,
  object,
  oneOf,
  optional,
  boolean,
  string,
} from '@leb-renew/core/schema';

/**
 * The members that are read of Airalo's answers, as its own endpoint descriptions show them
 * (https://developers.partners.airalo.com, assembled in api-evangelist/airalo, `openapi/`). Airalo reserves the right
 * to add others.
 */

/** `POST /v2/token` */
export const Token = object({
  data: object({ access_token: string({ minLength: 1 }), expires_in: integer(1) }),
});

/** `GET /v2/sims/{iccid}/usage`. Amounts are MB of 2^20 bytes: 3072 is sold as 3 GB. */
export const Usage = object({
  data: object({
    status: oneOf('NOT_ACTIVE', 'ACTIVE', 'FINISHED', 'UNKNOWN', 'EXPIRED', 'RECYCLED'),
    remaining: integer(0),
    total: integer(0),
    /** Null for a card that was recycled. */
    is_unlimited: nullable(boolean),
  }),
});

/** `GET /v2/sims/{iccid}/packages`: every package bought for the card. */
export const History = object({
  data: list(
    object({
      id: integer(),
      /** Null before it starts. */
      expired_at: nullable(
        string({ format: 'date-time', pattern: '^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|\\+00:00)$' }),
      ),
      package: object({ id: string() }),
    }),
  ),
});

/** `GET /v2/sims/{iccid}/topups`: what can be bought for the card. */
export const TopUps = object({ data: list(object({ id: string(), day: integer(1) })) });

/** Days; a number in the answer to an order, digits in the list. */
const validity = either(integer(1), string({ pattern: '^[1-9]\\d{0,3}$' }));

/** `POST /v2/orders/topups` */
export const Ordered = object({
  data: object({ code: string({ minLength: 1 }), package_id: string(), validity }),
});

/** `GET /v2/orders?include=status` */
export const Orders = object({
  data: list(
    object({
      code: string({ minLength: 1 }),
      description: nullable(string()),
      validity,
      status: object({ slug: string() }),
    }),
  ),
  meta: object({ last_page: integer() }),
});

/** A refusal by number: https://developers.partners.airalo.com/error-handling-780831m0 */
export const Numbered = object({ code: integer() });

/** A refusal of fields. What it says of them may repeat them. */
export const Invalid = object({
  data: object({
    package_id: optional(string()),
    iccid: optional(string()),
    description: optional(string()),
  }),
  meta: object({ message: oneOf('the parameter is invalid') }),
});

/** A notice: https://developers.partners.airalo.com/webhook-definition-1380483m0 */
export const LowData = object({
  level: oneOf('75%', '90%', '3days', '1days'),
  iccid: string({ pattern: '^\\d{10,22}$' }),
});

import { integer, list, nullable, object, type Of } from '@leb-renew/core/schema';

/** What was seen before the first try. */
export const Marked = object({
  /** Epoch ms. */
  at: integer(0),
  /** Ids of all packages that the card had; null when Airalo had been asked for them too often. */
  packages: nullable(list(integer())),
});
export type Marked = Of<typeof Marked>;

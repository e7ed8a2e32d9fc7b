import type { Instant } from '@leb-renew/core/contract';
import { string } from '@leb-renew/core/schema';
import { instantOf } from '../store/instant.ts';

/** A moment with its zone, as suppliers write it: `2023-09-07T17:01:37+0000`, `2024-12-11T10:47:00.34523Z`. */
export const Moment = string({
  pattern:
    '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-][01]\\d:?[0-5]\\d)$',
});

/** As the contract writes it. */
export const instantOfMoment = (moment: string): Instant =>
  instantOf(Date.parse(moment.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')));

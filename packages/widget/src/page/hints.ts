import type { Problem } from '@leb-renew/core';
import { everyElement, warnOnce } from './warn-once.ts';

/** What only the developer of a page reads. Nobody loads it where a server answers. */
export const noServer = (address: string): void =>
  warnOnce(
    everyElement,
    `no renewal server answers at ${address}: check this address, the allowedOrigins of the server, and connect-src in the ` +
      'Content-Security-Policy of the page, see docs/embedding.md',
  );

/** With the field and the rule of JSON Schema that it breaks; no field where it is the whole answer. */
export const wrongAnswer = ({ field, detail: rule }: Problem): void =>
  warnOnce(
    everyElement,
    `an answer of the renewal server breaks the contract${field ? ` at ${field}` : ''}: ${rule}; see its openapi.json`,
  );

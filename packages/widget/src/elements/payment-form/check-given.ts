import type { Handoff, PaymentPort } from '@leb-renew/core';
import { flag, looksAt, oneOf, thing, works, type Rule } from '../given.ts';

/** Empty for none. */
export const address: Rule = [
  (value) => typeof value === 'string' && works(() => new URL(value, document.baseURI)),
  'a web address or a path',
];

type Port = { readonly provider?: unknown; readonly open?: unknown } | null | undefined;

export const ports: Rule = [
  (value) =>
    Array.isArray(value) &&
    value.every((port: Port) => typeof port?.provider === 'string' && typeof port.open === 'function'),
  'a list of payment ports',
];

/**
 * A handoff, once what does not depend on the provider has been looked at; the rest its adapter looks at.
 *
 * @throws Misuse naming the first member that is none
 */
export function checkHandoff(handoff: Handoff, ports: readonly PaymentPort<HTMLElement>[]): void {
  const must = looksAt('handoff', handoff);
  must('', thing);
  must('provider', oneOf(...ports.map(({ provider }) => provider)));
  must('livemode', flag);
}

import type { Renewal } from '@leb-renew/core/contract';
import type { Begun } from './customer.ts';
import { must } from './must.ts';
import type { Tools } from './rule.ts';

type Renewed = Extract<Renewal, { status: 'renewed' }>;

/** A renewal that waits for its payment, and how many extensions the supplier had made before. */
export interface Counted extends Begun {
  readonly extensionsBefore: number | null;
}

export async function beginCounted(tools: Tools): Promise<Counted> {
  return { extensionsBefore: await tools.extensions(), ...(await tools.customer.begin()) };
}

/**
 * Counts where a customer would: on the card. And at the supplier, where it can be asked. The promise was kept, and
 * every book says so once.
 */
export async function mustBeExtendedOnce(tools: Tools, begun: Counted, refresh = false): Promise<Renewed> {
  const { customer } = tools;
  const { before, quote, renewal } = begun;
  const renewed = await customer.reaches(renewal, 'renewed', refresh);
  const after = await customer.card(before.cardRef);
  const known = new Set(before.entitlement.periods.map(({ periodId }) => periodId));
  const added = after.entitlement.periods.filter(({ periodId }) => !known.has(periodId));
  must(added.length === 1, `one payment, and the card has ${added.length} periods more`);
  must(
    after.entitlement.expiresAt === renewed.period.to,
    `renewed until ${renewed.period.to}, and the card ends at ${after.entitlement.expiresAt ?? 'no time'}`,
  );
  must(
    Date.parse(renewed.period.to) >= Date.parse(quote.effect.to),
    `promised until ${quote.effect.to}, renewed until ${renewed.period.to}`,
  );
  await mustHaveOrdered(tools, begun, 1);
  return renewed;
}

/** Nothing happened to the card, nor at the supplier. */
export async function mustNotBeExtended(tools: Tools, begun: Counted): Promise<void> {
  const { entitlement } = await tools.customer.card(begun.before.cardRef);
  must(
    entitlement.expiresAt === begun.before.entitlement.expiresAt,
    `the card was extended until ${entitlement.expiresAt ?? 'no time'}`,
  );
  await mustHaveOrdered(tools, begun, 0);
}

async function mustHaveOrdered(tools: Tools, { extensionsBefore }: Counted, expected: number): Promise<void> {
  const now = await tools.extensions();
  if (now === null || extensionsBefore === null) return;
  const made = now - extensionsBefore;
  must(made === expected, `the supplier made ${made} extensions instead of ${expected}`);
}

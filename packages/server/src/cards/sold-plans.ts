import type { PlanRef, RefusalReason } from '@leb-renew/core/contract';
import type { Context } from '../renewals/context.ts';
import { askSupplier, whileSomebodyWaitsMs } from './ask-supplier.ts';
import type { CardRecord } from './card-view.ts';

/** Why the supplier would not sell a plan; null where it would, and where it does not say. */
export type SupplierRefusal = (planId: string) => RefusalReason | null;

export type SoldPlans = (card: CardRecord['card'], plans: readonly PlanRef[]) => Promise<SupplierRefusal>;

const keptMs = 60_000;
const mostKept = 1_000;

/**
 * Asks the supplier which plans it would sell for a card. What it says is kept for a minute, also that it says nothing:
 * people look at plans again and again, and a supplier that is away would slow every look.
 */
export function createSoldPlans({ supplier, now }: Pick<Context, 'supplier' | 'now'>): SoldPlans {
  const kept = new Map<string, { readonly at: number; readonly said: Promise<SupplierRefusal> }>();
  return (card, plans) => {
    const key = JSON.stringify([card.card_ref, card.version, plans.map(({ planId }) => planId)]);
    const known = kept.get(key);
    if (known !== undefined && now() - known.at < keptMs) return known.said;
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= mostKept) kept.delete(oldest);
    const said = ask(card.iccid, plans);
    kept.delete(key);
    kept.set(key, { at: now(), said });
    return said;
  };

  async function ask(iccid: string, plans: readonly PlanRef[]): Promise<SupplierRefusal> {
    const said = await askSupplier(whileSomebodyWaitsMs, null, (told) =>
      supplier.listPlans(iccid, plans, told),
    );
    if (said.outcome === 'listed') {
      const sold = new Set(said.planIds);
      return (planId) => (sold.has(planId) ? null : 'not-sold');
    }
    if (said.outcome === 'refused' && said.isFinal) return () => reasonOf(said.reason);
    return () => null;
  }
}

/** For the customer, everything that only the supplier can explain is one reason. */
export const reasonOf = (reason: RefusalReason | 'other'): RefusalReason =>
  reason === 'other' ? 'not-sold' : reason;

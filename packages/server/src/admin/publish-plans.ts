import { LineByLanguage, LinesByLanguage, type Money, type Plan, type Term } from '@leb-renew/core/contract';
import { check, object, optional, type Of } from '@leb-renew/core/schema';
import type { ExtensionPolicy } from '@leb-renew/core/term';
import type { Database } from '../store/database.ts';

/** A plan as the seller offers it. Only plans of one family extend each other. */
export interface PlanOffer {
  readonly planId: string;
  readonly family: string;
  readonly name: string;
  /** The name in other languages, by BCP 47 tag: `{ 'zh-Hans': '1 年', de: '1 Jahr' }`. */
  readonly nameIn?: LineByLanguage;
  readonly term: Term;
  /** What is charged, tax included, once per currency. The first is the default. */
  readonly prices: readonly Money[];
  /** Tax inside the prices, hundredths of a percent. @default 0 */
  readonly taxRateBasisPoints?: number;
  readonly allowance: Plan['allowance'];
  /** Short facts, e.g. `40 countries`. */
  readonly includes: readonly string[];
  /** The same in other languages, by BCP 47 tag. */
  readonly includesIn?: LinesByLanguage;
  /** How the supplier extends a card by it. @default add to the end, no grace */
  readonly policy?: ExtensionPolicy;
}

/** Shows plans in the order given. Plans that are not named keep their place after them. */
export function publishPlans(database: Database, offers: readonly PlanOffer[]): Promise<void> {
  return database.transaction().execute(async (transaction) => {
    for (const [position, offer] of offers.entries()) {
      const { planId: plan_id, family, name, prices, taxRateBasisPoints = 0, policy = {} } = offer;
      const { nameIn, includesIn } = inLanguages(offer);
      if (prices.length === 0) throw new RangeError(`publishPlans: ${plan_id} has no price`);
      const plan = {
        family,
        name,
        name_in: nameIn === undefined ? null : JSON.stringify(nameIn),
        includes_in: includesIn === undefined ? null : JSON.stringify(includesIn),
        term: JSON.stringify(offer.term),
        allowance: JSON.stringify(offer.allowance),
        includes: JSON.stringify(offer.includes),
        policy: JSON.stringify(policy),
        tax_rate_basis_points: taxRateBasisPoints,
        position,
      };
      await transaction
        .insertInto('plans')
        .values({ plan_id, ...plan })
        .onConflict((conflict) => conflict.column('plan_id').doUpdateSet(plan))
        .execute();
      await transaction.deleteFrom('plan_prices').where('plan_id', '=', plan_id).execute();
      await transaction
        .insertInto('plan_prices')
        .values(prices.map((price, order) => ({ plan_id, ...price, position: order })))
        .execute();
    }
  });
}

const InLanguages = object({ nameIn: optional(LineByLanguage), includesIn: optional(LinesByLanguage) });

/** What no page would believe is not published: a language that is no tag, a name that is empty. */
function inLanguages(offer: PlanOffer): Of<typeof InLanguages> {
  const checked = check(InLanguages, offer);
  if (checked.ok) return checked.value;
  throw new RangeError(`publishPlans: ${offer.planId}: ${checked.path} breaks "${checked.rule}"`);
}

import { inLanguage, type PlanRef } from '@leb-renew/core';
import { isRightToLeft } from './language.ts';

/** How a plan is called, in one language or several. */
type Named = Pick<PlanRef, 'name' | 'nameIn'>;

/** What a plan is called in the language of the words. */
export const planName = ({ name, nameIn }: Named, locale: string): string => inLanguage(locale, nameIn, name);

/**
 * The same inside a sentence. Where one of the two may run from right to left, the name is isolated (UAX #9: FSI and
 * PDI), so that neither puts the other's words and numbers out of order.
 */
export function planNameWithin(plan: Named, locale: string): string {
  const name = planName(plan, locale);
  return isRightToLeft(locale) || rightToLeft.test(name) ? `\u2068${name}\u2069` : name;
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

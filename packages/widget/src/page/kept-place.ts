import type { Choice } from '@leb-renew/core';

/** Where a page was, as far as a reload may know: nothing in it opens anything. */
export interface KeptPlace {
  readonly cardRef: string | null;
  readonly planId: string | null;
  /** Whether the receipts of the card are shown, in place of its plans. */
  readonly receipts: boolean;
  /** What is being read before a renewal begins; from then on there is a ticket. */
  readonly choice: Choice | null;
  /** Whose receipt is shown. */
  readonly renewalId: string | null;
  /** Whether a dialog or drawer is open. */
  readonly isOpen: boolean;
}

export const nowhere: KeptPlace = {
  cardRef: null,
  planId: null,
  receipts: false,
  choice: null,
  renewalId: null,
  isOpen: false,
};

/** Whose place this load of the page has kept: an element that is put on the page again goes on there. */
const own = new Set<string>();

const keyOf = (name: string): string => `leb-renew:place:${name}`;

/** In this tab only, and only while it is open. A browser that blocks storage keeps nothing. */
export function keepPlace(name: string, place: KeptPlace): void {
  own.add(name);
  try {
    if (Object.entries(place).every(([part, value]) => value === nowhere[part as keyof KeptPlace]))
      sessionStorage.removeItem(keyOf(name));
    else sessionStorage.setItem(keyOf(name), JSON.stringify(place));
  } catch {
    // Then a reload begins at the cards.
  }
}

/**
 * Where the page was before a reload, or before the browser came back to it. Whoever opens its address anew in the same
 * tab begins at the cards. What anybody may have written there is looked at, part by part.
 */
export function keptPlace(name: string): KeptPlace {
  if (isOpenedAnew() && !own.has(name)) return nowhere;
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(name)) ?? '{}') as Record<keyof KeptPlace, unknown>;
    const choice = (kept.choice ?? {}) as Record<keyof Choice, unknown>;
    const [cardRef, planId, currency] = [
      textIn(choice.cardRef),
      textIn(choice.planId),
      textIn(choice.currency),
    ];
    return {
      cardRef: textIn(kept.cardRef),
      planId: textIn(kept.planId),
      receipts: kept.receipts === true,
      choice: cardRef && planId && currency ? { cardRef, planId, currency } : null,
      renewalId: textIn(kept.renewalId),
      isOpen: kept.isOpen === true,
    };
  } catch {
    return nowhere;
  }
}

/** A browser that does not tell is taken for one that was reloaded. */
const isOpenedAnew = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'navigate');

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);

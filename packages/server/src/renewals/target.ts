import type { Instant, Quote } from '@leb-renew/core/contract';
import type { Extension } from '@leb-renew/core/term';
import type { CardRecord } from '../cards/card-view.ts';
import type { Refused } from '../cards/extension.ts';
import { offerOf } from '../cards/plans.ts';

interface Purchase {
  readonly record: CardRecord;
  /** The plan that was bought. */
  readonly plan: CardRecord['plan'];
  readonly quote: Quote;
  readonly paidAt: Instant;
}

/**
 * The dates to ask the supplier for. A promise that was paid in time, on a card that has not changed, is kept to the
 * second. Money that came later, or a changed card, gets at least the promised end: what the term gives now, if that is more.
 */
export function targetOf({ record, plan, quote, paidAt }: Purchase): Extension | Refused {
  const promised = promiseOf(record, plan, quote);
  const unchanged = String(record.card.version) === quote.entitlementVersion;
  if (unchanged && Date.parse(paidAt) <= Date.parse(quote.validUntil)) return promised;
  const now = offerOf(record, plan, paidAt);
  if ('refused' in now) return unchanged ? promised : now;
  return Date.parse(now.to) > Date.parse(promised.to) ? now : promised;
}

/** The quote keeps dates only; the anchor they lead to follows from the card at the moment of the quote. */
function promiseOf(record: CardRecord, plan: CardRecord['plan'], { effect, issuedAt }: Quote): Extension {
  const { from, to, basis, losesDays } = effect;
  const quoted = offerOf(record, plan, issuedAt);
  return {
    from,
    to,
    basis,
    losesDays,
    anchorDay: 'refused' in quoted ? record.card.anchor_day : quoted.anchorDay,
  };
}

import type { Card, Choice, RenewalState } from '@leb-renew/core';
import { nowhere, type KeptPlace } from '../../page/kept-place.ts';
import type { Chosen, Place } from './place.ts';
import type { World } from './world.ts';

type Spot = Pick<Chosen, 'cardRef' | 'planId' | 'receipts'>;

const cards: Spot = { cardRef: null, planId: null, receipts: false };

/** What was picked for one card: another may not be sold in that currency. */
const unpicked: Pick<Chosen, 'picked' | 'currency'> = { picked: null, currency: undefined };

/** Leads from step to step, there and back, and to where a page was before it was loaded again. */
export class Way {
  readonly #world: World;
  readonly #place: Place;
  readonly #known: () => readonly Card[] | null;
  /** Where the person was before going back to the cards. */
  #left: Spot = cards;
  /** An open renewal of the chosen card is gone on with as soon as it is known of. */
  #joins = false;
  /** What was being read before the page was loaded again, until it is asked for anew. */
  #choice: Choice | null = null;
  /** Whose receipt was shown then, until somebody is signed in who may see it. */
  #receiptOf: string | null = null;

  /** `known`: the cards as they were last read. */
  constructor(world: World, place: Place, known: () => readonly Card[] | null) {
    this.#world = world;
    this.#place = place;
    this.#known = known;
  }

  /** To the plans of a card, or to the renewal of it that is open. */
  toCard(card: Pick<Chosen, 'cardRef' | 'planId'>): void {
    this.#place.change({ ...card, receipts: false, ...unpicked });
    this.#world.send({ type: 'dismiss' });
    this.#joins = true;
    this.arrive(this.#known());
  }

  /** To what has been paid for a card. */
  toReceipts(cardRef: string): void {
    this.#place.change({ cardRef, planId: null, receipts: true, ...unpicked });
    this.#world.send({ type: 'dismiss' });
  }

  readonly toCards = (): void => {
    const { cardRef, planId, receipts } = this.#place.chosen;
    if (cardRef !== null) this.#left = { cardRef, planId, receipts };
    this.#world.send({ type: 'dismiss' });
    this.#place.change({ ...cards, ...unpicked });
  };

  readonly done = (): void => {
    this.toCards();
    this.#world.send({ type: 'done' });
    this.#place.readAgain();
  };

  /** Another person may come next: nothing leads back. */
  forget(): void {
    this.toCards();
    this.#left = cards;
    this.#choice = this.#receiptOf = null;
  }

  /** Back to so many steps from the cards. While money may be on its way it goes nowhere. */
  back(depth: number): void {
    const before = this.#status;
    if (before === 'renewed' || before === 'held') {
      this.done();
      return;
    }
    this.#world.send({ type: 'back' });
    if (depth <= 0 && (this.#status === 'choosing' || this.#status === 'cancelling')) this.toCards();
  }

  /** Forward again, where nothing begins by that: to the plans, or to the receipts. */
  forward(): void {
    const { cardRef, receipts } = this.#left;
    if (this.#status !== 'choosing' || this.#place.chosen.cardRef !== null || cardRef === null) return;
    if (receipts) this.toReceipts(cardRef);
    else this.toCard(this.#left);
  }

  /** Another tab has done something with a renewal. */
  lookAgain(): void {
    this.#joins = true;
    this.#place.readAgain();
    this.#world.send({ type: 'look' });
  }

  /** The cards have been read. */
  readonly arrive = (known: readonly Card[] | null): void => {
    const { cardRef, receipts } = this.#place.chosen;
    if (known === null || cardRef === null || receipts || this.#status !== 'choosing') return;
    const card = known.find((each) => each.cardRef === cardRef);
    const [choice, joins] = [this.#choice, this.#joins];
    this.#choice = null;
    this.#joins = false;
    if (card === undefined) this.toCards();
    // This browser may have lost the ticket of a payment that is on its way: the server is asked as if one were.
    else if (joins && card.openRenewal !== null)
      this.#world.send({
        type: 'resume',
        ticket: { renewalId: card.openRenewal, renewalToken: null, confirming: true },
      });
    else if (choice?.cardRef === cardRef) this.#world.send({ type: 'choose', choice });
  };

  /** Somebody is signed in. */
  signedIn(): void {
    const renewalId = this.#receiptOf;
    this.#receiptOf = null;
    if (renewalId !== null && this.#status === 'choosing')
      this.#world.send({ type: 'resume', ticket: { renewalId, renewalToken: null, confirming: false } });
  }

  /** Goes to where the page was. */
  restore({ cardRef, planId, receipts, choice, renewalId }: KeptPlace): void {
    this.#choice = choice;
    this.#receiptOf = renewalId;
    this.#joins = cardRef !== null;
    if (cardRef !== null) this.#place.change({ cardRef, planId, receipts });
  }

  /** What is to be found again after a reload. */
  get kept(): Omit<KeptPlace, 'isOpen'> {
    const { renewal } = this.#world;
    const { cardRef, planId, receipts } = this.#place.chosen;
    return {
      ...nowhere,
      cardRef,
      planId,
      receipts,
      choice: choiceOf(renewal) ?? this.#choice,
      renewalId: renewal?.status === 'renewed' ? renewal.renewal.renewalId : this.#receiptOf,
    };
  }

  get #status(): RenewalState['status'] | undefined {
    return this.#world.renewal?.status;
  }
}

/** What was chosen; from the moment it has begun there is a ticket instead. */
function choiceOf(renewal: RenewalState | null): Choice | null {
  if (renewal?.status === 'quoting') return renewal.choice;
  if (renewal === null || !('quote' in renewal)) return null;
  const { cardRef, plan, total } = renewal.quote;
  return { cardRef, planId: plan.planId, currency: total.currency };
}

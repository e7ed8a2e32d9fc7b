import type { Problem } from '@leb-renew/core';
import type { TextController } from '../../controllers/text-controller.ts';
import type {
  AgreeEvent,
  CurrencyPickEvent,
  PayEvent,
  PlanContinueEvent,
  PlanPickEvent,
  ReceiptPickEvent,
  ReminderEvent,
  RenewEvent,
} from '../../events.ts';
import { later } from './later.ts';
import type { Place } from './place.ts';
import type { Reads } from './reads.ts';
import { problemOf } from './trouble.ts';
import { unlessStopped } from './unless-stopped.ts';
import type { Way } from './way.ts';
import type { Who } from './who.ts';
import type { World } from './world.ts';

/** What they change. */
interface Inside {
  readonly world: World;
  readonly place: Place;
  readonly way: Way;
  readonly reads: Reads;
  readonly who: Who;
  readonly text: TextController<'journey'>;
  readonly failed: (problem: Problem) => void;
}

/** What becomes of each thing that a person wishes in the steps. */
export class Wishes {
  readonly signOut: () => void;

  readonly #inside: Inside;

  constructor(inside: Inside) {
    this.#inside = inside;
    this.signOut = inside.who.signOut;
  }

  readonly renew: (event: RenewEvent) => void = unlessStopped(({ cardRef }) => {
    this.#inside.way.toCard({ cardRef, planId: null });
  });

  readonly receipts = (cardRef: string): void => {
    this.#inside.way.toReceipts(cardRef);
  };

  readonly pickReceipt = ({ renewalId }: ReceiptPickEvent): void => {
    this.#inside.place.change({ picked: renewalId });
  };

  readonly pick: (event: PlanPickEvent) => void = unlessStopped(({ planId }) => {
    this.#inside.place.change({ planId });
  });

  readonly price = ({ currency }: CurrencyPickEvent): void => {
    this.#inside.place.change({ currency });
  };

  readonly next: (event: PlanContinueEvent) => void = unlessStopped(({ planId }) => {
    const { place, reads } = this.#inside;
    const { cardRef, currency = reads.offered?.currency } = place.chosen;
    if (cardRef === null || currency === undefined) return;
    this.#inside.place.change({ planId });
    this.#inside.world.send({ type: 'choose', choice: { cardRef, planId, currency } });
  });

  readonly agree: (event: AgreeEvent) => void = unlessStopped(({ text }) => {
    this.#inside.world.send({ type: 'agree', text });
  });

  readonly pay: (event: PayEvent) => void = unlessStopped(() => {
    this.#inside.world.send({ type: 'pay' });
  });

  readonly retry = (): void => {
    this.#inside.world.send({ type: 'retry' });
    this.#inside.world.send({ type: 'look' });
  };

  readonly back = (): void => {
    this.#inside.world.send({ type: 'back' });
  };

  readonly again = (): void => {
    this.#inside.place.readAgain();
  };

  readonly toCards = (): void => {
    this.#inside.way.toCards();
  };

  /** As far back as money allows. */
  readonly leave = (): void => {
    this.#inside.way.back(0);
  };

  readonly done = (): void => {
    this.#inside.way.done();
  };

  readonly remind = ({ cardRef }: ReminderEvent): void => {
    const { reads, text, world, failed } = this.#inside;
    const card = reads.card(cardRef);
    const { words, locale } = text;
    const now = world.ports?.clock.now();
    if (card === null || words === null || now === undefined) return;
    void later
      .rest()
      .then(({ saveReminder }) => saveReminder(card, words, locale, now))
      .catch((error: unknown) => {
        failed(problemOf(error));
      });
  };
}

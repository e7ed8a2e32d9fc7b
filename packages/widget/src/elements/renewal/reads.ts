import { Task } from '@lit/task';
import type { Card, PlanList, Problem } from '@leb-renew/core';
import type { ReactiveControllerHost } from 'lit';
import { Papers, type PapersView } from './papers.ts';
import { problemOf, valueOf } from './trouble.ts';

/** What the element is looking at. Each read runs again when its part of this changes. */
export type View = PapersView;

interface Offered extends PlanList {
  readonly cardRef: string;
}

/** Who hears of it. */
interface Listener {
  cards(cards: readonly Card[] | null): void;
  failed(problem: Problem): void;
}

/** Everything that is read from the server. Null where there is nothing to ask for. */
export class Reads {
  readonly cards: Task<readonly unknown[], readonly Card[] | null>;
  readonly plans: Task<readonly unknown[], Offered | null>;
  readonly papers: Papers;
  readonly #view: () => View;

  constructor(host: ReactiveControllerHost, view: () => View, tell: Listener) {
    this.#view = view;
    const onError = (error: unknown) => {
      tell.failed(problemOf(error));
    };
    this.cards = new Task(host, {
      args: () => [view().ports, view().token, view().visit, view().renewed?.renewalId],
      task: async (_, { signal }) => {
        const { ports, token } = view();
        return ports === null || token === null ? null : (await valueOf(ports.api.cards({ signal }))).cards;
      },
      onComplete: (cards) => {
        tell.cards(cards);
      },
      onError,
    });
    this.plans = new Task(host, {
      args: () => {
        const { ports, token, cardRef, currency, visit, renewed } = view();
        return [ports, token, cardRef, currency, visit, renewed?.renewalId];
      },
      task: async (_, { signal }) => {
        const { ports, token, cardRef, currency } = view();
        return ports === null || token === null || cardRef === null
          ? null
          : { ...(await valueOf(ports.api.plans({ cardRef, currency }, { signal }))), cardRef };
      },
      onError,
    });
    this.papers = new Papers(host, view, tell.failed);
  }

  /** The plans of the card as they were last read; null until they were. */
  get offered(): PlanList | null {
    const { value } = this.plans;
    return value && value.cardRef === this.#view().cardRef ? value : null;
  }

  /** Whether there was no connection to read with. */
  get wereCutOff(): boolean {
    return [this.cards, this.plans].some(
      ({ error }) => error !== undefined && problemOf(error).code === 'offline',
    );
  }

  /** The card as it was last read; null when there is no such card, or it is not known yet. */
  card(cardRef: string | null): Card | null {
    return this.cards.value?.find((each) => each.cardRef === cardRef) ?? null;
  }
}

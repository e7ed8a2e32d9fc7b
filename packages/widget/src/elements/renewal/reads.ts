import { Task } from '@lit/task';
import type { Card, PlanList, Problem, Receipt, TicketKey } from '@leb-renew/core';
import type { ReactiveControllerHost } from 'lit';
import type { Ports } from '../../ports.ts';
import { problemOf, valueOf } from './trouble.ts';

/** What the element is looking at. Each read runs again when its part of this changes. */
export interface View {
  readonly ports: Ports | null;
  /** The session's; null while nobody is signed in. */
  readonly token: string | null;
  readonly cardRef: string | null;
  /** ISO 4217; the seller's own when undefined. */
  readonly currency: string | undefined;
  /** Raised to read the cards and plans again. */
  readonly visit: number;
  /** The renewal whose receipt is wanted. */
  readonly renewed: TicketKey | null;
}

/** Everything that is read from the server. Null where there is nothing to ask for. */
export class Reads {
  readonly cards: Task<readonly unknown[], readonly Card[] | null>;
  readonly plans: Task<readonly unknown[], PlanList | null>;
  readonly receipt: Task<readonly unknown[], Receipt | null>;

  constructor(host: ReactiveControllerHost, view: () => View, failed: (problem: Problem) => void) {
    const onError = (error: unknown) => {
      failed(problemOf(error));
    };
    this.cards = new Task(host, {
      args: () => [view().ports, view().token, view().visit],
      task: async () => {
        const { ports, token } = view();
        return ports === null || token === null ? null : (await valueOf(ports.api.cards())).cards;
      },
      onError,
    });
    this.plans = new Task(host, {
      args: () => [view().ports, view().token, view().cardRef, view().currency, view().visit],
      task: async () => {
        const { ports, token, cardRef, currency } = view();
        return ports === null || token === null || cardRef === null
          ? null
          : valueOf(ports.api.plans({ cardRef, currency }));
      },
      onError,
    });
    this.receipt = new Task(host, {
      args: () => [view().ports, view().renewed?.renewalId],
      task: async () => {
        const { ports, renewed } = view();
        return ports === null || renewed === null ? null : valueOf(ports.api.receipt(renewed));
      },
      onError,
    });
  }
}

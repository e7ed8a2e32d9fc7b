import { Task, TaskStatus } from '@lit/task';
import type { Problem, Receipt, ReceiptSummary, RenewalApi, RenewalIn, TicketKey } from '@leb-renew/core';
import type { ReactiveControllerHost } from 'lit';
import type { Ports } from '../../ports.ts';
import type { Chosen } from './place.ts';
import { problemOf, valueOf } from './trouble.ts';

/** What decides which receipts are read. */
export interface PapersView extends Chosen {
  readonly ports: Ports | null;
  /** The session's; null while nobody is signed in. */
  readonly token: string | null;
  /** Whether a renewal link has opened the session: it shows no receipts. */
  readonly isLink: boolean;
  /** The renewal that has gone well. */
  readonly renewed: RenewalIn<'renewed'> | null;
}

interface Listed {
  readonly cardRef: string;
  readonly papers: readonly ReceiptSummary[];
}

/** The receipts of a card as they are read: the list of them, and one in full. */
export class Papers {
  readonly #view: () => PapersView;
  readonly #list: Task<readonly unknown[], Listed | null>;
  readonly #receipt: Task<readonly unknown[], Receipt | null>;

  constructor(host: ReactiveControllerHost, view: () => PapersView, failed: (problem: Problem) => void) {
    this.#view = view;
    this.#list = new Task(host, {
      args: () => [view().ports, view().token, this.#cardRef, view().visit],
      task: async (_, { signal }) => {
        const cardRef = this.#cardRef;
        const { ports } = view();
        return ports === null || cardRef === null
          ? null
          : { cardRef, papers: await papersOf(ports.api, cardRef, signal) };
      },
      onError: (error) => {
        // Beside a receipt the list may be missing.
        if (view().renewed === null) failed(problemOf(error));
      },
    });
    this.#receipt = new Task(host, {
      args: () => {
        const wanted = this.#wanted;
        return [view().ports, wanted?.renewalId, wanted && (wanted.renewalToken ?? view().token)];
      },
      task: async (_, { signal }) => {
        const { ports } = view();
        const wanted = this.#wanted;
        return ports === null || wanted === null ? null : valueOf(ports.api.receipt(wanted, { signal }));
      },
      onError: (error) => {
        failed(problemOf(error));
      },
    });
  }

  /** All of the card, newest first; null while they are not known, or nobody may see them. */
  get list(): readonly ReceiptSummary[] | null {
    const { value } = this.#list;
    return value && value.cardRef === this.#cardRef ? value.papers : null;
  }

  /** The one to show; until another is here that was picked, the one before. */
  get receipt(): Receipt | null {
    const { value } = this.#receipt;
    if (!value) return null;
    const isWanted = value.renewalId === this.#wanted?.renewalId;
    const isBefore = this.#view().picked !== null && value.card.cardRef === this.#cardRef;
    return isWanted || isBefore ? value : null;
  }

  /** Why there is none to show. */
  get problem(): Problem | null {
    const read = [this.#receipt, ...(this.#view().renewed === null ? [this.#list] : [])];
    const broken = read.find(({ status }) => status === TaskStatus.ERROR);
    return broken === undefined ? null : problemOf(broken.error);
  }

  /** Whether there was no connection to read with. */
  get wereCutOff(): boolean {
    return this.problem?.code === 'offline';
  }

  /** Reads again what could not be read. */
  readonly again = (): void => {
    for (const task of [this.#list, this.#receipt]) if (task.status === TaskStatus.ERROR) void task.run();
  };

  /** Reads the receipt again. */
  refresh(): void {
    void this.#receipt.run();
  }

  /** Whose receipts are listed. */
  get #cardRef(): string | null {
    const { token, isLink, renewed, receipts, cardRef } = this.#view();
    if (token === null || isLink) return null;
    return renewed?.quote.cardRef ?? (receipts ? cardRef : null);
  }

  get #wanted(): TicketKey | null {
    const { renewed, picked } = this.#view();
    const renewalId = picked ?? (renewed === null ? this.list?.[0]?.renewalId : undefined);
    return renewalId === undefined ? renewed : { renewalId, renewalToken: null };
  }
}

/** None where the server is older than the list. */
async function papersOf(
  api: RenewalApi,
  cardRef: string,
  signal: AbortSignal,
): Promise<readonly ReceiptSummary[]> {
  const asked = api.receipts({ cardRef }, { signal });
  const answer = await asked;
  return !answer.ok && answer.problem.code === 'not-found' ? [] : (await valueOf(asked)).receipts;
}

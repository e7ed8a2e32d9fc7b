import { problem, type RenewalIn } from '@leb-renew/core';
import type { Problem, Renewal, RenewalStatus } from '@leb-renew/core/contract';
import { quote } from '../examples/quote.ts';
import { renewalIn } from '../examples/renewal.ts';

/** A try to pay. `flying`: on its way to the provider. */
interface Try {
  readonly renewalId: string;
  state: 'flying' | 'processing' | 'declined' | 'captured';
}

interface Record {
  readonly renewalId: string;
  readonly quoteId: string;
  status: RenewalStatus;
  seq: number;
  lastProblem: Problem | null;
  /** What the server said, oldest first: a lagging replica still says it. */
  readonly history: { readonly at: number; readonly renewal: Renewal }[];
}

/**
 * Chance, in one place: a tape of numbers. When it has run out everything goes well, so that each walk comes to
 * an end and a shorter tape is a calmer walk.
 */
export function createChance(tape: readonly number[]) {
  let at = 0;
  const roll = (sides: number): number => (tape[at++] ?? 0) % sides;
  return {
    roll,
    /** One in `sides`. */
    rarely: (sides: number): boolean => roll(sides) === sides - 1,
    /** The first when everything goes well. */
    pick: <T>(choices: readonly [T, ...T[]]): T => choices[roll(choices.length)] ?? choices[0],
    /** Milliseconds, 0 when everything goes well. */
    within: (ms: number): number => roll(11) * (ms / 10),
    get ranOut() {
      return at >= tape.length;
    },
  };
}
export type Chance = ReturnType<typeof createChance>;

/** What the world promises the machine; its patience (8 s) must be longer than all of it together. */
export const promises = { landingMs: 6_000, webhookMs: 500, lagMs: 1_000 };

/**
 * One card's server and a provider without any protection of its own: every try that is approved takes the money,
 * so that only the machine stands between a person and paying twice.
 */
export function createWorld(chance: Chance) {
  const agenda: { at: number; readonly page: boolean; readonly run: () => void }[] = [];
  const renewals: Record[] = [];
  const tries: Try[] = [];
  let now = 0;
  let serial = 0;

  const after = (ms: number, run: () => void, page = false): void =>
    void agenda.push({ at: now + ms, page, run });
  const find = (renewalId: string): Record => {
    const record = renewals.find((each) => each.renewalId === renewalId);
    if (record === undefined) throw new Error(`no renewal ${renewalId}`);
    return record;
  };
  const triesOf = (renewalId: string) => tries.filter((each) => each.renewalId === renewalId);
  const open = () => renewals.find(({ status }) => !['cancelled', 'renewed', 'refunded'].includes(status));

  const wire = ({ renewalId, quoteId, status, seq, lastProblem }: Record): Renewal =>
    renewalIn(status, { renewalId, seq, lastProblem, quote: { ...quote, quoteId } });

  function change(record: Record, news: Partial<Pick<Record, 'status' | 'lastProblem'>>): void {
    Object.assign(record, news);
    record.seq += 1;
    record.history.push({ at: now, renewal: wire(record) });
  }

  function create(quoteId: string): Record {
    const renewalId = `renewal-${(serial += 1)}`;
    const record: Record = {
      renewalId,
      quoteId,
      status: 'awaiting-payment',
      seq: 0,
      lastProblem: null,
      history: [],
    };
    renewals.push(record);
    change(record, {});
    return record;
  }

  /** The server hears what the provider knows. */
  function sync(record: Record): void {
    if (record.status !== 'awaiting-payment' && record.status !== 'processing') return;
    const known = triesOf(record.renewalId);
    if (known.some(({ state }) => state === 'captured')) {
      change(record, { status: 'paid' });
      after(chance.within(3_000), () => extend(record));
    } else if (known.some(({ state }) => state === 'processing')) {
      if (record.status !== 'processing') change(record, { status: 'processing' });
    } else if (
      record.status === 'processing' ||
      (known.length > 0 && record.lastProblem === null && known.every(({ state }) => state === 'declined'))
    )
      change(record, { status: 'awaiting-payment', lastProblem: problem('payment-declined') });
  }

  function extend(record: Record): void {
    if (chance.rarely(8)) {
      change(record, { status: 'review' });
      return;
    }
    change(record, { status: 'extending' });
    after(chance.within(20_000), () => change(record, { status: 'renewed' }));
  }

  return {
    get now() {
      return now;
    },
    after,
    find,
    triesOf,
    /** Nothing more will happen by itself. What still flies to a cancelled renewal is declined when it lands. */
    isOver: (renewalId: string) => ['renewed', 'cancelled', 'review'].includes(find(renewalId).status),
    captures: (renewalId: string) => triesOf(renewalId).filter(({ state }) => state === 'captured').length,

    /** Lets the next thing happen. False when nothing is left to happen. */
    pass(awake: boolean): boolean {
      const due = agenda.filter(({ page }) => awake || !page).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) return false;
      agenda.splice(agenda.indexOf(due), 1);
      now = Math.max(now, due.at);
      due.run();
      return true;
    },

    begin(quoteId: string): { renewal: Renewal } | { open: string } {
      const again = renewals.find((each) => each.quoteId === quoteId);
      if (again !== undefined) return { renewal: wire(again) };
      const other = open();
      return other === undefined ? { renewal: wire(create(quoteId)) } : { open: other.renewalId };
    },

    /** Asks the provider first; the answer may still come from a replica that lags. */
    read(renewalId: string): Renewal {
      const record = find(renewalId);
      sync(record);
      const seenAt = now - (chance.rarely(4) ? chance.within(promises.lagMs) : 0);
      const [first] = record.history;
      return (record.history.findLast(({ at }) => at <= seenAt) ?? first)?.renewal ?? wire(record);
    },

    cancel(renewalId: string): Renewal {
      const record = find(renewalId);
      sync(record);
      if (record.status === 'awaiting-payment') change(record, { status: 'cancelled' });
      return wire(record);
    },

    /** The time to pay is over. */
    expire(): void {
      const record = open();
      if (record?.status !== 'awaiting-payment') return;
      if (triesOf(record.renewalId).every(({ state }) => state === 'declined'))
        change(record, { status: 'cancelled' });
    },

    /** Another tab renews the same card. */
    beginElsewhere(): void {
      if (open() === undefined) create(`quote-elsewhere-${(serial += 1)}`);
    },

    /** A try leaves the page; `landed` is called when the provider has it, at the latest when `soon` is over. */
    pay(
      { renewalId }: RenewalIn<'awaiting-payment'>,
      landed: (state: Try['state']) => void,
      soon = promises.landingMs,
    ): void {
      const record = find(renewalId);
      const attempt: Try = { renewalId, state: 'flying' };
      const fate = chance.pick<Try['state']>(['captured', 'declined', 'processing']);
      tries.push(attempt);
      after(chance.within(soon), () => {
        attempt.state = record.status === 'cancelled' ? 'declined' : fate;
        if (attempt.state === 'processing')
          after(chance.within(8_000), () => {
            attempt.state = chance.pick<Try['state']>(['captured', 'declined']);
            after(chance.within(promises.webhookMs), () => sync(record));
          });
        after(chance.within(promises.webhookMs), () => sync(record));
        landed(attempt.state);
      });
    },
  };
}
export type World = ReturnType<typeof createWorld>;

import type { Instant, Money } from '@leb-renew/core/contract';
import { sql } from 'kysely';
import type { Context } from '../renewals/context.ts';
import { instantOf } from '../store/instant.ts';
import { deadLetters } from './dead-letters.ts';

/** Something that waits for a person. */
export interface Waiting {
  readonly kind: 'review' | 'refund' | 'dispute' | 'extending' | 'dead-letter' | 'notice' | 'mail';
  readonly since: Instant;
  /** A reason of docs/operations.md, or what was in the way; without personal data. */
  readonly why: string;
  /** The renewal that it is about, where it is about one. */
  readonly renewal: {
    readonly renewalId: string;
    readonly reference: string;
    readonly amount: Money;
    /** Masked. */
    readonly card: string;
  } | null;
  /** What `retry` takes; of dead letters only. */
  readonly jobId: string | null;
}

/** How long news may take before a person should know, minutes. */
export const usualPatience = 10;

type Found = Omit<Waiting, 'renewal' | 'jobId'> & {
  readonly renewalId?: string | null;
  readonly paymentRef?: string | null;
  readonly jobId?: string;
};

/** Everything that waits for a person, the oldest first. `minutes` is what paid cards, notices and mails are given. */
export async function listWaiting(context: Context, minutes = usualPatience): Promise<readonly Waiting[]> {
  if (!(Number.isFinite(minutes) && minutes >= 0))
    throw new RangeError(`desk.list: minutes is ${minutes}, must be 0 or more`);
  const before = new Date(context.now() - minutes * 60_000);
  const looks = [withPersons, alarms, stillExtending, letters, unsettledNotices, unsent];
  const found = (await Promise.all(looks.map((look) => look(context, before)))).flat();
  const renewals = await renewalsOf(context, found);
  return found
    .map(({ renewalId, paymentRef, jobId = null, ...waiting }) => ({
      ...waiting,
      jobId,
      renewal: renewals.find((each) => isAbout(each, renewalId, paymentRef))?.shown ?? null,
    }))
    .sort((one, other) => Date.parse(one.since) - Date.parse(other.since));
}

async function withPersons({ database }: Context): Promise<Found[]> {
  const rows = await database
    .selectFrom('renewals')
    .select(['renewal_id', 'status', 'review', 'refund_key', 'refund_refused', 'refund_failed', 'updated_at'])
    .where('status', 'in', ['review', 'refunding'])
    .execute();
  return rows.map(({ renewal_id: renewalId, status, review, updated_at, ...row }) => ({
    kind: status === 'refunding' || row.refund_key !== null ? ('refund' as const) : ('review' as const),
    since: instantOf(updated_at),
    why: [
      review ?? status,
      ...(row.refund_refused === null ? [] : [`refund refused: ${row.refund_refused}`]),
      ...(row.refund_failed === null ? [] : [`refund failed: ${row.refund_failed}`]),
    ].join(', '),
    renewalId,
  }));
}

/** Payments that the payer disputes, and refunds that did not arrive after all. A note says that somebody has seen to it. */
async function alarms({ database }: Context): Promise<Found[]> {
  const { rows } = await sql<{ renewal_id: string; kind: 'dispute' | 'refund'; why: string; since: Date }>`
    select * from (
      select renewal_id, 'dispute' as kind, 'dispute ' || dispute as why, alarmed_at as since
      from leb_renew.renewals where dispute is not null
      union all
      select renewal_id, 'refund', 'refund failed: ' || refund_failed, alarmed_at
      from leb_renew.renewals where refund_failed is not null and status in ('renewed', 'refunded')
    ) as alarms
    where not exists (select from leb_renew.audit
      where audit.renewal_id = alarms.renewal_id and act = 'note' and at >= since)`.execute(database);
  return rows.map(({ renewal_id: renewalId, kind, why, since }) => ({
    kind,
    since: instantOf(since),
    why,
    renewalId,
  }));
}

async function stillExtending({ database }: Context, before: Date): Promise<Found[]> {
  const rows = await database
    .selectFrom('renewals')
    .leftJoin('fulfilments', 'fulfilments.renewal_id', 'renewals.renewal_id')
    .select(['renewals.renewal_id', 'paid_at', 'updated_at', 'tries', 'trouble'])
    .where('status', 'in', ['paid', 'extending'])
    .where('paid_at', '<=', before)
    .execute();
  return rows.map(({ renewal_id: renewalId, paid_at, updated_at, tries, trouble }) => ({
    kind: 'extending' as const,
    since: instantOf(paid_at ?? updated_at),
    why: `${tries ?? 0} tries${trouble === null ? '' : `, ${trouble}`}`,
    renewalId,
  }));
}

async function letters({ database }: Context): Promise<Found[]> {
  return (await deadLetters(database)).map(({ job, about, error, since, renewalId, paymentRef, jobId }) => ({
    kind: 'dead-letter' as const,
    since,
    why: `${job}${about === null ? '' : ` (${about})`}: ${error}`,
    renewalId,
    paymentRef,
    jobId,
  }));
}

async function unsettledNotices({ database }: Context, before: Date): Promise<Found[]> {
  const rows = await database
    .selectFrom('notices')
    .select(['notice_id', 'kind', 'ref', 'received_at'])
    .where('settled_at', 'is', null)
    .where('received_at', '<=', before)
    .execute();
  return rows.map(({ notice_id, kind, ref, received_at }) => ({
    kind: 'notice' as const,
    since: instantOf(received_at),
    why: `${kind}, ${notice_id}`,
    paymentRef: ref,
  }));
}

/** Confirmations and letters about renewals. A note about the renewal says that somebody has seen to it. */
async function unsent({ database }: Context, before: Date): Promise<Found[]> {
  const { rows } = await sql<{ renewal_id: string; what: string; why: string | null; since: Date }>`
    select * from (
      select renewal_id, 'confirmation' as what, unsendable as why, renewed_at as since from leb_renew.renewals
      where status = 'renewed' and unsendable is not null
      union all
      select renewal_id, 'confirmation', null, renewed_at from leb_renew.renewals
      where status = 'renewed' and sent_to is null and unsendable is null and renewed_at <= ${before}
      union all
      select renewal_id, about, unsendable, due_at from leb_renew.renewal_letters where unsendable is not null
    ) as mails
    where not exists (select from leb_renew.audit
      where audit.renewal_id = mails.renewal_id and act = 'note' and at >= since)`.execute(database);
  return rows.map(({ renewal_id: renewalId, what, why, since }) => ({
    kind: 'mail' as const,
    since: instantOf(since),
    why: `${what}: ${why ?? 'not sent yet'}`,
    renewalId,
  }));
}

const isAbout = (
  one: { readonly renewalId: string; readonly paymentRef: string | null },
  renewalId: string | null | undefined,
  paymentRef: string | null | undefined,
): boolean => one.renewalId === renewalId || (one.paymentRef !== null && one.paymentRef === paymentRef);

async function renewalsOf({ database }: Context, found: readonly Found[]) {
  const ids = found.flatMap(({ renewalId }) => renewalId ?? []);
  const refs = found.flatMap(({ paymentRef }) => paymentRef ?? []);
  const rows = await database
    .selectFrom('renewals')
    .innerJoin('quotes', 'quotes.quote_id', 'renewals.quote_id')
    .select(['renewal_id', 'reference', 'payment_ref', 'quote'])
    .where(({ eb, or }) =>
      or([
        eb('renewal_id', '=', sql<string>`any(${ids})`),
        eb('payment_ref', '=', sql<string>`any(${refs})`),
      ]),
    )
    .execute();
  return rows.map(({ renewal_id: renewalId, reference, payment_ref: paymentRef, quote }) => ({
    renewalId,
    paymentRef,
    shown: { renewalId, reference, amount: quote.total, card: quote.card.iccidMasked },
  }));
}

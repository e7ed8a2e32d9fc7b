import { firstRenewal, problem } from '@leb-renew/core';
import type { Renewal } from '@leb-renew/core/contract';
import type { Graph, Happens } from './explore.ts';
import {
  pagesOf,
  renewalCode,
  says,
  seqKnownTo,
  seqOf,
  seqOn,
  ticketCode,
  type RenewalState,
  type Step,
  type Ticket,
  type Told,
} from './page.ts';
import { promises } from './promises.ts';
import {
  capturesOf,
  newsOf,
  paymentOf,
  put,
  rankOf,
  refOf,
  rowOf,
  shopOf,
  type Answered,
  type Landing,
  type Row,
  type Rows,
  type ServerGuard,
} from './shop.ts';

/** How large and how bad the world is. */
export interface Setting {
  readonly step: Step;
  /** Questions beyond this many are treated alike; one more than the patience of the machine. */
  readonly asks?: number;
  readonly tabs: number;
  /** How often somebody may send a payment, all together. */
  readonly tries: number;
  /** How many quotes may be asked for, and so how many renewals begun. */
  readonly quotes: number;
  /** How much trouble there may be, all together, of the kinds below. */
  readonly troubles: number;
  readonly kinds: ReadonlySet<Trouble>;
  readonly without?: ServerGuard;
  /** A provider that takes money for every try: then only the page stands between a person and paying twice. */
  readonly naiveProvider?: boolean;
  /** A payment reaches the provider within the patience of a page, and its customer acts within it, or never. */
  readonly prompt?: boolean;
  /**
   * A form goes on behind the word that another tab is paying, and a page that was told so answers for that payment, too.
   * Elsewhere such a form is gone, and a page answers for what it has sent itself.
   */
  readonly formsGoOn?: boolean;
}

/** `reload`, `look` and whatever a person does cost no trouble: they may happen at any time, for ever. */
export type Trouble =
  /** A question or its answer is lost. */
  | 'lost'
  /** An answer comes twice, or after the question was asked again. */
  | 'late'
  /** The session has ended. */
  | 'signed out'
  /** The browser has thrown the ticket away. */
  | 'storage'
  /** The payment form does not load, or fails while it is behind what is said of another tab. */
  | 'blocked'
  /** The page takes the payment form away, and what it knew with it. */
  | 'moved'
  /** The outcome of a payment does not reach the page, or the page is left for it. */
  | 'unknown'
  /** The provider waits for its customer, e.g. for a code; the decline before that is no longer told. */
  | 'customer'
  /** A notice of the provider comes late, again and again, or never. */
  | 'notice'
  /** An answer from a reader that lags behind. */
  | 'lag'
  /** A request of a page that is gone arrives after all. */
  | 'orphan'
  /** The provider does not answer the server. */
  | 'provider down'
  /** Money arrives after the payment was closed. */
  | 'late money'
  | 'other sum'
  /** The time to pay is over. */
  | 'expired'
  /** The supplier does not answer, or refuses. */
  | 'supplier'
  /** The server's process ends. */
  | 'crash';

/** A payment on its way, sent by one tab. */
interface Try {
  readonly renewalId: string;
  readonly ref: number;
  /** `void`: it reached a payment that takes no more. */
  readonly state: 'flying' | 'waiting' | 'processing' | 'declined' | 'captured' | 'void';
  /** Whether the page that sent it still waits for its outcome. */
  readonly due: boolean;
  /** Of a try that waits for its customer. */
  readonly turn?: number | undefined;
}

/** A question without an answer. `slow`: asked only after a pause that ends the page's patience. */
type Call =
  | { readonly kind: 'quote' }
  | { readonly kind: 'begin'; readonly quote: number }
  | { readonly kind: 'cancel'; readonly renewalId: string }
  | { readonly kind: 'read'; readonly renewalId: string; readonly slow: boolean };

/** An answer on its way that takes its time, or comes a second time. */
interface Answer {
  readonly told: Told;
  /** Whether it is to the last question. */
  readonly current: boolean;
}

/** A tab of one person, with its own storage. What it has sent outlives its pages. */
interface Tab {
  readonly page: RenewalState;
  readonly ticket: Ticket | null;
  readonly form: 'none' | 'loading' | 'ready';
  /** Whether it was told that another tab is paying for the renewal of its ticket. */
  readonly knows: boolean;
  readonly call: Call | null;
  readonly answers: readonly Answer[];
  /** Sent by a page that is gone. */
  readonly orphan: Call | null;
  readonly tries: readonly Try[];
}

interface World {
  readonly tabs: readonly Tab[];
  readonly rows: Rows;
  readonly quotes: number;
  readonly tries: number;
  readonly troubles: number;
}

/** In `checking` a form may stay, too; but whoever leads back from there opens it anew. */
const formStates: ReadonlySet<RenewalState['status']> = new Set(['paying', 'confirming']);
const restStates: ReadonlySet<RenewalState['status']> = new Set([
  'choosing',
  'reviewing',
  'paying',
  'renewed',
  'held',
]);
/** What keeps the forms of other tabs closed. */
const sending: ReadonlySet<RenewalState['status']> = new Set(['confirming', 'checking']);
const ended: ReadonlySet<string> = new Set(['renewed', 'review', 'refunding', 'refunded']);
const over: ReadonlySet<string> = new Set([...ended, 'cancelled']);
const live: ReadonlySet<string> = new Set(['awaiting-payment', 'processing', 'paid', 'extending']);

/** Delays, in ms, that are longer than a payment may need to reach the provider. */
const longDelay = 4_000;

/** What came to nothing, and nobody waits for any more, matters no more. */
const forgetful = (tab: Tab): Tab =>
  tab.tries.every(matters) ? tab : { ...tab, tries: tab.tries.filter(matters) };
const matters = ({ state, due }: Try): boolean => due || (state !== 'declined' && state !== 'void');

/** Whether a server tells of a decline that can only be of the payment that somebody comes back from. */
const isOfTicket = (news: Renewal, { since = Infinity, returned }: Ticket): boolean =>
  returned === true && news.status === 'awaiting-payment' && news.lastProblem !== null && news.seq > since;

/** Neither the provider nor its customer has decided yet. */
const isOpen = ({ state }: Try): boolean => state === 'flying' || state === 'waiting';
const mayStillCharge = (rows: Rows, { state, renewalId, ref, turn }: Try): boolean =>
  state === 'flying' ||
  state === 'processing' ||
  (state === 'waiting' && rowOf(rows, renewalId)?.payments[ref]?.turn === turn);

/** Numbers what is given, in turn: the same number for the same, small enough for one character of a key. */
function numbering<T>(limit = 2 ** 16): (it: T) => number {
  const numbers = new Map<T, number>();
  return (it) => {
    let number = numbers.get(it);
    if (number === undefined) {
      number = numbers.size;
      if (number >= limit) throw new Error(`more than ${limit} to number`);
      numbers.set(it, number);
    }
    return number;
  };
}

function callCode(call: Call | null, isSlowKnown = false): string {
  if (call === null) return '';
  switch (call.kind) {
    case 'quote':
      return 'q';
    case 'begin':
      return `b${call.quote}`;
    case 'cancel':
      return `c${call.renewalId}`;
    case 'read':
      return `${call.slow && isSlowKnown ? 's' : 'r'}${call.renewalId}`;
  }
}
const answerCode = ({ told, current }: Answer): string => `${told.code}${current ? '' : '?'}`;
const byCode = (one: Answer, other: Answer): number =>
  answerCode(one) === answerCode(other)
    ? one.told.seq - other.told.seq
    : answerCode(one) < answerCode(other)
      ? -1
      : 1;
const tryCode = ({ renewalId, ref, state, due, turn }: Try): string =>
  `${renewalId}${ref}${state}${turn ?? ''}${due ? '!' : ''}`;
const all = <T>(them: readonly T[], code: (it: T) => string): string =>
  them.length === 0 ? '' : them.length === 1 ? code(them[0] as T) : them.map(code).sort().join('+');

const noticeCode = ({ notice, seq }: Row): string =>
  notice === null
    ? ''
    : [notice.state, notice.declined, notice.other, notice.otherSum, notice.sure, notice.seq === seq].join();

const rowCode = (row: Row): string =>
  [
    row.quote,
    renewalCode(newsOf(row)),
    row.declined,
    row.other,
    row.holdsCard,
    ...row.payments.map(
      ({ state, declined, other, captures, otherSum, turn }) =>
        `${state}${declined}${other}${captures}${otherSum}${turn}`,
    ),
    noticeCode(row),
    row.before === null ? '' : renewalCode(row.before),
    row.job,
    row.tried,
    row.refused,
    row.orders,
    row.extensions,
  ].join();

/** A part of the world that is kept once: two that are alike to the last number are one. */
interface Kept {
  readonly number: number;
  /** What tells it from others, but for the numbers of the news that it knows. */
  readonly words: number;
  /** Those numbers. Their order alone matters. */
  readonly seqs: readonly number[];
  /** The same for the same numbers. */
  readonly seqsNumber: number;
}

/**
 * @param exact tells any two of them apart
 * @param tell what tells them apart in a world, where only the order of the numbers counts
 */
function keptOnce<Part>(
  exact: (part: Part) => string,
  tell: (part: Part) => readonly [words: string, seqs: readonly number[]],
) {
  const parts = new Map<string, Part>();
  const known = new Map<Part, Kept>();
  const words = numbering<string>();
  const numbers = numbering<string>();
  return {
    one(part: Part): Part {
      if (known.has(part)) return part;
      const code = exact(part);
      const same = parts.get(code);
      if (same !== undefined) return same;
      const [inWords, seqs] = tell(part);
      parts.set(code, part);
      known.set(part, {
        number: known.size,
        words: words(inWords),
        seqs,
        seqsNumber: numbers(seqs.join()),
      });
      return part;
    },
    about(part: Part): Kept {
      const it = known.get(part);
      if (it === undefined) throw new Error('a part of the world that is not kept');
      return it;
    },
  };
}
/** In the place of a second tab. */
const nobody: Kept = { number: 0, words: 0, seqs: [], seqsNumber: 0 };

/** Something that can happen to one tab, or to the renewals: what it leaves, and what it takes from the world. */
interface Deed extends Pick<World, 'rows' | 'quotes' | 'tries' | 'troubles'> {
  readonly what: string;
  readonly tab: Tab | null;
  readonly byItself: boolean;
  readonly broken: readonly string[];
}

/** Whether the one makes the other needless: it leaves the same, and is no less urgent. */
const isAlike = (one: Deed, other: Deed): boolean =>
  one.tab === other.tab &&
  one.rows === other.rows &&
  one.quotes === other.quotes &&
  one.tries === other.tries &&
  one.troubles === other.troubles &&
  (one.byItself || !other.byItself);

export function worldOf(setting: Setting): Graph<World> {
  const { kinds, prompt = false, naiveProvider = false, formsGoOn = false } = setting;
  const shop = shopOf({ without: setting.without ?? null, naiveProvider, lag: kinds.has('lag') });
  const pages = pagesOf(setting.step, setting.asks);
  const firstPage = pages.settle(firstRenewal);

  const pageOf = numbering<RenewalState>();
  const toldOf = numbering<Told>(2 ** 15);
  const partOf = numbering<string>();
  const tabsKept = keptOnce<Tab>(
    ({ page, ticket, form, knows, call, answers, orphan, tries }) => {
      const heard = answers.map(({ told, current }) => toldOf(told) * 2 + (current ? 1 : 0));
      if (heard.length > 1) heard.sort((one, other) => one - other);
      return String.fromCharCode(
        pageOf(page),
        partOf(ticketCode(ticket)),
        seqOn(ticket),
        partOf(`${form}${knows}`),
        partOf(callCode(call, true)),
        partOf(callCode(orphan, true)),
        partOf(all(tries, tryCode)),
        ...heard,
      );
    },
    ({ page, ticket, form, knows, call, answers, orphan, tries }) => {
      const matters = kinds.has('lag') || tries.some(isOpen);
      const sorted = answers.length < 2 ? answers : answers.toSorted(byCode);
      return [
        `${pages.codeOf(page)};${ticketCode(ticket)};${form}${knows ? 'k' : ''};${callCode(call, matters)};${sorted.map(answerCode).join('+')};${callCode(orphan)};${all(tries, tryCode)}`,
        [seqKnownTo(page), seqOn(ticket), ...sorted.map(({ told }) => told.seq)],
      ];
    },
  );
  const rowsKept = keptOnce<Rows>(
    (rows) =>
      rows
        .map((row) => `${rowCode(row)};${row.seq};${row.before?.seq ?? ''};${row.notice?.seq ?? ''}`)
        .join('+'),
    (rows) => [
      rows.map(rowCode).join('+'),
      rows.flatMap((row) => [seqOf(row), row.before === null ? 0 : seqOf(row.before)]),
    ],
  );

  const orders = new Map<number, number>();
  const orderOf = numbering<string>();

  /** The order of the numbers of all the news that are known. */
  function order(one: Kept, other: Kept, rows: Kept): number {
    const key = (one.seqsNumber * 2 ** 16 + other.seqsNumber) * 2 ** 16 + rows.seqsNumber;
    let number = orders.get(key);
    if (number === undefined) {
      const seqs = [...one.seqs, ...other.seqs, ...rows.seqs];
      number = orderOf(seqs.map((seq) => seqs.filter((each) => each < seq).length).join());
      orders.set(key, number);
    }
    return number;
  }

  /** Tabs may change places. */
  function keyOf({ tabs, rows, quotes, tries, troubles }: World): string {
    let one = tabsKept.about(tabs[0] as Tab);
    let other = tabs.length > 1 ? tabsKept.about(tabs[1] as Tab) : nobody;
    if (tabs.length > 1 && other.words < one.words) [one, other] = [other, one];
    const known = rowsKept.about(rows);
    return String.fromCharCode(
      one.words,
      other.words,
      known.words,
      order(one, other, known),
      (quotes * 8 + tries) * 8 + troubles,
    );
  }

  const fresh: Tab = {
    page: firstPage,
    ticket: null,
    form: 'none',
    knows: false,
    call: null,
    answers: [],
    orphan: null,
    tries: [],
  };

  /** One event to one page, and the deeds that follow. */
  function send(world: World, at: number, { current, old }: Told, isCurrent = true): [World, string[]] {
    const tab = world.tabs[at] as Tab;
    const broken: string[] = [];
    const { after, commands, newRun, problem: told, again } = pages.step(tab.page, isCurrent ? current : old);
    if (after === tab.page && commands.length === 0 && !newRun) return [world, broken];
    let next: Tab = { ...tab, page: after };
    let { tries } = world;
    if (newRun) {
      const answers = tab.answers.map((each) => (each.current ? { ...each, current: false } : each));
      // What a form tells when nobody waits for it any more means nothing.
      const heard = next.tries.map((each) => (each.due ? { ...each, due: false } : each));
      next = { ...next, call: null, answers, tries: heard };
    }
    if (!formStates.has(after.status)) next = { ...next, form: 'none' };

    const mine = (renewalId: string): readonly Try[] =>
      next.tries.filter((each) => each.renewalId === renewalId);
    function leaveBehind(ticket: Ticket | null): void {
      if (ticket === null || (current.type === 'news' && over.has(current.renewal.status))) return;
      const status = rowOf(world.rows, ticket.renewalId)?.status ?? '';
      const isOnItsWay = mine(ticket.renewalId).some(
        (each) => mayStillCharge(world.rows, each) || each.state === 'captured',
      );
      if (isOnItsWay && !over.has(status)) broken.push(promises.ticket);
    }

    for (const command of commands)
      switch (command.type) {
        case 'quote':
          next = { ...next, call: { kind: 'quote' } };
          break;
        case 'begin':
          next = { ...next, call: { kind: 'begin', quote: Number(command.quoteId) } };
          break;
        case 'ask': {
          const { renewalId } = command.ticket;
          next = { ...next, call: { kind: 'read', renewalId, slow: command.delayMs >= longDelay } };
          break;
        }
        case 'cancel':
          next = { ...next, call: { kind: 'cancel', renewalId: command.ticket.renewalId } };
          break;
        case 'open-form':
          next = { ...next, form: 'loading' };
          break;
        case 'remember':
          if (next.ticket?.renewalId !== command.ticket.renewalId) {
            leaveBehind(next.ticket);
            next = { ...next, knows: false };
          }
          next = { ...next, ticket: command.ticket };
          break;
        case 'forget':
          leaveBehind(next.ticket);
          next = { ...next, ticket: null, knows: false };
          break;
        case 'confirm': {
          if (after.status !== 'confirming') throw new Error(`confirms while ${after.status}`);
          const { renewal } = after;
          const { ticket } = next;
          if (next.form !== 'ready') broken.push(promises.rightForm);
          if (ticket?.renewalId !== renewal.renewalId || !ticket.confirming) broken.push(promises.remembered);
          const sent: Try = {
            renewalId: renewal.renewalId,
            ref: refOf(renewal),
            state: 'flying',
            due: true,
          };
          next = { ...next, tries: [...next.tries, sent] };
          tries -= 1;
          break;
        }
      }

    const about = 'renewal' in after ? after.renewal : 'renewal' in tab.page ? tab.page.renewal : null;
    const aboutId =
      about?.renewalId ??
      (after.status === 'resuming'
        ? after.ticket.renewalId
        : tab.page.status === 'resuming'
          ? tab.page.ticket.renewalId
          : '');
    if (
      current.type === 'news' &&
      isCurrent &&
      tab.page.status === 'resuming' &&
      isOfTicket(current.renewal, tab.page.ticket) &&
      (after.status !== 'paying' || told?.charged !== 'no')
    )
      broken.push(promises.atOnce);
    const doubted =
      tab.page.status === 'checking' || (tab.page.status === 'resuming' && tab.page.ticket.confirming);
    if (doubted && after.status === 'paying' && told === null) broken.push(promises.notSeen);
    if (told?.charged === 'no' && !again)
      if (
        (tab.knows && tab.ticket?.renewalId === aboutId) ||
        mine(aboutId).some((each) => mayStillCharge(world.rows, each) || each.state === 'captured')
      )
        broken.push(promises.notCharged);
    if (tab.page.status === 'extending' && !['extending', 'renewed', 'held'].includes(after.status))
      broken.push(promises.noWayBack);

    return [{ ...world, tabs: withTab(world, at, next), tries }, broken];
  }

  const withTab = ({ tabs }: World, at: number, tab: Tab): readonly Tab[] =>
    tabs.map((each, index) => (index === at ? forgetful(tab) : each));
  const tabIn = (world: World, at: number, patch: Partial<Tab>): World => ({
    ...world,
    tabs: withTab(world, at, { ...(world.tabs[at] as Tab), ...patch }),
  });
  const trouble = (world: World): World => ({ ...world, troubles: world.troubles - 1 });

  const outcomes = (answered: Answered): Told =>
    'refused' in answered
      ? says.refused(problem(answered.refused, { renewalId: answered.renewalId }))
      : says.news(answered);
  const timeout = says.refused(problem('timeout'));
  const signedOut = says.refused(problem('not-signed-in'));
  const unasked = says.refused(problem('provider-down', { charged: 'unknown' }));

  /** The server does what it is asked, and answers. */
  function serve(world: World, call: Call, providerDown = false): [World, Told] {
    const { rows } = world;
    switch (call.kind) {
      case 'quote':
        return [{ ...world, quotes: world.quotes - 1 }, says.quoted(setting.quotes - world.quotes + 1)];
      case 'begin': {
        const [after, answered] = shop.begin(rows, call.quote, providerDown);
        return [{ ...world, rows: after }, outcomes(answered)];
      }
      case 'read':
      case 'cancel': {
        const row = rowOf(rows, call.renewalId);
        if (row === undefined) throw new Error(`no ${call.renewalId}`);
        const known = call.kind === 'read' ? shop.refresh(rows, row) : shop.giveUp(rows, row);
        // Nobody lags behind as long as a page waits.
        const after = prompt && call.kind === 'read' && call.slow ? { ...known, before: null } : known;
        return [{ ...world, rows: put(rows, after) }, outcomes(shop.answerOf(after))];
      }
    }
  }

  /**
   * What can happen to one tab, or to the renewals, hangs on little of the world: it is found out once for all the worlds
   * that have that little in common.
   */
  function happenings(world: World, happens: Happens<World>): void {
    for (const deed of deedsOf(world, null, 0, false))
      happens(deed.what, lift(world, -1, deed), deed.byItself, deed.broken);
    world.tabs.forEach((tab, at) => {
      const { page } = tab;
      const isPaidElsewhere =
        (page.status === 'paying' || page.status === 'confirming') &&
        world.tabs.some(
          (other) =>
            other !== tab &&
            sending.has(other.page.status) &&
            'renewal' in other.page &&
            other.page.renewal.renewalId === page.renewal.renewalId,
        );
      for (const deed of deedsOf(world, tab, at, isPaidElsewhere))
        happens(deed.what, lift(world, at, deed), deed.byItself, deed.broken);
    });
  }

  const found = new Map<number, readonly Deed[]>();

  /** @param tab null: of the renewals */
  function deedsOf(world: World, tab: Tab | null, at: number, isPaidElsewhere: boolean): readonly Deed[] {
    // A single tab and its renewals are the whole world: they hardly come again.
    if (tab !== null && world.tabs.length === 1) return findDeeds(world, tab, at, isPaidElsewhere);
    const { rows, quotes, tries, troubles } = world;
    let key = rowsKept.about(rows).number;
    key = key * 2 ** 20 + (tab === null ? 0 : tabsKept.about(tab).number + 1);
    key = key * 4 + quotes;
    key = key * 16 + (tries > 0 ? 8 : 0) + (troubles > 0 ? 4 : 0) + (isPaidElsewhere ? 2 : 0) + at;
    let deeds = found.get(key);
    if (deeds === undefined) found.set(key, (deeds = findDeeds(world, tab, at, isPaidElsewhere)));
    return deeds;
  }

  function findDeeds(world: World, tab: Tab | null, at: number, isPaidElsewhere: boolean): readonly Deed[] {
    const alone: World = { ...world, tabs: tab === null ? [] : [tab] };
    const deeds: Deed[] = [];
    const may = (kind: Trouble): boolean => world.troubles > 0 && kinds.has(kind);
    const happen = (what: string, after: World, byItself = false, broken: readonly string[] = []): void => {
      const left = after.tabs[0];
      const deed: Deed = {
        what,
        tab: left === undefined ? null : tabsKept.one(left),
        rows: rowsKept.one(after.rows),
        quotes: after.quotes - world.quotes,
        tries: after.tries - world.tries,
        troubles: after.troubles - world.troubles,
        byItself,
        broken: [...broken, ...changed(alone, after)],
      };
      if (deed.broken.length > 0 || !deeds.some((other) => isAlike(other, deed))) deeds.push(deed);
    };
    const tell: Tell = (what, before, _, told, byItself = false, isCurrent = true) => {
      const [after, broken] = send(before, 0, told, isCurrent);
      if (after !== alone || broken.length > 0) happen(what, after, byItself, broken);
    };
    if (tab === null) for (const row of alone.rows) serverHappenings(alone, row, may, happen);
    else tabHappenings(alone, tab, 0, names[at] ?? names[0], isPaidElsewhere, may, happen, tell);
    return deeds;
  }

  /** The world after a deed of one of its tabs, or of none. */
  function lift(world: World, at: number, { tab, rows, quotes, tries, troubles }: Deed): World {
    const tabs = tab === null || tab === world.tabs[at] ? world.tabs : world.tabs.with(at, tab);
    return tidy(world, {
      tabs,
      rows,
      quotes: world.quotes + quotes,
      tries: world.tries + tries,
      troubles: world.troubles + troubles,
    });
  }

  function tabHappenings(
    world: World,
    tab: Tab,
    at: number,
    name: Name,
    isPaidElsewhere: boolean,
    may: May,
    happen: Happen,
    tell: Tell,
  ): void {
    landings(world, tab, at, name, may, happen);
    tab.tries.forEach((sent, index) => {
      if (!sent.due) return;
      const answered = tabIn(world, at, {
        tries: tab.tries.map((each, of) => (of === index ? { ...each, due: false } : each)),
      });
      const outcome =
        sent.state === 'flying' ? null : sent.state === 'declined' ? says.declined : says.askServer;
      if (sent.state === 'waiting') tell(name.leaving, answered, at, says.leaving);
      if (outcome !== null) {
        tell(name.outcome, answered, at, outcome, true);
        if (may('late')) tell(name.outcomeTwice, trouble(keep(answered, at, outcome)), at, outcome);
      } else if (world.troubles >= 0) {
        const unsent = { tries: tab.tries.filter((_, of) => of !== index) };
        tell(name.invalid, tabIn(world, at, unsent), at, says.invalid);
        if (isPaidElsewhere)
          tell(name.sentElsewhere, tabIn(world, at, { ...unsent, knows: formsGoOn }), at, says.sentElsewhere);
      }
      if (may('unknown')) {
        tell(name.unknown, trouble(answered), at, says.unknown);
        tell(name.leaving, trouble(answered), at, says.leaving);
      }
    });
    tab.answers.forEach((answer, index) => {
      const { told, current } = answer;
      const without = tabIn(world, at, { answers: tab.answers.filter((_, of) => of !== index) });
      tell(name.answer, without, at, told, true, current);
    });
    calls(world, tab, at, name, may, happen, tell);
    if (tab.form === 'loading' && tab.page.status === 'paying') {
      const { renewalId } = tab.page.renewal;
      tell(name.ready, tabIn(world, at, { form: 'ready' }), at, says.formReady(renewalId), true);
      const row = rowOf(world.rows, renewalId);
      if (row !== undefined && row.payments[refOf(tab.page.renewal)]?.state !== 'open')
        tell(name.made, tabIn(world, at, { form: 'none' }), at, says.formMade(renewalId), true);
      if (may('blocked'))
        tell(name.blocked, trouble(tabIn(world, at, { form: 'none' })), at, says.formBlocked(renewalId));
    }
    if (isPaidElsewhere && tab.page.status === 'paying' && tab.page.form !== 'blocked')
      tell(
        name.elsewhere,
        tabIn(world, at, {
          form: formsGoOn && tab.form === 'loading' ? 'loading' : 'none',
          knows: formsGoOn,
        }),
        at,
        says.formElsewhere(tab.page.renewal.renewalId),
      );
    if (
      may('moved') &&
      (tab.page.status === 'confirming' || (tab.page.status === 'paying' && tab.page.form !== 'blocked'))
    ) {
      const tries = tab.tries.map((each) => ({ ...each, due: false }));
      const without = trouble(tabIn(world, at, { form: 'none', tries }));
      tell(name.lost, without, at, says.formLost(tab.page.renewal.renewalId));
    }
    wishes(world, tab, at, name, may, happen, tell);
  }

  /** An answer that will come, or come once more. */
  const keep = (world: World, at: number, told: Told): World => {
    const { answers } = world.tabs[at] as Tab;
    return tabIn(world, at, { answers: [...answers, { told, current: true }] });
  };

  type Happen = (what: string, after: World, byItself?: boolean, broken?: readonly string[]) => void;
  type Tell = (
    what: string,
    before: World,
    at: number,
    told: Told,
    byItself?: boolean,
    isCurrent?: boolean,
  ) => void;
  type May = (kind: Trouble) => boolean;

  function serverHappenings(world: World, row: Row, may: May, happen: Happen): void {
    const { rows } = world;
    const to = (after: Row): World => (after === row ? world : { ...world, rows: put(rows, after) });
    const named = (what: string): string => `${row.renewalId}: ${what}`;
    const { orders, status, job, notice } = row;
    if (orders > 0) {
      happen(named('the supplier extends the card'), to(shop.extended(row)), true);
      if (may('supplier')) {
        const answerless = { ...row, orders: orders - 1 };
        happen(
          named('the supplier extends the card and its answer is lost'),
          trouble(to({ ...answerless, extensions: row.extensions + 1 })),
        );
        happen(named('the supplier does nothing and does not answer'), trouble(to(answerless)));
        happen(named('the supplier refuses'), trouble(to(shop.refused(row))));
      }
    }
    if (shop.mayOrder(row)) happen(named('the supplier is asked'), to(shop.order(row)), true);
    if (status === 'paid' && job)
      happen(
        named('is being extended, and the supplier is asked'),
        to(shop.order(shop.extending(row))),
        true,
      );
    if ((status === 'paid' || status === 'extending') && may('crash') && job)
      happen(named('the process ends'), trouble(to({ ...row, job: false })));
    if ((status === 'paid' || status === 'extending') && !job && shop.takesUpAgain)
      happen(named('is taken up again'), to({ ...row, job: true }), true);
    if (status === 'review') happen(named('a person refunds'), to(shop.refunded(row)));
    if (notice !== null) {
      const applied = shop.apply(rows, row, notice);
      happen(named('the notice is heard'), to({ ...applied, notice: null }), true);
      if (applied !== row && !notice.sure && may('notice'))
        happen(named('the notice is heard, and will come again'), trouble(to(applied)));
      if (!notice.sure) happen(named('the notice is lost'), to({ ...row, notice: null }));
    }
    happen(named('is looked after'), to(row.holdsCard ? shop.refresh(rows, row) : row), true);
    if (status === 'awaiting-payment' && may('expired'))
      happen(named('the time to pay is over'), trouble(to(shop.giveUp(rows, shop.settle(rows, row)))));
  }

  /** What was sent reaches the provider, or does not. */
  function landings(world: World, tab: Tab, at: number, name: Name, may: May, happen: Happen): void {
    tab.tries.forEach((sent, index) => {
      const row = rowOf(world.rows, sent.renewalId);
      if (row === undefined) return;
      const to = (after: Row | null, state: Try['state'], isTrouble = false): void => {
        const turn = state === 'waiting' ? after?.payments[sent.ref]?.turn : undefined;
        const tries = tab.tries.with(index, { ...sent, state, turn });
        const landed = { ...tabIn(world, at, { tries }), rows: put(world.rows, after ?? row) };
        const next = isTrouble ? trouble(landed) : landed;
        const what = name.lands[state];
        happen(what, next, true);
        if (after !== null && after !== row && may('notice') && after.notice === null)
          happen(
            `${what}, and the notice is slow`,
            trouble({ ...next, rows: put(world.rows, { ...after, notice: shop.factOf(after) }) }),
          );
      };
      if (sent.state === 'flying') {
        const captured = shop.land(row, sent.ref, 'captured');
        if (captured === null) {
          to(null, 'void');
          if (may('late money') && row.payments[sent.ref]?.state === 'canceled')
            to(shop.landLate(row, sent.ref), 'captured', true);
        } else {
          to(captured, 'captured');
          to(shop.land(row, sent.ref, 'declined'), 'declined');
          to(shop.land(row, sent.ref, 'processing'), 'processing');
          if (may('customer')) to(shop.land(row, sent.ref, 'waiting'), 'waiting', true);
          if (may('other sum')) to(shop.land(row, sent.ref, 'captured', true), 'captured', true);
        }
        to(null, 'void');
      } else if (sent.state === 'waiting') {
        const act = (fate: Landing): Row | null => shop.land(row, sent.ref, fate, false, sent.turn);
        const captured = act('captured');
        if (captured !== null) {
          to(captured, 'captured');
          to(act('declined'), 'declined');
          to(act('processing'), 'processing');
        }
        to(null, 'void');
      } else if (sent.state === 'processing') {
        to(shop.end(row, sent.ref, 'captured'), 'captured');
        to(shop.end(row, sent.ref, 'declined'), 'declined');
      }
    });
  }

  function calls(world: World, tab: Tab, at: number, name: Name, may: May, happen: Happen, tell: Tell): void {
    const { call, orphan } = tab;
    const gone = tabIn(world, at, { call: null });
    if (orphan !== null) {
      happen(name.orphan, serve(tabIn(world, at, { orphan: null }), orphan)[0], true);
      happen(name.orphanLost, tabIn(world, at, { orphan: null }));
    }
    if (call === null) return;
    // A payment arrives before the patience of its page is over, or never.
    const tooEarly =
      prompt &&
      call.kind === 'read' &&
      call.slow &&
      tab.tries.some((each) => isOpen(each) && each.renewalId === call.renewalId);
    if (tooEarly) return;
    const [served, told] = serve(gone, call);
    tell(name.asked, served, at, told, true);
    if (may('late')) {
      happen(name.askedSlow, trouble(keep(served, at, told)));
      tell(name.askedTwice, trouble(keep(served, at, told)), at, told);
    }
    if (may('lost')) {
      tell(name.askedInVain, trouble(gone), at, timeout);
      tell(name.answerLost, trouble(served), at, timeout);
    }
    if (may('signed out') && call.kind === 'read') tell(name.askedSignedOut, trouble(gone), at, signedOut);
    if (may('provider down')) {
      if (call.kind === 'begin') {
        const [after, refused] = serve(trouble(gone), call, true);
        tell(name.askedDown, after, at, refused);
      }
      if (call.kind === 'cancel')
        tell(
          name.askedDown,
          trouble(gone),
          at,
          says.refused(problem('provider-down', { charged: 'unknown', renewalId: call.renewalId })),
        );
      const row =
        call.kind === 'read' && !(prompt && call.slow) ? rowOf(world.rows, call.renewalId) : undefined;
      if (row !== undefined)
        tell(
          name.askedDown,
          trouble(gone),
          at,
          shop.isToldUnasked(row) ? outcomes(shop.answerOf(row)) : unasked,
        );
    }
    if (may('lag') && call.kind === 'read' && !(prompt && call.slow)) {
      const before = rowOf(world.rows, call.renewalId)?.before ?? null;
      if (before !== null) tell(name.askedLagging, trouble(gone), at, says.news(before));
    }
  }

  function wishes(
    world: World,
    tab: Tab,
    at: number,
    name: Name,
    may: May,
    happen: Happen,
    tell: Tell,
  ): void {
    const { page, ticket } = tab;
    if (page.status === 'choosing') {
      if (world.quotes > 0) tell(name.choose, world, at, says.choose);
      if (ticket !== null) {
        const [dismissed] = send(world, at, says.dismiss);
        tell(name.resume, dismissed, at, says.resume(ticket));
      }
    }
    if (world.tries > 0) tell(name.pay, world, at, says.pay);
    tell(name.back, world, at, says.back);
    if (world.quotes > 0 || page.status !== 'reviewing') tell(name.retry, world, at, says.retry);
    tell(name.done, world, at, says.done);
    tell(name.look, world, at, says.look);
    if (page === firstPage && ticket === null) return;
    const reloaded = (kept: Ticket | null, what = name.reload): void => {
      const loaded = tabIn(world, at, {
        ...fresh,
        ticket: kept,
        knows: tab.knows,
        orphan:
          kinds.has('orphan') && (tab.call?.kind === 'begin' || tab.call?.kind === 'cancel')
            ? tab.call
            : tab.orphan,
        tries: tab.tries.map((each) => (each.due ? { ...each, due: false } : each)),
      });
      if (kept === null) happen(what, loaded);
      else tell(what, loaded, at, says.resume(kept));
    };
    reloaded(ticket);
    // By the provider, which has what was sent last.
    if (ticket?.since !== undefined && ticket.confirming) {
      const sent = tab.tries.findLast(({ renewalId }) => renewalId === ticket.renewalId);
      if (sent?.state !== 'flying') reloaded({ ...ticket, returned: true }, name.ledBack);
    }
    if (ticket !== null && may('storage')) {
      const { troubles } = world;
      const loaded = tabIn({ ...world, troubles: troubles - 1 }, at, {
        ...fresh,
        tries: tab.tries.map((each) => (each.due ? { ...each, due: false } : each)),
      });
      happen(name.storage, loaded);
    }
  }

  /** Money that did its work needs no watching any more. */
  function tidy(before: World, after: World): World {
    if (naiveProvider || before.rows === after.rows) return after;
    const isDone = ({ state, due, renewalId }: Try): boolean =>
      state === 'captured' && !due && ended.has(rowOf(after.rows, renewalId)?.status ?? '');
    return after.tabs.some(({ tries }) => tries.some(isDone))
      ? {
          ...after,
          tabs: after.tabs.map((tab) =>
            tabsKept.one({ ...tab, tries: tab.tries.filter((each) => !isDone(each)) }),
          ),
        }
      : after;
  }

  /** The promises that a change breaks. */
  function changed(before: World, after: World): string[] {
    if (before.rows === after.rows) return [];
    const broken: string[] = [];
    for (const row of after.rows) {
      const was = rowOf(before.rows, row.renewalId);
      if (was === undefined || was === row) continue;
      if (rankOf[row.status] < rankOf[was.status]) broken.push(promises.rank);
      if (capturesOf(row) > capturesOf(was) && was.status === 'cancelled' && row.notice?.sure !== true)
        broken.push(promises.closed);
    }
    return broken;
  }

  function broken(world: World, atRest: boolean): string[] {
    const found: string[] = [];
    let alive = 0;
    for (const row of world.rows) {
      if (live.has(row.status)) alive += 1;
      if (!naiveProvider && capturesOf(row) > 1) found.push(promises.oneCapture);
      if (row.extensions > 1) found.push(promises.oneExtension);
      if (row.extensions > 0 && paymentOf(row).otherSum) found.push(promises.rightSum);
      if (atRest && capturesOf(row) > 0 && !ended.has(row.status)) found.push(promises.goodEnd);
    }
    if (alive > 1) found.push(promises.oneLive);
    for (const { page, form, tries } of world.tabs) {
      if (atRest && !restStates.has(page.status)) found.push(promises.restless);
      if (page.status === 'renewed' || page.status === 'extending') {
        const status = rowOf(world.rows, page.renewal.renewalId)?.status ?? 'cancelled';
        if (page.status === 'renewed' ? !ended.has(status) : rankOf[status] < 1)
          found.push(promises.onlyServer);
      }
      if (page.status === 'paying' && page.form === 'ready' && form === 'ready' && prompt) {
        const { renewalId } = page.renewal;
        if (tries.some((each) => each.renewalId === renewalId && mayStillCharge(world.rows, each)))
          found.push(promises.noSecondPay);
      }
      if (naiveProvider)
        for (const { renewalId } of world.rows)
          if (tries.filter((each) => each.renewalId === renewalId && each.state === 'captured').length > 1)
            found.push(promises.oneCapture);
    }
    return found;
  }

  return {
    first: {
      tabs: Array.from({ length: setting.tabs }, () => tabsKept.one(fresh)),
      rows: rowsKept.one([]),
      quotes: setting.quotes,
      tries: setting.tries,
      troubles: setting.troubles,
    },
    key: keyOf,
    happenings,
    broken,
  };
}

type Name = ReturnType<typeof named>;
const named = (tab: string) => ({
  choose: `${tab}: chooses a plan`,
  resume: `${tab}: signs in again`,
  pay: `${tab}: pays`,
  back: `${tab}: goes back`,
  retry: `${tab}: tries again`,
  done: `${tab}: is done`,
  look: `${tab}: looks`,
  reload: `${tab}: reloads`,
  ledBack: `${tab}: is led back by the provider`,
  storage: `${tab}: reloads, and the ticket is gone`,
  ready: `${tab}: the form is ready`,
  blocked: `${tab}: the form is blocked`,
  made: `${tab}: the form finds its payment made, or ended`,
  elsewhere: `${tab}: the form is closed while another tab is paying`,
  lost: `${tab}: the form is lost`,
  outcome: `${tab}: hears the outcome of its payment`,
  outcomeTwice: `${tab}: hears the outcome of its payment, and will hear it again`,
  unknown: `${tab}: does not hear the outcome of its payment`,
  leaving: `${tab}: leaves for the provider`,
  sentElsewhere: `${tab}: the form sends nothing, for another tab is paying`,
  invalid: `${tab}: the form sends nothing`,
  answer: `${tab}: hears an answer late`,
  answerLost: `${tab}: the answer of the server is lost`,
  asked: `${tab}: the server answers`,
  askedSlow: `${tab}: the server answers slowly`,
  askedTwice: `${tab}: the server answers, and its answer will come again`,
  askedInVain: `${tab}: the server is not reached`,
  askedSignedOut: `${tab}: the server knows no session`,
  askedDown: `${tab}: the provider does not answer the server`,
  askedLagging: `${tab}: a reader that lags behind answers`,
  orphan: `${tab}: what a page asked that is gone arrives`,
  orphanLost: `${tab}: what a page asked that is gone is lost`,
  lands: {
    flying: '',
    captured: `${tab}: the money is taken`,
    declined: `${tab}: the payment is declined`,
    processing: `${tab}: the payment is processing`,
    waiting: `${tab}: the provider waits for its customer`,
    void: `${tab}: the payment comes to nothing`,
  } as Readonly<Record<Try['state'], string>>,
});
const names = [named('tab 1'), named('tab 2')] as const;

import { firstRenewal, problem } from '@leb-renew/core';
import type { Graph, Happens } from './explore.ts';
import {
  pagesOf,
  renewalCode,
  says,
  seqKnownTo,
  seqOf,
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
  /** A payment reaches the provider within the patience of a page, or never. */
  readonly prompt?: boolean;
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
  /** The payment form does not load. */
  | 'blocked'
  /** The outcome of a payment does not reach the page, or the page is left for it. */
  | 'unknown'
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
  readonly state: 'flying' | 'processing' | 'declined' | 'captured' | 'void';
  /** Whether the page that sent it still waits for its outcome. */
  readonly due: boolean;
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
const ended: ReadonlySet<string> = new Set(['renewed', 'review', 'refunding', 'refunded']);
const over: ReadonlySet<string> = new Set([...ended, 'cancelled']);
const live: ReadonlySet<string> = new Set(['awaiting-payment', 'processing', 'paid', 'extending']);

/** Delays, in ms, that are longer than a payment may need to reach the provider. */
const longDelay = 4_000;

/** What came to nothing, and nobody waits for any more, matters no more. */
const forgetful = (tab: Tab): Tab =>
  tab.tries.every(matters) ? tab : { ...tab, tries: tab.tries.filter(matters) };
const matters = ({ state, due }: Try): boolean => due || (state !== 'declined' && state !== 'void');

const mayStillCharge = ({ state }: Try): boolean => state === 'flying' || state === 'processing';

/** Short for long: the same number for the same words. */
const numbers = new Map<string, number>();
function numberOf(words: string): number {
  let number = numbers.get(words);
  if (number === undefined) numbers.set(words, (number = numbers.size));
  return number;
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
const tryCode = ({ renewalId, ref, state, due }: Try): string =>
  `${renewalId}${ref}${state}${due ? '!' : ''}`;
const all = <T>(them: readonly T[], code: (it: T) => string): string =>
  them.length === 0 ? '' : them.length === 1 ? code(them[0] as T) : them.map(code).sort().join('+');

/** What tells an object from others: words, and the numbers of the news it knows, whose order alone matters. */
interface Code {
  readonly words: number;
  readonly seqs: readonly number[];
}

function cached<T extends object>(
  make: (it: T) => [words: string, seqs: readonly number[]],
): (it: T) => Code {
  const codes = new WeakMap<T, Code>();
  return (it) => {
    let code = codes.get(it);
    if (code === undefined) {
      const [words, seqs] = make(it);
      codes.set(it, (code = { words: numberOf(words), seqs }));
    }
    return code;
  };
}

const noticeCode = ({ notice, seq }: Row): string =>
  notice === null
    ? ''
    : [notice.state, notice.declined, notice.otherSum, notice.sure, notice.seq === seq].join();

const rowCode = cached((row: Row) => [
  [
    row.quote,
    renewalCode(newsOf(row)),
    row.declined,
    row.holdsCard,
    ...row.payments.map(
      ({ state, declined, captures, otherSum }) => `${state}${declined}${captures}${otherSum}`,
    ),
    noticeCode(row),
    row.before === null ? '' : renewalCode(row.before),
    row.job,
    row.tried,
    row.refused,
    row.orders,
    row.extensions,
  ].join(),
  [seqOf(row), row.before === null ? 0 : seqOf(row.before)],
]);

export function worldOf(setting: Setting): Graph<World> {
  const { kinds, prompt = false, naiveProvider = false } = setting;
  const shop = shopOf({ without: setting.without ?? null, naiveProvider, lag: kinds.has('lag') });
  const pages = pagesOf(setting.step, setting.asks);
  const firstPage = pages.settle(firstRenewal);

  const tabCode = cached(
    ({ page, ticket, form, call, answers, orphan, tries }: Tab): [string, readonly number[]] => {
      const matters = kinds.has('lag') || tries.some(({ state }) => state === 'flying');
      const sorted = answers.length < 2 ? answers : answers.toSorted(byCode);
      return [
        `${pages.codeOf(page)};${ticketCode(ticket)};${form};${callCode(call, matters)};${sorted.map(answerCode).join('+')};${callCode(orphan)};${all(tries, tryCode)}`,
        [seqKnownTo(page), ...sorted.map(({ told }) => told.seq)],
      ];
    },
  );
  function keyOf({ tabs, rows, quotes, tries, troubles }: World): string {
    const codes = tabs.map(tabCode);
    if (codes.length > 1) codes.sort((one, other) => one.words - other.words);
    codes.push(...rows.map(rowCode));
    const seqs = codes.flatMap((code) => code.seqs);
    const order = [...new Set(seqs)].sort((one, other) => one - other);
    return `${codes.map(({ words }) => words).join()}/${seqs.map((seq) => order.indexOf(seq)).join()}/${quotes},${tries},${troubles}`;
  }

  const fresh: Tab = {
    page: firstPage,
    ticket: null,
    form: 'none',
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
        (each) => mayStillCharge(each) || each.state === 'captured',
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
          if (next.ticket?.renewalId !== command.ticket.renewalId) leaveBehind(next.ticket);
          next = { ...next, ticket: command.ticket };
          break;
        case 'forget':
          leaveBehind(next.ticket);
          next = { ...next, ticket: null };
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
    const doubted =
      tab.page.status === 'checking' || (tab.page.status === 'resuming' && tab.page.ticket.confirming);
    if (doubted && after.status === 'paying' && told === null) broken.push(promises.notSeen);
    if (told?.charged === 'no' && !again)
      if (mine(aboutId).some((each) => mayStillCharge(each) || each.state === 'captured'))
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

  function happenings(world: World, happens: Happens<World>): void {
    const may = (kind: Trouble): boolean => world.troubles > 0 && kinds.has(kind);
    const happen = (what: string, after: World, byItself = false, broken: readonly string[] = []): void =>
      happens(what, tidy(world, after), byItself, [...broken, ...changed(world, after)]);
    const tell = (
      what: string,
      before: World,
      at: number,
      told: Told,
      byItself = false,
      isCurrent = true,
    ): void => {
      const [after, broken] = send(before, at, told, isCurrent);
      if (after !== world || broken.length > 0) happen(what, after, byItself, broken);
    };

    for (const row of world.rows) serverHappenings(world, row, may, happen);
    world.tabs.forEach((tab, at) => {
      const name = names[at] ?? names[0];
      landings(world, tab, at, name, may, happen);
      tab.tries.forEach((sent, index) => {
        if (!sent.due) return;
        const answered = tabIn(world, at, {
          tries: tab.tries.map((each, of) => (of === index ? { ...each, due: false } : each)),
        });
        const outcome =
          sent.state === 'flying' ? null : sent.state === 'declined' ? says.declined : says.askServer;
        if (outcome !== null) {
          tell(name.outcome, answered, at, outcome, true);
          if (may('late')) tell(name.outcomeTwice, trouble(keep(answered, at, outcome)), at, outcome);
        } else if (world.troubles >= 0) {
          const unsent = { tries: tab.tries.filter((_, of) => of !== index) };
          tell(name.invalid, tabIn(world, at, unsent), at, says.invalid);
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
        if (may('blocked'))
          tell(name.blocked, trouble(tabIn(world, at, { form: 'none' })), at, says.formBlocked(renewalId));
      }
      wishes(world, tab, at, name, may, happen, tell);
    });
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
        const tries = tab.tries.map((each, of) => (of === index ? { ...each, state } : each));
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
          if (may('other sum')) to(shop.land(row, sent.ref, 'captured', true), 'captured', true);
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
      tab.tries.some(({ state, renewalId }) => state === 'flying' && renewalId === call.renewalId);
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
    tell(name.retry, world, at, says.retry);
    tell(name.done, world, at, says.done);
    tell(name.look, world, at, says.look);
    if (page === firstPage && ticket === null) return;
    const reloaded = (kept: Ticket | null): void => {
      const loaded = tabIn(world, at, {
        ...fresh,
        ticket: kept,
        orphan:
          kinds.has('orphan') && (tab.call?.kind === 'begin' || tab.call?.kind === 'cancel')
            ? tab.call
            : tab.orphan,
        tries: tab.tries.map((each) => (each.due ? { ...each, due: false } : each)),
      });
      if (kept === null) happen(name.reload, loaded);
      else tell(name.reload, loaded, at, says.resume(kept));
    };
    reloaded(ticket);
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
          tabs: after.tabs.map((tab) => ({ ...tab, tries: tab.tries.filter((each) => !isDone(each)) })),
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
        if (tries.some((each) => each.renewalId === renewalId && mayStillCharge(each)))
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
      tabs: Array.from({ length: setting.tabs }, () => fresh),
      rows: [],
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
  storage: `${tab}: reloads, and the ticket is gone`,
  ready: `${tab}: the form is ready`,
  blocked: `${tab}: the form is blocked`,
  outcome: `${tab}: hears the outcome of its payment`,
  outcomeTwice: `${tab}: hears the outcome of its payment, and will hear it again`,
  unknown: `${tab}: does not hear the outcome of its payment`,
  leaving: `${tab}: leaves for the provider`,
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
    void: `${tab}: the payment comes to nothing`,
  } as Readonly<Record<Try['state'], string>>,
});
const names = [named('tab 1'), named('tab 2')] as const;

import { writeHistory } from './write-history.ts';

/** One who walks through steps; each step forward leaves an entry in the page's history. */
export interface Walker {
  /** Tells walkers of one page apart, also after a reload. */
  readonly name: string;
  /** How far in: 0 is where everybody begins. Null while that is being decided. */
  depth(): number | null;
  /** The person went back to this depth. A walker that cannot follow stays, and the history comes back to it. */
  back(to: number): void;
  /** The same, forward. */
  forward(to: number): void;
}

/** How far in everybody was at an entry, by name. */
type Depths = Readonly<Record<string, number>>;

/** What an entry of ours keeps, beside what the page keeps there. */
interface Mark {
  /** Entries of one run lie next to each other, at one address. */
  readonly run: number;
  /** This entry, last, and those of its run before it. */
  readonly entries: readonly Depths[];
}

const key = 'leb-renew';

const walkers = new Set<Walker>();
/** Of the entry we were at last; null for one that is none of ours. */
let here: Mark | null = null;
/** A move of our own is under way; the history tells when it is done. */
let isMoving = false;

/** Takes part from now on. Returns the way to stop. */
export function join(walker: Walker): () => void {
  // The same listener counts once. It stays: a move that was begun for a walker may end after it has left.
  addEventListener('popstate', onPopState);
  if (walkers.size === 0 && !isMoving) here = found();
  walkers.add(walker);
  return () => {
    walkers.delete(walker);
  };
}

/** Brings the history to where everybody is: one more entry for a step forward, back to its entry for one back. */
export function follow(): void {
  if (isMoving || !isOpenToMarks(history.state)) return;
  here = found();
  const { run, entries } = here ?? { run: Math.random(), entries: [{}] };
  const last = entries.length - 1;
  const then = entries[last] ?? {};
  const now = { ...then };
  for (const { name, depth } of walkers) now[name] = depth() ?? then[name] ?? 0;
  if (every(now, then, equal)) return;
  if (every(now, then, notBefore)) {
    write('replaceState', { run, entries });
    write('pushState', { run, entries: [...entries, now] });
    return;
  }
  const exact = entries.findLastIndex((each) => every(each, now, equal));
  const nearest = exact === -1 ? entries.findIndex((each) => every(each, now, notBefore)) : exact;
  if (nearest === -1 || nearest === last)
    write('replaceState', { run, entries: [...entries.slice(0, last), now] });
  else move(nearest - last);
}

function onPopState(): void {
  const before = here;
  const wasOurs = isMoving;
  isMoving = false;
  here = found();
  // An entry of the page's own, or of a part of the history that was left long ago, says nothing of where to be.
  if (here === null) return;
  if (wasOurs || before?.run !== here.run) {
    follow();
    return;
  }
  const to = here.entries.at(-1) ?? {};
  const steps = here.entries.length - before.entries.length;
  for (const walker of walkers) {
    const depth = to[walker.name] ?? 0;
    if (steps < 0 && (walker.depth() ?? 0) > depth) walker.back(depth);
    if (steps > 0 && (walker.depth() ?? depth) < depth) walker.forward(depth);
  }
  const stays = before.entries.at(-1) ?? {};
  if ([...walkers].every(({ name, depth }) => depth() === (stays[name] ?? 0))) move(-steps);
  else follow();
}

function move(by: number): void {
  if (by === 0) return;
  isMoving = true;
  history.go(by);
}

function write(how: 'pushState' | 'replaceState', mark: Mark): void {
  if (writeHistory(how, { ...(history.state as object | null), [key]: mark })) here = mark;
}

/** Null where there is none, or one that nobody of us can have written. */
function found(): Mark | null {
  const { [key]: mark } = (history.state ?? {}) as Readonly<Record<string, Partial<Mark> | undefined>>;
  return typeof mark?.run === 'number' && Array.isArray(mark.entries) ? (mark as Mark) : null;
}

/** A page that keeps a text or a list in its entries would lose it: its way back is its own. */
const isOpenToMarks = (state: unknown): boolean =>
  (state ?? null) === null || Object.getPrototypeOf(state) === Object.prototype;

const equal = (one: number, other: number) => one === other;
const notBefore = (one: number, other: number) => one >= other;

const every = (one: Depths, other: Depths, holds: (one: number, other: number) => boolean): boolean =>
  Object.keys({ ...one, ...other }).every((name) => holds(one[name] ?? 0, other[name] ?? 0));

/**
 * Takes the right that only one tab of this browser has at a time. Resolves to the way to give it back, or to null where
 * another tab has it. A tab that is closed or crashes gives it back by itself. Where the browser has no Web Locks, or
 * allows none here, everybody has it: then the server alone keeps order.
 */
export const take = (name: string): Promise<(() => void) | null> =>
  new Promise((taken) => {
    const hold = (lock: Lock | null) => {
      if (lock === null) return taken(null);
      holderOf(name)
        .then(keepAsHolder)
        .catch(() => {});
      return new Promise<void>((giveBack) => taken(giveBack));
    };
    request(name, { ifAvailable: true }, hold, () => taken(() => {}));
  });

/** How long a page may be on its way out, ms. */
const lastBreath = 3_000;

/**
 * Whether another tab has the right that this one has not. The page that was in this tab before, on its way out or back from a
 * payment, is given time to let go of it.
 */
export async function isTaken(name: string): Promise<boolean> {
  try {
    const holder = await holderOf(name);
    if (holder === undefined || holder !== before) return holder !== undefined;
    return await Promise.race([
      whenFree(name).then(() => false),
      new Promise<boolean>((settle) => setTimeout(settle, lastBreath, true)),
    ]);
  } catch {
    return false;
  }
}

/** The page that has it, by the browser's own name for a page. Who waits until it is free has it for a moment, too, and takes it from nobody. */
async function holderOf(name: string): Promise<string | undefined> {
  const { held = [] } = await navigator.locks.query();
  return held.find((lock) => lock.name === name && lock.mode === 'exclusive')?.clientId;
}

const holderKey = 'leb-renew:holder';

/** The page in this tab that was the last to have such a right, before this one was loaded. */
const before = keptHolder();

function keptHolder(): string | null {
  try {
    return sessionStorage.getItem(holderKey);
  } catch {
    return null;
  }
}

function keepAsHolder(page: string | undefined): void {
  if (page !== undefined) sessionStorage.setItem(holderKey, page);
}

/** Resolves once nobody has it. */
export const whenFree = (name: string): Promise<void> =>
  new Promise((free) => {
    request(name, { mode: 'shared' }, () => free(), free);
  });

/** Runs `deed` while no other tab runs one of this name; after a wait of `patienceMs` nevertheless. */
export const alone = <Result>(
  name: string,
  deed: () => Promise<Result>,
  patienceMs = 5_000,
): Promise<Result> =>
  new Promise((settle, fail) => {
    const run = () => deed().then(settle, fail);
    request(name, { signal: AbortSignal.timeout(patienceMs) }, run, () => void run());
  });

function request(
  name: string,
  options: LockOptions,
  granted: (lock: Lock | null) => Promise<void> | void,
  otherwise: () => void,
): void {
  try {
    navigator.locks.request(name, options, granted).catch(otherwise);
  } catch {
    otherwise();
  }
}

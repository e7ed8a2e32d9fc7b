/**
 * Takes the right that only one tab of this browser has at a time. Resolves to the way to give it back, or to null where
 * another tab has it. A tab that is closed or crashes gives it back by itself. Where the browser has no Web Locks, or
 * allows none here, everybody has it: then the server alone keeps order.
 */
export const take = (name: string): Promise<(() => void) | null> =>
  new Promise((taken) => {
    const hold = (lock: Lock | null) =>
      lock === null ? taken(null) : new Promise<void>((giveBack) => taken(giveBack));
    request(name, { ifAvailable: true }, hold, () => taken(() => {}));
  });

/** Whether another tab has the right that this one has not. */
export async function isTaken(name: string): Promise<boolean> {
  try {
    const { held = [] } = await navigator.locks.query();
    // Who waits until it is free has it for a moment, too, and takes it from nobody.
    return held.some((lock) => lock.name === name && lock.mode === 'exclusive');
  } catch {
    return false;
  }
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

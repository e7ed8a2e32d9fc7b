/** Runs in the page, before anything else there: a clock that a test can move, with the timers that wait for it. */
export function pageClock(): void {
  const { setTimeout: start, clearTimeout: stop } = window;
  const measured = performance.now.bind(performance);
  let ahead = 0;
  performance.now = () => measured() + ahead;
  const waiting = new Map<number, { readonly dueAt: number; readonly call: () => void }>();
  const wait = (id: number, dueAt: number, call: () => void): void => {
    waiting.set(id, { dueAt, call });
  };
  const after = (call: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): number => {
    const id = start(() => {
      waiting.delete(id);
      call(...given);
    }, ms);
    wait(id, performance.now() + ms, () => {
      call(...given);
    });
    return id;
  };
  const pass = (ms: number): void => {
    ahead += ms;
    for (const [id, { dueAt, call }] of [...waiting]) {
      if (dueAt > performance.now() || !waiting.delete(id)) continue;
      stop(id);
      call();
    }
  };
  Object.assign(window, {
    setTimeout: after,
    clearTimeout: (id: number) => {
      waiting.delete(id);
      stop(id);
    },
    pass,
  });
}

/** Moves the clock of a page that began with `pageClock`; ms. */
export const passInPage = (ms: number): void => {
  (window as unknown as { pass(ms: number): void }).pass(ms);
};

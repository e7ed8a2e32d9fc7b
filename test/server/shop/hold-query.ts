import type { TestContext } from 'node:test';
import pg from 'pg';

export interface HeldQuery {
  isHeld(): boolean;
  /** Lets its answer through. */
  release(): void;
}

/** Keeps the answer to the first statement that fits from whoever asked, until it is released. */
export function holdQuery(t: TestContext, fits: RegExp): HeldQuery {
  const { prototype } = pg.Client as unknown as { prototype: { query: (...sent: unknown[]) => unknown } };
  const real = prototype.query;
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let isHeld = false;
  t.mock.method(prototype, 'query', function (this: unknown, ...sent: unknown[]) {
    const answer = real.apply(this, sent);
    const [said] = sent as [string | { readonly text: string }];
    if (isHeld || !(answer instanceof Promise) || !fits.test(typeof said === 'string' ? said : said.text))
      return answer;
    isHeld = true;
    return Promise.all([answer, released]).then(([rows]) => rows as unknown);
  });
  return { isHeld: () => isHeld, release };
}

import type { RouteName } from './routes.ts';

/** What goes wrong, or comes in between, at the next request of a kind. */
export interface Mishap {
  /** Only where the request is about this object. */
  readonly about?: string;
  /** Waited for when the request is valid and its key is taken, before it is acted upon: slow, hanging, overtaken. */
  readonly before?: () => unknown;
  /** Refused without having been looked at; its key stays free. */
  readonly instead?: 'server-error' | 'rate-limit' | 'lock-timeout';
  /** It is acted upon, and the answer is a stored breakdown, or none. */
  readonly after?: 'server-error' | 'cut';
  /** What is said instead of the truth. */
  readonly says?: (answer: object) => object;
}

export interface Mishaps {
  expect(route: RouteName, mishap: Mishap, times: number): void;
  of(route: RouteName, id: string): Mishap | null;
}

export function openMishaps(): Mishaps {
  const expected: { route: RouteName; mishap: Mishap }[] = [];
  return {
    expect(route, mishap, times) {
      for (let each = 0; each < times; each++) expected.push({ route, mishap });
    },
    of(route, id) {
      const index = expected.findIndex((each) => each.route === route && (each.mishap.about ?? id) === id);
      return index < 0 ? null : (expected.splice(index, 1)[0]?.mishap ?? null);
    },
  };
}

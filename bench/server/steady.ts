import autocannon from 'autocannon';

export interface Steady {
  /** As many as possible, by ten connections. */
  readonly perSecond: number;
  /** At the fixed rate, ms. */
  readonly p50: number;
  readonly p99: number;
  /** Answers that were no success, or never came. */
  readonly errors: number;
}

export interface Pace {
  /** Requests per second while latency is measured. */
  readonly rate: number;
  readonly seconds: number;
}

/** Calls in turn, first at a fixed rate, then as fast as it goes. Time lost by falling behind the rate counts as latency. */
export async function steadily(
  url: string,
  requests: readonly autocannon.Request[],
  { rate, seconds }: Pace,
): Promise<Steady> {
  const options = { url, requests: [...requests], duration: seconds };
  const warm = await autocannon({ ...options, connections: 10, duration: Math.min(3, seconds) });
  const fixed = await autocannon({ ...options, connections: 20, overallRate: rate });
  const free = await autocannon({ ...options, connections: 10 });
  return {
    perSecond: free.requests.average,
    p50: fixed.latency.p50,
    p99: fixed.latency.p99,
    errors: [warm, fixed, free].reduce((sum, each) => sum + each.errors + each.non2xx, 0),
  };
}

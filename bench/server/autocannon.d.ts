/** As far as it is used here; the package brings no types. */
declare module 'autocannon' {
  namespace autocannon {
    interface Request {
      readonly path: string;
      readonly method?: 'GET' | 'POST';
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
    interface Options {
      readonly url: string;
      readonly requests: Request[];
      readonly connections: number;
      /** Seconds. */
      readonly duration: number;
      /** Requests per second, of all connections together. */
      readonly overallRate?: number;
    }
    interface Result {
      readonly requests: { readonly average: number };
      /** Milliseconds. */
      readonly latency: { readonly p50: number; readonly p99: number };
      readonly errors: number;
      readonly non2xx: number;
    }
  }
  function autocannon(options: autocannon.Options): Promise<autocannon.Result>;
  export default autocannon;
}

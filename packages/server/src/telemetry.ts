import type { RenewalStatus } from '@leb-renew/core/contract';
import {
  context,
  metrics,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type BatchObservableCallback,
  type Span,
  type SpanOptions,
} from '@opentelemetry/api';

const scope = '@leb-renew/server';

/** Names of spans, and what each covers. docs/operations.md prints this table. */
export const spans = {
  '{call}': 'a call of the contract over HTTP, by its name: `signIn`, `quote`, `begin`, …',
  notice: 'a notice of the payment provider, until it is stored and answered',
  supplierNotice: 'a notice of a supplier, until it is stored and answered',
  'job {name}': 'a try of a job: `settle`, `fulfil`, `send-confirmation`, …',
  'payments {function}': 'a question to the payment provider: `create`, `read`, `cancel`, `refund`',
  'supplier {function}': 'a question to the supplier: `readCard`, `listPlans`, `preview`, `apply`, `find`',
  'mail send': 'a mail handed over to the mail server',
} as const;

/** Names of metrics, their units, and what each counts. docs/operations.md prints this table. */
export const instruments = {
  'leb_renew.renewals': ['{renewal}', 'renewals that came into a status, by `leb_renew.status`'],
  'leb_renew.call.duration': ['s', 'calls over HTTP, by `leb_renew.call` and `http.response.status_code`'],
  'leb_renew.job.duration': [
    's',
    'tries of jobs, by `leb_renew.job` and `leb_renew.outcome`: `done` or `again`',
  ],
  'leb_renew.jobs.waiting': ['{job}', 'jobs that wait for a try, by `leb_renew.job`'],
  'leb_renew.jobs.oldest': ['s', 'how long the oldest of them has waited, by `leb_renew.job`'],
  'leb_renew.jobs.dead': ['{job}', 'dead letters, by `leb_renew.job`'],
  'leb_renew.reviews': ['{renewal}', 'renewals that wait for a person'],
} as const satisfies Record<string, readonly [unit: string, about: string]>;

/** How much is to be done, for whoever watches. */
export interface WorkLeft {
  readonly jobs: readonly {
    readonly job: string;
    readonly waits: number;
    /** 0 when none waits. */
    readonly oldestSeconds: number;
    readonly died: number;
  }[];
  /** Renewals that wait for a person. */
  readonly reviews: number;
}

export interface Telemetry {
  /** A renewal came into a status. What is rolled back and written again is counted twice. */
  cameTo(status: RenewalStatus): void;
  /** `route` is the path with placeholders. */
  call(request: Request, name: string, route: string, answer: () => Promise<Response>): Promise<Response>;
  job(name: string, work: () => Promise<void>): Promise<void>;
  /** Reports what is left to do whenever it is collected, until the function that it gives is called. */
  watch(look: () => Promise<WorkLeft>): () => void;
}

/**
 * Spans and metrics by OpenTelemetry's API. They go where the host's SDK sends them, which has to be registered
 * before; without one they cost next to nothing. Attributes say what was done and how it ended, not for whom.
 */
export function createTelemetry(): Telemetry {
  const meter = metrics.getMeter(scope);
  const described = (name: keyof typeof instruments) => {
    const [unit, description] = instruments[name];
    return [name, { unit, description }] as const;
  };
  const renewals = meter.createCounter(...described('leb_renew.renewals'));
  const callSeconds = meter.createHistogram(...described('leb_renew.call.duration'));
  const jobSeconds = meter.createHistogram(...described('leb_renew.job.duration'));
  const waiting = meter.createObservableGauge(...described('leb_renew.jobs.waiting'));
  const oldest = meter.createObservableGauge(...described('leb_renew.jobs.oldest'));
  const dead = meter.createObservableGauge(...described('leb_renew.jobs.dead'));
  const reviews = meter.createObservableGauge(...described('leb_renew.reviews'));
  const gauges = [waiting, oldest, dead, reviews];

  return {
    cameTo: (status) => renewals.add(1, { 'leb_renew.status': status }),
    call(request, name, route, answer) {
      const call = { 'leb_renew.call': name, 'http.request.method': request.method, 'http.route': route };
      const elapsed = stopwatch();
      return within(
        name,
        { kind: SpanKind.SERVER, attributes: call, parent: parentOf(request) },
        async (span) => {
          const response = await answer();
          const status = { 'http.response.status_code': response.status };
          span.setAttributes(status);
          if (response.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
          if (response.status >= 400 && span.isRecording())
            span.setAttribute('leb_renew.problem', await problemOf(response));
          callSeconds.record(elapsed(), { 'leb_renew.call': name, ...status });
          return response;
        },
      );
    },
    async job(name, work) {
      const job = { 'leb_renew.job': name };
      const elapsed = stopwatch();
      let outcome = 'again';
      try {
        await within(`job ${name}`, { kind: SpanKind.CONSUMER, attributes: job }, work);
        outcome = 'done';
      } finally {
        jobSeconds.record(elapsed(), { ...job, 'leb_renew.outcome': outcome });
      }
    },
    watch(look) {
      const report: BatchObservableCallback = async (result) => {
        const left = await look();
        result.observe(reviews, left.reviews);
        for (const { job, waits, oldestSeconds, died } of left.jobs) {
          const attributes = { 'leb_renew.job': job };
          result.observe(waiting, waits, attributes);
          result.observe(oldest, oldestSeconds, attributes);
          result.observe(dead, died, attributes);
        }
      };
      meter.addBatchObservableCallback(report, gauges);
      return () => meter.removeBatchObservableCallback(report, gauges);
    },
  };
}

/** A port with a span around each of these functions. Whatever else it has is as it was. */
export function watched<Port extends object>(
  port: Port,
  room: 'payments' | 'supplier' | 'mail',
  functions: readonly (keyof Port & string)[],
): Port {
  return new Proxy(port, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      const call = (...args: unknown[]): unknown => Reflect.apply(value, target, args);
      if (!functions.some((name) => name === key)) return call;
      return (...args: unknown[]) =>
        within(`${room} ${String(key)}`, { kind: SpanKind.CLIENT }, async (span) => {
          const answer = await call(...args);
          span.setAttributes(outcomeOf(answer));
          return answer;
        });
    },
  });
}

/** Runs `work` in a span, which says of an error what kind it is; its words may be about somebody. */
function within<T>(
  name: string,
  { parent = context.active(), ...options }: SpanOptions & { parent?: ReturnType<typeof context.active> },
  work: (span: Span) => Promise<T>,
): Promise<T> {
  return trace.getTracer(scope).startActiveSpan(name, options, parent, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The host's own span where it has one; otherwise what the request says in `traceparent`. */
const parentOf = ({ headers }: Request) =>
  trace.getActiveSpan() === undefined
    ? propagation.extract(context.active(), headers, {
        get: (carrier, key) => carrier.get(key) ?? undefined,
        keys: (carrier) => [...carrier.keys()],
      })
    : context.active();

const problemOf = async (response: Response): Promise<string> =>
  String(((await response.clone().json()) as { code: unknown }).code);

/** How a provider's or a supplier's answer says that it ended. */
function outcomeOf(answer: unknown): Record<string, string> {
  if (typeof answer !== 'object' || answer === null) return {};
  if ('outcome' in answer) return { 'leb_renew.outcome': String(answer.outcome) };
  if ('problem' in answer) return { 'leb_renew.problem': String((answer.problem as { code: unknown }).code) };
  return {};
}

function stopwatch(): () => number {
  const begun = performance.now();
  return () => (performance.now() - begun) / 1000;
}

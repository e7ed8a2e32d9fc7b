import { hostAccounts } from './accounts/host-accounts.ts';
import { createLinks } from './accounts/links.ts';
import { ownAccounts } from './accounts/own-accounts.ts';
import { queuePasswordNotices } from './accounts/password-notices.ts';
import { createThrottle, noThrottle } from './accounts/throttle.ts';
import { createAdmin, type Admin } from './admin/admin.ts';
import { tidyDeadLetters } from './desk/dead-letters.ts';
import { readCard } from './cards/read-card.ts';
import { createApp } from './http/app.ts';
import { sessionCookies } from './http/session-cookie.ts';
import { createJobs } from './jobs.ts';
import { keyFor } from './keys.ts';
import { discreet, logToConsole } from './log.ts';
import { sendConfirmation } from './mail/send-confirmation.ts';
import { sendLetter } from './mail/send-letter.ts';
import { sendRenewalLetter } from './mail/send-renewal-letter.ts';
import { checkOptions, type RenewalServerOptions } from './options.ts';
import { remind } from './reminders/remind.ts';
import { sendReminder } from './reminders/send.ts';
import type { Context } from './renewals/context.ts';
import { fulfil } from './renewals/fulfil.ts';
import { settle } from './renewals/settle.ts';
import { resumePaid, sweep } from './renewals/sweep.ts';
import { createPapers } from './renewals/papers.ts';
import { renewalTokens } from './renewals/token.ts';
import { openStore } from './store/database.ts';
import { prune } from './store/prune.ts';
import { migrate } from './store/migrate.ts';
import { createTelemetry, watched } from './telemetry.ts';
import { workLeft } from './work-left.ts';

export interface RenewalServer {
  /** Answers a request to `publicUrl` or below. Mounts wherever there are web-standard requests. */
  fetch(request: Request): Promise<Response>;
  /** Brings the tables up to date and takes up what an earlier run left unfinished. */
  start(): Promise<void>;
  /** Ends what runs; the next start takes it up. Not to be started again: make a new server. */
  stop(): Promise<void>;
  readonly admin: Admin;
}

/**
 * The seller's side of LEB Renew. Any number of processes may run it on one database.
 *
 * @throws TypeError when an option is wrong
 */
export function createRenewalServer(options: RenewalServerOptions): RenewalServer {
  checkOptions(options);
  const { databaseUrl, publicUrl, allowedOrigins, payments, supplier, mailer, seller, secret } = options;
  const log = discreet(options.log ?? logToConsole);
  const store = openStore({
    databaseUrl,
    onError: (error) => log({ level: 'warn', event: 'database.connection', error }),
  });
  const telemetry = createTelemetry();
  const jobs = createJobs(store, log, telemetry);
  const now = options.now ?? Date.now;
  const pageUrl = options.pageUrl ?? null;
  const throttle =
    options.throttling === false
      ? noThrottle
      : createThrottle({ database: store.database, key: keyFor(secret, 'throttle'), now });
  const links = createLinks(keyFor(secret, 'links'), now);
  const accounts =
    options.authenticate === undefined
      ? ownAccounts({ store, key: keyFor(secret, 'accounts'), publicUrl, pageUrl, throttle, jobs, now })
      : hostAccounts(options.authenticate, store.database);
  const cookies = sessionCookies(publicUrl, allowedOrigins);
  const context: Context = {
    database: store.database,
    customers: accounts,
    payments: watched(payments, 'payments', ['create', 'read', 'cancel', 'refund']),
    supplier: watched(supplier, 'supplier', ['readCard', 'listPlans', 'preview', 'apply', 'find']),
    mailer: watched(mailer, 'mail', ['send']),
    jobs,
    seller,
    withdrawal: options.withdrawal ?? 'none',
    pageUrl,
    reminders: options.reminders ?? null,
    tokens: renewalTokens(keyFor(secret, 'renewals')),
    papers: createPapers(keyFor(secret, 'papers'), publicUrl),
    now,
    log,
    telemetry,
  };
  let stopWatching = (): void => undefined;
  let state: 'new' | 'starting' | 'running' | 'stopped' = 'new';
  let starting: Promise<void> = Promise.resolve();
  const app = createApp(context, {
    door: { accounts, links, throttle, cookies, clientAddress: options.clientAddress ?? (() => null) },
    publicUrl,
    allowedOrigins,
    isRunning: () => state === 'running',
  });

  return {
    admin: createAdmin(context, accounts, links),
    fetch: (request) => app(request),
    async start() {
      if (state !== 'new')
        throw new TypeError(`createRenewalServer: start() was called on a server that is ${state}`);
      state = 'starting';
      starting = open();
      try {
        await starting;
        onlyIfStarting();
        state = 'running';
      } catch (error) {
        if (isStarting()) state = 'new';
        throw error;
      }
    },
    async stop() {
      if (state === 'stopped') return;
      state = 'stopped';
      // Whoever started it hears of what went wrong there.
      await starting.catch(() => undefined);
      stopWatching();
      await jobs.stop();
      await Promise.all([supplier.stop?.(), mailer.stop?.()]);
      await store.close();
    },
  };

  function isStarting(): boolean {
    return state === 'starting';
  }

  function onlyIfStarting(): void {
    if (!isStarting()) throw new Error('createRenewalServer: stop() was called before start() had ended');
  }

  async function open(): Promise<void> {
    await migrate(store.database as never);
    onlyIfStarting();
    await Promise.all([
      payments.start?.({
        noticesUrl: `${publicUrl.replace(/\/$/, '')}/notices/${payments.provider}`,
        pages: [...allowedOrigins, ...(pageUrl === null ? [] : [pageUrl])],
        log,
      }),
      supplier.start?.(),
      mailer.start?.(),
    ]);
    onlyIfStarting();
    await jobs.start({
      async settle({ ref }) {
        const settled = await settle(context, ref);
        // Whoever is set up for its provider looks for notices that nobody has settled.
        if (settled !== 'settled' && settled !== 'elsewhere')
          throw new Error('The payment provider did not tell about a payment.');
      },
      fulfil: ({ renewalId }, signal) => fulfil(context, renewalId, signal),
      'send-confirmation': ({ renewalId }) => sendConfirmation(context, renewalId),
      'send-letter': (order) => sendLetter(context, accounts, links, order),
      'send-renewal-letter': (order) => sendRenewalLetter(context, links, order),
      'send-reminder': (order) => sendReminder(context, links, order),
      'read-card': ({ card }, signal) => readCard(context, card, signal),
      async sweep(_, signal) {
        await sweep(context, signal);
        await throttle.tidy();
        await tidyDeadLetters(store.database);
        await prune(store.pool, now());
        await queuePasswordNotices(store.database, jobs);
      },
      remind: (_, signal) => remind(context, signal),
    });
    stopWatching = telemetry.watch(() => workLeft(store.database));
    await resumePaid(context);
  }
}

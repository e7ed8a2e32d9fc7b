#!/usr/bin/env node
import { isLiveKey } from '../payments/stripe/options.ts';
import { readSettings } from './read-settings.ts';
import { serve } from './serve.ts';
import { settings, type Setting } from './settings.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const warn = (text: string) => process.stderr.write(`leb-renew-server: ${text}\n`);

function fail(faults: readonly string[]): never {
  for (const fault of faults) warn(fault);
  process.exit(1);
}

const [argument] = process.argv.slice(2);
if (argument === '--help') {
  say('leb-renew-server takes its settings from the environment:\n');
  for (const [name, { about, otherwise }] of Object.entries<Setting>(settings))
    say(`  ${name}\n      ${about} ${otherwise === null ? 'Required.' : `Otherwise: ${otherwise}.`}`);
  process.exit(0);
}
if (argument !== undefined)
  fail(['it takes no arguments but --help; its settings come from the environment.']);

const read = readSettings(process.env);
if (!read.ok) fail(read.faults);

const starting = serve(read.value).catch((error: unknown) =>
  fail([error instanceof Error ? error.message : 'it could not be started.']),
);
const signals = ['SIGINT', 'SIGTERM'] as const;
/** For a database that holds on to us; whatever is cut off, the next start takes up. */
const patienceMs = 25_000;
function end(): void {
  // A second signal ends it at once.
  for (const signal of signals) process.off(signal, end);
  setTimeout(() => process.exit(0), patienceMs).unref();
  void starting
    .then((running) => running.stop())
    .then(
      () => process.exit(0),
      () => fail(['it did not end well.']),
    );
}
for (const signal of signals) process.on(signal, end);

const { url } = await starting;
if (read.value.stripe === null)
  warn('PAYMENTS ARE THE SANDBOX: no money moves, and whoever pays decides how it ends. Not for real sales.');
else if (!isLiveKey(read.value.stripe.secretKey))
  warn('PAYMENTS ARE TESTS: Stripe has test keys, and no money moves. Not for real sales.');
if (read.value.smtp === null) warn('SMTP_URL is not set: mails are kept in the database and not sent.');
say(`LEB Renew listens on ${url} (the contract: ${url}/docs)`);

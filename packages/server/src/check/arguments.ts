import { parseArgs } from 'node:util';
import type { Login, Settings } from './stage.ts';

/** What was asked for on the command line, checked. */
export interface Asked {
  readonly baseUrl: string;
  readonly account: Login;
  readonly other: Login | null;
  readonly noticeSecret: string | null;
  readonly provider: { readonly key: string; readonly host: string; readonly port: number } | null;
  readonly supplier: string | null;
  readonly restart: string | null;
  readonly second: string | null;
  readonly log: string | null;
  readonly settings: Settings;
  /** Numbers of rules; null for all. */
  readonly only: readonly number[] | null;
  readonly json: boolean;
}

export const usage = `leb-renew-check <base URL> [options]

Checks a renewal back end against the 21 rules of the contract. It pays with test payments and renews cards of the
account: use a test system.

  LEB_CHECK_ACCOUNT          e-mail:password, or "Bearer <token>", of an account with cards to renew (required)
  LEB_CHECK_OTHER_ACCOUNT    the same of another account
  LEB_CHECK_NOTICE_SECRET    signs the sandbox provider's notices
  LEB_CHECK_PROVIDER_KEY     the secret key that the back end shows to the provider, with --provider

  --provider <[host:]port>   play the payment provider here; the back end was set to it
  --supplier <command>       called with well, fails-thrice, loses-answer or slow; with extensions it prints a number
  --restart <command>        kills the back end and starts it again
  --second <base URL>        another copy of the back end on the same database
  --log <file>               where the back end logs
  --only <numbers>           check these rules only, e.g. 4,10
  --patience <seconds>       how long an extension may take (90)
  --calm <seconds>           how long a wrong effect is waited for (2)
  --kills <number>           how often rule 16 kills the back end (10)
  --seed <number>            repeats the order of an earlier run
  --json                     print the findings as JSON

Exit code: 0 all passed, 1 a rule failed, 2 not everything could be checked.
`;

/** Throws one line that names what is wrong, without repeating a secret. */
export function readArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Asked {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      provider: text,
      supplier: text,
      restart: text,
      second: text,
      log: text,
      only: text,
      patience: text,
      calm: text,
      kills: text,
      seed: text,
      json: { type: 'boolean' },
    },
  });
  const [base, extra] = positionals;
  if (base === undefined || extra !== undefined) throw new Error('One base URL is needed.');
  return {
    baseUrl: addressIn('The base URL', base),
    account: loginIn('LEB_CHECK_ACCOUNT', env) ?? fail('LEB_CHECK_ACCOUNT is missing.'),
    other: loginIn('LEB_CHECK_OTHER_ACCOUNT', env),
    noticeSecret: env['LEB_CHECK_NOTICE_SECRET'] || null,
    provider: providerIn(values.provider, env['LEB_CHECK_PROVIDER_KEY']),
    supplier: values.supplier ?? null,
    restart: values.restart ?? null,
    second: values.second === undefined ? null : addressIn('--second', values.second),
    log: values.log ?? null,
    settings: {
      patienceMs: 1000 * numberIn('--patience', values.patience, { least: 1, otherwise: 90 }),
      calmMs: 1000 * numberIn('--calm', values.calm, { least: 0, otherwise: 2 }),
      kills: numberIn('--kills', values.kills, { least: 1, otherwise: 10 }),
      seed: numberIn('--seed', values.seed, { least: 0, otherwise: Math.floor(Math.random() * 1e9) }),
    },
    only: values.only === undefined ? null : numbersIn(values.only),
    json: values.json ?? false,
  };
}

function addressIn(name: string, text: string): string {
  if (!URL.canParse(text) || !/^https?:\/\//.test(text)) fail(`${name} must be a web address.`);
  return text.replace(/\/+$/, '');
}

function loginIn(name: string, env: Readonly<Record<string, string | undefined>>): Login | null {
  const text = env[name];
  if (text === undefined) return null;
  const token = /^Bearer (\S+)$/.exec(text)?.[1];
  if (token !== undefined) return { token };
  const [, email, password] = /^([^:\s]+@[^:\s]+):(.+)$/.exec(text) ?? [];
  if (email === undefined || password === undefined)
    fail(`${name} must be e-mail:password or "Bearer <token>".`);
  return { email, password };
}

function providerIn(text: string | undefined, key: string | undefined): Asked['provider'] {
  if (text === undefined) return null;
  if (key === undefined || key === '') fail('LEB_CHECK_PROVIDER_KEY is missing, which --provider needs.');
  const [, host = '127.0.0.1', port] = /^(?:([\w.-]+):)?(\d{1,5})$/.exec(text) ?? [];
  if (port === undefined || Number(port) > 65_535) fail('--provider must be a port, or host:port.');
  return { key, host, port: Number(port) };
}

function numberIn(
  name: string,
  text: string | undefined,
  { least, otherwise }: { least: number; otherwise: number },
): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text) || Number(text) < least) fail(`${name} must be a whole number from ${least}.`);
  return Number(text);
}

function numbersIn(text: string): readonly number[] {
  const numbers = text.split(',').map(Number);
  if (!numbers.every((each) => Number.isInteger(each) && each >= 1 && each <= 21))
    fail('--only must be numbers from 1 to 21 with commas between.');
  return numbers;
}

function fail(line: string): never {
  throw new Error(line);
}

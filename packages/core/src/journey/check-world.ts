import { misuse } from '../misuse.ts';
import { mustCall } from '../must-call.ts';

/** What a journey calls, by port. */
const calls = {
  api: [
    'authorize',
    'signIn',
    'verifyCode',
    'requestReset',
    'setPassword',
    'openLink',
    'refreshSession',
    'signOut',
    'quote',
    'begin',
    'renewal',
    'cancel',
  ],
  clock: ['after', 'now'],
  tickets: ['load', 'save', 'clear'],
};

/** Throws `Misuse` naming the first thing that is missing, before a person is half way through. */
export function checkWorld(ports: unknown): void {
  for (const [port, names] of Object.entries(calls))
    mustCall(`createJourney: ${port}`, memberOf(ports, port), ...names);
}

/** The same of what a payment takes; `who` asks for it. */
export function checkDesk(who: string, payments: unknown, stage: unknown): void {
  mustCall(`${who}: stage`, stage, 'container', 'view');
  if (!Array.isArray(payments)) throw misuse(`${who}: payments`, payments, 'a list of payment ports');
  for (const [i, port] of payments.entries()) {
    const provider = memberOf(port, 'provider');
    if (typeof provider !== 'string')
      throw misuse(`${who}: payments.${i}.provider`, provider, 'the name of a provider');
    mustCall(`${who}: payments.${i}`, port, 'open');
  }
}

const memberOf = (value: unknown, name: string): unknown =>
  (value as Record<string, unknown> | null | undefined)?.[name];

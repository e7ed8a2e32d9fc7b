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
export function checkWorld(ports: unknown, stage: unknown): void {
  for (const [port, names] of Object.entries(calls))
    mustCall(`createJourney: ${port}`, memberOf(ports, port), ...names);
  mustCall('createJourney: stage', stage, 'container', 'view');
  const payments = memberOf(ports, 'payments');
  if (!Array.isArray(payments)) throw misuse('createJourney: payments', payments, 'a list of payment ports');
  for (const [i, port] of payments.entries()) {
    const provider = memberOf(port, 'provider');
    if (typeof provider !== 'string')
      throw misuse(`createJourney: payments.${i}.provider`, provider, 'the name of a provider');
    mustCall(`createJourney: payments.${i}`, port, 'open');
  }
}

const memberOf = (value: unknown, name: string): unknown =>
  (value as Record<string, unknown> | null | undefined)?.[name];

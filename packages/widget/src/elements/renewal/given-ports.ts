import { browserPorts } from '../../page/browser-ports.ts';
import { takeReturn } from '../../page/return.ts';
import type { Ports } from '../../ports.ts';
import { languageOf } from '../../text/language.ts';
import { list, looksAt, orNone, text, thing, works, type Rule } from '../given.ts';

const address: Rule = [
  (value) => works(() => urlOf(value)) && /^https?:$/.test(urlOf(value).protocol),
  'a web address or a path',
];

const urlOf = (value: unknown): URL => new URL(String(value), document.baseURI);

/**
 * The world that a page has given its element; null where it has given none yet.
 *
 * @throws Misuse naming what is wrong with it
 */
export function givenPorts(host: HTMLElement & { endpoint: string; ports: Ports | null }): Ports | null {
  looksAt('ports', host.ports)('', orNone(thing));
  if (host.ports) {
    const must = looksAt('ports', host.ports);
    for (const port of ['api', 'clock', 'tickets']) must(port, thing);
    must('payments', list);
    return host.ports;
  }
  looksAt('endpoint', host.endpoint)('', orNone(text));
  if (!host.endpoint) return null;
  looksAt('endpoint', host.endpoint)('', address);
  return browserPorts(host.endpoint, () => languageOf(host));
}

/**
 * A payment may have led away from this page: whoever comes back wants to see what became of it. Where it has led back to
 * another tab or browser than it began in there is a ticket from now on, that only the person's own session opens.
 */
export function hasTicket(ports: Ports | null): boolean {
  if (ports === null) return false;
  try {
    const kept = ports.tickets.load();
    const renewalId = takeReturn();
    if (renewalId === null || (kept?.confirming && kept.renewalId !== renewalId)) return kept !== null;
    ports.tickets.save({
      renewalToken: null,
      ...(kept?.renewalId === renewalId && kept),
      renewalId,
      confirming: true,
      returned: kept?.confirming,
    });
    return true;
  } catch {
    return false;
  }
}

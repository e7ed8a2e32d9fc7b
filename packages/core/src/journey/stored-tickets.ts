import { misuse } from '../misuse.ts';
import type { TicketStorage } from '../ports.ts';
import type { Ticket } from '../renewal/index.ts';
import { keptTickets } from './kept-tickets.ts';

/** The part of the Web Storage standard that is used; `sessionStorage` fits. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/**
 * Keeps the ticket under `key`. `storage` is asked for at each use, since a browser that blocks storage throws when
 * it is reached for: the ticket is then kept in memory. For a page `() => sessionStorage` is right: a reload and a
 * redirect find the ticket, the next person at the same computer does not.
 */
export function storedTickets(storage: () => TextStorage, key: string): TicketStorage {
  if (typeof storage !== 'function')
    throw misuse('storedTickets: storage', storage, 'a function that leads to a storage');
  if (typeof key !== 'string') throw misuse('storedTickets: key', key, 'a text');
  return keptTickets({
    load: () => readTicket(storage().getItem(key)),
    save: (ticket) => storage().setItem(key, JSON.stringify(ticket)),
    clear: () => storage().removeItem(key),
  });
}

/** Null when `text` holds something else; throws when it cannot even be looked into. */
function readTicket(text: string | null): Ticket | null {
  if (text === null) return null;
  const { renewalId, renewalToken, confirming, since, returned } = JSON.parse(text) as Record<
    string,
    unknown
  >;
  return typeof renewalId === 'string' &&
    (typeof renewalToken === 'string' || renewalToken === null) &&
    typeof confirming === 'boolean'
    ? {
        renewalId,
        renewalToken,
        confirming,
        ...(typeof since === 'number' && { since }),
        ...(returned === true && { returned }),
      }
    : null;
}

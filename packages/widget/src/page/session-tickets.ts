import type { Ticket, TicketStorage } from '@leb-renew/core';

/**
 * Keeps the ticket for as long as the tab lives: a reload and a redirect find it, the next person at the same
 * computer does not. Where storage is blocked it is kept in memory.
 */
export function sessionTickets(endpoint: string): TicketStorage {
  const key = `leb-renew:ticket:${endpoint}`;
  let inMemory: Ticket | null = null;
  return {
    load() {
      try {
        return inMemory ?? readTicket(sessionStorage.getItem(key));
      } catch {
        return null;
      }
    },
    save(ticket) {
      inMemory = ticket;
      try {
        sessionStorage.setItem(key, JSON.stringify(ticket));
      } catch {
        // Storage is blocked or full: memory has it, and the server knows the open renewal.
      }
    },
    clear() {
      inMemory = null;
      try {
        sessionStorage.removeItem(key);
      } catch {
        // As above.
      }
    },
  };
}

function readTicket(text: string | null): Ticket | null {
  if (text === null) return null;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return null;
  const { renewalId, renewalToken, confirming } = value as Record<string, unknown>;
  return typeof renewalId === 'string' &&
    (typeof renewalToken === 'string' || renewalToken === null) &&
    typeof confirming === 'boolean'
    ? { renewalId, renewalToken, confirming }
    : null;
}

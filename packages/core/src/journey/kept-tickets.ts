import type { TicketStorage } from '../ports.ts';
import type { Ticket } from '../renewal/index.ts';

/**
 * A storage that never throws. A ticket that it cannot put away, e.g. because it is full, is kept in memory: no payment
 * is sent without one, and this page at least finds its renewal again.
 */
export function keptTickets(storage: TicketStorage): TicketStorage {
  let inMemory: Ticket | null = null;
  return {
    load() {
      try {
        return inMemory ?? storage.load();
      } catch {
        return null;
      }
    },
    save(ticket) {
      inMemory = null;
      try {
        storage.save(ticket);
      } catch {
        inMemory = ticket;
      }
    },
    clear() {
      inMemory = null;
      try {
        storage.clear();
      } catch {
        // What cannot be reached holds nothing that could be found again.
      }
    },
  };
}

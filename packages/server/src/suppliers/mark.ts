import { check, type Schema } from '@leb-renew/core/contract';
import type { Mark } from './port.ts';

/** What an adapter kept in its mark; null without one that it can read. */
export function readMark<T>(schema: Schema<T>, mark: Mark): T | null {
  if (mark === null) return null;
  try {
    const checked = check(schema, JSON.parse(mark));
    return checked.ok ? checked.value : null;
  } catch {
    return null;
  }
}

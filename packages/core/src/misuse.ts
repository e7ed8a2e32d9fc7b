/** The caller's mistake: the message names the value and the rule that it breaks. */
export class Misuse extends RangeError {
  override readonly name: string = 'Misuse';
}

/** `misuse('perMonth: months', 0, 'a whole number above 0')` reads "perMonth: months is 0, must be a whole number above 0". */
export const misuse = (what: string, value: unknown, rule: string): Misuse =>
  new Misuse(`${what} is ${shown(value)}, must be ${rule}`);

/** As long as an ICCID, with gaps or without: not for logs. */
const cardNumber = /(\d[\s-]?){12,}/g;

/** Short, and nothing of what is inside: an object may hold what does not belong in a log. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40).replace(cardNumber, '•••'));
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

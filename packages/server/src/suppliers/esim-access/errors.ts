import type { Refusal, Unknown } from '../port.ts';

type Meaning = readonly [isFinal: boolean, words: string];

/** Not before, s, when the supplier says that it is busy and does not say for how long. */
const busySeconds = 5;

/**
 * The documented codes (https://docs.esimaccess.com, “Error Codes”) that say that nothing was done. Final are those
 * that the same order will always meet; what the seller can put right (credit, prices, keys) is not.
 */
const refusals: Readonly<Record<string, Meaning>> = {
  '000101': [false, 'a request header is missing'],
  '000102': [false, 'a request header is wrong'],
  '000103': [false, 'wrong request method'],
  '000104': [false, 'the request is no JSON'],
  '000105': [false, 'a parameter is missing'],
  '000106': [false, 'a parameter is null'],
  '000107': [false, 'a parameter is too long or too short'],
  '101001': [false, 'the time of the request is too old: the clock of the server may be wrong'],
  '101002': [false, 'the address of the server is blocked'],
  '101003': [false, 'the signature does not match: the keys may be wrong'],
  '200002': [true, 'not allowed in the state of the card'],
  '200005': [false, 'the price of the package is another'],
  '200006': [false, 'the amount is wrong'],
  '200007': [false, 'the balance of the account is too low'],
  '200008': [false, 'wrong order parameters'],
  '200010': [false, 'the profile is still being made'],
  '200011': [false, 'no profiles are left'],
  '310241': [true, 'the package does not exist'],
  '310243': [true, 'the package does not exist'],
  '310403': [true, 'no such card'],
  '900001': [false, 'the system is busy'],
};

/** Codes of which nobody says that nothing was done, 000001 (server error) and 200009 (abnormal state) among them, are `unknown`. */
export function meaningOf(code: string): Refusal | Unknown {
  const known = Object.hasOwn(refusals, code) ? refusals[code] : undefined;
  if (known === undefined)
    return { outcome: 'unknown', detail: /^\d{1,6}$/.test(code) ? code : 'an unreadable code' };
  const [isFinal, words] = known;
  const wait = code === '900001' ? { retryAfterSeconds: busySeconds } : {};
  return { outcome: 'refused', reason: 'other', isFinal, detail: `${code} ${words}`, ...wait };
}

import { equalSecrets, mark } from '../keys.ts';

/** Where receipts and corrections are read without signing in: a mail and a browser's address bar carry no token. */
export interface Papers {
  /** The page to print. */
  page(number: string): string;
  /** The calendar file beside it. */
  calendar(number: string): string;
  /** The paper that a token opens; null for what is none of ours. Asks nobody, so it says nothing about which exist. */
  numberIn(token: string): string | null;
}

/** A paper's number and 256 bits that follow from it and the seller's secret: nothing has to be stored. */
export function createPapers(key: string, publicUrl: string): Papers {
  const base = publicUrl.replace(/\/$/, '');
  const tokenOf = (number: string) => `${number}.${mark(key, number)}`;
  const page = (number: string) => `${base}/papers/${tokenOf(number)}`;
  return {
    page,
    calendar: (number) => `${page(number)}/reminder.ics`,
    numberIn(token) {
      const number = token.slice(0, Math.max(0, token.indexOf('.')));
      return equalSecrets(token, tokenOf(number)) ? number : null;
    },
  };
}

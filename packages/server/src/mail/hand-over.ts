import type { Mail, Mailer } from './port.ts';

/** A mail, or why there can be none. */
export type Written = Mail | { readonly unsendable: string };

/** Why a mail cannot be sent; null when it is. Rejects when it has to be tried again. */
export async function handOver(mailer: Mailer, written: Written): Promise<string | null> {
  if ('unsendable' in written) return written.unsendable;
  return (await mailer.send(written)) === 'refused' ? 'refused' : null;
}

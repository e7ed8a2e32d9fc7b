import type { Mailer } from '@leb-renew/server';
import { setTimeout as delay } from 'node:timers/promises';

/** A mail server that takes its time: long enough for a second job to come along. */
export const slowMailer = (mailer: Mailer, sending: () => void): Mailer => ({
  ...mailer,
  async send(mail) {
    sending();
    await delay(1_500);
    return mailer.send(mail);
  },
});

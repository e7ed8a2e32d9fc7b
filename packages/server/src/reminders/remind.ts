import type { Context } from '../renewals/context.ts';
import { planReminders } from './plan.ts';
import { queueReminders } from './queue.ts';

/** Looks after the mails ahead of the cards' ends. Without a page there is nothing that they could lead to. */
export async function remind(context: Context, signal?: AbortSignal): Promise<void> {
  if (context.pageUrl === null) return;
  await planReminders(context, signal);
  await queueReminders(context, signal);
}

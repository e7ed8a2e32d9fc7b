import type { Jobs } from '../jobs.ts';
import type { Database } from '../store/database.ts';

/**
 * Queues the letters about new passwords. The database notes each with the password itself; note and job change
 * places in one transaction, so that a process that dies leaves one of them.
 */
export async function queuePasswordNotices(
  database: Database,
  jobs: Pick<Jobs, 'enqueue' | 'wake'>,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const changed = await transaction.deleteFrom('password_changes').returning('account_id').execute();
    for (const { account_id: accountId } of changed)
      await jobs.enqueue('send-letter', { about: 'password-changed', accountId }, transaction);
  });
  jobs.wake('send-letter');
}

import { reachedAt } from '../bin/listen.ts';
import { openDatabase } from '../bin/open-database.ts';
import type { Settings } from '../bin/read-settings.ts';
import { serverOptions } from '../bin/server-options.ts';
import { createRenewalServer } from '../create-renewal-server.ts';
import { joinEmbeddedPostgres } from '../store/embedded/join.ts';
import type { Desk } from './desk.ts';

/** The desk on the database of the settings, beside the servers that run on it: it does no work of theirs. */
export async function withDesk<T>(settings: Settings, work: (desk: Desk) => Promise<T>): Promise<T> {
  const ends: (() => Promise<void>)[] = [];
  try {
    const running = settings.databaseUrl === null ? await joinEmbeddedPostgres(settings.dataDir) : null;
    const databaseUrl = running ?? (await openDatabase(settings, ends));
    const inside = reachedAt(settings);
    const url = (settings.publicUrl ?? inside).replace(/\/$/, '');
    const base = inside + new URL(url).pathname.replace(/\/$/, '');
    const options = serverOptions(settings, { databaseUrl, url, base });
    const server = createRenewalServer(options);
    ends.push(() => server.stop());
    await options.supplier.start?.();
    return await work(server.admin.desk);
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

import { startEmbeddedPostgres } from '@leb-renew/server/embedded-postgres';

/** Run as a process of its own: starts a database in the folder that is named, says so, and stays. */
const { url, cluster, elsewhere } = await startEmbeddedPostgres({
  dataDir: process.argv[2] ?? '',
  durable: false,
});
console.log(JSON.stringify({ url, cluster, elsewhere }));
setInterval(() => undefined, 60_000);

import pg from 'pg';

/** Connections of which none that breaks ends the process. Opens none until the first query. */
export function openPool(settings: pg.PoolConfig, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool(settings);
  pool.on('error', (error) => {
    // The pool calls itself ended before its connections are; what becomes of them then is no news.
    if (!pool.ending) onError(error);
  });
  // One that breaks while it is lent tells nobody else but the query that it runs, if there is one.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

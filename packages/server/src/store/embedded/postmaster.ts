import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, stat, truncate } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.ts';
import { superuser, type Cluster } from './init-cluster.ts';
import { runAs, type SystemUser } from './system-user.ts';

export interface Postmaster {
  readonly port: number;
  stop(): Promise<void>;
}

export interface PostmasterOptions {
  readonly place: string;
  readonly binaries: Binaries;
  readonly user: SystemUser | null;
  /** Null for any free port. */
  readonly port: number | null;
  readonly durable: boolean;
}

const patienceMs = 30_000;
const logLimitBytes = 5_000_000;

/** Starts PostgreSQL on the cluster and waits until it answers. */
export async function startPostmaster(cluster: Cluster, options: PostmasterOptions): Promise<Postmaster> {
  const logFile = join(options.place, 'postgres.log');
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const port = options.port ?? (await freePort());
    const from = await logLength(logFile);
    const child = await launch(cluster, options, port, logFile);
    if (await answers(child, cluster, port, deadline)) return { port, stop: () => stop(child) };
    await stop(child);
    const said = (await readFile(logFile, 'utf8')).slice(from);
    // Both pass: the port was taken between our look and its start; the last owner's backends are still on their way out.
    const passes = /could not bind|pre-existing shared memory block/.test(said) && options.port === null;
    if (!passes || Date.now() > deadline)
      throw new Error(`PostgreSQL did not start on ${cluster.directory}:\n${said.trim()}`);
    await delay(200);
  }
}

async function launch(
  cluster: Cluster,
  options: PostmasterOptions,
  port: number,
  logFile: string,
): Promise<ChildProcess> {
  const args = ['-D', cluster.directory, '-p', String(port)];
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '64MB',
    lc_messages: 'C',
    ...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  const log = await open(logFile, 'a');
  try {
    const [command, commandArgs] =
      process.platform === 'win32'
        ? [options.binaries.postgres, args]
        : leashed(options.binaries.postgres, args);
    const child = spawn(command, commandArgs, {
      ...runAs(options.user),
      cwd: '/',
      // Its own session, so that Ctrl-C reaches us first and not the database under us.
      detached: process.platform !== 'win32',
      stdio: ['ignore', log.fd, log.fd, 'pipe'],
    });
    child.unref();
    (child.stdio[3] as unknown as { unref(): void }).unref();
    if (process.platform === 'win32') process.once('exit', () => child.kill());
    return child;
  } finally {
    await log.close();
  }
}

/**
 * The shell becomes PostgreSQL and leaves a watcher behind that holds the other end of a pipe of ours.
 * However we end, by signal or by `kill -9`, the pipe closes and the watcher asks PostgreSQL to shut down.
 */
function leashed(program: string, args: readonly string[]): [string, string[]] {
  const script =
    'postmaster=$$; ( ( read -r _ <&3; kill -INT "$postmaster" 2>/dev/null ) & ); exec 3<&-; exec "$@"';
  return ['sh', ['-c', script, 'sh', program, ...args]];
}

async function answers(
  child: ChildProcess,
  cluster: Cluster,
  port: number,
  deadline: number,
): Promise<boolean> {
  const ended = new Promise<'ended'>((resolve) => {
    child.once('exit', () => resolve('ended'));
    child.once('error', () => resolve('ended'));
  });
  while (Date.now() < deadline) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: superuser,
      password: cluster.password,
      database: 'postgres',
      connectionTimeoutMillis: 2_000,
    });
    client.on('error', () => undefined);
    const connected = client.connect().then(
      () => 'connected' as const,
      () => 'refused' as const,
    );
    const first = await Promise.race([connected, ended]);
    // Not waited for: a client that never got through never says that it has ended.
    client.end().catch(() => undefined);
    if (first === 'connected') return true;
    if (first === 'ended' || child.exitCode !== null) return false;
    await delay(40);
  }
  return false;
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return resolve();
    child.ref();
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function logLength(logFile: string): Promise<number> {
  const { size } = await stat(logFile).catch(() => ({ size: 0 }));
  if (size <= logLimitBytes) return size;
  await truncate(logFile);
  return 0;
}

import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const start = fileURLToPath(new URL('../../examples/shop/start.ts', import.meta.url));

export interface Shop {
  /** Without a slash at the end. */
  readonly url: string;
  readonly dataDir: string;
  /** Ctrl-C, and waits for the end. */
  stop(): Promise<number | null>;
  /** Kills it without a chance to tidy up. */
  crash(): Promise<void>;
}

/** Starts the shop as `npm start` does, on a data folder of its own. */
export async function startShop({
  dataDir,
  supplierDelaySeconds = 0,
  port = 18_080,
  environment = {},
}: {
  dataDir?: string;
  supplierDelaySeconds?: number;
  /** The first that is tried; up to ninety-nine above it are taken where others listen. */
  port?: number;
  /** Besides ours. */
  environment?: Readonly<Record<string, string>>;
} = {}): Promise<Shop> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'leb-shop-')));
  // Where tests run as root, PostgreSQL's own user has to get in.
  await chmod(folder, 0o755);
  const child = spawn(
    process.execPath,
    ['--conditions=@leb-renew/source', '--disable-warning=ExperimentalWarning', start],
    {
      env: {
        ...process.env,
        ...environment,
        PORT: String(port),
        DATA_DIR: folder,
        SUPPLIER_DELAY_SECONDS: String(supplierDelaySeconds),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const url = await announced(child);
  return {
    url,
    dataDir: folder,
    async stop() {
      child.kill('SIGINT');
      return ended(child);
    },
    async crash() {
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}

/** Ends the shop, if it has not ended, and throws its data away. */
export async function discard(shop: Shop): Promise<void> {
  await shop.stop();
  await rm(shop.dataDir, { recursive: true, force: true });
}

function announced(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /Shop\s+(http:\/\/\S+)[\s\S]*Ctrl-C/.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', (code) => {
      reject(new Error(`the shop ended with ${String(code)}:\n${output}`));
    });
  });
}

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode === null && child.signalCode === null
    ? new Promise((resolve) => child.once('exit', resolve))
    : Promise.resolve(child.exitCode);

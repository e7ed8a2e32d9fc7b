import { chmod, lstat, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder outside anyone's home that only root can write and every user can enter, for when the
 * wanted place cannot be reached by the user PostgreSQL runs as (a clone under `/root`, for example).
 * `/var/lib` and not `/var/tmp`: cleaners delete old files from the latter, also out of a living database.
 */
export async function privatePlace(): Promise<string> {
  const place = '/var/lib/leb-renew';
  try {
    await mkdir(place, { recursive: true, mode: 0o755 });
    const { uid, mode } = await lstat(place);
    if (uid === 0 && (mode & 0o022) === 0) return place;
  } catch {
    // A read-only system: fall through.
  }
  return temporaryPlace();
}

/** The same for what need not outlive the machine's next start. */
export async function temporaryPlace(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'leb-renew-'));
  await chmod(made, 0o755);
  return made;
}

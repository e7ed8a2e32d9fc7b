import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Secrets {
  /** Sessions and renewal tokens follow from it. */
  readonly server: string;
  /** Between the server and the sandbox provider. */
  readonly provider: string;
  /** Signs the provider's notices. */
  readonly notices: string;
}

/** Made on the first start and kept beside the data, so that sessions and open renewals outlive a restart. */
export async function keptSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Secrets;
  } catch (error) {
    // Secrets that cannot be read are not replaced: every session and open renewal hangs on them.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const secret = () => randomBytes(32).toString('hex');
    const secrets: Secrets = { server: secret(), provider: secret(), notices: secret() };
    await mkdir(dataDir, { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
    await rename(`${file}.new`, file);
    return secrets;
  }
}

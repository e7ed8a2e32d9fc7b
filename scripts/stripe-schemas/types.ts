import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the schemas were made from: another version of the package, or other types in it, asks for them anew. */
export interface MadeFrom {
  readonly version: string;
  readonly apiVersion: string;
  /** Of all its type declarations. */
  readonly sha256: string;
}

/** Of a text. What was generated is never edited by hand. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface StripeTypes {
  /** Text by path below the package's `esm`, in order. */
  readonly files: ReadonlyMap<string, string>;
  readonly madeFrom: MadeFrom;
}

/** The type declarations of the `stripe` package that is installed. */
export function typesOfStripe(): StripeTypes {
  const folder = fileURLToPath(new URL('.', import.meta.resolve('stripe')));
  const files = new Map<string, string>();
  const hash = createHash('sha256');
  for (const path of globSync('**/*.d.ts', { cwd: folder }).sort()) {
    const text = readFileSync(join(folder, path), 'utf8');
    files.set(path.replaceAll('\\', '/'), text);
    hash.update(text);
  }
  const { version } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8')) as {
    version: string;
  };
  const [, apiVersion = ''] = /ApiVersion = "([^"]+)"/.exec(files.get('apiVersion.d.ts') ?? '') ?? [];
  return { files, madeFrom: { version, apiVersion, sha256: hash.digest('hex') } };
}

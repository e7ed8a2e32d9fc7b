import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { readContract, typesFolder } from './contract.ts';
import type { StripeJsSettings } from './settings.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const cache = fileURLToPath(new URL('../../../../.cache/stripe-js/', import.meta.url));

interface Parts {
  readonly script: string;
  readonly frame: string;
  readonly contract: string;
}

let parts: Promise<Parts> | undefined;

/** The text of a strict double of Stripe.js, as a classic script. */
export async function stripeJs(settings: StripeJsSettings): Promise<string> {
  const { script, contract } = await (parts ??= build());
  return `((settings, contract) => {${script}})(${JSON.stringify(settings)}, ${contract});`;
}

/** The page that is in the double's frames. It asks for nothing more. */
export async function stripeJsFrame(): Promise<string> {
  const { frame } = await (parts ??= build());
  return `<!doctype html><html><head><meta charset="utf-8"><title>Stripe.js double</title></head><body><script>${frame.replaceAll('</', '<\\/')}</script></body></html>`;
}

/** Bundled once for all processes, until a source or Stripe's types change. */
async function build(): Promise<Parts> {
  const file = `${cache}${await fingerprint()}.json`;
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return JSON.parse(kept) as Parts;
  const built: Parts = {
    script: await bundled(`${here}stripe.ts`),
    frame: await bundled(`${here}frame/frame.ts`),
    contract: JSON.stringify(readContract()),
  };
  await mkdir(cache, { recursive: true });
  await writeFile(`${file}.${process.pid}`, JSON.stringify(built));
  await rename(`${file}.${process.pid}`, file);
  return built;
}

async function bundled(input: string): Promise<string> {
  const bundle = await rolldown({ input });
  const { output } = await bundle.generate({ format: 'iife' });
  return output[0].code;
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile(`${typesFolder}/../package.json`));
  for (const name of (await readdir(here, { recursive: true })).toSorted())
    if (name.endsWith('.ts')) hash.update(name).update(await readFile(here + name));
  return hash.digest('hex').slice(0, 16);
}

import type { Admin } from '@leb-renew/server';

interface Seed {
  seed(admin: Admin, now: number): Promise<void>;
  readonly password: string;
  readonly accounts: Readonly<Record<'mira' | 'tom', { email: string; name: string; password: string }>>;
}

/** The example shop's own seed. By address, because the example is a project of its own. */
const address = new URL('../../../examples/shop/seed.ts', import.meta.url).href;
export const { seed, accounts, password } = (await import(address)) as Seed;

export { esimGoSupplier } from './esim-go-supplier.ts';
export { esimGoPolicy } from './policy.ts';
export type { EsimGoOptions } from './options.ts';

export { esimAccessSupplier } from './esim-access-supplier.ts';
export { esimAccessPolicy } from './policy.ts';
export type { EsimAccessOptions, TopUpPackage } from './options.ts';

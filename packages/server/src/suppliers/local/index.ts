export { localSupplier, type LocalSupplierOptions, type Mishap } from './local-supplier.ts';

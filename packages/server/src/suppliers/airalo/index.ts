export { airaloSupplier, type AiraloSupplierOptions } from './airalo-supplier.ts';
export { airaloPolicy } from './days.ts';

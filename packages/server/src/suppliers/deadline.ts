import type { Supplier } from './port.ts';

/** A supplier whose every answer is there after so long, ms, however many requests it takes. */
export function withDeadline(ms: number, supplier: Supplier): Supplier {
  const until = (signal: AbortSignal): AbortSignal => AbortSignal.any([signal, AbortSignal.timeout(ms)]);
  return {
    ...supplier,
    readCard: (iccid, signal) => supplier.readCard(iccid, until(signal)),
    listPlans: (iccid, plans, signal) => supplier.listPlans(iccid, plans, until(signal)),
    preview: (order, signal) => supplier.preview(order, until(signal)),
    apply: (order, mark, signal) => supplier.apply(order, mark, until(signal)),
    find: (order, mark, signal) => supplier.find(order, mark, until(signal)),
  };
}

export type { PaymentOutcome } from './outcome.ts';
export { firstRenewal, renewalStep, type RenewalStep } from './renewal.machine.ts';
export type { Choice, Payable, RenewalCommand, RenewalEvent, RenewalIn, RenewalState } from './state.ts';
export type { Ticket } from './ticket.ts';

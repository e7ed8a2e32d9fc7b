export { createJourney, type Journey, type JourneyPorts } from './create-journey.ts';
export { openPaymentDesk, type PaymentDesk, type Stage, type StageView } from './payment-desk.ts';
export { storedTickets, type TextStorage } from './stored-tickets.ts';

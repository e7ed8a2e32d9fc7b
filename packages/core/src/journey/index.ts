export { createJourney, type Journey, type JourneyPorts } from './create-journey.ts';
export type { Stage } from './payment-desk.ts';
export { storedTickets, type TextStorage } from './stored-tickets.ts';

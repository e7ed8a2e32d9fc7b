export { readStripeHandoff, StripeHandoffData } from './handoff.ts';
export { stripeProblemCode, type StripeFault } from './problem-code.ts';

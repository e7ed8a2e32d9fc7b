export { calls, idempotencyHeader, serverTimeHeader, type Access, type CallName } from './calls.ts';
export { Card, CardList, Device, Entitlement, ProfileState, ServicePeriod } from './card.ts';
export { Instant, ZoneId } from './instant.ts';
export { CurrencyCode, Money, Price } from './money.ts';
export { Effect, Plan, PlanList, PlanRef } from './plan.ts';
export {
  Charged,
  fine,
  NextStep,
  Problem,
  problem,
  problemCodes,
  problemKinds,
  trouble,
  type Answer,
  type ProblemCode,
} from './problem.ts';
export { PaymentMethod, Quote, QuoteLine, QuoteRequest, Seller } from './quote.ts';
export { Receipt } from './receipt.ts';
export { BeginRequest, Handoff, Renewal, type RenewalStatus } from './renewal.ts';
export {
  readSandboxAnswer,
  readSandboxHandoff,
  SandboxConfirmAnswer,
  SandboxConfirmRequest,
  SandboxHandoffData,
  SandboxScenario,
} from './sandbox-payment.ts';
export { CodeChallenge, CodeRequest, ResetRequest, Session, SignInAnswer, SignInRequest } from './session.ts';
export { RefusalReason, Term } from './term.ts';
export { Id } from './text.ts';

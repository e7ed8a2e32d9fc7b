export { bodies } from './bodies.ts';
export { calls, idempotencyHeader, serverTimeHeader, type Access, type CallName } from './calls.ts';
export { Card, CardList, Device, Entitlement, ProfileState, ServicePeriod } from './card.ts';
export { Instant, ZoneId } from './instant.ts';
export { CurrencyCode, Money, Price } from './money.ts';
export { Effect, Plan, PlanList, PlanRef } from './plan.ts';
export {
  Charged,
  fine,
  Problem,
  problem,
  problemCodes,
  nextSteps,
  trouble,
  type Answer,
  type NextStep,
  type ProblemCode,
} from './problem.ts';
export { problemKinds, type ProblemKind } from './problem-kinds.ts';
export { PaymentMethod, Quote, QuoteLine, QuoteRequest, Seller } from './quote.ts';
export { Receipt, ReceiptList, ReceiptSummary } from './receipt.ts';
export { BeginRequest, Consent, Handoff, Renewal, type RenewalStatus } from './renewal.ts';
export {
  readSandboxAnswer,
  readSandboxHandoff,
  SandboxConfirmAnswer,
  SandboxConfirmRequest,
  SandboxHandoffData,
  SandboxLeaveAnswer,
  SandboxLeaveRequest,
  SandboxMethod,
  sandboxMethods,
  SandboxScenario,
} from './sandbox-payment.ts';
export {
  CodeChallenge,
  CodeRequest,
  LinkRequest,
  PasswordRequest,
  ResetRequest,
  Session,
  SignInAnswer,
  SignInRequest,
} from './session.ts';
export { RefusalReason, Term } from './term.ts';
export { Id, LineByLanguage, LinesByLanguage } from './text.ts';
export { check, type Checked, type Of, type Schema } from '../schema/index.ts';

export { expiryOf, noticeFor, type Expiry, type ExpiryState, type NoticePolicy } from './card/expiry.ts';
export { createServerClock, type ServerClock } from './clock/server-clock.ts';
export { lastFour } from './card/last-four.ts';
export type {
  Answer,
  Card,
  CardList,
  CodeChallenge,
  CodeRequest,
  CurrencyCode,
  Device,
  Effect,
  Entitlement,
  Handoff,
  Instant,
  Money,
  PaymentMethod,
  Plan,
  PlanList,
  PlanRef,
  Price,
  Problem,
  ProblemCode,
  ProfileState,
  Quote,
  QuoteLine,
  QuoteRequest,
  Receipt,
  ReceiptList,
  ReceiptSummary,
  RefusalReason,
  Renewal,
  RenewalStatus,
  Seller,
  ServicePeriod,
  Session,
  SignInAnswer,
  SignInRequest,
  Term,
  ZoneId,
} from './contract/index.ts';
export { fine, problem, trouble } from './contract/index.ts';
export { inLanguage } from './in-language.ts';
export { Misuse } from './misuse.ts';
export { formatMoney, moneyDisplay } from './money/index.ts';
export type {
  Clock,
  Connection,
  PaymentForm,
  PaymentFormEvent,
  PaymentPort,
  PaymentView,
  CallOptions,
  RenewalApi,
  StopSignal,
  TicketKey,
  TicketStorage,
} from './ports.ts';
export {
  firstRenewal,
  renewalStep,
  type Choice,
  type Payable,
  type PaymentOutcome,
  type RenewalCommand,
  type RenewalEvent,
  type RenewalIn,
  type RenewalState,
  type RenewalStep,
  type Ticket,
} from './renewal/index.ts';
export type { SignInCommand, SignInEvent, SignInState, SignInStep } from './sign-in/index.ts';
export { createStore, type Store } from './store/create-store.ts';

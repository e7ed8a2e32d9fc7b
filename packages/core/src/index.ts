export { expiryOf, noticeFor, type Expiry, type ExpiryState, type NoticePolicy } from './card/expiry.ts';
export { createClient, type Client, type ClientOptions } from './client/create-client.ts';
export { createServerClock, type ServerClock } from './client/server-clock.ts';
export { lastFour, maskIccid } from './card/iccid.ts';
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
export { formatMoney, perMonth, saving, sum, taxWithin } from './money/index.ts';
export type {
  Clock,
  PaymentForm,
  PaymentFormEvent,
  PaymentPort,
  PaymentView,
  RenewalApi,
  TicketKey,
  TicketStorage,
} from './ports.ts';
export { reminderFile, type Reminder } from './reminder/reminder-file.ts';
export {
  firstRenewal,
  renewalStep,
  type Choice,
  type PaymentOutcome,
  type RenewalCommand,
  type RenewalEvent,
  type RenewalIn,
  type RenewalState,
  type RenewalStep,
  type Ticket,
} from './renewal/index.ts';
export {
  firstSignIn,
  signInStep,
  type SignInCommand,
  type SignInEvent,
  type SignInState,
  type SignInStep,
} from './sign-in/index.ts';
export { createStore, type Store } from './store/create-store.ts';

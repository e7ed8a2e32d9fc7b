export {
  AgreeEvent,
  BackEvent,
  CodeSubmitEvent,
  CurrencyPickEvent,
  DoneEvent,
  PasswordSubmitEvent,
  PayEvent,
  PlanContinueEvent,
  PlanPickEvent,
  ProblemEvent,
  ReminderEvent,
  RenewEvent,
  RenewedEvent,
  ResetSubmitEvent,
  RetryEvent,
  SignInForgotEvent,
  SignInSubmitEvent,
  TokenWantedEvent,
} from './events.ts';
export { CheckoutPanel } from './elements/checkout-panel/checkout-panel.ts';
export { PlanPicker } from './elements/plan-picker/plan-picker.ts';
export { ReceiptPanel } from './elements/receipt/receipt.ts';
export { RenewalJourney } from './elements/renewal/renewal.ts';
export { SignIn } from './elements/sign-in/sign-in.ts';
export { StatusBadge } from './elements/status-badge/status-badge.ts';
export { browserClock, browserPorts } from './page/browser-ports.ts';
export type { Ports } from './ports.ts';
export type { Messages } from './text/messages.ts';

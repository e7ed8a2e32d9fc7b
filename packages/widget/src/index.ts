export {
  AgreeEvent,
  BackEvent,
  CodeSubmitEvent,
  CurrencyPickEvent,
  DoneEvent,
  PasswordSubmitEvent,
  PayEvent,
  PaymentChangeEvent,
  PaymentReadyEvent,
  PlanContinueEvent,
  PlanPickEvent,
  ProblemEvent,
  ReceiptPickEvent,
  ReminderEvent,
  RenewEvent,
  RenewedEvent,
  ResetSubmitEvent,
  RetryEvent,
  SignInForgotEvent,
  SignInSubmitEvent,
  StepEvent,
  TokenWantedEvent,
} from './events.ts';
export { CheckoutPanel } from './elements/checkout-panel/checkout-panel.ts';
export { PaymentFormElement } from './elements/payment-form/payment-form.ts';
export { PlanPicker } from './elements/plan-picker/plan-picker.ts';
export { ReceiptPanel } from './elements/receipt/receipt.ts';
export { LebRenewalElement } from './elements/renewal/renewal.ts';
export { SignIn } from './elements/sign-in/sign-in.ts';
export { StatusBadge } from './elements/status-badge/status-badge.ts';
export { browserClock, browserPorts } from './page/browser-ports.ts';
export type { OpenOptions } from './elements/renewal/opening.ts';
export type { LebRenewalState } from './elements/renewal/renewal-state.ts';
export type { Ports } from './ports.ts';
export type { Messages } from './text/messages.ts';

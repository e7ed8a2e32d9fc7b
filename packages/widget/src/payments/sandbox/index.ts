export type { SandboxConfirm } from './confirm.ts';
export { sandboxPayments } from './sandbox-payments.ts';
export type { SandboxPlay } from './scenarios.ts';

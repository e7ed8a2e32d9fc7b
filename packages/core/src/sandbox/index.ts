export {
  createSandbox,
  demoAccount,
  sandboxLink,
  type Sandbox,
  type SandboxOptions,
} from './create-sandbox.ts';
export { demoCards, demoShop, type SandboxCard, type SandboxPlan, type SandboxShop } from './shop.ts';

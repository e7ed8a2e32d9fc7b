export { sandboxGateway, type SandboxGatewayOptions } from './gateway.ts';
export { sandboxProvider, type SandboxProvider, type SandboxProviderOptions } from './provider.ts';

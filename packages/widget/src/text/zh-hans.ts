import type { Messages } from './messages.ts';
export const zhHans: Messages = null as unknown as Messages;

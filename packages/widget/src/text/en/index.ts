import type { Messages } from '../messages.ts';
import { checkout } from './checkout.ts';
import { journey } from './journey.ts';
import { plans } from './plans.ts';
import { receipt } from './receipt.ts';
import { signIn } from './sign-in.ts';
import { status } from './status.ts';

export const messages: Messages = { status, plans, signIn, checkout, receipt, journey };

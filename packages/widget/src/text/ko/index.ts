import type { Messages } from '../messages.ts';
import { checkout } from './checkout.ts';
import { messages as first } from './first.ts';
import { plans } from './plans.ts';
import { receipt } from './receipt.ts';

export const messages: Messages = { ...first, plans, checkout, receipt };

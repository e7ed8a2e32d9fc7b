import type { FirstMessages } from '../messages.ts';
import { journey } from './journey.ts';
import { signIn } from './sign-in.ts';
import { status } from './status.ts';

export const messages: FirstMessages = { status, signIn, journey };

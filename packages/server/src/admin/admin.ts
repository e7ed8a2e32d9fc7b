import type { Account, Accounts } from '../accounts/accounts.ts';
import type { Context } from '../renewals/context.ts';
import { sweep } from '../renewals/sweep.ts';
import type { Mail } from '../mail/port.ts';
import { instantOf } from '../store/instant.ts';
import { issueCard, type CardIssue } from './issue-card.ts';
import { publishPlans, type PlanOffer } from './publish-plans.ts';

/** A mail as it was handed over. */
export interface SentMail extends Mail {
  readonly sentAt: string;
}

/** What a seller does from inside: nothing of this is reachable over HTTP. */
export interface Admin {
  createAccount(account: { email: string; password: string; name: string }): Promise<Account>;
  /** Adds plans or changes what they are from now on; quotes that were given keep what they promised. */
  publishPlans(plans: readonly PlanOffer[]): Promise<void>;
  issueCard(card: CardIssue): Promise<{ cardRef: string }>;
  /** True while no plan was ever published. */
  isEmpty(): Promise<boolean>;
  /** The newest first. Only mails kept by `mailboxMailer`. */
  mails(): Promise<readonly SentMail[]>;
  /** Looks after everything unsettled at once, instead of at the next full minute. */
  sweep(): Promise<void>;
}

export function createAdmin(context: Context, accounts: Accounts): Admin {
  const { database } = context;
  return {
    createAccount: (account) => accounts.create(account),
    publishPlans: (plans) => publishPlans(database, plans),
    issueCard: (card) => issueCard(context, card),
    async isEmpty() {
      return (await database.selectFrom('plans').select('plan_id').limit(1).executeTakeFirst()) === undefined;
    },
    async mails() {
      const rows = await database
        .selectFrom('mails')
        .selectAll()
        .orderBy('sent_at', 'desc')
        .orderBy('mail_key')
        .execute();
      return rows.map(({ mail_key: key, recipient: to, sent_at, ...mail }) => ({
        key,
        to,
        ...mail,
        sentAt: instantOf(sent_at),
      }));
    },
    sweep: () => sweep(context),
  };
}

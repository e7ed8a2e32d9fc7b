import type { Account } from '../accounts/account.ts';
import type { Accounts, NewAccount } from '../accounts/accounts.ts';
import type { Links } from '../accounts/links.ts';
import type { Context } from '../renewals/context.ts';
import { sweep } from '../renewals/sweep.ts';
import { remind } from '../reminders/remind.ts';
import type { Mail } from '../mail/port.ts';
import { createDesk, type Desk } from '../desk/desk.ts';
import { instantOf } from '../store/instant.ts';
import { disputedCards, type DisputedCard } from './disputed-cards.ts';
import { issueCard, type CardIssue } from './issue-card.ts';
import { renewalLink } from './renewal-link.ts';
import { publishPlans, type PlanOffer } from './publish-plans.ts';

/** A mail as it was handed over. */
export interface SentMail extends Mail {
  readonly sentAt: string;
}

/** What a seller does from inside: nothing of this is reachable over HTTP. */
export interface Admin {
  createAccount(account: NewAccount): Promise<Account>;
  /** Adds plans or changes what they are from now on; quotes that were given keep what they promised. */
  publishPlans(plans: readonly PlanOffer[]): Promise<void>;
  issueCard(card: CardIssue): Promise<{ cardRef: string }>;
  /**
   * A link for a mail to the card's owner: whoever holds it may renew the card, and do nothing else. It ends with the
   * card's grace, and as soon as the card is renewed.
   *
   * @throws RangeError when there is no `pageUrl`, no such card, or nothing left to renew by a link
   */
  renewalLink(cardRef: string): Promise<string>;
  /** True while no plan was ever published. */
  isEmpty(): Promise<boolean>;
  /** The newest first. Only mails kept by `mailboxMailer`. */
  mails(): Promise<readonly SentMail[]>;
  /** Where a person decides about what waits for one. */
  readonly desk: Desk;
  /**
   * Cards that the supplier says end before what was paid for, or issued. The server goes on by its own date: somebody
   * should ask the supplier.
   */
  disputedCards(): Promise<readonly DisputedCard[]>;
  /** Looks after everything unsettled at once, instead of at the next full minute. */
  sweep(): Promise<void>;
  /** Queues the reminders that are due at once, instead of within five minutes. */
  remind(): Promise<void>;
}

export function createAdmin(context: Context, accounts: Accounts, links: Links): Admin {
  const { database } = context;
  return {
    createAccount: (account) => accounts.create(account),
    publishPlans: (plans) => publishPlans(database, plans),
    async issueCard(card) {
      if (!(await accounts.exists(card.accountId)))
        throw new RangeError(`issueCard: there is no account ${card.accountId}`);
      return issueCard(context, card);
    },
    async renewalLink(cardRef) {
      const link = await renewalLink(context, links, cardRef);
      if (link.url === null) throw new RangeError(`renewalLink: ${link.why}`);
      return link.url;
    },
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
    desk: createDesk(context),
    disputedCards: () => disputedCards(database),
    sweep: () => sweep(context),
    remind: () => remind(context),
  };
}

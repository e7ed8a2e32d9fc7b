import { problem } from '@leb-renew/core/contract';
import type { Hono } from 'hono';
import { cardView } from '../cards/card-view.ts';
import { cardByRef } from '../cards/find-cards.ts';
import { cardReminder } from '../mail/card-reminder.ts';
import { languageOf } from '../mail/language.ts';
import type { Language, MailAttachment } from '../mail/port.ts';
import { lostPage } from '../papers/paper-page.ts';
import { receiptPage } from '../papers/receipt-page.ts';
import { nowOf, type Context } from '../renewals/context.ts';
import { paperOf } from '../renewals/receipt.ts';
import { problemResponse } from './problem-response.ts';
import { strictHeaders } from './strict-headers.ts';

type Paper = NonNullable<Awaited<ReturnType<typeof paperOf>>>;

/** Whoever has the address may read the paper, so the address is told to nobody. */
const privacy = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

/**
 * Receipts and corrections, for browsers that follow a link and send no token. An address that was never given out
 * looks the same as one that leads nowhere any more.
 */
export function servePapers(app: Hono, context: Context): void {
  app.get('/papers/:token', async (c) => {
    const paper = await open(c.req.param('token'));
    const page =
      paper === null
        ? lostPage(languageOf(c.req.header('accept-language') ?? null))
        : receiptPage(paper.receipt, await languageFor(paper), context.papers.page);
    return c.html(page, paper === null ? 404 : 200, { ...strictHeaders(page), ...privacy });
  });
  app.get('/papers/:token/receipt.json', async (c) => {
    const paper = await open(c.req.param('token'));
    return paper === null ? lost() : c.json(paper.receipt, 200, privacy);
  });
  app.get('/papers/:token/reminder.ics', async (c) => {
    const paper = await open(c.req.param('token'));
    const file = paper === null ? null : await reminderOf(paper);
    if (file === null) return lost();
    return c.body(file.content, 200, {
      ...privacy,
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.filename}"`,
    });
  });

  async function open(token: string): Promise<Paper | null> {
    const number = context.papers.numberIn(token);
    return number === null ? null : paperOf(context, number);
  }

  const languageFor = async ({ accountId }: Paper): Promise<Language> =>
    (await context.customers.byId(accountId))?.language ?? 'en';

  /** As the card is now: it may have been renewed again, or be gone. */
  async function reminderOf(paper: Paper): Promise<MailAttachment | null> {
    const { card: named, period } = paper.receipt;
    const record = await cardByRef(context.database, named.cardRef);
    if (period === null || record === null) return null;
    const { currentPlan, entitlement, ...card } = cardView(record);
    return cardReminder({
      card,
      plan: currentPlan,
      zone: entitlement.zone,
      expiresAt: entitlement.expiresAt ?? period.to,
      sequence: record.card.version,
      madeAt: nowOf(context),
      isGone: entitlement.revoked,
      language: await languageFor(paper),
      pageUrl: context.pageUrl,
    });
  }
}

function lost(): Response {
  const response = problemResponse(problem('not-found'));
  for (const [name, value] of Object.entries(privacy)) response.headers.set(name, value);
  return response;
}

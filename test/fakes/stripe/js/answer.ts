import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { stripeJs, stripeJsFrame } from './script.ts';

/** What becomes of a request for Stripe.js. `none`: the page has no business to ask. */
export type ScriptAnswer = 'none' | 'double' | 'version 3' | 'missing' | 'empty' | 'abort' | 'hang';

export interface StripeJsAnswers {
  /** From now on, and for what hangs. */
  answer(by: ScriptAnswer): Promise<void>;
  /** Addresses that the page has asked for, in order. */
  readonly asked: readonly string[];
}

type Paused = Protocol.Fetch.RequestPausedEvent;

const origin = 'https://js.stripe.com';
/** The page that is in the frames of the double. */
const frame = `${origin}/endive/double.html`;

/**
 * Answers a page of Chromium whatever it asks of https://js.stripe.com. The script of the double asks `api`, the origin of
 * the API double, or an account in the page. While nothing is to be answered nothing is intercepted, which would cost every
 * request of the page some time; a browser that must not reach the real one is started with {@link unreachable}.
 */
export async function answerStripeJs(
  page: Page,
  { api, first = 'none' }: { api: string | null; first?: ScriptAnswer },
): Promise<StripeJsAnswers> {
  const asked: string[] = [];
  const hanging = new Set<Paused>();
  let now: ScriptAnswer = 'none';
  let session: CDPSession | undefined;

  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) return;
    asked.push(request.url());
    if (now === 'none') void complain(page, request.url());
  });
  await answer(first);
  return { asked, answer };

  async function answer(by: ScriptAnswer): Promise<void> {
    const before = now;
    now = by;
    if (before === by) return;
    if (by === 'none') return session?.send('Fetch.disable');
    session ??= await listen();
    if (before === 'none') await session.send('Fetch.enable', { patterns: [{ urlPattern: `${origin}/*` }] });
    const waiting = [...hanging];
    hanging.clear();
    await Promise.all(waiting.map(handleIfThere));
  }

  async function listen(): Promise<CDPSession> {
    const cdp = await page.createCDPSession();
    cdp.on('Fetch.requestPaused', (paused) => void handleIfThere(paused));
    return cdp;
  }

  /** The page, or the frame, may have gone in the meantime. */
  function handleIfThere(paused: Paused): Promise<void> {
    return handle(paused).catch(() => {});
  }

  async function handle(paused: Paused): Promise<void> {
    const { requestId, request } = paused;
    if (request.url === frame) return fulfil(requestId, 'text/html', await stripeJsFrame());
    switch (now) {
      case 'double':
        return fulfil(requestId, 'text/javascript', await stripeJs({ api, frame }));
      case 'version 3':
        return fulfil(requestId, 'text/javascript', await stripeJs({ api, frame, version: 3 }));
      case 'missing':
        return session?.send('Fetch.fulfillRequest', { requestId, responseCode: 404 });
      case 'empty':
        return fulfil(requestId, 'text/javascript', '');
      case 'hang':
        return void hanging.add(paused);
      case 'abort':
      case 'none':
        return session?.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    }
  }

  async function fulfil(requestId: string, type: string, text: string): Promise<void> {
    await session?.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: [{ name: 'content-type', value: `${type}; charset=utf-8` }],
      body: Buffer.from(text).toString('base64'),
    });
  }
}

/** What keeps Chromium away from the real one. */
export const unreachable = '--host-resolver-rules=MAP *.stripe.com ~NOTFOUND';

/** Fails the test that is running. The runner is told no more than that, so the console says why. */
const complain = (page: Page, url: string): Promise<void> =>
  page.evaluate((text) => {
    console.error(text);
    reportError(new Error(text));
  }, `${url} was asked for, and no test has said what is answered.`);

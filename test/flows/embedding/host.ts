import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after } from 'node:test';
import type { Frame, Page } from 'puppeteer-core';
import { customerOn, openBrowser, type Customer } from '../customer.ts';
import type * as renewing from './renewing.ts';
import { bundled, openSite, type Answer } from './site.ts';

const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8');

const paper = await read('../../../docs/embedding.md');
/** The samples of docs/embedding.md as they are printed there. */
export const samples: Readonly<Record<string, string>> = Object.fromEntries(
  [...paper.matchAll(/```(\w+)\n(.*?)\n```/gs)].map(([, language = '', text = '']) => [language, text]),
);

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The policy of docs/embedding.md, with the styles that a server has written into the page. */
export function policyFor(markup: string): string {
  const styles = [...markup.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css = '']) => hashOf(css));
  const [, policy = ''] = /^[\w-]+: (.*)$/s.exec(samples['http'] ?? '') ?? [];
  return policy
    .replaceAll('\n', ' ')
    .replace(`style-src 'self'`, `style-src 'self' ${[...new Set(styles)].join(' ')}`);
}

const world = Promise.all([
  openBrowser(),
  bundled(samples['js'] ?? ''),
  read('../../../packages/themes/src/reserve.css'),
]);
/** What is to be closed when all is over, last first. */
const ends: (() => unknown)[] = [async () => (await world)[0].close()];
after(async () => {
  for (const end of ends.toReversed()) await end();
});

/** What a page has noticed of itself. */
interface Noticed {
  readonly violations: string[];
  /** What has moved, and when (ms since the page began). */
  readonly shifts: { readonly at: number; readonly moved: readonly string[] }[];
}

interface LayoutShift extends PerformanceEntry {
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}

/** Runs in the page, before anything else there. */
function notice(): void {
  const noticed: Noticed = { violations: [], shifts: [] };
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    noticed.violations.push(`${violatedDirective} ${blockedURI}`),
  );
  new PerformanceObserver((list) => {
    for (const { startTime, sources } of list.getEntries() as LayoutShift[]) {
      const moved = sources.map(({ node, previousRect, currentRect }) =>
        [node?.nodeName, JSON.stringify(previousRect), JSON.stringify(currentRect)].join(' '),
      );
      noticed.shifts.push({ at: startTime, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
  Object.assign(globalThis, { noticed });
}

export interface Host {
  readonly page: Page;
  /** What its developer has heard since this was asked last. */
  heard(): readonly string[];
  noticed(): Promise<Noticed>;
  close(): Promise<void>;
}

interface Given {
  /** In its body. */
  readonly markup?: string;
  readonly lang?: string;
  readonly policy?: string;
  /** Runs in it before anything else. */
  readonly first?: () => void;
}

/** A page of a shop in a column of 390 px, with every script twice. */
export async function openHost({ markup = '', lang = 'en', policy, first }: Given = {}): Promise<Host> {
  const [browser, scripts, reserve] = await world;

  const body = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>A shop</title>
    <link rel="stylesheet" href="/shop.css"><body>${markup}</body></html>`;
  const signedOut = JSON.stringify({ code: 'not-signed-in' });
  const site = await openSite(
    new Map<string, Answer>([
      ...scripts,
      ...[...scripts].map(([path, script]) => [`/second${path}`, script] as const),
      ['/', { type: 'text/html', body, policy }],
      ['/shop.css', { type: 'text/css', body: `${reserve} main { max-inline-size: 600px }` }],
      ['/renewal/session/refresh', { type: 'application/json', status: 401, body: signedOut }],
    ]),
  );
  ends.push(site.close);
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (!message.text().startsWith('Failed to load resource')) complaints.push(message.text());
  });
  await page.evaluateOnNewDocument(notice);
  if (first !== undefined) await page.evaluateOnNewDocument(first);
  await page.goto(site.url);
  return {
    page,
    heard: () => complaints.splice(0),
    noticed: () => page.evaluate(() => (globalThis as unknown as { readonly noticed: Noticed }).noticed),
    close: () => context.close(),
  };
}

/** The whole journey in a page or a frame of it. Says what the page calls the step it has come to. */
export const renewIn = (frame: Frame, script = '/renewing.js'): Promise<string> =>
  frame.evaluate(async (from) => ((await import(from)) as typeof renewing).renew(), script);

/** A customer at a running shop. `first` runs in its page before anything else. */
export async function openShop(url: string, first: () => void): Promise<Customer> {
  const [browser] = await world;
  const context = await browser.createBrowserContext();
  const customer = await customerOn(await context.newPage());
  await customer.page.evaluateOnNewDocument(first);
  await customer.page.goto(url);
  return customer;
}

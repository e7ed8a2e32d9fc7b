import { launch, type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browser.mjs';

/** A person at a browser: finds things by what is said and shown, never by how it is built. */
export interface Customer {
  readonly page: Page;
  /** Waits until the page shows `text`. Fails at once if it shows `neverBefore` on the way. */
  sees(text: string | RegExp, options?: { neverBefore: string }): Promise<void>;
  doesNotSee(text: string): Promise<void>;
  press(name: string): Promise<void>;
  type(label: string, text: string): Promise<void>;
  choose(name: string): Promise<void>;
  select(label: string, value: string): Promise<void>;
  signIn(email: string): Promise<void>;
  /** Presses *Renew* on the card with this label. */
  renew(label: string): Promise<void>;
  /** Everything that can be read on the page, shadow roots included. */
  text(): Promise<string>;
}

export const openBrowser = (...flags: readonly string[]): Promise<Browser> =>
  launch({
    executablePath: findBrowser(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
      ...flags,
    ],
  });

export async function customerAt(browser: Browser, url: string): Promise<Customer> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.setViewport({ width: 390, height: 844 });
  await page.goto(url);
  const named = (role: string, name: string) => page.locator(`::-p-aria([role="${role}"][name="${name}"])`);

  const text = (): Promise<string> => page.evaluate(readPage);
  const customer: Customer = {
    page,
    text,
    async sees(expected, { neverBefore } = { neverBefore: '' }) {
      const source = typeof expected === 'string' ? null : expected.source;
      const fail = async (why: string): Promise<never> => {
        throw new Error(`${why}. The page shows:\n${await text()}\n${complaints.join('\n')}`);
      };
      const found = await page
        .waitForFunction(
          (literal, pattern, never, read) => {
            const shown = (0, eval)(`(${read})()`) as string;
            if (never !== '' && shown.includes(never)) return never;
            return (pattern === null ? shown.includes(literal) : new RegExp(pattern).test(shown)) && 'seen';
          },
          { polling: 100 },
          String(expected),
          source,
          neverBefore,
          readPage.toString(),
        )
        .then(async (handle): Promise<string | false> => handle.jsonValue())
        .catch((error: unknown) => fail(`${String(expected)} is not shown (${String(error)})`));
      if (found !== 'seen') await fail(`${String(found)} is shown before ${String(expected)}`);
    },
    async doesNotSee(unexpected) {
      const shown = await text();
      if (shown.includes(unexpected)) throw new Error(`the page shows ${unexpected}:\n${shown}`);
    },
    press: (name) =>
      named('button', name)
        .filter((button) => button.getAttribute('aria-disabled') !== 'true')
        .click(),
    type: (label, value) => named('textbox', label).fill(value),
    choose: (name) => named('radio', name).click(),
    select: (label, value) => named('combobox', label).fill(value),
    renew: (label) =>
      page
        .locator(`::-p-aria([role="group"][name="${label}"]) >>>> ::-p-aria([role="button"][name="Renew"])`)
        .click(),
    async signIn(email) {
      await customer.type('E-mail', email);
      await customer.type('Password', 'renew-me-please');
      await customer.press('Sign in');
    },
  };
  return customer;
}

/** Runs in the page: the text a person can read, in the order it is shown. */
function readPage(): string {
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof HTMLElement) && !(node instanceof ShadowRoot)) return '';
    if (node instanceof HTMLElement) {
      if (node instanceof HTMLSlotElement) return node.assignedNodes().map(read).join('');
      if (node.matches('script, style, option') || !node.checkVisibility()) return '';
    }
    const inside =
      node instanceof HTMLElement && node.shadowRoot !== null ? [node.shadowRoot] : [...node.childNodes];
    const gap =
      node instanceof HTMLElement && getComputedStyle(node).display.startsWith('inline') ? '' : '\n';
    return gap + inside.map(read).join('') + gap;
  };
  return read(document.body)
    .replaceAll(/[ \t\n]*\n[ \t\n]*/g, '\n')
    .replaceAll(/[ \t]+/g, ' ');
}

import { launch, type Browser, type Frame, type Locator, type Page, type Viewport } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browser.mjs';

export const phone: Viewport = { width: 390, height: 844, isMobile: true, hasTouch: true };
export const desktop: Viewport = { width: 1280, height: 800 };

/** A person at a browser: finds things by what is said and shown, never by how it is built. */
export interface Customer {
  readonly page: Page;
  /** How often the person has pressed, chosen or typed something. */
  readonly actions: number;
  /** What the page has thrown or called an error in its console. */
  readonly complaints: readonly string[];
  /** Waits until the page shows `text`. Fails at once if it shows `neverBefore` on the way. */
  sees(text: string | RegExp, options?: { neverBefore: string }): Promise<void>;
  doesNotSee(text: string): Promise<void>;
  press(name: string): Promise<void>;
  type(label: string, text: string): Promise<void>;
  choose(name: string): Promise<void>;
  tick(name: string): Promise<void>;
  select(label: string, value: string): Promise<void>;
  signIn(email: string): Promise<void>;
  /** The same hands in a frame of the page. */
  inside(frame: Frame): Pick<Customer, 'press' | 'type' | 'choose'>;
  /** Presses *Renew*, or another button, on the card with this label. */
  renew(label: string, button?: string): Promise<void>;
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

/** With cookies and storage of their own. */
export async function customerAt(browser: Browser, url: string, size?: Viewport): Promise<Customer> {
  const context = await browser.createBrowserContext();
  const customer = await customerOn(await context.newPage(), size);
  await customer.page.goto(url);
  return customer;
}

/** In a tab that is there already. */
export async function customerOn(page: Page, size: Viewport = phone): Promise<Customer> {
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  let breaks: (why: Error) => void = () => undefined;
  /** Nobody waits for a page that has broken. */
  const broken = new Promise<never>((_, reject) => (breaks = reject));
  broken.catch(() => undefined);
  const unlessBroken = <T>(work: Promise<T>): Promise<T> => Promise.race([work, broken]);
  page.on('pageerror', (error) => {
    complaints.push(String(error));
    breaks(error instanceof Error ? error : new Error(String(error)));
  });
  page.on('console', (message) => {
    // What a call was answered, the page has to tell the person; the browser notes it here as well.
    const isOfACall = /^Failed to load resource/.test(message.text());
    if (message.type() === 'error' && !isOfACall) complaints.push(message.text());
  });
  await page.setViewport(size);
  const named = (role: string, name: string, place: Page | Frame = page) =>
    place.locator(`::-p-aria([role="${role}"][name="${name}"])`);
  let actions = 0;
  const press = async (target: Locator<Element>): Promise<void> => {
    actions += 1;
    await unlessBroken(target.click());
  };

  const hands = (place?: Frame): ReturnType<Customer['inside']> => ({
    press: (name) =>
      press(named('button', name, place).filter((button) => button.getAttribute('aria-disabled') !== 'true')),
    async type(label, value) {
      actions += 1;
      await named('textbox', label, place).fill(value);
    },
    choose: (name) => press(named('radio', name, place)),
  });

  const text = (): Promise<string> => page.evaluate(readPage, null).then(String);
  const customer: Customer = {
    page,
    complaints,
    get actions() {
      return actions;
    },
    text,
    async sees(expected, { neverBefore } = { neverBefore: '' }) {
      const source = typeof expected === 'string' ? null : expected.source;
      const fail = async (why: string): Promise<never> => {
        throw new Error(`${why}. The page shows:\n${await text()}\n${complaints.join('\n')}`);
      };
      const found = await unlessBroken(
        page.waitForFunction(
          readPage,
          { polling: 100 },
          { literal: String(expected), pattern: source, never: neverBefore },
        ),
      )
        .then(async (handle): Promise<string | false> => handle.jsonValue())
        .catch((error: unknown) => fail(`${String(expected)} is not shown (${String(error)})`));
      if (found !== 'seen') await fail(`${String(found)} is shown before ${String(expected)}`);
    },
    async doesNotSee(unexpected) {
      const shown = await text();
      if (shown.includes(unexpected)) throw new Error(`the page shows ${unexpected}:\n${shown}`);
    },
    ...hands(),
    inside: hands,
    tick: (name) => press(named('checkbox', name)),
    async select(label, value) {
      actions += 1;
      await named('combobox', label).fill(value);
    },
    renew: (label, button = 'Renew') =>
      press(
        page.locator(
          `::-p-aria([role="group"][name="${label}"]) >>>> ::-p-aria([role="button"][name="${button}"])`,
        ),
      ),
    async signIn(email) {
      await customer.type('E-mail', email);
      await customer.type('Password', 'renew-me-please');
      await customer.press('Sign in');
    },
  };
  return customer;
}

interface Wanted {
  readonly literal: string;
  /** In place of `literal`, where it is not null. */
  readonly pattern: string | null;
  readonly never: string;
}

/**
 * Runs in the page: the text a person can read, in the order it is shown. Of something wanted, whether it is `seen`, or what
 * should never be. One function, since a page may forbid what makes code of text.
 */
function readPage(wanted: Wanted | null): string | false {
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof HTMLElement) && !(node instanceof ShadowRoot)) return '';
    if (node instanceof HTMLElement) {
      if (node instanceof HTMLSlotElement) return node.assignedNodes().map(read).join('');
      if (node.matches('script, style, option, .unshown')) return '';
      if (!node.checkVisibility() && getComputedStyle(node).display !== 'contents') return '';
    }
    const inside =
      node instanceof HTMLElement && node.shadowRoot !== null ? [node.shadowRoot] : [...node.childNodes];
    const gap =
      node instanceof HTMLElement && getComputedStyle(node).display.startsWith('inline') ? '' : '\n';
    return gap + inside.map(read).join('') + gap;
  };
  const shown = read(document.body)
    .replaceAll(/[ \t\n]*\n[ \t\n]*/g, '\n')
    .replaceAll(/[ \t]+/g, ' ');
  if (wanted === null) return shown;
  const { literal, pattern, never } = wanted;
  if (never !== '' && shown.includes(never)) return never;
  return (pattern === null ? shown.includes(literal) : new RegExp(pattern).test(shown)) && 'seen';
}

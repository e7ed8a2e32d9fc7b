import { strict as assert } from 'node:assert';
import { afterEach, describe, test } from 'node:test';
import type { KeyInput } from 'puppeteer-core';
import { demoAccount } from '@leb-renew/core/sandbox';
import { openStage, type Stage } from './stage.ts';

describe('with the keyboard alone', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  /** Somebody who has no pointer, on the page with one story. */
  async function setup(story: string, height = 800) {
    stage = await openStage(story);
    const { page } = stage;
    await stage.set({ width: 320, height });
    await page.evaluate(watchFocus);
    const press = (...keys: readonly KeyInput[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    const at = () => page.evaluate(focused);
    const until = (name: string) =>
      page.waitForFunction(isFocused, { timeout: 20_000 }, name).catch(async () => {
        assert.fail(`the focus does not come to “${name}”, but is at “${(await at()).name}”`);
      });
    /** Goes on from stop to stop until it is there. */
    const go = async (name: string) => {
      const passed = new Set<string>();
      for (const end = Date.now() + 20_000; Date.now() < end;) {
        await press('Tab');
        const stop = await at();
        if (stop.name.startsWith(name)) return;
        passed.add(stop.name);
      }
      assert.fail(`no way leads to “${name}”, but to: ${[...passed].join(', ')}`);
    };
    const lost = () => page.evaluate(() => (window as unknown as { lost: readonly string[] }).lost);
    return { page, press, at, until, go, lost };
  }

  test('a card is renewed, through a declined payment, and the focus is always somewhere', async () => {
    const { page, press, until, go, lost, at } = await setup('journeys-renewal--from-the-sign-in');
    await go('E-mail');
    await page.keyboard.type(demoAccount.email);
    await go('Password');
    await page.keyboard.type('not this one');
    await press('Enter');
    await until('The e-mail address or the password is wrong.');
    await go('Password');
    await press(...Array<KeyInput>('not this one'.length).fill('Backspace'));
    await page.keyboard.type(demoAccount.password);
    await press('Enter');
    await until('Your cards');
    await go('Renew');
    await press('Enter');
    await until('Old laptop');
    await go('3 months');
    await press('ArrowDown');
    assert.match((await at()).name, /^1 year/);
    await go('Continue with 1 year');
    await press('Enter');
    await until('Review and pay');
    await go('What should happen?');
    await page.keyboard.type('Decline');
    await go('Pay ');
    await press('Space');
    await until('Credit card'); // In the form; why is read out.
    await go('What should happen?');
    await page.keyboard.type('Approve');
    await go('Pay ');
    await press('Enter');
    await until('Active until');
    await go('Done');
    await press('Enter');
    await until('Your cards');
    assert.deepEqual(await lost(), []);
  });

  test('a dialog is opened, walked through and left at 400 % zoom, and hides no place where the keyboard stops', async () => {
    const { page, press, go, at, until } = await setup('journeys-renewal--as-dialog', 256);
    await go('Renew');
    await press('Enter');
    await until('');
    const names: string[] = [];
    const walk = async () => {
      for (let stops = 0; stops < 12; stops += 1) {
        await press('Tab');
        const { name, isHidden } = await at();
        names.push(name);
        assert.equal(isHidden, false, `“${name}” is hidden`);
      }
    };
    await walk();
    await page.keyboard.down('Shift');
    await walk();
    await page.keyboard.up('Shift');
    assert.ok(
      names.includes('Close') && names.includes('Sign in') && names.includes('Forgot your password?'),
    );
    assert.ok(!names.includes('Renew'), 'the page behind the dialog is not reached');
    await press('Escape');
    await until('Renew');
  });
});

interface Focused {
  /** What a screen reader calls it, near enough. */
  readonly name: string;
  /** Whether nothing of it is seen: it is out of the window, or under the head of a dialog, which stays. */
  readonly isHidden: boolean;
}

/** Runs in the page. */
function focused(): Focused {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (at === null || at === document.body) return { name: '', isHidden: true };
  const root = at.getRootNode() as Document | ShadowRoot;
  const ids = at.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const name =
    at.ariaLabel ??
    (ids.map((id) => root.getElementById(id)?.textContent).join(' ') ||
      (at as HTMLInputElement).labels?.[0]?.textContent ||
      at.textContent);
  const { top, bottom } = at.getBoundingClientRect();
  const head = eyes.elements()[0]?.shadowRoot?.querySelector('.sheet-head') ?? null;
  const edge = head === null || head.contains(at) ? 0 : head.getBoundingClientRect().bottom;
  return { name: name.replaceAll(/\s+/g, ' ').trim(), isHidden: bottom <= edge || top >= innerHeight };
}

/** Runs in the page. An empty name: anything but the page itself. */
function isFocused(name: string): boolean {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (at === null || at === document.body) return false;
  const label = at instanceof HTMLInputElement ? at.labels?.[0] : null;
  return (label ?? at).textContent.replaceAll(/\s+/g, ' ').trim().startsWith(name);
}

/** Runs in the page. Notes for each frame in which the focus is nowhere, unless the person went there, what is shown then. */
function watchFocus(): void {
  const lost: string[] = [];
  Object.assign(window, { lost });
  let isSomewhere = false;
  addEventListener('keydown', ({ key }) => {
    if (key === 'Tab') isSomewhere = false; // It may lead out of the page.
  });
  const look = () => {
    if (document.activeElement !== document.body) isSomewhere = true;
    else if (isSomewhere)
      lost.push(
        eyes
          .elements()
          .map(({ localName }) => localName)
          .join(' '),
      );
    requestAnimationFrame(look);
  };
  look();
}

import { strict as assert } from 'node:assert';
import { after, before, describe, test, type TestContext } from 'node:test';
import { themeNames, themes, tokens, type ThemeName, type TokenName } from '@leb-renew/themes';
import { writtenCss, type Scheme } from '../../stories/theme-editor/written-css.ts';
import { openStage, type Stage } from './stage.ts';

const allRead = 'Everything can be read.';
const schemes: readonly Scheme[] = ['light', 'dark'];
const colours = tokens.filter(({ syntax }) => syntax === '<color>').map(({ name }) => name);

/** A colour that no theme has. */
const chosen = '#12ab34';

describe('the theme editor', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage('elements-status-badge--due-soon');
  });
  after(() => stage.close());

  async function setup(t: TestContext, prepare: () => void = () => {}) {
    const page = await stage.page.browser().newPage();
    t.after(() => page.close());
    await page.evaluateOnNewDocument(prepare);
    await page.goto(
      `${stage.url}/iframe.html?viewMode=story&id=theme-editor--theme-editor&globals=a11y.manual:!true`,
    );
    await page.waitForSelector('theme-editor >>> li');
    const type = async (token: string, value: string) => {
      const field = (await page.waitForSelector(`theme-editor >>> #${token}`))!;
      await field.type(value);
      await page.keyboard.press('Enter');
      return field;
    };
    /** As a screen reader hears it. */
    const tells = (text: string) =>
      page
        .waitForFunction(isTold, { timeout: 10_000 }, text)
        .catch(() => assert.fail(`it does not say “${text}”`));
    const css = async () =>
      (await page.waitForSelector('theme-editor >>> pre'))!.evaluate((each) => each.textContent);
    const warnings = () =>
      page.$$eval('theme-editor >>> li.bad', (all) => all.map(({ textContent }) => textContent.trim()));
    const copy = async () => (await page.waitForSelector('theme-editor >>> button::-p-text(Copy)'))!.click();
    return { page, type, tells, css, warnings, copy };
  }

  test('names what no token can be, and writes no CSS of it', async (t) => {
    const { page, type, css } = await setup(t);
    await type('accent', '#fff3b0');
    const field = await type('radius', 'lots');
    await page.waitForSelector('theme-editor >>> .bad::-p-text(No value for this token.)');
    assert.equal(await field.evaluate((each) => each.ariaInvalid), 'true');
    assert.equal(
      await css(),
      '@supports (color: light-dark(#fff, #000)) {\n  :root {\n' +
        '    --leb-accent: light-dark(#fff3b0, #6cb0f7);\n  }\n}',
    );
  });

  test('warns of what cannot be read, wherever it is seen, until it is mended', async (t) => {
    const { page, type, tells, warnings } = await setup(t);
    await tells(allRead);
    await type('text', '#ffffff');
    await tells('pairs cannot be told apart well enough.');
    const faint = await warnings();
    for (const told of ['Text on the surface', 'Text in the dialog', 'Ring of the keyboard'])
      assert.ok(
        faint.some((each) => each.startsWith(`${told}: needs`)),
        told,
      );
    const undo = await page.waitForSelector('theme-editor >>> button[aria-label^="text:"]');
    await undo!.click();
    await tells(allRead);
    assert.deepEqual(await warnings(), []);
    await type('over', '#171c26');
    await tells('pairs cannot be told apart well enough.');
    assert.ok((await warnings()).some((each) => each.startsWith('Text in the dialog')));
  });

  test('finds nothing to warn of in any theme, light or dark', async (t) => {
    const { page, tells } = await setup(t);
    await tells(allRead);
    assert.deepEqual(await page.evaluate(findWarned, themeNames, allRead), []);
  });

  test('copies the CSS', async (t) => {
    await stage.page.browser().setPermission(
      new URL(stage.url).origin,
      ...['clipboard-read', 'clipboard-write'].map((name) => ({
        permission: { name },
        state: 'granted' as const,
      })),
    );
    const { page, type, tells, css, copy } = await setup(t);
    await type('radius', '4px');
    await copy();
    await tells('Copied.');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await css());
    assert.equal(await css(), ':root {\n  --leb-radius: 4px;\n}');
  });

  test('selects the CSS where a page may not copy, and says so', async (t) => {
    const { page, type, tells, css, copy } = await setup(t, () =>
      Object.defineProperty(navigator, 'clipboard', { value: undefined }),
    );
    await type('radius', '4px');
    await copy();
    await tells('It is selected: copy it with the keyboard.');
    assert.equal(await page.evaluate(() => getSelection()?.toString()), await css());
  });

  for (const theme of themeNames)
    test(`writes CSS that changes any colour of ${theme} in one scheme, and in the other only what is computed`, async () => {
      const tries = (themes[theme].scheme === null ? schemes : [themes[theme].scheme]).flatMap((scheme) =>
        colours.map((token) => ({
          theme,
          token,
          scheme,
          css: writtenCss(theme, new Map([[token, { [scheme]: chosen }]])),
        })),
      );
      const seen = await stage.page.evaluate(wear, tries);
      for (const { token, scheme, before, after } of seen)
        for (const each of schemes) {
          const isComputed = !themes[theme].values[token];
          const isTheirs = each === scheme || isComputed || themes[theme].scheme !== null;
          const wanted = isTheirs ? 'rgb(18, 171, 52)' : before[each];
          assert.equal(after[each], wanted, `${token} changed in ${scheme}, seen in ${each}`);
        }
    });
});

type Editor = HTMLElement & { theme: string; scheme: string; readonly updateComplete: Promise<unknown> };

/** Runs in the page. */
function isTold(text: string): boolean {
  const told = document.querySelector('theme-editor')!.shadowRoot!.querySelectorAll('[role=status]');
  return [...told].some(({ textContent }) => textContent.includes(text));
}

/** Runs in the page. Resolves to the themes that are warned of, once they were measured. */
async function findWarned(themes: readonly string[], allRead: string): Promise<string[]> {
  const editor = document.querySelector<Editor>('theme-editor')!;
  for (const rest of editor.querySelectorAll(':scope > :not(leb-status-badge)')) rest.remove(); // Only slow.
  const warned: string[] = [];
  for (const theme of themes)
    for (const scheme of ['light', 'dark']) {
      Object.assign(editor, { theme, scheme });
      await editor.updateComplete;
      await new Promise((drawn) => requestAnimationFrame(drawn));
      await editor.updateComplete;
      const verdict = editor.shadowRoot!.querySelector('[role=status]')!.textContent.trim();
      if (verdict !== allRead) warned.push(`${theme}, ${scheme}: ${verdict}`);
    }
  return warned;
}

interface Try {
  readonly theme: ThemeName;
  readonly token: TokenName;
  readonly scheme: Scheme;
  readonly css: string;
}

interface Seen extends Try {
  readonly before: Readonly<Record<Scheme, string>>;
  readonly after: Readonly<Record<Scheme, string>>;
}

/** Runs in the page. Has it wear one after the other, and tells what an element makes of it. */
function wear(tries: readonly Try[]): Seen[] {
  const page = document.documentElement;
  const probe = eyes.elements()[0]!.shadowRoot!.appendChild(document.createElement('i'));
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const colourIn = (scheme: Scheme) => {
    page.style.colorScheme = scheme;
    return getComputedStyle(probe).color;
  };
  const seen = tries.map((each) => {
    page.className = `leb-theme-${each.theme}`;
    probe.style.color = `var(--_${each.token})`;
    const both = () => ({ light: colourIn('light'), dark: colourIn('dark') });
    sheet.replaceSync('');
    const before = both();
    sheet.replaceSync(each.css.replace(/^@import.*/, ''));
    return { ...each, before, after: both() };
  });
  probe.remove();
  sheet.replaceSync('');
  return seen;
}

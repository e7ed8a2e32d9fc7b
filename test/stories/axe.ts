import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';

/** Everything of WCAG 2.2 A and AA that axe knows, and its best practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const everyRule: RunOptions = {
  runOnly: { type: 'tag', values: tags },
  rules: {
    'target-size': { enabled: true },
    // Scenes stand side by side here: two sign-in forms are no two landmarks of one page.
    'landmark-unique': { enabled: false },
    // Landmarks are the host page's.
    region: { enabled: false },
  },
};

/** What a theme can change. */
const colours: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

export async function bringAxe(page: Page): Promise<void> {
  const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(path, 'utf8'));
}

/** What breaks a rule, and what axe cannot decide about colours: scene, rule, markup, reason. */
export async function findViolations(page: Page, rules: 'all' | 'colours'): Promise<string[]> {
  return page.evaluate(audit, rules === 'all' ? everyRule : colours);
}

/** Runs in the page. */
async function audit(options: RunOptions): Promise<string[]> {
  const { axe } = window as unknown as {
    axe: { run(root: Element, options: RunOptions): Promise<AxeResults> };
  };
  const { violations, incomplete } = await axe.run(document.querySelector('main')!, {
    ...options,
    elementRef: true,
    resultTypes: ['violations', 'incomplete'],
  });
  const undecided = incomplete.filter(({ id }) => id === 'color-contrast');
  return [...violations, ...undecided].flatMap(({ id, nodes }) =>
    nodes
      .filter(({ element }) => eyes.isSeen(element!))
      .map(
        ({ element, html, failureSummary = '' }) =>
          `${eyes.whereIs(element!).scene}: ${id}: ${html} ${failureSummary}`,
      ),
  );
}

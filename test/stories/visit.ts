import type { Page } from 'puppeteer-core';

export interface Visit {
  /** What the story, its play function or the page threw. */
  readonly errors: readonly string[];
  /** Rules of axe that were broken, with the nodes that broke them. */
  readonly violations: readonly string[];
}

interface Channel {
  on(event: string, listener: (payload: never) => void): void;
  off(event: string, listener: (payload: never) => void): void;
  emit(event: string, payload: unknown): void;
}

interface Finished {
  readonly storyId: string;
  readonly reporters: readonly {
    readonly type: string;
    readonly result: {
      readonly violations?: readonly {
        readonly id: string;
        readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
      }[];
    };
  }[];
}

/** Opens the frame of Storybook in a theme. Stories are then visited in it one by one. */
export async function openFrame(page: Page, url: string, theme: 'light' | 'dark'): Promise<void> {
  await page.goto(`${url}/iframe.html?viewMode=story&globals=theme:${theme}`, { waitUntil: 'load' });
  await page.waitForFunction(() => '__STORYBOOK_PREVIEW__' in window);
}

/**
 * Shows one story and waits until it has finished. A play function that failed still ends in `storyFinished`
 * with status `success`, so the events that name an error are listened to as well.
 */
export async function visit(page: Page, story: string): Promise<Visit> {
  const thrown: string[] = [];
  const onError = (error: unknown) => thrown.push(String(error));
  page.on('pageerror', onError);
  const { errors, violations } = await page.evaluate(show, story);
  page.off('pageerror', onError);
  return { errors: [...thrown, ...errors], violations };
}

/** Runs in the page. */
async function show(story: string): Promise<Visit> {
  const { channel } = (window as unknown as { __STORYBOOK_PREVIEW__: { channel: Channel } })
    .__STORYBOOK_PREVIEW__;
  const errors: string[] = [];
  const failed = (payload: unknown) => {
    errors.push(JSON.stringify(payload));
  };
  const failures = ['playFunctionThrewException', 'unhandledErrorsWhilePlaying'];
  const endings = ['storyThrewException', 'storyErrored', 'storyMissing'];
  const finished = await new Promise<Finished | null>((resolve) => {
    for (const failure of failures) channel.on(failure, failed);
    for (const ending of endings)
      channel.on(ending, (payload: unknown) => {
        failed(payload);
        resolve(null);
      });
    channel.on('storyFinished', (payload: Finished) => {
      if (payload.storyId === story) resolve(payload);
    });
    channel.emit('setCurrentStory', { storyId: story, viewMode: 'story' });
  });
  for (const failure of failures) channel.off(failure, failed);
  const audit = finished?.reporters.find(({ type }) => type === 'a11y');
  if (audit === undefined && errors.length === 0) errors.push('the accessibility check did not run');
  const violations = (audit?.result.violations ?? []).map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary = '' }) => `${html} ${failureSummary}`).join(' | ')}`,
  );
  return { errors, violations };
}

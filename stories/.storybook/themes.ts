/** The sheets of `@leb-renew/themes`, by name. */
const sheets = new Map(
  Object.entries(
    import.meta.glob<string>(['../../packages/themes/src/*.css', '!**/reserve.css'], {
      query: '?inline',
      import: 'default',
      eager: true,
    }),
  ).map(([file, css]) => [file.replace(/^.*\/|\.css$/g, ''), css]),
);

const all = document.createElement('style');
all.textContent = [...sheets.values()].join('\n');

/** Comes last, so that it is the page's. */
const chosen = document.createElement('style');

/** As a page does that links a theme. `theme="…"` on an element works with every one. */
export function wearTheme(root: HTMLElement, name: string): void {
  if (!all.isConnected) document.head.append(all, chosen);
  if (root.dataset['theme'] === name) return;
  root.dataset['theme'] = name;
  chosen.textContent = sheets.get(name) ?? '';
}

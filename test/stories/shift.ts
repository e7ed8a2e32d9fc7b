/** From a story that shows a placeholder to the one that shows what comes. */
export const loadings: readonly (readonly [placeholder: string, filled: string])[] = [
  ['elements-status-badge--loading', 'elements-status-badge--due-soon'],
  ['elements-status-badge--compact-loading', 'elements-status-badge--compact'],
  ['elements-plan-picker--loading', 'elements-plan-picker--all-on-offer'],
  ['elements-plan-picker--as-table-loading', 'elements-plan-picker--as-table'],
  ['elements-sign-in--loading', 'elements-sign-in--signed-out'],
  ['elements-checkout-panel--getting-the-price', 'elements-checkout-panel--paying'],
  ['elements-checkout-panel--opening', 'elements-checkout-panel--paying'],
  ['elements-checkout-panel--form-loading', 'elements-checkout-panel--paying'],
  ['elements-receipt--loading', 'elements-receipt--with-a-page'],
  ['parts-card-list--loading', 'parts-card-list--one-card'],
];

type Parts = HTMLElement & Record<string, unknown> & { readonly updateComplete: Promise<unknown> };

/**
 * Runs in the page. Gives the placeholder what the filled one has, with a page full of text below it. Resolves to the
 * browser's score of what moved by that. The other scenes stay hidden.
 */
export async function scoreOf([placeholder, filled]: (typeof loadings)[number]): Promise<number> {
  const elementIn = (id: string) =>
    eyes.elements().find((each) => document.getElementById(id)!.contains(each)) as unknown as Parts;
  const [el, other] = [elementIn(placeholder), elementIn(filled)];
  const { elementProperties } = el.constructor as unknown as { elementProperties: Map<string, unknown> };
  const names = [...elementProperties.keys()];
  const before = names.map((name) => el[name]);
  const frames = async () => {
    for (let drawn = 0; drawn < 3; drawn += 1) await new Promise((next) => requestAnimationFrame(next));
  };
  for (const each of document.querySelectorAll<HTMLElement>('main > section'))
    each.hidden = each.id !== placeholder;
  const below = document.createElement('p');
  below.textContent = 'What the page itself says. '.repeat(1_000);
  document.getElementById(placeholder)!.append(below);
  await frames();
  const shifts: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
  observer.observe({ type: 'layout-shift' });
  for (const name of names) el[name] = other[name];
  await el.updateComplete;
  await frames();
  shifts.push(...observer.takeRecords());
  observer.disconnect();
  for (const [place, name] of names.entries()) el[name] = before[place];
  await el.updateComplete;
  below.remove();
  return shifts.reduce((sum, shift) => sum + (shift as PerformanceEntry & { value: number }).value, 0);
}

/** Runs in the page. */
export function showScenes(): void {
  for (const each of document.querySelectorAll<HTMLElement>('main > section')) each.hidden = false;
}

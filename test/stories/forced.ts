/** Two buttons of which one leads on, and nobody sees which. */
export interface Alike {
  readonly scene: string;
  readonly element: string;
  readonly what: string;
}

/** Runs in the page, where colours are forced. A primary button that can be pressed has another ground than the others. */
export function findAlike(): Alike[] {
  const groundOf = (element: Element) => getComputedStyle(element).backgroundColor;
  const buttons = eyes
    .under(document.querySelector('main')!)
    .filter((each) => each.matches('.button:not(.bone, [aria-disabled=true])') && eyes.isSeen(each));
  const others = new Set(buttons.filter((each) => !each.matches('.primary')).map(groundOf));
  return buttons
    .filter((each) => each.matches('.primary') && others.has(groundOf(each)))
    .map((each) => ({ ...eyes.whereIs(each), what: each.textContent.trim() }));
}

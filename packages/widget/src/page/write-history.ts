/**
 * Writes to the page's history. False where that is refused, by the page or by a browser that is asked too often (Safari: a
 * hundred times in ten seconds): everything else goes on.
 */
export function writeHistory(how: 'pushState' | 'replaceState', state: unknown, url?: string): boolean {
  try {
    history[how](state, '', url);
    return true;
  } catch {
    return false;
  }
}

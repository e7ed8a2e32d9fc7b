/** In place of `@open-wc/testing`, which is much to load for a page that has nothing else to test with. */
export async function waitUntil(
  look: () => unknown,
  otherwise: string,
  { timeout = 1_000 }: { readonly timeout?: number } = {},
): Promise<void> {
  const end = performance.now() + timeout;
  const pause = (go: () => void) => setTimeout(go, 20);
  while (!look()) {
    if (performance.now() > end) throw new Error(otherwise);
    await new Promise<void>(pause);
  }
}

/** Listens to what a page's developer is told. */
export function heardBy(ear: Console): { readonly warnings: readonly string[]; stop(): void } {
  const { warn } = ear;
  const warnings: string[] = [];
  ear.warn = (text: string) => void warnings.push(text);
  return {
    warnings,
    stop() {
      ear.warn = warn;
    },
  };
}

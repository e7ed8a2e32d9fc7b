import type { CSSResult } from 'lit';

/**
 * Styles markup that lives outside our shadow roots, once per tree: the document, or a host page's own
 * shadow root. Constructable sheets need no `unsafe-inline` in the page's content security policy.
 */
export function adoptInto(node: Node, styles: CSSResult): void {
  const root = node.getRootNode();
  const sheet = styles.styleSheet;
  if (sheet === undefined || !(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

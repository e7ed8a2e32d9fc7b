import { html, type TemplateResult } from 'lit';
import type { ProblemWords } from '../text/messages.ts';
import { whole } from './whole.ts';

/** Help with a reference that support can look up. */
export function supportLink(
  support: string,
  reference: string,
  words: ProblemWords,
  look: string,
): TemplateResult {
  const href = support.startsWith('mailto:')
    ? `${support}?subject=${encodeURIComponent(reference)}`
    : support;
  return html`<a class=${look} href=${href} target="_blank" rel="noopener"
    ><span>${words.support} · ${whole(words.reference(reference))}</span></a
  >`;
}

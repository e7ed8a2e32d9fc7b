import type { Quote } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import { tickBox } from './tick-box.ts';
import type { Open, View } from './view.ts';

/**
 * What the law wants said before a payment and is not the first thing to read, in the order of the trade: that it is paid
 * once, the consent, the right to withdraw, terms, seller, and until when all of it is `held`, if it is.
 */
export function fineprint(
  { seller, withdrawal }: Quote,
  held: string,
  status: Open['status'],
  view: View,
): TemplateResult {
  const { words } = view;
  return html`<div class="fine quiet">
    <p>${words.once}</p>
    ${
      status === 'agreeing' && withdrawal === 'waived-with-consent'
        ? tickBox('withdrawal', words.consent, view)
        : html`<p>${words.withdrawal[withdrawal]}</p>`
    }
    <p>
      ${
        seller.termsUrl === null
          ? nothing
          : html`<a class="inline" href=${seller.termsUrl} target="_blank" rel="noopener">${words.terms}</a>
              ·`
      }
      ${words.soldBy(seller.name)} · <bdi>${seller.address}</bdi>
    </p>
    ${
      // What is about to be opened stands longer than its price: until then only the place is kept.
      held === ''
        ? nothing
        : html`<p role="timer" class=${status === 'opening' ? 'unshown' : nothing}>${held}</p>`
    }
  </div>`;
}

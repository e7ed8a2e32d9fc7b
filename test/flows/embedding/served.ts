/** Every element with something to show, as a server renders it and as its page takes it over. */
import { html, nothing, type TemplateResult } from 'lit';
import { problem } from '@leb-renew/core';
import { card, now, plans, quote, receipt, receiptRow } from '../../widget/fixtures.ts';

const clock = { now: () => now, after: () => () => undefined };
const reviewing = { status: 'reviewing', run: 1, quote: quote(), problem: problem('unavailable') };
const signedOut = { status: 'signed-out', run: 1, problem: null };

/** `lang` is that of the elements; null where nobody has said. */
export function served(lang: string | null): TemplateResult {
  const tag = lang ?? nothing;
  return html`<leb-status-badge lang=${tag} .card=${card()} .clock=${clock}></leb-status-badge>
    <leb-status-badge lang=${tag} variant="compact" .card=${card()} .clock=${clock}></leb-status-badge>
    <leb-plan-picker
      lang=${tag}
      currency="USD"
      zone="Asia/Shanghai"
      .plans=${plans}
      .clock=${clock}
    ></leb-plan-picker>
    <leb-card-list lang=${tag} .cards=${[card()]} .clock=${clock}></leb-card-list>
    <leb-checkout-panel lang=${tag} .state=${reviewing} .clock=${clock}></leb-checkout-panel>
    <leb-receipt lang=${tag} .receipt=${receipt()} .past=${[receiptRow()]} .clock=${clock}></leb-receipt>
    <leb-sign-in lang=${tag} reset .state=${signedOut}></leb-sign-in>
    <leb-renewal lang=${tag} endpoint="/renewal"></leb-renewal>`;
}

import type { RenewalIn, RenewalState } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReceiptPickEvent, ReminderEvent } from '../../events.ts';
import type { Scene } from './scene.ts';

interface ReceiptWishes {
  readonly pick: (event: ReceiptPickEvent) => void;
  readonly remind: (event: ReminderEvent) => void;
  readonly done: () => void;
}

/** The renewal that has gone well, and its receipt as soon as it is here. */
export const receiptStep = (
  scene: Scene,
  renewal: RenewalState,
  picked: string | null,
  on: ReceiptWishes,
): TemplateResult =>
  receipt(scene, renewal.status === 'renewed' && picked === null ? renewal.renewal : null, on);

/** The receipts of a card that nobody renews now, the newest one in full. */
export const pastStep = (scene: Scene, on: ReceiptWishes): TemplateResult =>
  html`<button class="link" @click=${on.done}>${scene.words.allCards}</button> ${receipt(scene, null, on)}`;

const receipt = (
  { lang, clock, reads: { papers }, instead }: Scene,
  renewal: RenewalIn<'renewed'> | null,
  on: ReceiptWishes,
): TemplateResult =>
  instead ??
  html`<leb-receipt
    class="step"
    lang=${lang || nothing}
    .receipt=${papers.receipt}
    .renewal=${renewal}
    .past=${papers.list}
    .problem=${papers.problem}
    .clock=${clock}
    @leb-receipt-pick=${on.pick}
    @leb-retry=${papers.again}
    @leb-done=${on.done}
    @leb-reminder=${on.remind}
  ></leb-receipt>`;

import { formatMoney, type Receipt, type RenewalIn } from '@leb-renew/core';
import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { TextController } from '../../controllers/text-controller.ts';
import { DoneEvent, ReminderEvent } from '../../events.ts';
import { lastFour } from '../../text/amounts.ts';
import { dateText, lastMoment } from '../../text/dates.ts';
import { receipt } from '../../text/en/receipt.ts';
import type { ReceiptWords } from '../../text/messages.ts';
import { button } from '../button.styles.ts';
import { foundation } from '../foundation.styles.ts';
import { icon } from '../icons.ts';
import { panel } from '../panel.styles.ts';
import { pill } from '../pill.styles.ts';
import { rows } from '../rows.styles.ts';
import { saveFile } from '../save-file.ts';
import { validityBar as barStyles } from '../validity-bar.styles.ts';
import { validityBar } from '../validity-bar.ts';
import { receiptDocument } from './document.ts';
import { fromReceipt, fromRenewal, startOf, type PaidFacts } from './facts.ts';
import { printDocument } from './print-document.ts';
import styles from './receipt.styles.ts';

/**
 * Proof of a renewal, to keep. Says *renewed* only when the card was extended; a payment that still waits for
 * that says *paid*.
 *
 * @element leb-receipt
 * @fires {ReminderEvent} leb-reminder - The person wants the new end in the calendar, and the server has no file of it.
 * @fires {DoneEvent} leb-done - The person has seen it.
 * @csspart panel - The frame.
 * @csspart badge - *Renewed* or *Paid* with its icon.
 * @csspart bar - The validity bar.
 */
export class ReceiptPanel extends LitElement {
  static override properties: PropertyDeclarations = {
    receipt: { attribute: false },
    renewal: { attribute: false },
    lang: { reflect: true },
  };
  static override styles: CSSResultGroup = [foundation, panel, pill, button, rows, barStyles, styles];

  /** The receipt; null while it is fetched. */
  declare receipt: Receipt | null;
  /** The renewal it belongs to, shown until the receipt is here. */
  declare renewal: RenewalIn<'renewed'> | null;
  /** BCP 47. Without it, the language of the page around. */
  declare lang: string;

  readonly #text = new TextController(this, 'receipt', receipt);

  constructor() {
    super();
    this.receipt = null;
    this.renewal = null;
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('h2')?.focus(options);
  }

  protected override render(): TemplateResult {
    const { words, locale } = this.#text;
    const facts =
      this.receipt !== null
        ? fromReceipt(this.receipt)
        : this.renewal !== null
          ? fromRenewal(this.renewal)
          : null;
    if (facts === null || words === null) return placeholder(words);
    const { period, zone } = facts;
    const short = (moment: number) => dateText(moment, 'short', locale, zone);
    const to = period === null ? null : short(lastMoment(period.to));
    return html`<section
      class="panel"
      part="panel"
      lang=${words.tag}
      dir=${this.#text.dir}
      aria-labelledby="title"
    >
      <div class="news">
        <span class="pill ${period === null ? 'warn' : 'ok'}" part="badge"
          >${icon(period === null ? 'clock' : 'check')}${period === null ? words.paid : words.renewed}</span
        >
        <h2 id="title" tabindex="-1">
          ${
            period === null
              ? words.stillExtending
              : words.activeUntil(dateText(lastMoment(period.to), 'long', locale, zone))
          }
        </h2>
        <p class="quiet sent">${facts.sentTo === null ? nothing : words.sentTo(facts.sentTo)}</p>
      </div>
      ${period === null || to === null ? nothing : bar(facts, period, startOf(period.from, facts.previousExpiry, short), to, words)}
      <dl class="rows">
        ${row(words.number, facts.number)}
        ${row(
          words.amount,
          html`<bdi>${formatMoney(facts.total, locale)}</bdi>${
              facts.paidWith === null ? nothing : html` · <bdi>${facts.paidWith}</bdi>`
            }`,
        )}
        ${row(words.card, html`${facts.label} <bdi dir="ltr">${lastFour(facts.iccidMasked)}</bdi>`)}
        ${row(words.plan, facts.planName)} ${row(words.seller, facts.seller)}
        ${row(words.reference, html`<bdi>${facts.reference}</bdi>`)}
      </dl>
      ${period === null ? nothing : html`<p class="quiet">${words.nothingToInstall}</p>`}
      ${this.#actions(facts, words)}
    </section>`;
  }

  #actions(facts: PaidFacts, words: ReceiptWords): TemplateResult {
    return html`<div class="actions">${this.#keep(words)} ${this.#remind(facts, words)}</div>
      <button class="button primary" @click=${() => this.dispatchEvent(new DoneEvent())}>
        ${words.done}
      </button>`;
  }

  /** The server's own page where it has one: a phone prints and shares a page, but rarely a file. */
  #keep(words: ReceiptWords): TemplateResult {
    const page = this.receipt?.links.page ?? null;
    if (page !== null)
      return html`<a class="button" href=${page} target="_blank" rel="noopener noreferrer">${words.open}</a>`;
    const waiting = this.receipt === null;
    return html`<button class="button" aria-disabled=${waiting} @click=${() => this.#save(words)}>
        ${words.save}
      </button>
      <button class="button" aria-disabled=${waiting} @click=${() => this.#print(words)}>
        ${words.print}
      </button>`;
  }

  #remind(facts: PaidFacts, words: ReceiptWords): TemplateResult | typeof nothing {
    if (facts.period === null) return nothing;
    const calendar = this.receipt?.links.calendar ?? null;
    return calendar === null
      ? html`<button class="button" @click=${() => this.dispatchEvent(new ReminderEvent(facts.cardRef))}>
          ${words.reminder}
        </button>`
      : html`<a class="button" href=${calendar} rel="noreferrer">${words.calendar}</a>`;
  }

  #save(words: ReceiptWords): void {
    if (this.receipt === null) return;
    saveFile(
      receiptDocument(this.receipt, words, this.#text.locale),
      `${this.receipt.number}.html`,
      'text/html',
    );
  }

  #print(words: ReceiptWords): void {
    if (this.receipt !== null) printDocument(receiptDocument(this.receipt, words, this.#text.locale));
  }
}

function bar(
  { previousExpiry, paidAt }: PaidFacts,
  { from, to }: { readonly from: string; readonly to: string },
  since: string,
  newDay: string,
  words: ReceiptWords,
): TemplateResult {
  const now = Date.parse(paidAt);
  const end = previousExpiry === null ? now : Math.min(Date.parse(previousExpiry), Date.parse(from));
  return html`<div class="two">
    ${validityBar(
      { start: Math.min(now, Date.parse(from)), now, end: Math.max(now, end), newEnd: Date.parse(to) },
      `${since}${newDay}`,
    )}
    <div class="ends quiet">
      <span>${words.extended}</span>
      <bdi>${since}<span class="strong">${newDay}</span></bdi>
    </div>
  </div>`;
}

const row = (name: string, fact: unknown): TemplateResult =>
  html`<div>
    <dt>${name}</dt>
    <dd>${fact}</dd>
  </div>`;

const placeholder = (words: ReceiptWords | null): TemplateResult =>
  html`<div class="panel" aria-busy="true">
    <p class="unseen" role="status">${words?.loading}</p>
    <div class="bone news-bone"></div>
    <div class="bone rows-bone"></div>
    <div class="bone button-bone"></div>
  </div>`;

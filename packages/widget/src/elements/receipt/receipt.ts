import type { Clock, Problem, Receipt, ReceiptSummary, RenewalIn } from '@leb-renew/core';
import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { clockOf } from '../../controllers/device-clock.ts';
import { TextController } from '../../controllers/text-controller.ts';
import { DoneEvent, ReceiptPickEvent, ReminderEvent, RetryEvent } from '../../events.ts';
import { receipt } from '../../text/en/receipt.ts';
import type { ReceiptWords } from '../../text/messages.ts';
import { button } from '../button.styles.ts';
import { checkProblem } from '../check-problem.ts';
import { foundation } from '../foundation.styles.ts';
import { given, list, orNone, readable } from '../given.ts';
import { host } from '../host.styles.ts';
import { icon } from '../icons.ts';
import { links } from '../links.styles.ts';
import { notice } from '../notice.styles.ts';
import { panel } from '../panel.styles.ts';
import { pill } from '../pill.styles.ts';
import { problemNotice } from '../problem-notice.ts';
import { rows } from '../rows.styles.ts';
import { saveFile } from '../save-file.ts';
import { validityBar as barStyles } from '../validity-bar.styles.ts';
import { whole } from '../whole.styles.ts';
import { readFacts, readRow } from './check-receipt.ts';
import { corrections } from './corrections.ts';
import { standingOf, type PaidFacts, type Standing } from './facts.ts';
import { fineprint } from './fineprint.ts';
import { news } from './news.ts';
import { paidRows } from './paid-rows.ts';
import { pastList } from './past-list.ts';
import { actionBones, fineBone, placeholder } from './placeholder.ts';
import { fileOf, printPaper, receiptPaper } from './paper.ts';
import styles from './receipt.styles.ts';
import { span } from './span.ts';

/** So many receipts are listed, and as many more with every wish. */
const page = 5;
/** So long after the payment a card may still be finding its network. */
const freshMs = 3_600_000;

/**
 * Proof of a renewal, to keep, and the card's receipts before it. Says *renewed* only when the card was extended, and
 * *active* only while it is; a payment that still waits for its extension says *paid*.
 *
 * @element leb-receipt
 * @fires {ReceiptPickEvent} leb-receipt-pick - The person wants to see another of the card's receipts.
 * @fires {ReminderEvent} leb-reminder - The person wants the new end in the calendar, and the server has no file of it.
 * @fires {RetryEvent} leb-retry - The receipt could not be read, and the person asks for it again.
 * @fires {DoneEvent} leb-done - The person has seen it.
 * @csspart panel - The frame.
 * @csspart badge - *Renewed* or *Paid* with its icon.
 * @csspart bar - The validity bar.
 */
export class ReceiptPanel extends LitElement {
  static override properties: PropertyDeclarations = {
    receipt: { attribute: false },
    renewal: { attribute: false },
    past: { attribute: false },
    problem: { attribute: false },
    clock: { attribute: false },
    lang: { reflect: true },
    most: { state: true },
  };
  static override styles: CSSResultGroup = [
    foundation,
    host,
    panel,
    pill,
    button,
    links,
    notice,
    rows,
    barStyles,
    whole,
    styles,
  ];

  /** The receipt; null while it is fetched. */
  declare receipt: Receipt | null;
  /** The renewal it belongs to, shown until the receipt is here. */
  declare renewal: RenewalIn<'renewed'> | null;
  /** Receipts and corrections of the same card, newest first; null where none are to be shown. */
  declare past: readonly ReceiptSummary[] | null;
  /** Why the receipt could not be read. */
  declare problem: Problem | null;
  /** The server's time. Null for the device's clock. */
  declare clock: Clock | null;
  /** BCP 47. Without it, the language of the page around. */
  declare lang: string;

  declare private most: number;

  readonly #text = new TextController(this, 'receipt', receipt);
  /** What is shown, once it has been looked at. */
  #facts: PaidFacts | null = null;
  #isUnreadable = false;
  #past: readonly ReceiptSummary[] | null = null;
  #problem: Problem | null = null;
  /** The renewal whose receipt the person has picked and not seen yet. */
  #awaited: string | null = null;
  /** The focus stays with the heading when another takes its place. */
  #isOnHeading = false;

  constructor() {
    super();
    this.receipt = null;
    this.renewal = null;
    this.past = null;
    this.problem = null;
    this.clock = null;
    this.most = page;
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('h2')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#isOnHeading = this.shadowRoot?.activeElement?.localName === 'h2';
    if (changed.has('receipt') || changed.has('renewal')) {
      this.#facts = readable(this, () => readFacts(this.receipt ?? null, this.renewal ?? null));
      this.#isUnreadable = this.#facts === null && (this.receipt ?? this.renewal ?? null) !== null;
    }
    if (changed.has('problem')) {
      const problem = (this.problem as Problem | null | undefined) ?? null;
      this.#problem = problem === null ? null : readable(this, () => checkProblem('problem', problem));
    }
    if (changed.has('past')) {
      const papers = given(this, 'past', this.past, orNone(list), null) ?? null;
      this.#past =
        papers?.flatMap((paper, place) => readable(this, () => readRow(paper, place)) ?? []) ?? null;
    }
  }

  protected override updated(): void {
    const isHere = this.#awaited !== null && this.receipt?.renewalId === this.#awaited;
    if (isHere) this.#awaited = null;
    if (isHere || (this.#isOnHeading && this.shadowRoot?.activeElement === null)) this.focus();
  }

  protected override render(): TemplateResult {
    const { words } = this.#text;
    return html`<section
      class="panel"
      part="panel"
      lang=${words?.tag ?? nothing}
      dir=${this.#text.dir}
      aria-labelledby="title"
    >
      ${
        words === null
          ? html`${placeholder(receipt, this.#text.locale, '')}
              <div class="button bone"></div>
              ${fineBone(receipt)}`
          : this.#content(words)
      }
    </section>`;
  }

  #content(words: ReceiptWords): TemplateResult {
    const past = this.#past ?? [];
    const facts = this.#facts;
    return html`${facts === null ? this.#instead(words) : this.#paper(facts, past, words)}
      <button class="button primary" @click=${() => this.dispatchEvent(new DoneEvent())}>
        ${words.done}
      </button>
      ${facts !== null ? fineprint(facts, words) : this.#isOnItsWay ? fineBone(words) : nothing}
      ${
        past.length === 0 || (past.length === 1 && past[0]?.number === facts?.number)
          ? nothing
          : pastList(past, {
              words,
              locale: this.#text.locale,
              shown: facts?.number ?? null,
              most: this.most,
              pick: this.#pick,
              more: () => void this.#more(),
            })
      }`;
  }

  get #isOnItsWay(): boolean {
    return !this.#isUnreadable && this.#problem === null && this.#past?.length !== 0;
  }

  /** In place of a receipt that there is none of, or none to be shown. */
  #instead(words: ReceiptWords): TemplateResult {
    if (this.#isUnreadable)
      return html`${heading(words.number)}
        <div class="notice bad" role="alert">
          ${icon('alert')}
          <p>${words.unreadable}</p>
        </div>`;
    if (this.#problem !== null) return html`${heading(words.number)} ${this.#trouble(words)}`;
    if (this.#past?.length === 0) return heading(words.none);
    return placeholder(words, this.#text.locale, words.loading);
  }

  #paper(facts: PaidFacts, past: readonly ReceiptSummary[], words: ReceiptWords): TemplateResult {
    const { locale } = this.#text;
    const now = clockOf(this, this.clock).now();
    const standing = standingOf(facts, now);
    return html`${news(facts, standing, words, locale)} ${span(facts, words, locale)}
    ${paidRows(facts, words, locale)} ${corrections(facts.correctedBy, past, words, locale)}
    ${
      standing === 'active' && now < Date.parse(facts.paidAt) + freshMs
        ? html`<p class="quiet">${words.nothingToInstall} ${words.noNetwork}</p>`
        : nothing
    }
    ${this.#trouble(words)}
    ${
      this.receipt === null && this.#problem === null
        ? actionBones(words)
        : html`<div class="actions">${this.#keep(words)} ${this.#remind(facts, standing, words)}</div>`
    }`;
  }

  #trouble(words: ReceiptWords): TemplateResult | typeof nothing {
    const problem = this.#problem;
    if (problem === null) return nothing;
    const meaning = this.#facts === null ? '' : words.safe;
    return html`${problemNotice(problem, words.problem, meaning)}
      <button class="button" @click=${this.#retry}>${words.retry}</button>`;
  }

  /** The server's own page where it has one: a phone prints and shares a page, but rarely a file. */
  #keep(words: ReceiptWords): TemplateResult | typeof nothing {
    const link = this.receipt?.links.page ?? null;
    if (link !== null)
      return html`<a class="button" href=${link} target="_blank" rel="noopener noreferrer">${words.open}</a>`;
    const { receipt } = this;
    if (receipt === null) return nothing;
    return html`<button class="button" @click=${() => this.#save(receipt, words)}>${words.save}</button>
      <button class="button" @click=${() => this.#print(receipt, words)}>${words.print}</button>`;
  }

  #remind({ card }: PaidFacts, standing: Standing, words: ReceiptWords): TemplateResult | typeof nothing {
    if (standing !== 'active') return nothing;
    const calendar = this.receipt?.links.calendar ?? null;
    return calendar === null
      ? html`<button class="button" @click=${() => this.dispatchEvent(new ReminderEvent(card.cardRef))}>
          ${words.reminder}
        </button>`
      : html`<a class="button" href=${calendar} rel="noreferrer">${words.calendar}</a>`;
  }

  #save(receipt: Receipt, words: ReceiptWords): void {
    saveFile(fileOf(receiptPaper(receipt, words, this.#text.locale)), `${receipt.number}.html`, 'text/html');
  }

  #print(receipt: Receipt, words: ReceiptWords): void {
    printPaper(receiptPaper(receipt, words, this.#text.locale));
  }

  readonly #pick = ({ renewalId }: ReceiptSummary): void => {
    this.#awaited = renewalId;
    this.dispatchEvent(new ReceiptPickEvent(renewalId));
    this.requestUpdate();
  };

  /** The button goes away with the trouble. */
  readonly #retry = (): void => {
    this.focus();
    this.dispatchEvent(new RetryEvent());
  };

  readonly #more = async (): Promise<void> => {
    const next = this.most;
    this.most += page;
    await this.updateComplete;
    this.renderRoot.querySelectorAll('li')[next]?.querySelector<HTMLElement>('.paper')?.focus();
  };
}

const heading = (title: string): TemplateResult => html`<h2 id="title" tabindex="-1">${title}</h2>`;

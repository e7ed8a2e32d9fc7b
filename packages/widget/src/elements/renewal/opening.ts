import type { Card } from '@leb-renew/core';
import type { LitElement } from 'lit';
import { OverlayController } from '../../controllers/overlay-controller.ts';
import { warnOnce } from '../../page/warn-once.ts';
import { given, looksAt, mistake, oneOf, orNone, text, thing } from '../given.ts';
import type { Way } from './way.ts';
import type { World } from './world.ts';

const displays = ['inline', 'dialog', 'drawer'] as const;
/** In its place on the page, or over it. */
export type Display = (typeof displays)[number];

/** Where to begin, for whoever opens the journey from outside. */
export interface OpenOptions {
  /** The card to renew, as the server names it. Without it, where the person was. */
  readonly cardRef?: string;
  /** The plan to have picked for that card. */
  readonly planId?: string;
}

/** Opens the journey at a card, and closes it again where it lies over the page. */
export class Opening {
  /** The person wanted to close it while a payment was being sent. */
  isRefused = false;

  readonly #host: LitElement & { readonly display: Display };
  readonly #world: World;
  readonly #way: Way;
  readonly #overlay: OverlayController;
  /** A card that the page has asked for, until it is known whether there is such a card. */
  #asked: string | null = null;

  /** `open` and `close` are the element's own: a page may have put something in their way. */
  constructor(
    host: LitElement & { readonly display: Display; open(): void; close(): void },
    world: World,
    way: Way,
  ) {
    this.#host = host;
    this.#world = world;
    this.#way = way;
    this.#overlay = new OverlayController(host, {
      isOverlay: () => this.isOverlay,
      open: () => {
        host.open();
      },
      close: () => {
        host.close();
      },
    });
  }

  get isOverlay(): boolean {
    const { display } = this.#host;
    return (
      (given<Display | null>(this.#host, 'display', display, orNone(oneOf(...displays)), null) ??
        'inline') !== 'inline'
    );
  }

  /** Whether a dialog or drawer is open. */
  get isOpen(): boolean {
    return this.isOverlay && this.#overlay.isOpen;
  }

  /** Whether the journey is on the screen. */
  get isShown(): boolean {
    return !this.isOverlay || this.#overlay.isOpen;
  }

  /** While a payment is being sent nothing may be closed. */
  get isSending(): boolean {
    return this.#world.renewal?.status === 'confirming';
  }

  /** Whether the page has asked for a card, of which nothing is known yet. */
  get isAsked(): boolean {
    return this.#asked !== null;
  }

  /**
   * To the card that the page asks for; `known` are the cards as they were last read.
   *
   * @throws Misuse when an option is no text, or a plan is given without a card
   */
  at(options: OpenOptions, known: readonly Card[] | null): void {
    const must = looksAt('open: options', options);
    must('', thing);
    must('cardRef', orNone(text));
    must('planId', orNone(text));
    const { cardRef, planId } = options;
    if (planId !== undefined && cardRef === undefined)
      throw mistake('open: options.cardRef', cardRef, 'given together with planId');
    const status = this.#world.renewal?.status ?? 'choosing';
    if (cardRef !== undefined && status === 'choosing') {
      this.#asked = cardRef;
      this.#way.toCard({ cardRef, planId: planId ?? null });
      this.arrive(known);
    }
    this.show();
  }

  /** The cards have been read. */
  arrive(cards: readonly Card[] | null): void {
    const asked = this.#asked;
    if (cards !== null) this.#asked = null;
    if (cards !== null && asked !== null && cards.every(({ cardRef }) => cardRef !== asked))
      warnOnce(this.#host, mistake('open: options.cardRef', asked, 'a card of this account'));
    this.#way.arrive(cards);
  }

  show(): void {
    this.#overlay.show();
  }

  /** False while a payment is being sent. */
  close(): boolean {
    if (!this.isOpen) return true;
    this.isRefused = this.isSending;
    if (this.isRefused) this.#host.requestUpdate();
    else void this.#overlay.hide();
    return !this.isRefused;
  }
}

import { problem, type Problem, type SignInEvent } from '@leb-renew/core';
import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { MailLinkController } from '../../controllers/mail-link-controller.ts';
import { TextController } from '../../controllers/text-controller.ts';
import { keepPlace, keptPlace, nowhere } from '../../page/kept-place.ts';
import type { MailLink } from '../../page/mail-link.ts';
import { warnOnce } from '../../page/warn-once.ts';
import type { Ports } from '../../ports.ts';
import { journey } from '../../text/en/journey.ts';
import type { JourneyWords } from '../../text/messages.ts';
import { button } from '../button.styles.ts';
import { foundation } from '../foundation.styles.ts';
import { given, orNull, readable, text } from '../given.ts';
import { notice } from '../notice.styles.ts';
import { panel } from '../panel.styles.ts';
import { problemNotice } from '../problem-notice.ts';
import { CardList } from './card-list.ts';
import { givenPorts, hasTicket } from './given-ports.ts';
import { goOn } from './go-on.ts';
import { handedOver } from './handed-over.ts';
import { Herald } from './herald.ts';
import { followHistory } from './history.ts';
import { journeyView } from './journey-view.ts';
import { LazySheet } from './lazy-sheet.ts';
import { LazyStage } from './lazy-stage.ts';
import { Opening, type Display, type OpenOptions } from './opening.ts';
import { Parts } from './parts.ts';
import { Place } from './place.ts';
import { Reads } from './reads.ts';
import type { LebRenewalState } from './renewal-state.ts';
import styles from './renewal.styles.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import { signInPart } from './sign-in-part.ts';
import { StepFocus } from './step-focus.ts';
import { stepOf, type Step } from './step.ts';
import { Way } from './way.ts';
import { Who } from './who.ts';
import { Wishes } from './wishes.ts';
import { World } from './world.ts';

/**
 * The whole renewal in one tag: sign in, see the cards, pick a plan, review, pay, receipt. Owns the machines;
 * every part inside only shows state and says what the person wishes.
 *
 * The sign-in form and the payment form are put into this element's own light DOM and slotted down: password
 * managers and payment providers do not look into shadow roots.
 *
 * @element leb-renewal
 * @attr {string} endpoint - Where the renewal server is mounted, e.g. `https://shop.example/renewal`.
 * @attr {'inline'|'dialog'|'drawer'} display - In its place on the page, or over it once it is opened.
 * @fires {StepEvent} leb-step - The person is at another step.
 * @fires {RenewedEvent} leb-renewed - A card has been paid for and extended, as the server said.
 * @fires {ProblemEvent} leb-problem - The person is told that something did not work: why, whether money moved, and what is next.
 * @fires {TokenWantedEvent} leb-token-wanted - For `token`: there is none, or it has ended.
 * @slot sign-in - Filled by the element itself.
 * @slot payment - Filled by the element itself.
 */
export class LebRenewalElement extends LitElement {
  static override properties: PropertyDeclarations = {
    endpoint: {},
    ports: { attribute: false },
    token: { attribute: false },
    display: { reflect: true },
    lang: { reflect: true },
  };
  static override styles: CSSResultGroup = [foundation, panel, button, notice, styles];

  /** Where the renewal server is mounted; a relative address is relative to the page. */
  declare endpoint: string;
  /** Another world than the one behind `endpoint`: an own client, own payments, the in-memory sandbox. */
  declare ports: Ports | null;
  /**
   * For a page that signs people in itself: what its requests carry as `Authorization: Bearer …`, and what the server's
   * `authenticate` gets to see. Empty while nobody is signed in, also between two people. With null, people sign in here.
   */
  declare token: string | null;
  /**
   * `inline`, in its place on the page. A `dialog` or `drawer` lies over the page, shows and asks nothing before it is
   * opened, and belongs at the end of the body: it is no part of the top layer, so that a payment provider's own window
   * can lie over it.
   *
   * @default inline
   */
  declare display: Display;
  /** BCP 47. Without it, the language of the page around. */
  declare lang: string;

  readonly #text = new TextController(this, 'journey', journey);
  readonly #stage: LazyStage = new LazyStage(this, () => this.#world);
  readonly #world: World = new World(this, this.#stage, {
    changed: () => {
      this.#stage.stage?.follow();
      this.#who.notice();
      this.#herald.tell(this.#world);
    },
    heard: (news) => {
      this.#who.hear(news);
    },
  });
  readonly #herald = new Herald(this);
  readonly #place = new Place(this);
  readonly #way = new Way(this.#world, this.#place, () => this.#reads.cards.value ?? null);
  readonly #who = new Who(this, this.#world, this.#way);
  readonly #opening = new Opening(this, this.#world, this.#way);
  readonly #over = new LazySheet(this);
  /** Kept from visit to visit, so that a search is still there on the way back. */
  readonly #cards = new CardList();
  readonly #links = new MailLinkController(this);
  readonly #focus = new StepFocus(
    this,
    () => this.#signInForm,
    () => this.#step,
  );
  readonly #failed = (trouble: Problem): void => {
    this.#herald.problem(trouble);
    if (trouble.code === 'not-signed-in') this.#world.sendSignIn({ type: 'expired', problem: trouble });
  };
  readonly #reads = new Reads(
    this,
    () => {
      const { ports, token, onlyCard, renewal } = this.#world;
      const renewed = renewal?.status === 'renewed' ? renewal.renewal : null;
      return { ports, token, isLink: onlyCard !== null, renewed, ...this.#place.chosen };
    },
    {
      cards: (cards) => {
        this.#opening.arrive(cards);
      },
      failed: this.#failed,
    },
  );
  readonly #wishes = new Wishes({
    world: this.#world,
    place: this.#place,
    way: this.#way,
    reads: this.#reads,
    who: this.#who,
    text: this.#text,
    failed: this.#failed,
  });
  readonly #parts = new Parts(this, this.#failed);
  /** Said where what the page has given makes no sense. */
  #lost: Problem | null = null;
  /** The link of a mail that led here, until it is followed. */
  #link: MailLink | null = null;
  #madeForm: SignIn | null = null;
  /** A server has rendered this, and knew nobody: nothing is shown until that has been taken over. */
  #isServed = this.shadowRoot !== null;

  constructor() {
    super();
    this.endpoint = '';
    this.ports = null;
    this.token = null;
    this.display = 'inline';
    this.#cards.addEventListener('leb-renew', this.#wishes.renew);
    this.#cards.addEventListener('leb-reminder', this.#wishes.remind);
    followHistory(this, this.#opening, this.#world, this.#place, this.#way);
    goOn(this, this.#world, this.#reads, this.#place, this.#parts);
  }

  /** Where the journey is, for the page around it. The same object until something of it changes, then `leb-step` is said. */
  get state(): LebRenewalState {
    return this.#herald.state;
  }

  /**
   * Shows the journey and takes the focus there, as a dialog or drawer over the page. A renewal that has begun is shown
   * first, whatever card is asked for; a card that the person has not got leads to those that there are.
   *
   * @throws Misuse when an option is no text, or a plan is given without a card
   */
  open(options: OpenOptions = {}): void {
    this.#opening.at(options, this.#reads.cards.value ?? null);
    void this.#focus.take();
  }

  /**
   * Takes a dialog or drawer off the page; everything in it is kept. False while a payment is being sent: it stays until
   * that is done. An inline element stays where it is.
   */
  close(): boolean {
    return this.#opening.close();
  }

  /** Reads again what is shown, and asks the server about a renewal that is open. */
  refresh(): void {
    this.#way.lookAgain();
    if (this.#world.renewal?.status === 'renewed') this.#reads.papers.refresh();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const form = this.#signInForm;
    if (form.parentNode !== this) {
      // A clone has copies of another element's forms.
      for (const copy of this.querySelectorAll(':scope>:is([slot=sign-in],[slot=payment])')) copy.remove();
      this.append(form);
    }
    this.#stage.stage?.reopen();
    this.requestUpdate();
  }

  /** Called in place of the other two by `moveBefore`, which moves a payment form with all that was typed into it. */
  connectedMoveCallback(): void {
    super.disconnectedCallback();
    super.connectedCallback();
    this.#stage.stage?.moved();
    this.requestUpdate();
  }

  /** Made for a page: a server has no document to make it with. */
  get #signInForm(): SignIn {
    return (this.#madeForm ??= signInPart((event) => {
      this.#world.sendSignIn(event);
    }));
  }

  /** Whoever waits for an open dialog or drawer finds it there. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    if (this.#opening.isShown) await this.#over.coming;
    return super.getUpdateComplete();
  }

  /** A framework may set `ports` right after it has put the element on the page. */
  protected override firstUpdated(): void {
    setTimeout(() => {
      if (this.isConnected && !this.endpoint && !this.ports)
        warnOnce(this, 'endpoint or ports must be given: without either nothing is shown');
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.isConnected || this.#isServed) return;
    const token = given(this, 'token', this.token ?? null, orNull(text), '');
    this.#link ??= this.#links.take();
    if (this.#link !== null) this.#opening.show();
    const isNew = changed.has('endpoint') || changed.has('ports');
    if (isNew || (this.#world.ports === null && this.#opening.isShown)) this.#enter(isNew, handedOver(token));
    else if (changed.has('token')) {
      // Whoever comes next begins anew. A page that had no token yet has signed nobody out.
      if (token === '' && changed.get('token')) this.#way.forget();
      this.#world.sendSignIn(handedOver(token) ?? { type: 'sign-out' });
    }
    if (this.#link !== null && this.#world.ports !== null) {
      this.#world.sendSignIn(this.#link);
      this.#link = null;
    }
    if (!this.#opening.isSending) this.#opening.isRefused = false;
    this.#parts.need(this.#step);
    this.#over.need(this.#opening.isOverlay);
  }

  /** Starts with what the page has given, where it was before a reload. A closed dialog waits until it is opened. */
  #enter(isNew: boolean, session: SignInEvent | null): void {
    const isReady = readable(this, () => {
      const ports = givenPorts(this);
      const kept = ports?.name === undefined ? nowhere : keptPlace(ports.name);
      if (hasTicket(ports) || kept.isOpen) this.#opening.show();
      if (!this.#opening.isAsked) {
        if (isNew) this.#way.forget();
        this.#way.restore(kept);
      }
      if (kept.renewalId !== null) this.#herald.skip(kept.renewalId);
      const first = session ?? this.#link;
      if (ports !== null && session === null) this.#link = null;
      this.#world.enter(this.#opening.isShown ? ports : null, first);
      return true;
    });
    this.#lost = isReady === null ? (this.#lost ?? problem('not-found')) : null;
    if (this.#lost !== null) this.#world.leave();
  }

  get #step(): Step {
    return stepOf(this.#world.renewal, this.#world.token, this.#place.chosen);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this.#text;
    if (words === null) return this.#silence();
    if (!this.#opening.isOverlay) return this.#journey(words);
    const { sheet, isMissing } = this.#over;
    if (sheet !== null)
      return sheet(this.#journey(words), this.#opening, words, this.#text, () => void this.close());
    return isMissing && this.#opening.isShown
      ? html`<p class="late" role="alert" lang=${this.#text.lang} dir=${this.#text.dir}>
          ${words.notLoaded} ${words.notLoadedNext}
        </p>`
      : nothing;
  }

  /** What keeps the place while there are no words. The sign-in does so by itself. */
  #silence(): TemplateResult | typeof nothing {
    if (this.#opening.isOverlay || this.#world.renewal === null) return nothing;
    return this.#step === 'sign-in' ? html`<slot name="sign-in"></slot>` : html`<div class="silence"></div>`;
  }

  #journey(words: JourneyWords): TemplateResult | typeof nothing {
    const { renewal, ports, onlyCard } = this.#world;
    if (this.#lost !== null) return problemNotice(this.#lost, words.problem);
    if (renewal === null) return nothing;
    return journeyView(this.#step, renewal, words, {
      lang: this.lang,
      text: this.#text,
      clock: ports?.clock ?? null,
      reads: this.#reads,
      chosen: this.#place.chosen,
      cards: this.#cards,
      methods: this.#stage.methods,
      parts: this.#parts,
      onlyOne: onlyCard !== null,
      isPages: this.#who.isPages,
      wishes: this.#wishes,
    });
  }

  protected override updated(): void {
    if (this.#isServed) {
      this.#isServed = false;
      this.requestUpdate();
    }
    const { signIn, ports } = this.#world;
    const form = this.#signInForm;
    if (signIn !== null) {
      this.#parts.prepare();
      form.state = signIn;
    }
    form.clock = ports?.clock ?? null;
    form.elsewhere = this.#who.isPages;
    if (ports?.name !== undefined) keepPlace(ports.name, { ...this.#way.kept, isOpen: this.#opening.isOpen });
    this.#herald.tellState({
      isOpen: this.#opening.isShown,
      step: this.#step,
      renewal: this.#world.renewal,
      signIn,
      cardRef: this.#place.chosen.cardRef,
      reads: this.#reads,
      problem: (this.#lost ?? this.#parts.problem)?.code ?? null,
    });
    this.#herald.problem(this.#lost);
  }
}

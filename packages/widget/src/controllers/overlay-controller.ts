import type { LitElement, ReactiveController } from 'lit';
import { holdScroll } from '../page/hold-scroll.ts';

/** The commands of buttons (`<button commandfor="…" command="--leb-open">`), and the words of no other language. */
const opens = '--leb-open';
const closes = '--leb-close';

interface Wishes {
  /** Whether the host lies over the page at all. */
  isOverlay(): boolean;
  open(): void;
  close(): void;
}

/**
 * For a host that may lie over the page: opened by any button, closed by Escape. Never in the top layer, where a payment
 * provider's own window could not lie over it.
 */
export class OverlayController implements ReactiveController, EventListenerObject {
  isOpen = false;

  readonly #host: LitElement;
  readonly #wishes: Wishes;
  #opener: Element | null = null;
  #letGo: (() => void) | null = null;

  constructor(host: LitElement, wishes: Wishes) {
    this.#host = host;
    this.#wishes = wishes;
    host.addController(this);
  }

  /** Remembers who has the focus now, to give it back. */
  show(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.#opener ??= focused();
    this.#host.requestUpdate();
  }

  async hide(): Promise<void> {
    const opener = this.#opener;
    this.#opener = null;
    this.isOpen = false;
    const hadFocus = this.#hasFocus;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (hadFocus && opener instanceof HTMLElement) opener.focus();
  }

  hostConnected(): void {
    this.#host.addEventListener('command', this);
    document.addEventListener('click', this);
    document.addEventListener('keydown', this);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('command', this);
    document.removeEventListener('click', this);
    document.removeEventListener('keydown', this);
    this.#scroll(false);
  }

  hostUpdated(): void {
    this.#scroll(this.isOpen && this.#wishes.isOverlay());
  }

  handleEvent(event: Event): void {
    if (event instanceof KeyboardEvent) this.#press(event);
    else if (event.type === 'command') {
      const { command, source } = event as Event & { command?: string; source?: Element | null };
      this.#obey(command, source ?? null);
    } else if (!event.defaultPrevented && !('commandForElement' in HTMLButtonElement.prototype)) {
      const [target] = event.composedPath();
      const button = target instanceof Element ? target.closest('button[commandfor]') : null;
      if (button !== null && button.getAttribute('commandfor') === this.#host.id)
        this.#obey(button.getAttribute('command'), button);
    }
  }

  #obey(command: string | null | undefined, button: Element | null): void {
    if (command === closes) this.#wishes.close();
    if (command !== opens) return;
    if (!this.isOpen) this.#opener = button;
    this.#wishes.open();
  }

  #press(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (this.isOpen && this.#wishes.isOverlay() && this.#hasFocus) this.#wishes.close();
  }

  /** Nobody else on the page has it. */
  get #hasFocus(): boolean {
    const { activeElement, body } = document;
    return activeElement === null || activeElement === body || this.#host.contains(activeElement);
  }

  #scroll(isHeld: boolean): void {
    if (isHeld) this.#letGo ??= holdScroll();
    else {
      this.#letGo?.();
      this.#letGo = null;
    }
  }
}

/** Also inside of open shadow roots. */
function focused(): Element | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement;
}

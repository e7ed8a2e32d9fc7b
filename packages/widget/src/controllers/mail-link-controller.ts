import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { takeMailLink, type MailLink } from '../page/mail-link.ts';

/** Takes links of mails out of the address as soon as its host is on the page, and those that are opened in it later. */
export class MailLinkController implements ReactiveController, EventListenerObject {
  readonly #host: ReactiveControllerHost;
  #found: MailLink | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The link that was found last, once. */
  take(): MailLink | null {
    const found = this.#found;
    this.#found = null;
    return found;
  }

  hostConnected(): void {
    addEventListener('hashchange', this);
    this.handleEvent();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this);
  }

  handleEvent(): void {
    const link = takeMailLink();
    if (link === null) return;
    this.#found = link;
    this.#host.requestUpdate();
  }
}

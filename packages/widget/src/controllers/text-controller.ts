import { nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { loadMessages } from '../text/load-messages.ts';
import type { Messages } from '../text/messages.ts';
import { formatLocale, languageOf, sameLanguage, watchPageLanguage } from '../text/language.ts';

/**
 * The words of one section in the host's language: its own `lang`, else that of an element around it, else the
 * page's. Null while they are being loaded, so that nothing flashes in another language.
 */
export class TextController<Section extends keyof Messages> implements ReactiveController {
  words: Messages[Section] | null;
  /** For numbers and dates; always of the language of the words. */
  locale = 'en-GB';
  /** Direction of the words where the page's may be another one: they stand in for a language we do not have. */
  dir: 'ltr' | typeof nothing = nothing;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #section: Section;
  readonly #english: Messages[Section];
  #tag = '';
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, section: Section, english: Messages[Section]) {
    this.#host = host;
    this.#section = section;
    this.#english = english;
    this.words = english;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = watchPageLanguage(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }

  hostUpdate(): void {
    const tag = languageOf(this.#host);
    if (tag === this.#tag) return;
    this.#tag = tag;
    const found = loadMessages(tag);
    if (!(found instanceof Promise)) return this.#use(found);
    this.words = null;
    void found.then((messages) => {
      if (tag !== this.#tag) return;
      this.#use(messages);
      this.#host.requestUpdate();
    });
  }

  #use(messages: Messages | null): void {
    this.words = messages?.[this.#section] ?? this.#english;
    this.locale = formatLocale(this.#tag, this.words.tag);
    this.dir = sameLanguage(this.#tag, this.words.tag) ? nothing : 'ltr';
  }
}

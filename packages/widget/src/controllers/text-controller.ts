import { nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { isServer } from '../is-server.ts';
import { everyElement, warnOnce } from '../page/warn-once.ts';
import { locales } from '../text/counter.ts';
import { directionOf, formatLocale, isRightToLeft, isTag, languageOf, spoken } from '../text/language.ts';
import { areHere, isOnItsWay, loadMessages } from '../text/load-messages.ts';
import type { Messages } from '../text/messages.ts';
import { overrides } from '../text/overrides.ts';
import { watchLanguage } from '../text/watch-language.ts';

/**
 * The words of one section in the host's language: its own `lang`, else that of an element around it, else the
 * page's. Null until the first are here, so that nothing flashes in another language; when the language changes, the words
 * before stay until the next are here, and with them all that is typed, open or has the focus.
 */
export class TextController<Section extends keyof Messages> implements ReactiveController {
  #words: Messages[Section] | null = null;
  /** BCP 47 of the words, with the country that was asked for. */
  lang = 'en';
  /** For numbers and dates; always of the language of the words. */
  locale = 'en-GB';
  /** Direction of the words, where the page's is not the one they need. */
  dir: 'ltr' | 'rtl' | typeof nothing = nothing;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #section: Section;
  readonly #english: Messages[Section];
  #tag = '';
  #stop: (() => void) | null = null;
  /**
   * A server has rendered the host, and knew no other language than the host's own, nor what the page says instead. What it
   * has said is said first.
   */
  #isServed: boolean;

  constructor(host: ReactiveControllerHost & HTMLElement, section: Section, english: Messages[Section]) {
    this.#host = host;
    this.#section = section;
    this.#english = english;
    // What is rendered empty has said nothing.
    this.#isServed = isServer || !!host.shadowRoot?.querySelector(':not(style,slot)');
    host.addController(this);
  }

  get words(): Messages[Section] | null {
    if (isServer) this.hostUpdate(); // Nobody else asks for it there.
    return this.#words;
  }

  hostConnected(): void {
    this.#stop = watchLanguage(this.#host, (isNew) => {
      if (isNew) this.#tag = '';
      if (languageOf(this.#host) !== this.#tag || this.#direction !== this.dir) this.#host.requestUpdate();
    });
    this.#host.requestUpdate(); // It may have come from another place.
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }

  hostUpdate(): void {
    const tag = this.#isServed ? this.#host.lang || 'en' : languageOf(this.#host);
    if (tag !== this.#tag) this.#turnTo(tag);
    this.dir = this.#direction;
    if (this.#words !== null) locales.set(this.#words.tag, this.locale);
  }

  hostUpdated(): void {
    if (!this.#isServed) return;
    this.#isServed = false;
    this.#tag = '';
    this.#host.requestUpdate();
  }

  get #direction(): 'ltr' | 'rtl' | typeof nothing {
    if (this.#words === null) return nothing;
    if (this.#isServed) return isRightToLeft(this.#words.tag) ? 'rtl' : nothing;
    return directionOf(this.#host, this.#tag, this.#words.tag) ?? nothing;
  }

  #turnTo(tag: string): void {
    this.#tag = tag;
    if (!isTag(tag)) warnOnce(everyElement, `lang is "${tag.slice(0, 32)}", must be a BCP 47 tag`);
    // What others have had loaded may be missing where the page takes over.
    if (isServer && !areHere(tag)) return void (this.#words = null);
    const found = loadMessages(tag, this.#section);
    if (found === null || !isOnItsWay(found)) return this.#use(found);
    void found.then((messages) => {
      if (tag !== this.#tag) return;
      this.#use(messages);
      this.#host.requestUpdate();
    });
  }

  #use(messages: Partial<Messages> | null): void {
    const words = messages?.[this.#section] ?? this.#english;
    this.lang = spoken(this.#tag, words.tag);
    this.locale = formatLocale(this.#tag, words.tag);
    this.#words = this.#isServed ? words : overrides.lay(words, this.#section, this.lang);
  }
}

import { html, nothing, render } from 'lit';
import { adoptInto } from '../../page/adopt-into.ts';
import { windowStyles } from './sandbox-form.styles.ts';
import { testMark } from './sandbox-form.ts';

/** What a bank or a wallet wants to know. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  /** There is a code for a phone to scan. */
  readonly hasCode: boolean;
  /** Light or dark; as the page without it. */
  readonly scheme: string;
}

/**
 * Asks in a window over the page, put into its body as providers put theirs: it has to be reached above whatever else lies
 * over the page. Closing it is a no. Null when nobody waits for the answer any more.
 */
export function ask(question: Question, stop: AbortSignal): Promise<boolean | null> {
  const { title, text, yes, no, hasCode, scheme } = question;
  const before = focused();
  const veil = Object.assign(document.createElement('div'), {
    className: 'leb-sandbox-veil',
    lang: 'en',
    dir: 'ltr',
  });
  veil.style.colorScheme = scheme;
  const buttons = () => [...veil.querySelectorAll('button')];
  adoptInto(document, windowStyles);
  document.body.append(veil);

  return new Promise<boolean | null>((answer) => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' && event.key !== 'Tab') return;
      event.preventDefault();
      if (event.key === 'Escape') answer(false);
      // There are two places to be.
      else
        buttons()
          .find((each) => each !== document.activeElement)
          ?.focus();
    };
    stop.addEventListener('abort', () => answer(null));
    render(
      html`<div
        class="leb-sandbox-window"
        role="dialog"
        aria-modal="true"
        aria-labelledby="leb-sandbox-title"
        aria-describedby="leb-sandbox-text"
        @keydown=${press}
      >
        ${testMark}
        <h2 id="leb-sandbox-title">${title}</h2>
        <p id="leb-sandbox-text">${text}</p>
        ${hasCode ? html`<div class="leb-sandbox-code" role="img" aria-label="A code to scan"></div>` : nothing}
        <button @click=${() => answer(true)}>${yes}</button>
        <button @click=${() => answer(false)}>${no}</button>
      </div>`,
      veil,
    );
    buttons()[0]?.focus();
  }).finally(() => {
    veil.remove();
    before?.focus();
  });
}

/** Also inside of open shadow roots. */
function focused(): HTMLElement | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement instanceof HTMLElement ? activeElement : null;
}

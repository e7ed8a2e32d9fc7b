import { html, nothing, type TemplateResult } from 'lit';
import type { TextController } from '../../controllers/text-controller.ts';
import { tabStops } from '../../page/tab-stops.ts';
import type { JourneyWords } from '../../text/messages.ts';
import { icon } from '../icons.ts';

export { sheetStyles } from './sheet.styles.ts';

interface Sheet {
  readonly isOpen: boolean;
  /** A payment is being sent: a provider's own window may lie over it and must be reached, and nothing may be closed. */
  readonly isSending: boolean;
  /** The person has tried to close it meanwhile. */
  readonly isRefused: boolean;
}

/** What lies over the page: the content in a frame of its own, with the way to close it. */
export const sheet = (
  content: TemplateResult | typeof nothing,
  { isOpen, isSending, isRefused }: Sheet,
  words: JourneyWords,
  { lang, dir }: TextController<'journey'>,
  close: () => void,
): TemplateResult => {
  const guard = (turnsTo: 0 | -1) =>
    html`<div
      class="guard"
      tabindex=${isSending ? nothing : 0}
      @focus=${({ currentTarget }: FocusEvent) => {
        const frame = (currentTarget as HTMLElement).parentElement;
        if (frame === null) return;
        const stops = tabStops(frame).filter((each) => !each.matches('.guard'));
        stops.at(turnsTo)?.focus();
      }}
    ></div>`;
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- The Escape key and a button do the same.
  return html`<div class="veil" ?hidden=${!isOpen} @click=${close}></div>
    <div
      class="sheet"
      role="dialog"
      aria-modal=${isSending ? nothing : 'true'}
      aria-labelledby="sheet"
      lang=${lang}
      dir=${dir}
      tabindex="-1"
      ?hidden=${!isOpen}
    >
      ${guard(-1)}
      <div class="sheet-head">
        <p class="strong" id="sheet">${words.label}</p>
        <button class="close" aria-label=${words.close} @click=${close}>${icon('close')}</button>
      </div>
      <p class="refused" role="status">${isRefused ? words.sending : nothing}</p>
      ${content} ${guard(0)}
    </div>`;
};

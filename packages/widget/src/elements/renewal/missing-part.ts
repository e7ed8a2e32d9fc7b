import type { Problem, RenewalState } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { JourneyWords } from '../../text/messages.ts';
import { icon } from '../icons.ts';
import { problemNotice } from '../problem-notice.ts';
import { chargedOf } from './renewal-state.ts';

interface MissingWishes {
  readonly again: () => void;
  readonly leave: () => void;
}

/** In place of a part that could not be loaded: why, what is known of money, and a way to try again. */
export function missingPart(
  trouble: Problem,
  renewal: RenewalState,
  words: JourneyWords,
  { again, leave }: MissingWishes,
): TemplateResult {
  const charged = chargedOf(renewal);
  const meaning = charged === 'no' ? '' : words.charged[charged];
  return html`${
      trouble.code === 'offline'
        ? problemNotice(trouble, words.problem, meaning)
        : html`<div class="notice bad" role="alert" tabindex="-1">
            ${icon('alert')}
            <h3>${words.notLoaded}</h3>
            <p>${meaning} ${words.notLoadedNext}</p>
          </div>`
    }
    <button class="button" @click=${again}>${words.retry}</button>
    ${
      renewal.status === 'choosing' || renewal.status === 'extending' || charged === 'unknown'
        ? nothing
        : html`<button class="link" @click=${leave}>${words.allCards}</button>`
    }`;
}

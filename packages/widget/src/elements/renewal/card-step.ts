import type { Card } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { CardList } from './card-list.ts';
import { readTrouble } from './read-trouble.ts';
import type { Scene } from './scene.ts';

interface CardWishes {
  readonly again: () => void;
  /** Shows what was paid for a card. Null where that is nobody's to see who came by a link. */
  readonly receipts: ((cardRef: string) => void) | null;
  /** Null where the page signs people in and out. */
  readonly leave: (() => void) | null;
}

/** The cards of the account, or of a link. The list is one element, so that a search is still there on the way back. */
export function cardStep(
  { words, lang, clock, reads }: Scene,
  list: CardList,
  onlyOne: boolean,
  { again, receipts, leave }: CardWishes,
): TemplateResult {
  const shown = (cards: readonly Card[] | null) => Object.assign(list, { cards, clock, receipts, lang });
  return html`<div class="bar">
      <h2 class="step" tabindex="-1">${words.cards}</h2>
      ${
        leave === null
          ? nothing
          : html`<button class="link" @click=${leave}>${onlyOne ? words.everything : words.signOut}</button>`
      }
    </div>
    ${reads.cards.render({
      pending: () => shown(reads.cards.value ?? null),
      error: (error) => readTrouble(error, words, again),
      complete: shown,
    })}`;
}

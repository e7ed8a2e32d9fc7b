import type { Card, Clock } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { RenewEvent, ReminderEvent } from '../../events.ts';

/** Every card with its state, or the place where they will be. */
export const cardList = (
  cards: readonly Card[] | null,
  clock: Clock | null,
  lang: string | undefined,
  on: { renew(event: RenewEvent): void; remind(event: ReminderEvent): void },
): TemplateResult =>
  html`<ul class="cards" @leb-renew=${on.renew} @leb-reminder=${on.remind}>
    ${(cards ?? [null]).map(
      (card) =>
        html`<li>
          <leb-status-badge lang=${lang || nothing} .card=${card} .clock=${clock}></leb-status-badge>
        </li>`,
    )}
  </ul>`;

import type { Problem, Quote, RenewalState } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import { BackEvent } from '../../events.ts';
import { formArea } from '../form-area.ts';
import { icon } from '../icons.ts';
import { problemNotice } from '../problem-notice.ts';
import { saidAtField } from '../said-at-field.ts';
import { supportLink } from '../support-link.ts';
import { bill } from './bill.ts';
import { changes } from './changes.ts';
import { fineprint } from './fineprint.ts';
import { holdOf } from './hold.ts';
import { meaning } from './meaning.ts';
import { offline, waitsForPress } from './offline.ts';
import { primary } from './primary.ts';
import { review } from './review.ts';
import type { Open, View } from './view.ts';
import { wish } from './wish.ts';

/** The review, the payment form and the one button that leads on. */
export function open(state: Open, quote: Quote, given: View): TemplateResult {
  const { words, isOnline, before } = given;
  const hold = holdOf(standsUntil(state, quote), given.now, given);
  const hasRunOut = runsOut.has(state.status) && (hold.isOver || isOutdated(state));
  const stands = !hasRunOut && state.status !== 'quoting';
  const view = { ...given, mayTick: stands };
  const isLoading = state.status === 'opening' || (state.status === 'paying' && state.form === 'loading');
  const isSending = state.status === 'confirming' || state.status === 'cancelling';
  const isReady = state.status === 'paying' && state.form === 'ready';
  const hasForm = isSending || (stands && (isLoading || isReady));
  const mayLeave = !isSending && state.status !== 'opening';
  const trouble = troubleOf(state, isOnline);
  const isRunOut = hasRunOut && !hasNoNewPrice(state);
  const isToPress = waitsForPress(state, isRunOut);
  const said = trouble === null || isRunOut ? nothing : problem(trouble, state, quote, view);
  // What is wrong with what was entered is read beside it, and seen by whoever is led back there.
  const isOfForm = isReady && trouble?.code !== 'payment-not-seen';
  return html`${isOfForm ? nothing : said} ${isRunOut ? runOut(state, view) : nothing}
    ${stands && before !== null && before.quoteId !== quote.quoteId ? changes(before, quote, view) : nothing}
    ${review(quote, view)} ${bill(quote, view)}
    ${fineprint(quote, stands ? hold.said : '', state.status, view)} ${isOfForm ? said : nothing}
    ${formArea(
      {
        handoff: 'renewal' in state ? state.renewal.handoff : null,
        methods: view.methods ?? quote.methods,
        isHidden: !hasForm,
        isSending,
        isLoading,
      },
      words,
    )}
    <div class="stack">
      ${primary(state, quote, hasRunOut, view)} ${!isOnline && isToPress ? offline(words, true) : nothing}
      ${
        mayLeave
          ? html`<button class="button" @click=${wish(() => new BackEvent())}>
              ${!hasRunOut && trouble?.next === 'choose-again' ? words.chooseAgain : words.back}
            </button>`
          : nothing
      }
      <p class=${mayLeave ? 'unseen' : 'status quiet'} role="status">${doing(state, isLoading, view)}</p>
      ${hasForm ? html`<p class="quiet">${words.direct}</p>` : nothing}
    </div>
    ${isOnline || isToPress ? nothing : offline(words, false)}`;
}

/** When the words about the time that is left change next, epoch ms; null when they do not. */
export const nextWordsAt = (state: Open, quote: Quote, view: View): number | null =>
  runsOut.has(state.status) && !isOutdated(state)
    ? holdOf(standsUntil(state, quote), view.now, view).nextWordsAt
    : null;

/** While these last it can be too late. What has been sent is the server's to say. */
const runsOut: ReadonlySet<RenewalState['status']> = new Set(['agreeing', 'reviewing', 'paying']);

/** Once a payment is open it is the provider's time that counts. */
const standsUntil = (state: Open, quote: Quote): string =>
  'renewal' in state ? state.renewal.handoff.expiresAt : quote.validUntil;

const isOutdated = (state: Open): boolean =>
  state.status === 'reviewing' &&
  (state.problem.code === 'quote-expired' || state.problem.code === 'card-changed' || hasNoNewPrice(state));

/** The price has run out, and why there is no other is to be said. */
const hasNoNewPrice = (state: Open): boolean => state.status === 'reviewing' && state.isOver === true;

/** What went wrong. That there was no network for a while is no news to a person who is back. */
function troubleOf(state: Open, isOnline: boolean): Problem | null {
  const trouble = 'problem' in state ? state.problem : null;
  const isOver = isOnline && state.status === 'paying' && state.form === 'ready' && trouble?.charged === 'no';
  return trouble?.code === 'offline' && (isOver || !isOnline) ? null : trouble;
}

function problem(trouble: Problem, state: Open, quote: Quote, view: View): TemplateResult {
  const { words } = view;
  const isPrimary =
    trouble.next === 'contact-support' && state.status === 'paying' && state.form === 'blocked';
  return html`<div class="trouble">
    ${problemNotice(trouble, isSaid(state) ? saidAtField(words.problem) : words.problem, meaning(trouble, quote, view))}
    ${
      'renewal' in state && !isPrimary
        ? supportLink(
            quote.seller.support,
            state.renewal.reference,
            words.problem,
            trouble.next === 'contact-support' ? 'button' : 'help',
          )
        : nothing
    }
  </div>`;
}

/**
 * Whether a field of the form says what is wrong with it, for nothing was sent. What a bank says of a card is the last
 * problem of its renewal itself; while a payment is in doubt it is a copy, told from others by its code alone.
 */
const isSaid = (state: Open): boolean =>
  state.status === 'paying' &&
  (state.inDoubt
    ? state.problem?.code !== state.renewal.lastProblem?.code
    : state.problem !== state.renewal.lastProblem);

/** Calm: nothing is lost but a price. */
function runOut(state: Open, { words }: View): TemplateResult {
  const trouble = 'problem' in state ? state.problem : null;
  const isInDoubt = ('inDoubt' in state && state.inDoubt) || trouble?.charged === 'unknown';
  const code = trouble?.code === 'card-changed' ? 'card-changed' : 'quote-expired';
  return html`<div class="notice warn" role="alert" tabindex="-1">
    ${icon('clock')}
    <h3>${words.problem.what[code]}</h3>
    <p>${words.charged[isInDoubt ? 'unknown' : 'no']} ${words.runOutNext}</p>
  </div>`;
}

/** What is going on, in words. */
function doing({ status }: Open, isLoading: boolean, { words }: View): string | typeof nothing {
  if (status === 'quoting') return words.loading;
  if (status === 'opening') return words.opening;
  if (status === 'confirming') return words.confirming;
  if (status === 'cancelling') return words.cancelling;
  return isLoading ? words.formLoading : nothing;
}

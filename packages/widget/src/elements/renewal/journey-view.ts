import type { Clock, RenewalState } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { TextController } from '../../controllers/text-controller.ts';
import type { JourneyWords } from '../../text/messages.ts';
import { icon } from '../icons.ts';
import type { CardList } from './card-list.ts';
import { cardStep } from './card-step.ts';
import { checkoutStep } from './checkout-step.ts';
import { missingPart } from './missing-part.ts';
import type { Parts } from './parts.ts';
import type { Chosen } from './place.ts';
import { planStep } from './plan-step.ts';
import type { Reads } from './reads.ts';
import { pastStep, receiptStep } from './receipt-step.ts';
import { chargedOf } from './renewal-state.ts';
import type { Scene } from './scene.ts';
import type { Step } from './step.ts';
import type { Wishes } from './wishes.ts';

/** All that the steps are shown with. */
interface Shown {
  readonly lang: string | undefined;
  readonly text: TextController<'journey'>;
  readonly clock: Clock | null;
  readonly reads: Reads;
  readonly chosen: Chosen;
  readonly cards: CardList;
  /** The ways to pay that the open payment form offers; null until it has said so. */
  readonly methods: readonly string[] | null;
  readonly parts: Parts;
  /** Whether a renewal link has opened one card, and nothing else. */
  readonly onlyOne: boolean;
  /** Whether the page signs people in and out. */
  readonly isPages: boolean;
  readonly wishes: Wishes;
}

/** The one step that is shown, and what is said while a part of it is on its way. */
export function journeyView(
  step: Step,
  renewal: RenewalState,
  words: JourneyWords,
  shown: Shown,
): TemplateResult {
  return html`<section
    class="journey"
    lang=${shown.text.lang}
    dir=${shown.text.dir}
    aria-label=${words.label}
  >
    ${shown.parts.isComing ? html`<p class="unseen" role="status">${words.loading}</p>` : nothing}
    ${stepView(step, renewal, words, shown)}
  </section>`;
}

const inDoubt = ({ signInToKnow }: JourneyWords): TemplateResult =>
  html`<div class="notice warn" role="status">
    ${icon('clock')}
    <p>${signInToKnow}</p>
  </div>`;

function stepView(
  step: Step,
  renewal: RenewalState,
  words: JourneyWords,
  { lang, clock, reads, chosen, cards, methods, parts, onlyOne, isPages, wishes }: Shown,
): TemplateResult {
  const { problem, again } = parts;
  const instead = problem && missingPart(problem, renewal, words, { again, leave: wishes.leave });
  const scene: Scene = { words, lang, clock, reads, instead };
  switch (step) {
    case 'sign-in':
      return html`${chargedOf(renewal) === 'no' ? nothing : inDoubt(words)}<slot name="sign-in"></slot>`;
    case 'cards':
      return cardStep(scene, cards, onlyOne, {
        again: wishes.again,
        receipts: onlyOne ? null : wishes.receipts,
        leave: isPages ? null : wishes.signOut,
      });
    case 'plans':
      return planStep(scene, renewal, chosen, onlyOne, wishes);
    case 'receipts':
      return pastStep(scene, { pick: wishes.pickReceipt, remind: wishes.remind, done: wishes.toCards });
    case 'checkout':
      return checkoutStep(scene, renewal, methods, wishes);
    case 'receipt':
      return receiptStep(scene, renewal, chosen.picked, {
        pick: wishes.pickReceipt,
        remind: wishes.remind,
        done: wishes.done,
      });
  }
}

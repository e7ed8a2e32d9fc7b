/** What the script in the page and the pages in its frames say to each other, over a channel of their own. */
import type { Appearance } from '@stripe/stripe-js';

/** How a frame is to look and speak. */
export interface FrameLook {
  /** One of Stripe's; `auto` follows the browser. */
  readonly locale: string;
  readonly appearance: Appearance;
}

/** What is in a frame. */
export type FrameContent =
  | {
      readonly kind: 'payment';
      readonly methods: readonly string[];
      readonly layout: string;
      readonly readOnly: boolean;
      readonly collapsed: boolean;
    }
  | { readonly kind: 'three-d-secure' }
  | { readonly kind: 'wechat-pay'; readonly qrCode: string };

/** What a person types into the fields for a card. */
export interface CardTyped {
  readonly number: string;
  /** As `12/34`. */
  readonly expiry: string;
  readonly cvc: string;
}

/** What a payment form holds. */
export interface FormValue {
  readonly method: string | null;
  readonly card: CardTyped;
  readonly complete: boolean;
  readonly empty: boolean;
  /** Of the first field that is not right yet. */
  readonly fault: { readonly code: string; readonly message: string } | null;
}

export type ToFrame =
  | { readonly type: 'show'; readonly content: FrameContent; readonly look: FrameLook }
  | {
      readonly type: 'restyle';
      readonly look: FrameLook;
      readonly content: FrameContent;
      readonly id: number;
    }
  | { readonly type: 'focus' | 'blur' | 'clear' | 'collapse' }
  | { readonly type: 'collect'; readonly id: number }
  | {
      readonly type: 'play';
      readonly method?: string;
      readonly card?: Partial<CardTyped>;
      readonly id: number;
    };

export type FromFrame =
  | { readonly type: 'shown' }
  | { readonly type: 'height'; readonly px: number }
  | { readonly type: 'changed'; readonly value: FormValue }
  | { readonly type: 'focus' | 'blur' | 'escape' }
  | { readonly type: 'answer'; readonly id: number; readonly value: FormValue }
  /** By a button of a frame that asks. */
  | { readonly type: 'chosen'; readonly choice: OverlayChoice };

/** `later`: yes, and the money takes its time. */
export type OverlayChoice = 'authorize' | 'later' | 'fail' | 'close';

/** Sent once with the port that everything else goes through. */
export const greeting = 'stripe-js-double';

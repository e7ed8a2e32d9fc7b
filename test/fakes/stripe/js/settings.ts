import type { StripeApi } from './api.ts';
import type { FormValue, OverlayChoice } from './messages.ts';

/** What the script is told when it is served. */
export interface StripeJsSettings {
  /** Origin of the API double. Null: a test has an account in the page. */
  readonly api: string | null;
  /** The page that is in its frames. */
  readonly frame: string;
  /** 3 is the Stripe.js that many pages already have. @default 'endive' */
  readonly version?: 'endive' | 3;
}

/** What a test orders and reads, in the page that the script runs in. */
export interface StripeJsHooks {
  /** Stands for Stripe's API. */
  api?: StripeApi;
  /** Called instead of leaving the page. */
  leave?: (url: string) => void;
  /** `Stripe()` throws this. */
  refuse?: string;
  /** Forms are not ready before. */
  ready?: Promise<void>;
  /** What becomes of a confirmation's answer after it has had its effect. */
  answer?: 'lost' | 'thrown' | 'never';
  /** Functions of an Elements group that this Stripe.js does not have. */
  without?: readonly string[];

  readonly seen: {
    /** Every call of a function of Stripe's, with its arguments. */
    readonly calls: { readonly name: string; readonly args: readonly unknown[] }[];
    /** Frames that lost what was in them because they were moved. */
    reloads: number;
  };
  /** The dialog over the page: 3-D Secure, or a QR code. */
  overlay?: { readonly kind: string; readonly element: HTMLElement; answer(choice: OverlayChoice): void };
  /** The form that is mounted. */
  form?: { play(by: object): Promise<FormValue> };
}

declare global {
  interface Window {
    stripeJsHooks?: StripeJsHooks;
  }
}

export const hooksOf = (page: Window): StripeJsHooks =>
  (page.stripeJsHooks ??= { seen: { calls: [], reloads: 0 } });

import { html, type TemplateResult } from 'lit';
import type { CheckoutWords } from '../../text/messages.ts';
import { icon } from '../icons.ts';
import type { Open } from './view.ts';

/**
 * Whether nothing goes on by itself once the connection is back, because a button is to be pressed: also for a price that
 * `isRunOut`, where only the person asks for another.
 */
export const waitsForPress = (state: Open, isRunOut: boolean): boolean =>
  isRunOut || state.status === 'agreeing' || (state.status === 'paying' && state.form === 'ready');

/** Below the button that waits for the connection: nothing is moved under a finger that is about to press it. */
export const offline = ({ problem, ...words }: CheckoutWords, isToPress: boolean): TemplateResult =>
  html`<div class="notice warn" role="status" id="offline">
    ${icon('alert')}
    <h3>${problem.what.offline}</h3>
    <p>${isToPress ? problem.instead.offline : words.offline}</p>
  </div>`;

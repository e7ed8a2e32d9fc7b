import { html, type TemplateResult } from 'lit';

/** A number or reference, which no line breaks that can take it whole. */
export const whole = (text: string): TemplateResult => html`<bdi class="whole">${text}</bdi>`;

/** A sentence with such a number in it. */
export const wholeWithin = (sentence: string, number: string): unknown =>
  sentence.split(number).map((part, nth) => (nth === 0 ? part : [whole(number), part]));

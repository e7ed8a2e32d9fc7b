import { html, type TemplateResult } from 'lit';
import type { JourneyWords } from '../../text/messages.ts';
import { problemNotice } from '../problem-notice.ts';
import { problemOf } from './trouble.ts';

/** In place of what could not be read, and a way to try again. */
export const readTrouble = (error: unknown, words: JourneyWords, again: () => void): TemplateResult =>
  html`${problemNotice(problemOf(error), words.problem)}
    <button class="button" @click=${again}>${words.retry}</button>`;

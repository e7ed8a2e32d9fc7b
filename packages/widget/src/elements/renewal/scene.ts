import type { Clock } from '@leb-renew/core';
import type { TemplateResult } from 'lit';
import type { JourneyWords } from '../../text/messages.ts';
import type { Reads } from './reads.ts';

/** What every step is shown with. */
export interface Scene {
  readonly words: JourneyWords;
  /** BCP 47; undefined for the language of the page. */
  readonly lang: string | undefined;
  /** The server's time; null for the device's. */
  readonly clock: Clock | null;
  readonly reads: Reads;
  /** Stands in for the part that the step is made of, where that could not be loaded. */
  readonly instead: TemplateResult | null;
}

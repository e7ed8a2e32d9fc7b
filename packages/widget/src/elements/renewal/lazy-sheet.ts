import type { LitElement } from 'lit';
import { deviceClock } from '../../controllers/device-clock.ts';
import { adoptInto } from '../../page/adopt-into.ts';
import { later } from './later.ts';
import type * as over from './sheet.ts';

/** From a load that fails to the next, for as long as the host is on the page. */
const restMs = 1_000;

/** After so long whoever has opened the journey is told. */
const patienceMs = 5_000;

/** The frame of a journey that lies over the page, which a page loads that has one: before it is opened. */
export class LazySheet {
  /** Null until then. */
  sheet: typeof over.sheet | null = null;
  /** Settles when it is here, or cannot be had for now; null unless it is on its way. */
  coming: Promise<void> | null = null;
  /** It could not be had so far; it is asked for again and again. */
  isMissing = false;

  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** To be called before each render. */
  need(isNeeded: boolean): void {
    if (isNeeded && this.sheet === null) this.coming ??= this.#load();
  }

  async #load(): Promise<void> {
    const host = this.#host;
    const stop = deviceClock.after(patienceMs, () => {
      this.isMissing = true;
      host.requestUpdate();
    });
    try {
      const { sheet, sheetStyles } = await later.sheet();
      adoptInto(host.renderRoot, sheetStyles);
      this.sheet = sheet;
      host.requestUpdate();
    } catch {
      this.isMissing = true;
      deviceClock.after(restMs, () => {
        if (host.isConnected) host.requestUpdate();
      });
    }
    stop();
    this.coming = null;
  }
}

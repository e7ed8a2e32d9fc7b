import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import { adoptInto } from '../page/adopt-into.ts';

/** Styles a host that renders into the light DOM, wherever on the page it is put, and again where the page has taken its sheet away. */
export class SheetController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #sheet: CSSResult;

  constructor(host: ReactiveControllerHost & HTMLElement, sheet: CSSResult) {
    this.#host = host;
    this.#sheet = sheet;
    host.addController(this);
  }

  hostUpdate(): void {
    adoptInto(this.#host, this.#sheet);
  }
}

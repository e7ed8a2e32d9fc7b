import type { JourneyPorts } from '@leb-renew/core/journey';

/** The world outside, as the widget needs it: payment forms are put into elements of the page. */
export interface Ports extends JourneyPorts<HTMLElement> {
  /**
   * Which server this is, e.g. its address. Under this name a page remembers what was chosen across a reload, and tabs
   * of one browser keep in step. Without it neither is done.
   */
  readonly name?: string | undefined;
}

import type { JourneyPorts } from '@leb-renew/core/journey';

/** The world outside, as the widget needs it: payment forms are put into elements of the page. */
export type Ports = JourneyPorts<HTMLElement>;

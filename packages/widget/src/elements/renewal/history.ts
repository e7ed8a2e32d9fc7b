import type { LitElement } from 'lit';
import { TrailController } from '../../controllers/trail-controller.ts';
import type { Opening } from './opening.ts';
import type { Place } from './place.ts';
import { depthOf } from './step.ts';
import type { Way } from './way.ts';
import type { World } from './world.ts';

/** Lets the browser's own buttons lead from step to step, and out of a dialog or drawer to the page below. */
export function followHistory(
  host: LitElement & { open(): void; close(): void },
  opening: Opening,
  world: World,
  place: Place,
  way: Way,
): void {
  /** Steps back from the cards to the page. */
  const ground = () => (opening.isOverlay ? 1 : 0);
  new TrailController(host, {
    depth() {
      if (!opening.isShown) return 0;
      const depth = depthOf(world.renewal, place.chosen);
      return depth === null ? null : ground() + depth;
    },
    back(to) {
      if (to < ground()) host.close();
      else way.back(to - ground());
    },
    forward(to) {
      if (!opening.isShown) host.open();
      else if (to - ground() === 1) way.forward();
    },
  });
}

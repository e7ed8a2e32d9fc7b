import type { ReactiveControllerHost } from 'lit';
import { ReturnController } from '../../controllers/return-controller.ts';
import type { Parts } from './parts.ts';
import type { Place } from './place.ts';
import type { Reads } from './reads.ts';
import type { World } from './world.ts';

/** Goes on by itself where it was left, once the person or the connection is back. */
export function goOn(
  host: ReactiveControllerHost,
  world: World,
  reads: Reads,
  place: Place,
  parts: Parts,
): void {
  new ReturnController(host, () => {
    world.send({ type: 'look' });
    if (!navigator.onLine) return;
    parts.lookAgain();
    if (reads.wereCutOff) place.readAgain();
    if (reads.papers.wereCutOff) reads.papers.again();
    const { signIn, renewal } = world;
    if (renewal?.status === 'choosing' && renewal.problem?.code === 'offline')
      world.send({ type: 'dismiss' });
    const trouble = signIn && 'problem' in signIn ? signIn.problem : null;
    if (trouble?.next === 'wait' && !trouble.retryAfterSeconds) world.sendSignIn({ type: 'dismiss' });
  });
}

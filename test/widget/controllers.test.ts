import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ClockController } from '../../packages/widget/src/controllers/clock-controller.ts';
import { ConnectionController } from '../../packages/widget/src/controllers/connection-controller.ts';
import { day, now, stoppedClock } from './fixtures.ts';
import { pageIs } from './page.ts';

/** A host without an element: counts what it is asked to render. */
function fakeHost() {
  const controllers: ReactiveController[] = [];
  const host: ReactiveControllerHost & { readonly localName: string; renders: number } = {
    localName: 'fake-host',
    renders: 0,
    addController: (controller) => void controllers.push(controller),
    removeController: () => undefined,
    requestUpdate() {
      host.renders += 1;
    },
    updateComplete: Promise.resolve(true),
  };
  const tell = (moment: 'hostConnected' | 'hostDisconnected' | 'hostUpdated') => {
    for (const controller of controllers) controller[moment]?.();
  };
  return { host, tell };
}

describe('ClockController', () => {
  it('sleeps a long wait in parts that timers can hold, and looks again', () => {
    pageIs('visible');
    const { host, tell } = fakeHost();
    const clock = stoppedClock();
    new ClockController(
      host,
      () => clock,
      () => now + 90 * day,
    );
    tell('hostConnected');
    tell('hostUpdated');
    expect(clock.timers).to.deep.equal([now + 2 ** 31 - 1]);
    const before = host.renders;
    clock.moveTo(now + 2 ** 31);
    expect(host.renders).to.equal(before + 1);
    tell('hostDisconnected');
  });

  it('sets no timer after it has left the page', () => {
    pageIs('visible');
    const { host, tell } = fakeHost();
    const clock = stoppedClock();
    new ClockController(
      host,
      () => clock,
      () => now + day,
    );
    tell('hostConnected');
    tell('hostDisconnected');
    tell('hostUpdated');
    expect(clock.timers).to.be.empty;
  });
});

describe('ConnectionController', () => {
  it('renders its host again when the network goes and comes, for as long as the host is on the page', () => {
    const { host, tell } = fakeHost();
    const connection = new ConnectionController(host);
    expect(connection.isOnline).to.equal(true);
    tell('hostConnected');
    const renders = () => host.renders;
    const before = renders();
    dispatchEvent(new Event('offline'));
    expect(renders()).to.equal(before + 1);
    dispatchEvent(new Event('online'));
    expect(renders()).to.equal(before + 2);
    tell('hostDisconnected');
    dispatchEvent(new Event('offline'));
    expect(renders()).to.equal(before + 2);
  });
});

import type { RenewalEvent, RenewalState, SignInEvent, SignInState } from '@leb-renew/core';
import { createJourney, type Journey, type Stage } from '@leb-renew/core/journey';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { openTabs, type TabNews, type Tabs } from '../../page/tabs.ts';
import type { Till } from '../../page/till.ts';
import type { Ports } from '../../ports.ts';
import { later } from './later.ts';

/** What the element does about its machines. */
interface Watcher {
  /** Either machine has changed. */
  changed(): void;
  /** Another tab of this browser has done something. */
  heard(news: TabNews): void;
}

/** States that other tabs want to know of: what they show of the card is no longer true. */
const news: ReadonlySet<RenewalState['status']> = new Set(['paying', 'extending', 'renewed', 'held']);

/**
 * Keeps the machines running for as long as their element is on the page. A move takes the element out and
 * puts it back in one go: nothing is lost then.
 */
export class World implements ReactiveController {
  ports: Ports | null = null;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #stage: Stage<HTMLElement>;
  readonly #watcher: Watcher;
  #journey: Journey | null = null;
  #tabs: Tabs | null = null;
  /** Not before there is something to pay. */
  #till: Till | null = null;
  #status: RenewalState['status'] = 'choosing';
  #stop: (() => void)[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, stage: Stage<HTMLElement>, watcher: Watcher) {
    this.#host = host;
    this.#stage = stage;
    this.#watcher = watcher;
    host.addController(this);
  }

  get signIn(): SignInState | null {
    return this.#journey?.signIn.state ?? null;
  }

  get renewal(): RenewalState | null {
    return this.#journey?.renewal.state ?? null;
  }

  /** The session's token; null while nobody is signed in. */
  get token(): string | null {
    return this.signIn?.status === 'signed-in' ? this.signIn.session.token : null;
  }

  /** The one card that a renewal link has opened; null where the whole account is open. */
  get onlyCard(): string | null {
    return (this.signIn?.status === 'signed-in' && this.signIn.session.onlyCard) || null;
  }

  sendSignIn(event: SignInEvent): void {
    this.#journey?.signIn.send(event);
  }

  send(event: RenewalEvent): void {
    this.#journey?.renewal.send(event);
  }

  /** Has an open payment form follow a change of look or language. */
  restyle(): void {
    this.#journey?.restyle();
  }

  focusForm(): void {
    this.#journey?.focusForm();
  }

  tell(it: TabNews): void {
    this.#tabs?.tell(it);
  }

  /** Goes on with the session that another tab has opened, unless somebody signs in here meanwhile. */
  async findSession(): Promise<void> {
    const asker = this.signIn;
    if (asker?.status !== 'signed-out') return;
    const answer = await this.ports?.api.refreshSession();
    if (answer?.ok && this.signIn === asker) this.sendSignIn({ type: 'adopt', session: answer.value });
  }

  /**
   * Starts over with these ports; with none, stands still. What is known of the person goes `first`.
   *
   * @throws Misuse when the ports lack what they must have; then nothing runs
   */
  enter(ports: Ports | null, first: SignInEvent | null = null): void {
    this.leave();
    if (ports === null) return;
    let journey: Journey;
    try {
      journey = createJourney(this.#amongTabs(ports), this.#stage);
    } catch (error) {
      this.leave();
      throw error;
    }
    const listener = () => {
      this.#watcher.changed();
      this.#host.requestUpdate();
    };
    this.#stop = [
      journey.signIn.subscribe(listener),
      journey.renewal.subscribe(() => {
        this.#tellOf(journey.renewal.state.status);
        this.#till?.follow();
        listener();
      }),
    ];
    this.ports = ports;
    this.#journey = journey;
    if (first !== null) journey.signIn.send(first);
    journey.resume();
  }

  leave(): void {
    for (const stop of this.#stop) stop();
    this.#stop = [];
    this.#till?.leave();
    this.#tabs?.close();
    this.#till = this.#tabs = null;
    this.#journey?.dispose();
    this.#journey = null;
    this.#status = 'choosing';
    this.ports = null;
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.leave();
    });
  }

  #amongTabs(ports: Ports): Ports {
    const { name, payments } = ports;
    if (typeof name !== 'string' || !areUsable(payments)) return ports;
    this.#tabs = openTabs(name, (it) => {
      if (it === 'renewal') void this.#till?.look();
      this.#watcher.heard(it);
    });
    const tabs = this.#tabs;
    const tillOf = async () => {
      const { Till } = await later.payment();
      if (this.#tabs !== tabs) throw new Error('nobody waits for a form any more');
      return (this.#till ??= new Till(
        name,
        () => this.renewal,
        (event) => this.send(event),
        () => this.tell('renewal'),
      ));
    };
    return {
      ...ports,
      payments: payments.map((port) => ({
        provider: port.provider,
        open: async (...given) => (await tillOf()).guard(port).open(...given),
      })),
    };
  }

  #tellOf(status: RenewalState['status']): void {
    const before = this.#status;
    this.#status = status;
    if (before !== status && (news.has(status) || (status === 'choosing' && before === 'cancelling')))
      this.tell('renewal');
  }
}

/** What else they may be, the journey says. */
const areUsable = (payments: unknown): boolean =>
  Array.isArray(payments) &&
  payments.every((port: Partial<Ports['payments'][number]> | null) => typeof port?.open === 'function');

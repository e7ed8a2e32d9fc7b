import type { Stage, StageView } from '@leb-renew/core/journey';
import type { LitElement } from 'lit';
import { later } from './later.ts';
import type { PaymentStage } from './payment-stage.ts';
import type { World } from './world.ts';

/** The stage of the journey's payment form, which is loaded when there is something to pay. */
export class LazyStage implements Stage<HTMLElement> {
  /** Null until then. */
  stage: PaymentStage | null = null;
  /** The ways to pay that the form says it offers; null until it has. */
  methods: readonly string[] | null = null;

  readonly #host: LitElement;
  readonly #world: () => World;

  constructor(host: LitElement, world: () => World) {
    this.#host = host;
    this.#world = world;
  }

  async container(): Promise<HTMLElement> {
    return (await this.#loaded()).container();
  }

  async view(renewalId: string): Promise<StageView> {
    return (await this.#loaded()).view(renewalId);
  }

  offers(methods: readonly string[] | null): void {
    if (methods === null) this.stage?.leave();
    if (methods === this.methods) return;
    this.methods = methods;
    this.#host.requestUpdate();
  }

  async #loaded(): Promise<PaymentStage> {
    const { PaymentStage } = await later.payment();
    return (this.stage ??= new PaymentStage(this.#host, this.#world()));
  }
}

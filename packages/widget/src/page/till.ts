import {
  fine,
  problem,
  trouble,
  type PaymentPort,
  type RenewalEvent,
  type RenewalState,
} from '@leb-renew/core';
import { isTaken, take, whenFree } from './locks.ts';

/** From sending a payment until its outcome is known. */
const sending: ReadonlySet<RenewalState['status']> = new Set(['confirming', 'checking']);

/** Sees to it that one tab of a browser at a time pays for a renewal. */
export class Till {
  readonly #name: string;
  readonly #state: () => RenewalState | null;
  readonly #send: (event: RenewalEvent) => void;
  readonly #taken: () => void;
  #giveBack: (() => void) | null = null;
  /** The right that is waited for. */
  #awaited = '';

  /** `name` is that of the server, `state` that of the renewal; `taken` is told once this tab may pay and no other. */
  constructor(
    name: string,
    state: () => RenewalState | null,
    send: (event: RenewalEvent) => void,
    taken: () => void,
  ) {
    this.#name = name;
    this.#state = state;
    this.#send = send;
    this.#taken = taken;
  }

  /** The same port, whose forms wait while another tab is sending the payment. */
  guard(port: PaymentPort<HTMLElement>): PaymentPort<HTMLElement> {
    return {
      provider: port.provider,
      open: async (handoff, container, view) => {
        if (await this.#isElsewhere()) return trouble('paying-elsewhere');
        const answer = await port.open(handoff, container, view);
        if (!answer.ok) return answer;
        const form = answer.value;
        return fine({
          on: (listener) => form.on(listener),
          confirm: async () =>
            (await this.#take()) ? form.confirm() : { kind: 'invalid', problem: problem('paying-elsewhere') },
          focus: () => form.focus(),
          restyle: (next) => form.restyle(next),
          dispose: () => form.dispose(),
        });
      },
    };
  }

  /** To be called after each change of the renewal. */
  follow(): void {
    const state = this.#state();
    if (state === null || !sending.has(state.status)) this.leave();
    if (state?.status !== 'paying' || state.problem?.code !== 'paying-elsewhere') return;
    if (state.form === 'blocked') void this.#wait();
    else this.#block();
  }

  /** Another tab has done something. */
  async look(): Promise<void> {
    const isElsewhere = await this.#isElsewhere();
    const state = this.#state();
    if (isElsewhere && state?.status === 'paying' && state.form !== 'blocked') this.#block();
  }

  leave(): void {
    this.#giveBack?.();
    this.#giveBack = null;
  }

  get #right(): string {
    const state = this.#state();
    const renewalId = state !== null && 'renewal' in state ? state.renewal.renewalId : '';
    return `leb-renew:pay:${this.#name}:${renewalId}`;
  }

  async #isElsewhere(): Promise<boolean> {
    return this.#giveBack === null && (await isTaken(this.#right));
  }

  async #take(): Promise<boolean> {
    const giveBack = await take(this.#right);
    if (giveBack === null) return false;
    // The page may have moved on meanwhile, e.g. because another device has paid: nothing is sent then.
    if (this.#state()?.status !== 'confirming') {
      giveBack();
      return false;
    }
    this.#giveBack = giveBack;
    this.#taken();
    return true;
  }

  #block(): void {
    const state = this.#state();
    if (state?.status === 'paying')
      this.#send({
        type: 'form-blocked',
        renewalId: state.renewal.renewalId,
        problem: problem('paying-elsewhere'),
      });
  }

  async #wait(): Promise<void> {
    const right = this.#right;
    if (this.#awaited === right) return;
    this.#awaited = right;
    await whenFree(right);
    if (this.#awaited !== right) return;
    this.#awaited = '';
    const state = this.#state();
    if (state?.status === 'paying' && state.problem?.code === 'paying-elsewhere')
      this.#send({ type: 'retry' });
  }
}

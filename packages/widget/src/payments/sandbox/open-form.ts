import { render } from 'lit';
import {
  problem,
  type PaymentForm,
  type PaymentFormEvent,
  type PaymentOutcome,
  type PaymentView,
} from '@leb-renew/core';
import { sandboxMethods, type SandboxMethod } from '@leb-renew/core/contract';
import { adoptInto } from '../../page/adopt-into.ts';
import { sandboxForm, type SandboxChoice } from './sandbox-form.ts';
import { sandboxFormStyles } from './sandbox-form.styles.ts';
import { playsWith, type SandboxPlay } from './scenarios.ts';
import { notThere, send, type Sending } from './send.ts';

/** Keeps the radios of several forms apart. */
let opened = 0;

/** Shows the form in a container. `lose` is called when the tester has it lost. */
export function openForm(
  container: HTMLElement,
  given: PaymentView,
  { first, lose, ...sending }: Omit<Sending, 'stop'> & { readonly first: SandboxPlay; lose(): void },
): PaymentForm {
  const name = `leb-sandbox-${String((opened += 1))}`;
  const methods = (Object.keys(sandboxMethods) as SandboxMethod[]).filter((each) =>
    sending.payment.methods.includes(sandboxMethods[each].isA),
  );
  const listeners = new Set<(event: PaymentFormEvent) => void>();
  const gone = new AbortController();
  let view = given;
  const fitting = methods.find((each) => playsWith(each).some(([play]) => play === first));
  let choice: SandboxChoice =
    fitting === undefined
      ? { method: methods[0] ?? 'card', play: 'approve' }
      : { method: fitting, play: first };
  let underWay: Promise<PaymentOutcome> | null = null;

  function change(next: SandboxChoice): void {
    choice = next;
    draw();
    if (next.play !== 'never-loads') return;
    lose();
    for (const tell of listeners) tell({ type: 'blocked', problem: problem('payment-form-blocked') });
  }

  function draw(): void {
    render(sandboxForm(name, methods, choice, change), container);
  }

  adoptInto(container, sandboxFormStyles);
  draw();
  return {
    on(listener) {
      listeners.add(listener);
      listener({ type: 'ready' });
      listener({ type: 'methods', methods: sending.payment.methods });
      return () => void listeners.delete(listener);
    },
    confirm() {
      if (!container.isConnected) return Promise.resolve(notThere);
      underWay ??= send(choice, { ...sending, stop: gone.signal }, view).finally(() => {
        underWay = null;
      });
      return underWay;
    },
    focus: () => container.querySelector<HTMLElement>('input:checked')?.focus(),
    restyle: (next) => {
      view = next;
    },
    dispose() {
      if (gone.signal.aborted) return; // There may be another in its place.
      gone.abort();
      listeners.clear();
      render(null, container);
    },
  };
}

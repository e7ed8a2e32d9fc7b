import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { follow, join, type Walker } from '../page/trail.ts';

const names = new Set<string>();

/** Keeps the browser's way back in step with its host, which says how far in it is. */
export class TrailController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #steps: Omit<Walker, 'name'>;
  #name = '';
  #told: number | null = null;
  #leave: (() => void) | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, steps: Omit<Walker, 'name'>) {
    this.#host = host;
    this.#steps = steps;
    host.addController(this);
  }

  hostConnected(): void {
    this.#name = freeName(this.#host.id, this.#name);
    names.add(this.#name);
    this.#leave = join({ name: this.#name, ...this.#steps });
  }

  hostUpdated(): void {
    const depth = this.#steps.depth();
    if (depth === this.#told) return;
    this.#told = depth;
    if (depth !== null && this.#leave !== null) follow();
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#leave = null;
    this.#told = null;
    names.delete(this.#name);
  }
}

/** The host's own name, or the one it had, else its place among those that have none: the same after a reload. */
function freeName(...wished: readonly string[]): string {
  const own = wished.find((name) => name !== '' && !names.has(name));
  if (own !== undefined) return own;
  let number = 1;
  while (names.has(String(number))) number += 1;
  return String(number);
}

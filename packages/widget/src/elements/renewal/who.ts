import { TokenWantedEvent } from '../../events.ts';
import type { TabNews } from '../../page/tabs.ts';
import type { Way } from './way.ts';
import type { World } from './world.ts';

/** Follows who is signed in: what is shown, what other tabs hear of it, and what the page is asked for. */
export class Who {
  readonly #host: HTMLElement & { readonly token: string | null };
  readonly #world: World;
  readonly #way: Way;
  /** The session that was noticed last. */
  #session: string | null = null;

  constructor(host: HTMLElement & { readonly token: string | null }, world: World, way: Way) {
    this.#host = host;
    this.#world = world;
    this.#way = way;
  }

  /** Whether the page signs people in itself. */
  get isPages(): boolean {
    return (this.#host.token ?? null) !== null;
  }

  /** A renewal link leads to its card at once; for a token that has ended the page is asked for another. */
  notice(): void {
    const { signIn, token, onlyCard } = this.#world;
    if (token === this.#session) return;
    this.#session = token;
    if (onlyCard !== null) this.#way.toCard({ cardRef: onlyCard, planId: null });
    else if (token !== null && !this.isPages) this.#world.tell('signed-in');
    if (token !== null) this.#way.signedIn();
    if (this.#host.token && signIn?.status === 'signed-out' && signIn.problem !== null)
      this.#host.dispatchEvent(new TokenWantedEvent());
  }

  /** What another tab has done. */
  hear(news: TabNews): void {
    if (news === 'renewal') this.#way.lookAgain();
    else if (this.isPages) return;
    else if (news === 'signed-in') void this.#world.findSession();
    else this.#leave();
  }

  /** From the one card of a link to the form, the account stays signed in elsewhere. */
  readonly signOut = (): void => {
    if (this.#world.onlyCard === null) this.#world.tell('signed-out');
    this.#leave();
  };

  #leave(): void {
    this.#way.forget();
    this.#world.sendSignIn({ type: 'sign-out' });
  }
}

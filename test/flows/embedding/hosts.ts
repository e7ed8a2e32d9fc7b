/** Pages that get in the way. Each runs in the page before anything else there. */
export const hosts: Readonly<Record<string, () => void>> = {
  'freezes the prototypes of the language and the page': () => {
    const made = Object.getOwnPropertyDescriptors(globalThis) as Record<string, PropertyDescriptor>;
    for (const [name, { value }] of Object.entries(made)) {
      const { prototype } = (/^[A-Z]/.test(name) ? value : {}) as { readonly prototype?: object };
      if (prototype !== undefined) Object.freeze(prototype);
    }
  },
  'adds members to every object, list and text': () => {
    for (const { prototype } of [Object, Array, String, Function])
      for (const name of ['owner', 'name', 'kind', 'last', 'host', 'each'])
        if (!(name in prototype)) Object.assign(prototype, { [name]: () => 'of the page' });
  },
  'has storage for nobody': () => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('Not here', 'SecurityError');
        },
      });
  },
  'has no room left in its storage': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
  },
  'has no storage, locks, channels or random ids at all': () => {
    for (const name of ['localStorage', 'sessionStorage', 'BroadcastChannel'])
      Object.defineProperty(globalThis, name, { value: undefined });
    Object.defineProperty(navigator, 'locks', { value: undefined });
    Object.defineProperty(crypto, 'randomUUID', { value: undefined });
  },
  'refuses locks and channels': () => {
    navigator.locks.request = () => Promise.reject(new DOMException('Not here', 'SecurityError'));
    navigator.locks.query = () => Promise.reject(new DOMException('Not here', 'SecurityError'));
    globalThis.BroadcastChannel = function refuse() {
      throw new DOMException('Not here', 'SecurityError');
    } as unknown as typeof BroadcastChannel;
  },
  'lets nobody write into its history': () => {
    for (const how of ['pushState', 'replaceState'] as const)
      history[how] = () => {
        throw new DOMException('Too often', 'SecurityError');
      };
  },
  'wraps its history, its timers and its promises': () => {
    const { pushState, replaceState } = History.prototype;
    history.pushState = (state, _, url) => pushState.call(history, structuredClone(state), '', url);
    history.replaceState = (state, _, url) => replaceState.call(history, structuredClone(state), '', url);
    const { setTimeout: start } = globalThis;
    globalThis.setTimeout = ((call: () => void, ms?: number) => start(() => call(), ms)) as typeof setTimeout;
    globalThis.Promise = class extends Promise<unknown> {} as PromiseConstructor;
  },
  'takes every style sheet away, and turns right to left by CSS alone': () => {
    addEventListener('DOMContentLoaded', () => {
      document.documentElement.style.direction = 'rtl';
      new MutationObserver(() => {
        document.adoptedStyleSheets = [];
      }).observe(document, { childList: true, subtree: true, attributes: true });
    });
  },
};

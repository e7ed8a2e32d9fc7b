import type {
  PaymentIntent,
  StripeElementsOptionsClientSecret,
  StripeError,
  StripePaymentElement,
  StripePaymentElementChangeEvent,
  StripePaymentElementOptions,
} from '@stripe/stripe-js';
import { openFrame, type FramePort } from './frame-port.ts';
import { IntegrationError } from './integration-error.ts';
import type { FormValue, FrameContent, FrameLook, FromFrame } from './messages.ts';
import type { World } from './world.ts';

type Content = Extract<FrameContent, { kind: 'payment' }>;
type Handler = (event: unknown) => unknown;

/** One Payment Element, and what its group needs of it. */
export interface PaymentElement {
  readonly element: StripePaymentElement;
  readonly isDestroyed: boolean;
  /** Whether its form is in the page. */
  readonly isMounted: boolean;
  /** Null when there is no form on the page. */
  collect(): Promise<FormValue> | null;
  /** Resolves when it can be seen. */
  restyle(): Promise<void>;
}

const eventNames = [
  'ready',
  'loaderstart',
  'loaderror',
  'change',
  'focus',
  'blur',
  'escape',
  'carddetailschange',
  'savedpaymentmethodupdate',
  'savedpaymentmethodremove',
  'availablepaymentmethodschange',
] as const satisfies readonly Parameters<StripePaymentElement['on']>[0][] | readonly string[];

/** States in which a payment can still be made. */
const payable: readonly PaymentIntent.Status[] = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
];

export function paymentElement(
  world: World,
  group: () => StripeElementsOptionsClientSecret,
  given: StripePaymentElementOptions,
): PaymentElement {
  const { settings, demand } = world;
  let options = given;
  let content: Content | undefined;
  let frame: FramePort | undefined;
  let isDestroyed = false;
  let loads = 0;
  const handlers = new Map<string, Set<Handler>>();

  const element = {
    mount(where: string | HTMLElement) {
      refuseIfDestroyed();
      const container = place(where);
      if (frame) {
        if (frame.element.parentElement === container) return;
        throw new IntegrationError(
          'This Element is already mounted. Use `unmount()` to unmount the Element before re-mounting.',
        );
      }
      void load(container);
    },
    unmount() {
      refuseIfDestroyed();
      takeAway();
    },
    destroy() {
      refuseIfDestroyed();
      takeAway();
      isDestroyed = true;
    },
    on(name: string, handler: Handler) {
      listen('on', name, handler);
      return element;
    },
    once(name: string, handler: Handler) {
      const once: Handler = (event) => {
        handlers.get(name)?.delete(once);
        return handler(event);
      };
      listen('once', name, once);
      return element;
    },
    off(name: string, handler?: Handler) {
      if (handler) handlers.get(name)?.delete(handler);
      else handlers.delete(name);
      return element;
    },
    update(next: StripePaymentElementOptions) {
      refuseIfDestroyed();
      demand('paymentElementUpdate', next, 'payment.update()');
      options = { ...options, ...next };
      if (content) content = { ...content, readOnly: options.readOnly ?? false };
      void restyle();
      return element;
    },
    /** The frame takes it; were it also given from here, the browser could be left with neither. */
    focus() {
      world.hooks.seen.calls.push({ name: 'payment.focus', args: [] });
      frame?.tell({ type: 'focus' });
    },
    blur: () => frame?.tell({ type: 'blur' }),
    clear: () => frame?.tell({ type: 'clear' }),
    collapse() {
      frame?.tell({ type: 'collapse' });
      return element;
    },
  };

  return {
    element: element as unknown as StripePaymentElement,
    get isDestroyed() {
      return isDestroyed;
    },
    get isMounted() {
      return frame?.element.isConnected === true;
    },
    collect() {
      if (!frame?.element.isConnected || !content) return null;
      return frame.ask((id) => ({ type: 'collect', id }));
    },
    restyle,
  };

  async function load(container: HTMLElement): Promise<void> {
    const thisLoad = (loads += 1);
    const isCurrent = () => thisLoad === loads;
    let shown = () => {};
    const isShown = new Promise<void>((resolve) => (shown = resolve));
    let pages = 0;
    const session = methods();
    const opened = openFrame(
      { src: settings.frame, title: 'Secure payment input frame', parent: container },
      ({ tell: show }) => {
        if ((pages += 1) > 1) world.hooks.seen.reloads += 1;
        void session.then((known) => {
          if ('type' in known || !isCurrent()) return;
          content ??= contentOf(known);
          show({ type: 'show', content, look: look() });
        });
      },
      (message) => {
        if (!isCurrent()) return;
        if (message.type === 'shown') shown();
        else tell(message);
      },
    );
    frame = opened;
    opened.element.style.height = '180px';
    emit('loaderstart', {});
    const known = await session;
    if (!isCurrent()) return;
    if ('type' in known) return emit('loaderror', { error: known });
    await isShown;
    await world.hooks.ready;
    if (!isCurrent()) return;
    world.hooks.form = {
      play: (by) => opened.ask((id) => ({ type: 'play', id, ...by })),
    };
    if (settings.version !== 3)
      emit('availablepaymentmethodschange', {
        paymentMethods: Object.fromEntries(known.map((method) => [method, { available: true }])),
      });
    emit('ready', {});
  }

  /** What can be paid with, or why nothing can. */
  async function methods(): Promise<readonly string[] | StripeError> {
    const { paymentIntent: intent, error } = await world.api.retrieve(world.key, group().clientSecret ?? '');
    if (error) return error;
    if (payable.includes(intent.status)) return intent.payment_method_types;
    return {
      type: 'invalid_request_error',
      code: 'payment_intent_unexpected_state',
      message: 'The PaymentIntent is in a terminal state and cannot be used to initialize Elements.',
    };
  }

  function contentOf(known: readonly string[]): Content {
    const { layout = 'auto', paymentMethodOrder: order = [], readOnly = false, wallets } = options;
    const shown = known.filter((method) => method !== 'link' || wallets?.link !== 'never');
    return {
      kind: 'payment',
      methods: [...new Set([...order.filter((method) => shown.includes(method)), ...shown])],
      layout: typeof layout === 'string' ? layout : layout.type,
      collapsed: typeof layout === 'object' && layout.defaultCollapsed === true,
      readOnly,
    };
  }

  function look(): FrameLook {
    const { locale = world.locale, appearance = {} } = group();
    return { locale, appearance };
  }

  async function restyle(): Promise<void> {
    const now = content;
    if (frame && now) await frame.ask((id) => ({ type: 'restyle', look: look(), content: now, id }));
  }

  function tell(message: FromFrame): void {
    switch (message.type) {
      case 'height':
        if (frame && message.px > 0) frame.element.style.height = `${message.px}px`;
        return;
      case 'changed': {
        const { method, complete, empty } = message.value;
        return emit('change', {
          complete,
          empty,
          collapsed: method === null,
          value: { type: method ?? '' },
        } satisfies Omit<StripePaymentElementChangeEvent, 'elementType'>);
      }
      case 'focus':
      case 'blur':
      case 'escape':
        return emit(message.type, {});
      default: // Is for others.
    }
  }

  function emit(name: (typeof eventNames)[number], event: object): void {
    for (const handler of [...(handlers.get(name) ?? [])]) handler({ elementType: 'payment', ...event });
  }

  function listen(call: string, name: string, handler: Handler): void {
    if (!(eventNames as readonly string[]).includes(name))
      throw new IntegrationError(`payment.${call}(): ${name} is not an event of this Element.`);
    if (typeof handler !== 'function')
      throw new IntegrationError(`payment.${call}(): a handler must be a function.`);
    handlers.set(name, (handlers.get(name) ?? new Set()).add(handler));
  }

  function takeAway(): void {
    loads += 1;
    frame?.remove();
    frame = undefined;
    content = undefined;
    delete world.hooks.form;
  }

  function refuseIfDestroyed(): void {
    if (isDestroyed)
      throw new IntegrationError('This Element has already been destroyed. Please create a new one.');
  }
}

function place(where: unknown): HTMLElement {
  const found = typeof where === 'string' ? document.querySelector(where) : where;
  if (typeof where === 'string' && found === null)
    throw new IntegrationError(
      `The selector you specified (${where}) applies to no DOM elements that are currently on the page. Make sure the element exists on the page before calling mount().`,
    );
  if (!(found instanceof HTMLElement))
    throw new IntegrationError('Invalid DOM element. Call mount() with a valid DOM element or selector.');
  if (found.getRootNode() !== document)
    throw new IntegrationError('Elements cannot be mounted in a ShadowRoot. Please mount in the Light DOM.');
  if (found instanceof HTMLInputElement)
    throw new IntegrationError('An Element cannot be mounted in an `<input>`.');
  return found;
}

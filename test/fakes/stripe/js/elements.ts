import type {
  StripeElements,
  StripeElementsOptionsClientSecret,
  StripeElementsUpdateOptions,
  StripePaymentElementOptions,
} from '@stripe/stripe-js';
import { IntegrationError } from './integration-error.ts';
import type { FormValue } from './messages.ts';
import { paymentElement, type PaymentElement } from './payment-element.ts';
import type { World } from './world.ts';

/** What confirming needs of a group. */
export interface Group {
  readonly world: World;
  readonly clientSecret: string;
  /** What the customer entered when `submit()` found it good; null before, and after it was used. */
  submitted: FormValue | null;
  readonly payment: PaymentElement | null;
}

/** Groups by what the page knows of them. */
export const groups = new WeakMap<object, Group>();

const secretForm = /^pi_\w+_secret_\w+$/;

export function elementsGroup(world: World, given: StripeElementsOptionsClientSecret): StripeElements {
  const { demand } = world;
  if ('paymentMethodTypes' in given || 'payment_method_types' in given)
    throw new IntegrationError(
      'elements(): paymentMethodTypes is no longer supported. Use allowedPaymentMethodTypes instead.',
    );
  if ('mode' in given)
    throw new IntegrationError(
      'clientSecret' in given
        ? 'Invalid value for elements(): you cannot use both mode and clientSecret.'
        : 'elements(): this double knows intents only, no deferred ones.',
    );
  demand('elements', given, 'elements()');
  const { clientSecret } = given;
  if (clientSecret === undefined || !secretForm.test(clientSecret))
    throw new IntegrationError(
      'Invalid value for elements(): clientSecret should be a client secret of the form ${id}_secret_${secret}.',
    );

  let options = given;
  const updated = new Set<() => void>();
  let payment: PaymentElement | null = null;
  const group: Group = {
    world,
    clientSecret,
    submitted: null,
    get payment() {
      return payment?.isDestroyed === false ? payment : null;
    },
  };

  const elements = {
    create(type: string, elementOptions: StripePaymentElementOptions = {}) {
      note('elements.create', type, elementOptions);
      if (type !== 'payment')
        throw new IntegrationError(`elements.create(): this double has no Element of type ${type}.`);
      if (group.payment) throw new IntegrationError('Can only create one Element of type payment.');
      demand('paymentElement', elementOptions, "elements.create('payment')");
      payment = paymentElement(world, () => options, elementOptions);
      return payment.element;
    },
    getElement: (type: string) => (type === 'payment' ? (group.payment?.element ?? null) : null),
    async update(next: StripeElementsUpdateOptions) {
      note('elements.update', next);
      demand('elementsUpdate', next, 'elements.update()');
      const fixed = Object.keys(next).find((name) => !['locale', 'fonts', 'appearance'].includes(name));
      if (fixed !== undefined)
        throw new IntegrationError(`elements.update(): ${fixed} cannot be updated with a clientSecret.`);
      options = { ...options, ...(next as StripeElementsOptionsClientSecret) };
      await group.payment?.restyle();
      for (const handler of updated) handler();
    },
    on(name: string, handler: () => void) {
      if (name !== 'update-end')
        throw new IntegrationError(`elements.on(): ${name} is not an event of Elements.`);
      updated.add(handler);
    },
    async fetchUpdates() {
      note('elements.fetchUpdates');
      await world.api.retrieve(world.key, clientSecret);
      return {};
    },
    async submit() {
      note('elements.submit');
      const collecting = group.payment?.collect();
      if (!collecting)
        throw new IntegrationError(
          'Invalid value for elements.submit(): elements should have a mounted Payment Element or Express Checkout Element.',
        );
      const value = await collecting;
      if (value.fault) return { error: { type: 'validation_error', ...value.fault } as const };
      if (value.method === null)
        return {
          error: {
            type: 'validation_error',
            code: 'incomplete_payment_details',
            message: 'Please select a payment method.',
          } as const,
        };
      group.submitted = value;
      return { selectedPaymentMethod: value.method };
    },
  };
  if (world.settings.version === 3) {
    const { update } = elements;
    Object.assign(elements, { update: (next: StripeElementsUpdateOptions) => void update(next) });
  }
  for (const name of world.hooks.without ?? []) Reflect.deleteProperty(elements, name);
  const made = elements as unknown as StripeElements;
  groups.set(made, group);
  return made;

  function note(name: string, ...args: readonly unknown[]): void {
    world.hooks.seen.calls.push({ name, args });
  }
}

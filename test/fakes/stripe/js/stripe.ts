/** Becomes the script that pages load as Stripe.js. `settings` and `contract` are put around it, see script.ts. */
import type { Stripe, StripeConstructorOptions } from '@stripe/stripe-js';
import { confirmPayment } from './confirm.ts';
import type { Contract } from './contract.ts';
import { elementsGroup } from './elements.ts';
import { httpApi } from './http-api.ts';
import { IntegrationError } from './integration-error.ts';
import { hooksOf, type StripeJsSettings } from './settings.ts';
import { demandBy, type World } from './world.ts';

declare const settings: StripeJsSettings;
declare const contract: Contract;

type Known = Pick<Stripe, 'elements' | 'confirmPayment' | 'retrievePaymentIntent'> & {
  _registerWrapper(wrapper: object): void;
};

const demand = demandBy(contract);

function Stripe(key: unknown, options: StripeConstructorOptions = {}): Known {
  const hooks = hooksOf(window);
  hooks.seen.calls.push({ name: 'Stripe', args: [key, options] });
  if (hooks.refuse !== undefined) throw new IntegrationError(hooks.refuse);
  const publishable = demandKey(key);
  demand('constructorOptions', options, 'Stripe()');
  const http = settings.api === null ? null : httpApi(settings.api);
  const world: World = {
    key: publishable,
    settings,
    demand,
    locale: options.locale ?? 'auto',
    get hooks() {
      return hooksOf(window);
    },
    get api() {
      const api = http ?? hooksOf(window).api;
      if (!api) throw new Error('Nobody stands for Stripe’s API: see in-page.ts.');
      return api;
    },
  };
  const note = (name: string, ...args: readonly unknown[]) =>
    void world.hooks.seen.calls.push({ name, args });
  openController(settings.frame);

  return {
    elements: (given = {}) => {
      note('elements', given);
      return elementsGroup(world, given as Parameters<typeof elementsGroup>[1]);
    },
    confirmPayment: (async (given: Parameters<typeof confirmPayment>[1]) => {
      note('confirmPayment', given);
      return confirmPayment(world, given);
    }) as Stripe['confirmPayment'],
    retrievePaymentIntent(clientSecret) {
      note('retrievePaymentIntent', clientSecret);
      return world.api.retrieve(publishable, clientSecret);
    },
    _registerWrapper: (wrapper) => note('_registerWrapper', wrapper),
  };
}

/** Stripe.js has a frame in every page that uses it, for as long as the page is there; nobody sees it. */
function openController(src: string): void {
  if (document.querySelector('iframe[name^=__privateStripeController]')) return;
  const frame = Object.assign(document.createElement('iframe'), { name: '__privateStripeController1', src });
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.style.cssText =
    'border:0!important;position:fixed!important;width:1px!important;height:1px!important;visibility:hidden!important;pointer-events:none!important';
  document.body.append(frame);
}

function demandKey(key: unknown): string {
  if (typeof key !== 'string')
    throw new IntegrationError('Missing value for Stripe(): apiKey should be a string.');
  if (key === '')
    throw new IntegrationError('Please call Stripe() with your publishable key. You used an empty string.');
  if (/^(sk|rk)_/.test(key))
    throw new IntegrationError(
      'You should not use your secret key with Stripe.js.\n        Please pass a publishable key instead.',
    );
  if (!/^pk_(test|live)_\w+$/.test(key))
    throw new IntegrationError('Invalid value for Stripe(): apiKey should be a publishable key.');
  return key;
}

Object.assign(window, { Stripe: Object.assign(Stripe, { version: settings.version ?? 'endive' }) });

import { StripeFault } from './fault.ts';

/** The keys of one account, by their use and mode. */
export interface ApiKeys {
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly restrictedKey: string;
  readonly liveSecretKey: string;
  readonly livePublishableKey: string;
}

export interface Caller {
  readonly livemode: boolean;
  /** Whether it calls from a browser, with a publishable key. */
  readonly isPublic: boolean;
}

export function callerOf(keys: ApiKeys, key: string | null): Caller {
  if (key === null || key === '')
    throw new StripeFault(401, {
      type: 'invalid_request_error',
      message:
        "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    });
  if (!Object.values(keys).includes(key))
    throw new StripeFault(401, {
      type: 'invalid_request_error',
      message: `Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}`,
    });
  return { livemode: key.includes('_live_'), isPublic: key.startsWith('pk_') };
}

export const secretKeyRequired = (): StripeFault =>
  new StripeFault(401, {
    type: 'invalid_request_error',
    code: 'secret_key_required',
    message:
      'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
  });

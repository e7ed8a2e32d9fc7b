import { invalidRequest, StripeFault } from './fault.ts';

export interface Answer {
  readonly status: number;
  readonly body: object;
}

interface Stored {
  /** The request that the key stands for. */
  readonly request: string;
  answer: Answer | null;
}

/**
 * What a key has been answered. The first result counts once the request is acted upon, also where it is a refusal or a
 * breakdown; a request that was never acted upon leaves its key free.
 *
 * @see https://docs.stripe.com/api/idempotent_requests
 */
export interface Keys {
  /** The answer that is repeated, or null where the key is now this request's own. */
  claim(key: string, request: string): Answer | null;
  store(key: string, answer: Answer): void;
  release(key: string): void;
}

export function openKeys(): Keys {
  const stored = new Map<string, Stored>();
  return {
    claim(key, request) {
      if (key.length > 255)
        throw invalidRequest('Idempotency keys can be at most 255 characters.', { param: 'idempotency_key' });
      const before = stored.get(key);
      if (before === undefined) {
        stored.set(key, { request, answer: null });
        return null;
      }
      if (before.answer === null)
        throw new StripeFault(409, {
          type: 'invalid_request_error',
          code: 'idempotency_key_in_use',
          message: `There is currently another in-progress request using this Idempotent Key: ${key}.`,
        });
      if (before.request !== request)
        throw new StripeFault(400, {
          type: 'idempotency_error',
          message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
        });
      return before.answer;
    },
    store(key, answer) {
      const its = stored.get(key);
      if (its !== undefined) its.answer = answer;
    },
    release: (key) => void stored.delete(key),
  };
}

import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { readFileSync } from 'node:fs';
import { invalidRequest, type StripeFault } from './fault.ts';
import type { Params } from './form.ts';

/** The types of the `stripe` package that say what a request may carry. */
export type RequestName =
  | `PaymentIntent${'Create' | 'List' | 'Retrieve' | 'Confirm' | 'Cancel'}Params`
  | 'PaymentMethodCreateParams'
  | `Refund${'Create' | 'List' | 'Retrieve'}Params`
  | 'ChargeRetrieveParams'
  | 'DisputeListParams'
  | 'EventListParams'
  | 'AccountRetrieveCurrentParams'
  | 'BalanceRetrieveParams'
  | 'PaymentMethodDomainListParams'
  | 'WebhookEndpointListParams';

const schemas = new URL('../schemas/requests.json', import.meta.url);
const validators = new Map<RequestName, ValidateFunction>();
let ajv: Ajv | null = null;

/** Texts of a form as what the types want them to be; throws as Stripe does where they cannot be. */
export function checkParams<T>(name: RequestName, params: Params): T {
  const empty =
    name === 'PaymentIntentCreateParams' && Object.keys(params).find((each) => params[each] === '');
  if (empty)
    throw invalidRequest(`You passed an empty string for '${empty}'; it cannot be unset.`, {
      code: 'parameter_invalid_empty',
      param: empty,
    });
  const value = structuredClone(params);
  const validate = validators.get(name) ?? compile(name);
  if (!validate(value)) throw faultOf(validate.errors ?? [], params);
  return value as T;
}

function compile(name: RequestName): ValidateFunction {
  if (ajv === null) {
    ajv = new Ajv({
      coerceTypes: true,
      strict: false,
      inlineRefs: false,
      validateSchema: false,
      meta: false,
    });
    ajv.addSchema(JSON.parse(readFileSync(schemas, 'utf8')) as object, 'stripe');
  }
  const validate = ajv.compile({ $ref: `stripe#/definitions/${name}` });
  validators.set(name, validate);
  return validate;
}

/** The deepest complaint says most. */
function faultOf(errors: readonly ErrorObject[], params: Params): StripeFault {
  const [error] = [...errors].sort((one, other) => other.instancePath.length - one.instancePath.length);
  const path = error?.instancePath.split('/').slice(1) ?? [];
  if (error?.keyword === 'additionalProperties') {
    const param = nameOf([...path, String(error.params['additionalProperty'])]);
    return param === 'payment_method_types'
      ? invalidRequest('`payment_method_types` is no longer supported.', {
          code: 'payment_method_types_no_longer_supported',
          param,
        })
      : invalidRequest(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });
  }
  if (error?.keyword === 'required') {
    const param = nameOf([...path, String(error.params['missingProperty'])]);
    return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
  }
  const param = nameOf(path);
  const given = path.reduce<unknown>(
    (at, step) => (at as Record<string, unknown> | undefined)?.[step],
    params,
  );
  return invalidRequest(`Invalid ${param}: ${JSON.stringify(given)} ${error?.message ?? ''}`, { param });
}

const nameOf = ([first = '', ...more]: readonly string[]): string =>
  first + more.map((step) => `[${step}]`).join('');

import { fine, trouble, type Answer } from '@leb-renew/core/contract';

/** The part of a contract's schema that checking needs (Standard Schema). */
interface Checkable {
  readonly '~standard': {
    validate(value: unknown): Checked | Promise<Checked>;
  };
}
type Checked =
  | { readonly value: unknown; readonly issues?: undefined }
  | {
      readonly issues: readonly {
        readonly message: string;
        readonly path?: readonly unknown[] | undefined;
      }[];
    };

/** Nothing gets past here that the contract does not name; no value from the body is repeated in the problem. */
export async function readBody(request: Request, schema: Checkable): Promise<Answer<unknown>> {
  let json: unknown;
  try {
    json = JSON.parse(await request.text());
  } catch {
    return trouble('malformed-json');
  }
  const checked = await schema['~standard'].validate(json);
  if (checked.issues === undefined) return fine(checked.value);
  const field = checked.issues[0]?.path?.map(keyOf).join('.');
  return trouble('invalid-request', field === undefined ? {} : { field });
}

const keyOf = (segment: unknown): string =>
  String(typeof segment === 'object' && segment !== null && 'key' in segment ? segment.key : segment);

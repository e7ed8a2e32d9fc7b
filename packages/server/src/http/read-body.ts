import { check, fine, trouble, type Answer, type Schema } from '@leb-renew/core/contract';

/** Nothing gets past here that the contract does not name; no value from the body is repeated in the problem. */
export async function readBody(request: Request, schema: Schema): Promise<Answer<unknown>> {
  let json: unknown;
  try {
    json = JSON.parse(await request.text());
  } catch {
    return trouble('malformed-json');
  }
  const checked = check(schema, json);
  if (checked.ok) return fine(checked.value);
  return trouble('invalid-request', checked.path === '' ? {} : { field: checked.path });
}

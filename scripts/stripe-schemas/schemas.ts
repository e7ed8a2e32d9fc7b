import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createGenerator, type Schema } from 'ts-json-schema-generator';
import type { StripeTypes } from './types.ts';

/** What is asked of Stripe, by the module that declares it. */
const requests = {
  PaymentIntents: [
    'PaymentIntentCreateParams',
    'PaymentIntentListParams',
    'PaymentIntentRetrieveParams',
    'PaymentIntentConfirmParams',
    'PaymentIntentCancelParams',
  ],
  PaymentMethods: ['PaymentMethodCreateParams'],
  Refunds: ['RefundCreateParams', 'RefundListParams', 'RefundRetrieveParams'],
  Charges: ['ChargeRetrieveParams'],
  Disputes: ['DisputeListParams'],
  Events: ['EventListParams'],
  Accounts: ['AccountRetrieveCurrentParams'],
  Balance: ['BalanceRetrieveParams'],
  PaymentMethodDomains: ['PaymentMethodDomainListParams'],
  WebhookEndpoints: ['WebhookEndpointListParams'],
} as const;

/**
 * One JSON document with a definition per line, so that a new version of the package shows what has changed.
 *
 * @param folder an empty one, for a copy of the types in which every list of words is closed
 */
export function schemasOf({ files }: StripeTypes, folder: string): string {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  // Open to words from the future, every list would take any word.
  for (const [path, text] of files) write(path, text.replaceAll(' | OtherString', ''));
  const names = Object.values(requests).flat();
  write(
    'requests.ts',
    Object.entries(requests)
      .map(([module, types]) => `export type { ${types.join(', ')} } from './resources/${module}.js';`)
      .join('\n'),
  );
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: { module: 'nodenext', strict: true, types: ['node'] },
      files: ['requests.ts'],
    }),
  );
  const generator = createGenerator({
    path: join(folder, 'requests.ts'),
    tsconfig: join(folder, 'tsconfig.json'),
    skipTypeCheck: true,
    jsDoc: 'none',
  });
  const definitions: NonNullable<Schema['definitions']> = {};
  for (const name of names) Object.assign(definitions, generator.createSchema(name).definitions);
  const lines = Object.entries(JSON.parse(alike(JSON.stringify(definitions))) as typeof definitions)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, schema]) => `${JSON.stringify(name)}:${JSON.stringify(schema)}`);
  return `{"definitions":{\n${lines.join(',\n')}\n}}\n`;
}

/** The generator names what has no name after where its file is, which is elsewhere at every run. */
function alike(text: string): string {
  const files: string[] = [];
  return text.replaceAll(/def-[a-z]+(?:-\d+-\d+-\d+)+/g, (name) =>
    name.replaceAll(/-(\d+)(-\d+-\d+)/g, (_, file: string, place: string) => {
      if (!files.includes(file)) files.push(file);
      return `-${files.indexOf(file)}${place}`;
    }),
  );
}

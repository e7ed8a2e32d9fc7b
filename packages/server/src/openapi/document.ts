import {
  bodies,
  calls,
  CurrencyCode,
  Id,
  idempotencyHeader,
  problemKinds,
  serverTimeHeader,
  type Access,
  type CallName,
  type ProblemCode,
} from '@leb-renew/core/contract';
import { callsInWords, parametersInWords } from './calls-in-words.ts';
import { examples } from './examples.ts';
import type { Header, OpenApi, Operation, Parameter, ResponseObject } from './open-api.ts';
import { exampleProblem, problemsOf } from './problems.ts';
import { schemaRef, show, shownSchemas, type ShownSchema } from './schemas.ts';

/** The contract as an OpenAPI 3.1 document, made from the very data that requests are checked against. */
export function openApiDocument(publicUrl: string): OpenApi {
  const names = Object.keys(calls) as CallName[];
  const paths: Record<string, Record<string, Operation>> = {};
  for (const name of names) {
    const { path, method } = calls[name];
    (paths[path] ??= {})[method.toLowerCase()] = operationOf(name);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'LEB Renew',
      version: '1',
      summary: 'Renewal of eSIM cards: quotes, payments, extensions.',
      description: introduction,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl.replace(/\/$/, '') }],
    tags: [...new Set(names.map((name) => callsInWords[name].part))].map((name) => ({ name })),
    paths,
    components: { securitySchemes, headers: { ServerTime: serverTime }, schemas: shownSchemas },
  };
}

const introduction = [
  `Every answer carries the server’s time in the header \`${serverTimeHeader}\`; dates are compared with that, never with the clock of a device.`,
  'Whatever goes wrong is answered by a problem (RFC 9457, `application/problem+json`) from one closed list of codes. ' +
    '`charged` says whether money has moved: `unknown` means that it may have, so nobody should pay again.',
  'Amounts are whole minor units with their exponent. Dates are instants in UTC.',
  'Members that an answer has beside those named here are to be ignored. A request with a member that is not named ' +
    'here is refused.',
].join('\n\n');

const securitySchemes: OpenApi['components']['securitySchemes'] = {
  session: { type: 'http', scheme: 'bearer', description: 'The token of a session.' },
  renewal: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of one renewal, `renewalToken`. Good for that renewal and nothing else.',
  },
};

const admits: { readonly [Who in Access]: Operation['security'] } = {
  anyone: [],
  session: [{ session: [] }],
  renewal: [{ session: [] }, { renewal: [] }],
};

const serverTime: Header = { description: 'The server’s time.', schema: schemaRef('Instant') };
const everyAnswer = { [serverTimeHeader]: { $ref: '#/components/headers/ServerTime' } };

function operationOf(name: CallName): Operation {
  const { part, summary, description } = callsInWords[name];
  return {
    operationId: name,
    tags: [part],
    summary,
    description,
    security: admits[calls[name].access],
    parameters: parametersOf(name),
    ...(name in bodies && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: show(bodies[name as keyof typeof bodies]),
            example: examples[name].body,
          },
        },
      },
    }),
    responses: { ...successOf(name), ...problemResponsesOf(name) },
  };
}

function parametersOf(name: CallName): Parameter[] {
  const { path = {}, query = {} } = examples[name];
  const parameter = (at: 'path' | 'query', key: string, example: string): Parameter => ({
    name: key,
    in: at,
    required: at === 'path',
    description: parametersInWords[key] ?? '',
    schema: parameterSchemas[key] ?? show(Id),
    example,
  });
  return [
    ...Object.entries(path).map(([key, example]) => parameter('path', key, example)),
    ...Object.entries(query).map(([key, example]) => parameter('query', key, example)),
    ...(name === 'begin' ? [idempotencyKey(examples.begin.body.quoteId)] : []),
  ];
}

const parameterSchemas: Readonly<Record<string, ShownSchema>> = {
  currency: show(CurrencyCode),
  refresh: { enum: ['1'] },
};

const idempotencyKey = (example: string): Parameter => ({
  name: idempotencyHeader,
  in: 'header',
  required: false,
  description: 'For proxies and logs: repeated with every retry. The server itself goes by the quote.',
  schema: { type: 'string' },
  example,
});

function successOf(name: CallName): Operation['responses'] {
  const { answer: schema } = calls[name];
  const { answer: description } = callsInWords[name];
  if (schema === null) return { 204: { description, headers: everyAnswer } };
  const content = { 'application/json': { schema: show(schema), example: examples[name].answer } };
  return { 200: { description, headers: everyAnswer, content } };
}

/** One response per status, with the codes that come under it. */
function problemResponsesOf(name: CallName): Operation['responses'] {
  const codes = problemsOf(name);
  const statuses = [...new Set(codes.map((code) => statusOf(code)))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      problemResponse(
        name,
        status,
        codes.filter((code) => statusOf(code) === status),
      ),
    ]),
  );
}

const statusOf = (code: ProblemCode): string => String(problemKinds[code].status);

function problemResponse(name: CallName, status: string, codes: readonly ProblemCode[]): ResponseObject {
  return {
    description: codes.map((code) => problemKinds[code].title).join(' Or: '),
    headers: { ...everyAnswer, ...extraHeaders[status] },
    content: {
      'application/problem+json': {
        schema: { allOf: [schemaRef('Problem'), { properties: { code: { enum: codes } } }] },
        examples: Object.fromEntries(
          codes.map((code) => [
            code,
            { summary: problemKinds[code].title, value: exampleProblem(code, name) },
          ]),
        ),
      },
    },
  };
}

const retryAfter = {
  'retry-after': {
    description: 'Seconds to wait before the next try, where that is known.',
    schema: { type: 'integer', minimum: 0 },
  },
};
const extraHeaders: Readonly<Record<string, Readonly<Record<string, Header>>>> = {
  401: { 'www-authenticate': { description: '`Bearer`.', schema: { type: 'string' } } },
  429: retryAfter,
  503: retryAfter,
};

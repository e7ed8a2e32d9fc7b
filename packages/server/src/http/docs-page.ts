import { raw } from 'hono/html';
import { html, type Html } from '../html.ts';
import type { OpenApi, Operation, Parameter, ResponseObject } from '../openapi/open-api.ts';
import { typeOf, typeSection } from './docs-schema.ts';
import { docsSheet } from './docs-sheet.ts';
import { inline, paragraphs } from './docs-words.ts';

interface Call {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** The document for people, on one page that asks for nothing else: no script, no font, no picture. */
export function docsPage({ info, servers, tags, paths, components }: OpenApi): string {
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const under = (part: string) => calls.filter(({ operation }) => operation.tags.includes(part));
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${info.title}: the contract</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(docsSheet)}
        </style>
      </head>
      <body>
        <header>
          <h1>${info.title}: the contract</h1>
          <p>
            ${info.summary} Served at ${servers.map(({ url }) => html`<code>${url}</code>`)}, also as
            <a href="openapi.json">OpenAPI 3.1</a>.
          </p>
          ${paragraphs(info.description)}
        </header>
        <nav aria-label="Calls">
          <ul>
            ${calls.map(
              ({ operation: { operationId, summary } }) =>
                html`<li><a href="#call-${operationId}">${summary}</a></li>`,
            )}
            <li><a href="#problems">Problems</a></li>
            <li><a href="#types">Types</a></li>
          </ul>
        </nav>
        <main>
          ${tags.map(
            ({ name }) =>
              html`<section>
                <h2>${name}</h2>
                ${under(name).map(callSection)}
              </section>`,
          )}
          <section id="problems">
            <h2>Problems</h2>
            ${problemList(calls)}
          </section>
          <section id="types">
            <h2>Types</h2>
            ${Object.entries(components.schemas).map(([name, schema]) => typeSection(name, schema))}
          </section>
        </main>
      </body>
    </html>`.toString();
}

function callSection({ method, path, operation }: Call): Html {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const body = requestBody?.content['application/json'];
  return html`<article id="call-${operationId}">
    <h3>${summary}</h3>
    <code class="call">${method.toUpperCase()} ${path}</code>
    <p class="quiet">${whoMayCall(operation)}</p>
    ${paragraphs(description)}
    ${
      parameters.length === 0
        ? ''
        : html`<h4>Parameters</h4>
            <dl>${parameters.map(parameterRow)}</dl>`
    }
    ${
      body
        ? html`<h4>Request</h4>
            <p class="type">${typeOf(body.schema)}</p>
            ${example('The request', body.example)}`
        : ''
    }
    <h4>Answers</h4>
    <dl>${Object.entries(responses).map(([status, response]) => responseRow(status, response))}</dl>
  </article>`;
}

function whoMayCall({ security }: Operation): string {
  if (security.length === 0) return 'For anyone.';
  return security.length === 1
    ? 'Needs the token of a session.'
    : 'Needs the token of a session, or of the renewal.';
}

const parameterRow = ({ name, in: where, required, description, schema, example: value }: Parameter): Html =>
  html`<dt>
      <code>${name}</code>
      <span class="type">in the ${where}, ${typeOf(schema)}${required ? '' : ', optional'}</span>
    </dt>
    <dd>${inline(description)} Example: <code>${value}</code></dd>`;

function responseRow(status: string, { description, content = {} }: ResponseObject): Html {
  const { 'application/json': answer, 'application/problem+json': trouble } = content;
  const codes = Object.entries(trouble?.examples ?? {}).map(
    ([code, { summary }]) =>
      html`<li>
        <a href="#problem-${code}"><code>${code}</code></a> ${summary}
      </li>`,
  );
  return html`<dt>${status}${answer ? html` <span class="type">${typeOf(answer.schema)}</span>` : ''}</dt>
    <dd>
      ${
        trouble
          ? html`<ul>
              ${codes}
            </ul>`
          : inline(description)
      }
      ${answer ? example('The answer', answer.example) : ''}
    </dd>`;
}

const example = (title: string, value: unknown): Html =>
  html`<details>
    <summary>${title}, for example</summary>
    <pre tabindex="0">${JSON.stringify(value, null, 2)}</pre>
  </details>`;

/** Every code once. */
function problemList(calls: readonly Call[]): Html {
  const answers = calls.flatMap(({ operation }) => Object.values(operation.responses));
  const examples = answers.flatMap(({ content }) =>
    Object.entries(content?.['application/problem+json']?.examples ?? {}),
  );
  return html`<dl>
    ${Object.entries(Object.fromEntries(examples)).map(
      ([code, { summary, value }]) =>
        html`<dt id="problem-${code}">
            <code>${code}</code> <span class="type">${value.status ?? ''}</span>
          </dt>
          <dd>${summary} Next: <code>${value.next}</code>. ${example('The problem', value)}</dd>`,
    )}
  </dl>`;
}

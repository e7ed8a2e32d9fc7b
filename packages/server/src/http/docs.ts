import type { Hono } from 'hono';
import { openApiDocument } from '../openapi/document.ts';
import { docsPage } from './docs-page.ts';
import { strictHeaders } from './strict-headers.ts';

/** The contract to read: for programs, and for people. The same for everybody, also while the server is not running. */
export function serveDocs(app: Hono, publicUrl: string): void {
  const document = openApiDocument(publicUrl);
  const json = JSON.stringify(document);
  const page = docsPage(document);
  const headers = strictHeaders(page);

  app.get('/openapi.json', (c) => c.body(json, 200, { 'content-type': 'application/json' }));
  app.get('/docs', (c) => c.html(page, 200, headers));
}

import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { openApiDocument } from '../openapi/document.ts';
import { docsPage } from './docs-page.ts';

/** The contract to read: for programs, and for people. The same for everybody, also while the server is not running. */
export function serveDocs(app: Hono, publicUrl: string): void {
  const document = openApiDocument(publicUrl);
  const json = JSON.stringify(document);
  const page = docsPage(document);
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

  app.get('/openapi.json', (c) => c.body(json, 200, { 'content-type': 'application/json' }));
  app.get('/docs', (c) =>
    c.html(page, 200, {
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    }),
  );
}

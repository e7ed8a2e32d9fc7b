import { createHash } from 'node:crypto';

/**
 * For a page that runs nothing and asks for nothing but its own style: a browser is told to see to it. Its forms, if it has
 * any, go to `formsTo` and, as some browsers see it, so does what answers them.
 */
export function strictHeaders(page: string, formsTo = "'none'"): Record<string, string> {
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
  return {
    'content-security-policy': [
      "default-src 'none'",
      'img-src data:',
      `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
      "base-uri 'none'",
      `form-action ${formsTo}`,
      "frame-ancestors 'none'",
    ].join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

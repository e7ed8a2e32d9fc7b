import { createHash } from 'node:crypto';

/** For a page that runs nothing and asks for nothing but its own style: a browser is told to see to it. */
export function strictHeaders(page: string): Record<string, string> {
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
  return {
    'content-security-policy': [
      "default-src 'none'",
      'img-src data:',
      `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

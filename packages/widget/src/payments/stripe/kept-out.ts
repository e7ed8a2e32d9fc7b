/**
 * Hears of scripts, frames and questions of Stripe's that the page's Content-Security-Policy keeps out. Returns the way to
 * stop. What only measures for Stripe may be kept out.
 */
export function onKeptOut(call: () => unknown): () => void {
  const listener = ({ blockedURI, disposition, effectiveDirective }: SecurityPolicyViolationEvent) => {
    const isNeeded = /^https:\/\/((\w+\.)?js|hooks|api)\.stripe\.com(\/|$)/.test(blockedURI);
    if (isNeeded && disposition === 'enforce' && /^(script|frame|connect)/.test(effectiveDirective)) call();
  };
  document.addEventListener('securitypolicyviolation', listener);
  return () => document.removeEventListener('securitypolicyviolation', listener);
}

import type Stripe from 'stripe';
import type { Account } from './account.ts';
import { decide, type Decision } from './confirm.ts';

const choices: Readonly<Record<Decision, string>> = {
  authorize: 'Authorize test payment',
  later: 'Authorize, and let it take a while',
  fail: 'Fail test payment',
  close: 'Close without paying',
};

/**
 * The page of a wallet or bank: shows the payment, takes a decision, and sends the customer back to where they came
 * from with what Stripe adds to that address.
 */
export function walletPage(account: Account, request: Request, form: URLSearchParams): Response {
  const url = new URL(request.url);
  const intent = account.intents.get(url.pathname.split('/')[2] ?? '');
  const secret = url.searchParams.get('secret');
  if (intent === undefined || secret !== intent.client_secret) return html('This payment is unknown.', 404);
  const choice = form.get('choice');
  if (request.method === 'GET' || choice === null) return html(question(intent));
  if (intent.status === 'requires_action') decide(account, intent, choice as Decision);
  const back = url.searchParams.get('return_url');
  if (back === null) return html('You can go back to the shop.');
  return new Response(null, { status: 303, headers: { location: returnTo(back, intent) } });
}

/** As Stripe appends it, behind what the address already asks. */
function returnTo(back: string, { id, client_secret: secret, status }: Stripe.PaymentIntent): string {
  const to = new URL(back);
  to.searchParams.set('payment_intent', id);
  to.searchParams.set('payment_intent_client_secret', secret ?? '');
  to.searchParams.set(
    'redirect_status',
    status === 'succeeded' ? 'succeeded' : status === 'processing' ? 'pending' : 'failed',
  );
  return to.href;
}

const question = ({ amount, currency }: Stripe.PaymentIntent) => `
  <h1>${amount} ${currency}</h1>
  <form method="post">${Object.entries(choices)
    .map(([choice, label]) => `<button name="choice" value="${choice}">${label}</button>`)
    .join('')}</form>`;

const html = (body: string, status = 200) =>
  new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test payment page</title><body>${body}</body></html>`,
    { status, headers: { 'content-type': 'text/html; charset=utf-8' } },
  );

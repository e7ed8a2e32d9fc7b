/** The double of Stripe.js for this origin: `/js/stripe.js`, and the page in its frames. Built when it is first asked for. */
export async function serveStripeJs({ url }: Request): Promise<Response> {
  const { origin, pathname } = new URL(url);
  const { stripeJs, stripeJsFrame } = await import('../js/script.ts');
  switch (pathname) {
    case '/js/stripe.js':
      return answer(await stripeJs({ api: origin, frame: `${origin}/js/frame.html` }), 'text/javascript');
    case '/js/frame.html':
      return answer(await stripeJsFrame(), 'text/html');
    default:
      return new Response(null, { status: 404 });
  }
}

const answer = (body: string, type: string) =>
  new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });

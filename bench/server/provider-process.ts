/** The payment provider in a process of its own, and the post that its notices go by; as `startProvider` wants it. */
import { sandboxProvider, type SandboxProvider } from '@leb-renew/server/sandbox';
import { listen } from './listen.ts';
import { createPost } from './post.ts';
import { answersAt, settings } from './processes.ts';
import { noticeSecret, origin, paymentKey, paymentPath } from './shop.ts';

export interface ProviderSettings {
  readonly databaseUrl: string;
  /** How often each notice is delivered, and within what time, ms: those of other payments come in between. */
  readonly copies: number;
  readonly withinMs: number;
}

const { databaseUrl, ...deliveries } = settings() as ProviderSettings;
const post = createPost(deliveries);
let provider: SandboxProvider | null = null;
const { url, close } = await listen(async (request) => {
  const { pathname } = new URL(request.url);
  if (pathname === '/post') return post.take(request);
  if (pathname === '/post/addresses') return post.readdress(request);
  return (await provider?.fetch(request)) ?? new Response(null, { status: 503 });
});
provider = sandboxProvider({
  databaseUrl,
  publicUrl: url + paymentPath,
  secretKey: paymentKey,
  notices: { url: `${url}/post`, secret: noticeSecret },
  allowedOrigins: [origin],
});
await provider.start();
answersAt(url, async () => {
  close();
  post.stop();
  await provider.stop();
});

/** One suite for all gateways: a shop may change its provider without noticing. */
import { serve } from '@hono/node-server';
import type { SandboxHandoffData } from '@leb-renew/core/contract';
import { sandboxGateway, sandboxProvider } from '@leb-renew/server/sandbox';
import { stripeGateway } from '@leb-renew/server/stripe';
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Stripe } from 'stripe';
import { startStripeDouble } from '../../fakes/stripe/api/open-stripe-double.ts';
import { emptyDatabase } from '../shop/cluster.ts';
import { paymentGatewaySuite, type Letter } from './payment-gateway.ts';

/** Takes in what a provider sends. */
async function openLetterBox() {
  const letters: Letter[] = [];
  let arrived = () => {};
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const headers = new Headers(request.headers as Record<string, string>);
      letters.push({ raw: Buffer.concat(parts), headers });
      response.writeHead(204).end();
      arrived();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const says = ({ raw }: Letter, ref: string) => {
    const text = Buffer.from(raw).toString();
    return text.includes(ref) && text.includes('.succeeded');
  };
  return {
    url: `http://127.0.0.1:${port}/notices`,
    async about(ref: string): Promise<Letter> {
      for (;;) {
        const letter = letters.find((each) => says(each, ref));
        if (letter) return letter;
        await new Promise<void>((resolve) => (arrived = resolve));
      }
    },
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}

/** An origin where nobody listens. */
async function nowhere(): Promise<string> {
  const { url, close } = await openLetterBox();
  await close();
  return new URL(url).origin;
}

paymentGatewaySuite('Stripe', async () => {
  const box = await openLetterBox();
  const stripe = await startStripeDouble({ country: 'DE', notices: { url: box.url } });
  const { secretKey, publishableKey, webhookSecret, apiBase } = stripe;
  const options = { secretKey, publishableKey, webhookSecrets: [webhookSecret], apiBase, country: 'DE' };
  return {
    gateway: stripeGateway(options),
    stranger: stripeGateway({ ...options, secretKey: 'sk_test_nobodyknowsme' }),
    alone: stripeGateway({ ...options, apiBase: await nowhere() }),
    pay: async (ref) => stripe.pay(ref),
    decline: async (ref) => stripe.pay(ref, 'pm_card_visa_chargeDeclinedInsufficientFunds'),
    letterAbout: box.about,
    sign({ raw }, { secret = webhookSecret, at = new Date() } = {}) {
      const payload = Buffer.from(raw).toString();
      const timestamp = Math.floor(at.getTime() / 1000);
      return new Headers({
        'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp }),
      });
    },
    otherSecret: 'whsec_somebodyelse',
    secrets: [secretKey, webhookSecret, 'sk_test_nobodyknowsme'],
    async close() {
      await stripe.stop();
      await box.close();
    },
  };
});

paymentGatewaySuite('the sandbox', async () => {
  const box = await openLetterBox();
  const secretKey = 'sandbox-secret-key';
  const noticeSecret = 'sandbox-notice-secret';
  const server = serve({ fetch: (request) => provider.fetch(request), port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sandbox-pay`;
  const provider = sandboxProvider({
    databaseUrl: await emptyDatabase(),
    publicUrl: baseUrl,
    secretKey,
    notices: { url: box.url, secret: noticeSecret },
    allowedOrigins: [],
  });
  await provider.start();
  const options = { baseUrl, secretKey, noticeSecret };
  const gateway = sandboxGateway(options);
  const handoffs = new Map<string, SandboxHandoffData>();
  const play = async (ref: string, scenario: string) => {
    const { confirmUrl, clientSecret } = handoffs.get(ref)!;
    const response = await fetch(confirmUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ clientSecret, method: 'card', scenario }),
    });
    assert.ok(response.ok);
    await response.body?.cancel();
  };
  return {
    gateway: {
      ...gateway,
      async create(...all) {
        const made = await gateway.create(...all);
        if (made.ok) handoffs.set(made.value.ref, made.value.handoff.data as SandboxHandoffData);
        return made;
      },
    },
    stranger: sandboxGateway({ ...options, secretKey: 'nobody-knows-me' }),
    alone: sandboxGateway({ ...options, baseUrl: await nowhere() }),
    pay: (ref) => play(ref, 'approve'),
    decline: (ref) => play(ref, 'insufficient-funds'),
    letterAbout: box.about,
    sign({ raw, headers }, { secret = noticeSecret, at = new Date() } = {}) {
      const id = headers.get('webhook-id') ?? '';
      const timestamp = String(Math.floor(at.getTime() / 1000));
      const hash = createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(raw).digest('base64');
      return new Headers({
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${hash}`,
      });
    },
    otherSecret: 'somebody-elses-secret',
    secrets: [secretKey, noticeSecret, 'nobody-knows-me'],
    async close() {
      await provider.stop();
      await new Promise((resolve) => server.close(resolve));
      await box.close();
    },
  };
});

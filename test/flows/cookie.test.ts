import assert from 'node:assert/strict';
import { request, type RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { certificate as cert, certificateKey as key } from '../server/shop/mail-certificate.ts';
import { openShop } from '../server/shop/open-shop.ts';
import { accounts, password } from '../server/shop/seed.ts';
import { openBrowser } from './customer.ts';

/** Serves over https until the test ends. Says where. */
async function secure(t: TestContext, hostname: string, answer: RequestListener): Promise<string> {
  const server = createServer({ cert, key }, answer);
  await new Promise<void>((resolve) => server.listen(0, hostname, resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://${hostname}:${(server.address() as AddressInfo).port}`;
}

/** A renewal server at one site, and pages of two shops at two others. */
async function setup(t: TestContext) {
  const page: RequestListener = (_, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<title>A shop</title>');
  const pages = [await secure(t, '127.0.0.1', page), await secure(t, '127.0.0.2', page)] as const;
  let behind = '';
  const front = await secure(t, 'localhost', (incoming, response) => {
    const { url = '', method, headers } = incoming;
    incoming.pipe(
      request(behind + url, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      }),
    );
  });
  const shop = await openShop(t, {
    options: { publicUrl: `${front}/renewal`, allowedOrigins: [...pages] },
  });
  behind = new URL(shop.url).origin;
  const browser = await openBrowser('--ignore-certificate-errors', '--test-third-party-cookie-phaseout');
  t.after(() => browser.close());
  const tab = await browser.newPage();
  const calls = (path: string, body: unknown = null) =>
    tab.evaluate(
      async (url, text) => {
        const answer = await fetch(url, { method: 'POST', credentials: 'include', body: text });
        return answer.status;
      },
      `${front}/renewal${path}`,
      body === null ? null : JSON.stringify(body),
    );
  return { pages, tab, calls, browser };
}

test('the cookie of a session is kept for the pages of one shop, though the server is at another site', async (t) => {
  const { pages, tab, calls, browser } = await setup(t);
  const [shop, otherShop] = pages;
  await tab.goto(shop);
  assert.equal(await calls('/session/refresh'), 401);
  assert.equal(await calls('/session', { email: accounts.mira.email, password }), 200);
  assert.equal(await calls('/session/refresh'), 200);
  await tab.reload();
  assert.equal(await calls('/session/refresh'), 200);
  const [cookie] = await browser.cookies();
  assert.deepEqual(
    [cookie?.name, cookie?.domain, cookie?.path, cookie?.httpOnly, cookie?.secure, cookie?.sameSite],
    ['__Host-leb-session', 'localhost', '/', true, true, 'None'],
  );
  await tab.goto(otherShop);
  assert.equal(await calls('/session/refresh'), 401);
  await tab.goto(shop);
  assert.equal(await calls('/session/refresh'), 200);
});
